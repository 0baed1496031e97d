using System.CommandLine;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Backups;
using Hearth.Foundation.Privacy;

namespace Hearth.Foundation.Cli;

/// <summary>"backup": everything the database holds in one file, with its key in another.</summary>
public static class BackupCommand
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "Where the backup goes; its key goes to FILE.key" };
        var command = new Command("backup", "Write everything Hearth holds into one file, while it runs or not")
        {
            file,
        };
        command.SetAction(
            CommandHost.Body(
                (result, cancel) => RunAsync(host, result, Path.GetFullPath(result.GetRequiredValue(file)), cancel)
            )
        );
        return command;
    }

    private static async Task<int> RunAsync(CommandHost host, ParseResult result, string file, CancellationToken cancel)
    {
        if (Directory.Exists(file) || !Directory.Exists(Path.GetDirectoryName(file)))
        {
            throw new HearthException(
                $"{file} cannot be written: name a file in a folder that is there. Nothing was written."
            );
        }
        await using var session = await host.OpenAsync(result, cancel);
        var sealer = session.Services.GetRequiredService<AuditSealer>();
        while (await sealer.SealAsync(cancel) > 0) { }
        var keyring = session.Services.GetRequiredService<Keyring>();
        BackupManifest manifest;
        using (var bar = CommandProgress.Start("Backing up"))
        {
            manifest = await BackupWriter.WriteAsync(
                session.Database.Owner,
                keyring,
                file,
                TimeProvider.System,
                bar,
                cancel
            );
        }
        BackupKey.Write(host.Installation(result), file);
        Console.WriteLine(
            $"{manifest.Rows:N0} {(manifest.Rows == 1 ? "row" : "rows")} of {manifest.Tables.Count} tables are in {file} ({Size(new FileInfo(file).Length)})."
        );
        Console.WriteLine(
            $"Its key is in {BackupKey.PathFor(file)}. Whoever has both can read names: keep the two in different places."
        );
        return 0;
    }

    private static string Size(long bytes) =>
        bytes switch
        {
            < 1 << 20 => $"{bytes / 1024.0:N0} kB",
            < 1 << 30 => $"{bytes / 1048576.0:N1} MB",
            _ => $"{bytes / 1073741824.0:N1} GB",
        };
}
