using System.CommandLine;
using Hearth.Foundation.Exports;

namespace Hearth.Foundation.Cli;

/// <summary>"export": everything an organization owns, in a folder it can open without Hearth.</summary>
public static class ExportCommand
{
    public static Command Create(CommandHost host)
    {
        var folder = new Argument<string>("DIR") { Description = "The folder to make; it must not hold anything yet" };
        var organization = new Option<string>("--organization")
        {
            Description = "The organization's short name",
            Required = true,
        };
        var confidential = new Option<bool>("--with-confidential-addresses")
        {
            Description = "Write out the addresses that the organization keeps confidential, too",
        };
        var command = new Command(
            "export",
            "Write everything an organization owns as CSV and JSON, with every column explained"
        )
        {
            folder,
            organization,
            confidential,
        };
        command.SetAction(
            CommandHost.Body(
                (result, cancel) =>
                    RunAsync(
                        host,
                        result,
                        result.GetRequiredValue(organization),
                        Path.TrimEndingDirectorySeparator(Path.GetFullPath(result.GetRequiredValue(folder))),
                        new ExportWish(result.GetValue(confidential)),
                        cancel
                    )
            )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        CommandHost host,
        ParseResult result,
        string slug,
        string folder,
        ExportWish wish,
        CancellationToken cancel
    )
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new HearthException(
                $"{folder} already holds something. Nothing was written. Name a folder that is new or empty."
            );
        }
        await using var session = await host.OpenAsync(result, cancel);
        await using var scope = await session.EnterAsync(slug);
        // Written beside its place and moved there when it is whole.
        var part = folder + ".part";
        if (Directory.Exists(part))
        {
            Directory.Delete(part, recursive: true);
        }
        Make(part);
        long rows;
        try
        {
            using var bar = CommandProgress.Start("Exporting");
            rows = await scope
                .ServiceProvider.GetRequiredService<OrganizationExport>()
                .WriteAsync(part, wish, bar, cancel);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder);
            }
            Directory.Move(part, folder);
        }
        catch
        {
            Directory.Delete(part, recursive: true);
            throw;
        }
        await Console.Error.WriteLineAsync(
            "The files hold names in readable form. Keep them as you would keep a paper file with those names."
        );
        Console.WriteLine(
            $"{rows:N0} {(rows == 1 ? "row is" : "rows are")} in {folder}; README.md there explains each column."
        );
        return 0;
    }

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }
    }
}
