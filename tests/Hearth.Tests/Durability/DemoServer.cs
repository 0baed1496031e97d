using System.Diagnostics;
using System.Globalization;
using System.Text;
using Hearth.Foundation;

namespace Hearth.Tests.Durability;

/// <summary>
/// The demo as a process of its own with a PostgreSQL of its own, which can be struck down at any moment. Nothing of it is
/// left afterwards, whatever happened.
/// </summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private const string Announcement = "The demo is at ";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly string folder = Directory.CreateTempSubdirectory("hearth-killed-").FullName;
    private readonly StringBuilder said = new();
    private readonly Process process;
    private readonly Task listening;

    private DemoServer(int contacts)
    {
        string[] size = ["--contacts", contacts.ToString(CultureInfo.InvariantCulture)];
        process = HearthProcess.Start(["demo", .. size, "--port", "0", "--data", Data]);
        listening = Task.WhenAll(ListenAsync(process.StandardOutput), ListenAsync(process.StandardError));
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Its data, to be opened once it is dead.</summary>
    public Installation Installation => new Installation(Repository.Root, Data, null).Demo;

    /// <summary>Whether its database was left as a crash leaves it, rather than stopped.</summary>
    public bool IsDatabaseCutOff => File.Exists(PostmasterFile);

    private string Data => Path.Combine(folder, "data");
    private string PostmasterFile => Path.Combine(Installation.Data, "postgres", "postmaster.pid");

    public static async Task<DemoServer> StartAsync(int contacts, CancellationToken cancel)
    {
        var server = new DemoServer(contacts);
        try
        {
            while ((server.Address = server.Announced()!) is null)
            {
                Assert.False(server.process.HasExited, "The demo did not start: " + server.Said);
                await Task.Delay(Pause, cancel);
            }
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a power cut would do to them: the database first, then the application, none is asked.</summary>
    public void Kill()
    {
        foreach (var postgres in DatabaseProcesses())
        {
            Kill(postgres);
        }
        process.Kill();
    }

    /// <summary>Returns when nothing of them runs any more; what was started while they fell falls too.</summary>
    public async Task FallAsync(CancellationToken cancel)
    {
        Kill();
        await process.WaitForExitAsync(cancel);
        while (DatabaseProcesses() is { Count: > 0 } left)
        {
            left.ForEach(Kill);
            await Task.Delay(Pause, cancel);
        }
    }

    private string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    private Uri? Announced() =>
        Said.Split('\n').FirstOrDefault(l => l.StartsWith(Announcement, StringComparison.Ordinal)) is { } line
            ? new Uri(line[Announcement.Length..].Split(' ')[0])
            : null;

    private async Task ListenAsync(StreamReader output)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            lock (said)
            {
                said.Append(line).Append('\n');
            }
        }
    }

    /// <summary>The postmaster first, so that it restarts nobody; then its children, who stand in the data folder.</summary>
    private List<int> DatabaseProcesses()
    {
        var about = File.Exists(PostmasterFile) ? File.ReadAllLines(PostmasterFile) : [];
        if (about.Length < 2)
        {
            return [];
        }
        var postmaster = int.Parse(about[0], CultureInfo.InvariantCulture);
        if (!Directory.Exists("/proc/self"))
        {
            // Elsewhere children are not told apart; they end by themselves when their postmaster is gone.
            return IsRunning(postmaster) ? [postmaster] : [];
        }
        return
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Select(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var id) ? id : 0)
                .Where(id => id > 0 && new DirectoryInfo($"/proc/{id}/cwd").LinkTarget == about[1])
                .OrderBy(id => id == postmaster ? 0 : 1),
        ];
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var found = Process.GetProcessById(id);
            return !found.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void Kill(int id)
    {
        try
        {
            using var found = Process.GetProcessById(id);
            found.Kill();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            // It fell by itself.
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await FallAsync(limit.Token);
        await listening.WaitAsync(limit.Token);
        process.Dispose();
        TestServer.DeleteAll(folder, Installation.Data);
    }
}
