using System.Diagnostics;
using Hearth.Foundation.Database;

namespace Hearth.Tests.Operations;

/// <summary>
/// A second PostgreSQL beside the tests' own, for going from one version to another: the embedded one where the tests run
/// on a server that was given, else the one of the system's package.
/// </summary>
internal sealed class OtherPostgres : IAsyncDisposable
{
    private const string Packages = "/usr/lib/postgresql";
    private readonly Func<ValueTask> stop;

    private OtherPostgres(string connectionString, Func<ValueTask> stop) =>
        (ConnectionString, this.stop) = (connectionString, stop);

    /// <summary>The way to its database "postgres".</summary>
    public string ConnectionString { get; }

    public static async Task<OtherPostgres?> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hearth-other-").FullName;
        if (Environment.GetEnvironmentVariable("HEARTH_TEST_DATABASE") is { Length: > 0 })
        {
            var options = EmbeddedOptions.ForHome(Repository.Root, Path.Combine(folder, "data")) with
            {
                Durable = false,
            };
            var server = await Embedded.StartAsync(options);
            return new(
                server.ConnectionString("postgres"),
                async () =>
                {
                    await server.DisposeAsync();
                    // The data may lie elsewhere, behind a link, when the server runs as another user.
                    if (new DirectoryInfo(Path.Combine(folder, "data", "postgres")).LinkTarget is { } elsewhere)
                    {
                        Directory.Delete(Path.GetDirectoryName(elsewhere)!, recursive: true);
                    }
                    Directory.Delete(folder, recursive: true);
                }
            );
        }
        var programs = Directory.Exists(Packages)
            ? Directory
                .GetDirectories(Packages)
                .Select(d => Path.Combine(d, "bin"))
                .FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
            : null;
        return programs is null ? null : await StartAsync(programs, folder);
    }

    private static async Task<OtherPostgres> StartAsync(string programs, string folder)
    {
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", "postgres", folder);
        }
        var data = Path.Combine(folder, "data");
        await AsServerAsync(
            Path.Combine(programs, "initdb"),
            "-D",
            data,
            "-U",
            "hearth",
            "-A",
            "trust",
            "--locale=C.UTF-8",
            "-E",
            "UTF8",
            "-N"
        );
        await AsServerAsync(
            Path.Combine(programs, "pg_ctl"),
            "-D",
            data,
            "-w",
            "-l",
            Path.Combine(folder, "log"),
            "-o",
            $"-k {folder} -c listen_addresses='' -c fsync=off",
            "start"
        );
        return new(
            $"Host={folder};Username=hearth;Database=postgres",
            async () =>
            {
                await AsServerAsync(Path.Combine(programs, "pg_ctl"), "-D", data, "-w", "-m", "immediate", "stop");
                Directory.Delete(folder, recursive: true);
            }
        );
    }

    // PostgreSQL refuses to run as root.
    private static Task AsServerAsync(string program, params string[] arguments) =>
        Environment.UserName == "root"
            ? RunAsync("runuser", ["-u", "postgres", "--", program, .. arguments])
            : RunAsync(program, arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} answered {process.ExitCode}.");
    }

    public ValueTask DisposeAsync() => stop();
}
