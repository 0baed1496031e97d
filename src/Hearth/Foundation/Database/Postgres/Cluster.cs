using System.Diagnostics;
using System.Globalization;

namespace Hearth.Foundation.Database.Postgres;

/// <summary>The server's data folder: make it, start a server on it, stop that server.</summary>
internal sealed class Cluster(ServerPlace place)
{
    private const int LogLimit = 1_000_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan StopLimit = TimeSpan.FromMinutes(2);

    private string VersionFile => Path.Combine(place.Database, "PG_VERSION");

    public bool Exists => File.Exists(VersionFile);

    public void CheckMajorVersion()
    {
        var found = int.Parse(File.ReadAllText(VersionFile), CultureInfo.InvariantCulture);
        var mine = place.Binaries.Version.Major;
        if (found != mine)
            throw new HearthException(
                $"The database in {place.Database} was made by PostgreSQL {found} and this version of Hearth brings "
                    + $"PostgreSQL {mine}: nothing was changed; run ./hearth backup FILE with the earlier version, "
                    + "move the folder aside, then run ./hearth restore FILE with this one."
            );
    }

    /// <summary>Makes the data folder whole or not at all.</summary>
    public async Task CreateAsync(string password, bool durable, CancellationToken stop)
    {
        var unfinished = place.Database + ".new";
        var passwordFile = place.Database + ".password";
        try
        {
            DeleteFolder(unfinished);
            Directory.CreateDirectory(
                unfinished,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
            await place.User.OwnAsync(unfinished, stop);
            Secret.Write(passwordFile, password);
            await place.User.OwnAsync(passwordFile, stop);
            var made = await Command.RunAsync(
                place.User,
                place.Binaries.Program("initdb"),
                Initdb.Arguments(unfinished, passwordFile, durable),
                "",
                stop
            );
            if (!made.Succeeded)
                throw new HearthException($"The database folder could not be made. PostgreSQL says: {made.Output}");
            DeleteFolder(place.Database);
            Directory.Move(unfinished, place.Database);
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    /// <summary>The server that already runs on this folder, waiting while it starts or stops; null when none does.</summary>
    public async Task<Postmaster?> RunningAsync(CancellationToken stop)
    {
        while (Postmaster.Read(place.Database) is { } server)
        {
            if (server.IsReady)
                return server;
            if (!server.IsAlive())
            {
                server.Bury();
                return null;
            }
            await Task.Delay(Pause, stop);
        }
        return null;
    }

    public async Task<Postmaster> StartAsync(EmbeddedOptions options, CancellationToken stop)
    {
        await PrepareLogAsync(stop);
        var socket = await SocketFolderAsync(stop);
        string[] arguments =
        [
            "start",
            "-w",
            "-s",
            "-t",
            "600",
            "-D",
            place.Database,
            "-l",
            place.Log,
            "-o",
            Settings.CommandLine(options, socket),
        ];
        const int tries = 5;
        for (var attempt = 1; ; attempt++)
        {
            var started = await Command.RunAsync(place.User, place.Binaries.Program("pg_ctl"), arguments, "", stop);
            if (started.Succeeded && Postmaster.Read(place.Database) is { } server)
                return server;
            if (attempt == tries)
                throw new HearthException(
                    $"The database did not start. Its data is kept in {place.Database}. The log {place.Log} ends with: "
                        + LastWords(started.Output)
                );
            // The children of a killed server hold its memory for a moment longer.
            await Task.Delay(TimeSpan.FromMilliseconds(300), stop);
        }
    }

    public async Task StopAsync()
    {
        if (Postmaster.Read(place.Database) is not { } server || !server.IsAlive())
            return;
        server.AskToStop();
        var waited = Stopwatch.StartNew();
        while (Postmaster.Read(place.Database)?.Pid == server.Pid && server.IsAlive() && waited.Elapsed < StopLimit)
            await Task.Delay(Pause);
        if (!PathsEqual(server.SocketDirectory, place.Database))
            DeleteFolder(server.SocketDirectory);
    }

    /// <summary>Gives the owner a new password without knowing the old one; the server must not be running.</summary>
    public async Task ReplacePasswordAsync(string password, CancellationToken stop)
    {
        var done = await Command.RunAsync(
            place.User,
            place.Binaries.Program("postgres"),
            ["--single", "-D", place.Database, "postgres"],
            $"ALTER ROLE {Embedded.Owner} PASSWORD '{password}'\n",
            stop
        );
        if (!done.Succeeded || done.Output.Contains("ERROR", StringComparison.Ordinal))
            throw new HearthException($"The database's password could not be replaced. PostgreSQL says: {done.Output}");
    }

    /// <summary>A socket's path has at most 107 bytes; a deep data folder gets a short folder of its own for it.</summary>
    private async Task<string> SocketFolderAsync(CancellationToken stop)
    {
        const int limit = 100;
        if (System.Text.Encoding.UTF8.GetByteCount(Postmaster.SocketIn(place.Database)) <= limit)
            return place.Database;
        var folder = Directory.CreateTempSubdirectory("hearth-").FullName;
        if (folder.Length > limit - 20)
        {
            Directory.Delete(folder);
            folder = $"/tmp/{Path.GetFileName(folder)}";
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
        await place.User.OwnAsync(folder, stop);
        return folder;
    }

    private async Task PrepareLogAsync(CancellationToken stop)
    {
        var log = new FileInfo(place.Log);
        if (log.Exists && log.Length > LogLimit)
            log.MoveTo(place.Log + ".1", overwrite: true);
        if (File.Exists(place.Log))
            return;
        Secret.Write(place.Log, "");
        await place.User.OwnAsync(place.Log, stop);
    }

    private string LastWords(string otherwise)
    {
        var lines = File.Exists(place.Log) ? File.ReadLines(place.Log).TakeLast(3).ToList() : [];
        return lines.Count > 0 ? string.Join(" / ", lines) : otherwise;
    }

    private static bool PathsEqual(string one, string other) =>
        string.Equals(Path.TrimEndingDirectorySeparator(one), other, StringComparison.Ordinal);

    private static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
