using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Hearth.Foundation;
using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Uploads;

/// <summary>A sheet as it was kept: under a random name that says nothing.</summary>
internal sealed record StoredSheet(string StoredAs, byte[] Sha256, long Size);

/// <summary>
/// Sheets wait here until they are imported, and what was found in them beside them. Never served, readable by the
/// account that runs Hearth alone, gone after <see cref="KeptFor"/>: they hold names in the clear.
/// </summary>
internal sealed class UploadFolder(Installation installation, TimeProvider clock)
{
    /// <summary>The largest file the page takes; the command line takes any.</summary>
    public const long MostBytes = 200L << 20;

    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(2);

    private string Folder => Path.Combine(installation.Data, "uploads");

    /// <summary>Streams a file in. Null when it is larger than <see cref="MostBytes"/>; nothing of it is kept then.</summary>
    public async Task<StoredSheet?> TakeAsync(Stream content, CancellationToken cancel)
    {
        Directory.CreateDirectory(Folder);
        var name = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var taken = false;
        try
        {
            var stored = await CopyAsync(content, name, cancel);
            taken = stored is not null;
            return stored;
        }
        finally
        {
            if (!taken)
            {
                Delete(name);
            }
        }
    }

    private async Task<StoredSheet?> CopyAsync(Stream content, string name, CancellationToken cancel)
    {
        await using var file = Create(PathOf(name));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            long size = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancel)) > 0)
            {
                size += read;
                if (size > MostBytes)
                {
                    return null;
                }
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
            return new(name, hash.GetHashAndReset(), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The sheet, and of a workbook the one that was chosen; null when it is gone.</summary>
    public SheetSource? Open(string? storedAs) =>
        Has(storedAs)
            ? SheetSource.Own(File.OpenRead(PathOf(storedAs)), ReadBeside<KeptBook>(storedAs, Beside.Book)?.Sheet)
            : null;

    public bool Has([NotNullWhen(true)] string? storedAs) => storedAs is not null && File.Exists(PathOf(storedAs));

    /// <summary>A new file beside the sheet, in place of an earlier one of its kind.</summary>
    public FileStream CreateBeside(string storedAs, string kind)
    {
        File.Delete(PathOf(storedAs, kind));
        return Create(PathOf(storedAs, kind));
    }

    public FileStream? OpenBeside(string? storedAs, string kind) =>
        storedAs is not null && File.Exists(PathOf(storedAs, kind)) ? File.OpenRead(PathOf(storedAs, kind)) : null;

    public void WriteBeside<T>(string storedAs, string kind, T value)
    {
        using var file = CreateBeside(storedAs, kind);
        JsonSerializer.Serialize(file, value);
    }

    public void DeleteBeside(string storedAs, string kind) => File.Delete(PathOf(storedAs, kind));

    public T? ReadBeside<T>(string? storedAs, string kind)
        where T : class
    {
        using var file = OpenBeside(storedAs, kind);
        return file is null ? null : JsonSerializer.Deserialize<T>(file);
    }

    /// <summary>Deletes the sheet and what was written beside it; the file of problems may stay to be taken.</summary>
    public void Delete(string storedAs, bool keepProblems = false)
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }
        foreach (var file in Directory.EnumerateFiles(Folder, storedAs + "*"))
        {
            if (!keepProblems || !file.EndsWith('.' + Beside.Problems, StringComparison.Ordinal))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Deletes what has been here too long.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }
        var oldest = clock.GetUtcNow() - KeptFor;
        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles())
        {
            if (new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero) < oldest)
            {
                file.Delete();
            }
        }
    }

    private string PathOf(string storedAs, string? kind = null) =>
        Path.Combine(Folder, Path.GetFileName(storedAs) + (kind is null ? "" : "." + kind));

    private static FileStream Create(string path)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 1 << 16,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new FileStream(path, options);
    }
}

/// <summary>A workbook's sheets that hold rows, and which of them is read.</summary>
internal sealed record KeptBook(string FileName, IReadOnlyList<string> Sheets, string Sheet);

/// <summary>What can lie beside a sheet.</summary>
internal static class Beside
{
    public const string Book = "book";
    public const string Guess = "guess";
    public const string Check = "check";
    public const string Mended = "mended";
    public const string Problems = "problems";
}
