namespace Hearth.Foundation.Database.Postgres;

/// <summary>An advisory lock between processes. The system lets go of it when a process ends, however it ends.</summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly FileStream file;

    private FileLock(FileStream file) => this.file = file;

    public static async Task<FileLock> ExclusiveAsync(string path, CancellationToken stop)
    {
        while (true)
        {
            if (TryExclusive(path) is { } held)
                return held;
            await Task.Delay(Pause, stop);
        }
    }

    public static FileLock? TryExclusive(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <summary>Call it only while no exclusive lock on the same file can be held.</summary>
    public static FileLock Shared(string path) =>
        new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite));

    public void Dispose() => file.Dispose();
}
