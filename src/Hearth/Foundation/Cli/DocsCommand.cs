using System.CommandLine;
using Hearth.Foundation.Reference;

namespace Hearth.Foundation.Cli;

/// <summary>"docs", for those who work on Hearth: writes what the documents say about the program anew.</summary>
public static class DocsCommand
{
    public static Command Create(CommandHost host)
    {
        var command = new Command("docs", "Write the generated documents anew") { Hidden = true };
        command.SetAction(
            CommandHost.Body(
                async (result, cancel) =>
                {
                    var home = host.Installation(result).Home;
                    foreach (var (path, text) in ReferenceDocs.All(home, (RootCommand)result.RootCommandResult.Command))
                    {
                        var file = Path.Combine(home, path);
                        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                        await File.WriteAllTextAsync(file, text, cancel);
                        Console.WriteLine(path);
                    }
                    return 0;
                }
            )
        );
        return command;
    }
}
