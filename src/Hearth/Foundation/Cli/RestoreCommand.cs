using System.CommandLine;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Backups;

namespace Hearth.Foundation.Cli;

/// <summary>"restore": a backup becomes the database, whole or not at all.</summary>
public static class RestoreCommand
{
    public static Command Create(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "A file that backup wrote" };
        var replace = new Option<bool>("--replace")
        {
            Description = "Put it in the place of what the database holds now",
        };
        var command = new Command("restore", "Put a backup back into an empty database, whole or not at all")
        {
            file,
            replace,
        };
        command.SetAction(
            CommandHost.Body(
                async (result, cancel) =>
                {
                    await RestoreAsync(
                        host.Installation(result),
                        Path.GetFullPath(result.GetRequiredValue(file)),
                        result.GetValue(replace),
                        cancel
                    );
                    return await CheckAsync(host, result, cancel);
                }
            )
        );
        return command;
    }

    private static async Task RestoreAsync(
        Installation installation,
        string file,
        bool replace,
        CancellationToken cancel
    )
    {
        using var backup = BackupReader.Open(file);
        var keyring = BackupKey.Find(installation, file, backup.Manifest.KeyFingerprint);
        backup.Check(keyring);
        var (ownerString, server) = await RunningDatabase.AttachAsync(installation, cancel);
        await using (server)
        {
            using var bar = CommandProgress.Start("Restoring");
            await new Restoration(backup, file, bar).RunAsync(ownerString, replace, cancel);
        }
        var manifest = backup.Manifest;
        Console.WriteLine(
            $"{manifest.Rows:N0} {(manifest.Rows == 1 ? "row" : "rows")} of {manifest.Tables.Count} tables are back as they were on {manifest.CreatedAt:yyyy-MM-dd HH:mm} UTC."
        );
    }

    private static async Task<int> CheckAsync(CommandHost host, ParseResult result, CancellationToken cancel)
    {
        await using var session = await host.OpenAsync(result, cancel);
        using var bar = CommandProgress.Start("Checking the audit");
        var report = await session.Services.GetRequiredService<AuditVerification>().RunAsync(bar, cancel);
        if (report.Faults.Count == 0)
        {
            Console.WriteLine($"The audit is whole: {report.Entries:N0} entries.");
            return 0;
        }
        await Console.Error.WriteLineAsync(
            "The data is back, but the audit in it is not as it was written. Run ./hearth verify to see which entries."
        );
        return 1;
    }
}
