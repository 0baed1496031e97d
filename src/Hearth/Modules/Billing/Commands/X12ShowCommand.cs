using System.CommandLine;
using Hearth.Foundation.Cli;
using Hearth.X12;

namespace Hearth.Modules.Billing.Commands;

/// <summary>"x12 show": a file as a tree that a biller can read.</summary>
internal static class X12ShowCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "One or more files or patterns such as \"era/*.835\"; - reads standard input",
        Arity = ArgumentArity.OneOrMore,
    };
    private static readonly Option<string?> Claim = new("--claim")
    {
        Description = "Only the claims with this number (CLP01 or CLM01), and the headers they stand under",
        HelpName = "NUMBER",
    };
    private static readonly Option<bool> Raw = new("--raw")
    {
        Description = "Also print each segment as it stands in the file",
    };
    private static readonly Option<bool> Ids = new("--ids")
    {
        Description = "Also print the ids of segments and elements, such as CLP04",
    };
    private static readonly Option<bool> NoPager = new("--no-pager")
    {
        Description = "Do not page what is longer than the terminal (by $PAGER, or less)",
    };

    public static Command Make()
    {
        var command = new Command("show", "Print a file as a readable tree, with what is wrong marked")
        {
            Files,
            Claim,
            Raw,
            Ids,
            NoPager,
        };
        command.SetAction(CommandHost.Body((result, _) => Task.FromResult(Run(result))));
        return command;
    }

    private static int Run(ParseResult result)
    {
        var files = X12Files.Of(result.GetValue(Files)!);
        var claim = result.GetValue(Claim)?.Trim();
        List<string> failures = [];
        var any = false;
        try
        {
            using var terminal = TerminalOutput.Open(pages: !result.GetValue(NoPager));
            var text = new TerminalText(terminal.Width, terminal.IsColored, terminal.WriteLine);
            foreach (var file in files)
            {
                var tree = new X12Tree(text, result.GetValue(Raw), result.GetValue(Ids));
                var explanation = X12Files.Read(
                    file,
                    (stream, _) =>
                    {
                        var read = new Explanation(new FlushedBeforeReading(stream, terminal), claim);
                        if (Show(read, tree, files.Count > 1 ? Name(file) : null))
                        {
                            any = true;
                            tree.Close(claim is null ? read.Summary : null);
                        }
                        return read;
                    }
                );
                if (explanation.Summary is { Interchanges: 0 } summary)
                {
                    failures.Add($"{Name(file)}: {summary.Errors[0].Sentence} {summary.Errors[0].Next}");
                }
            }
            terminal.Finish();
        }
        // Whoever read it has seen enough.
        catch (OperationCanceledException)
        {
            return 0;
        }
        if (claim is not null && !any && failures.Count == 0)
        {
            failures.Add(
                $"No claim has the number {claim} there. It has to be the whole number that the provider gave it (CLM01, CLP01)."
            );
        }
        failures.ForEach(f => Console.Error.WriteLine(HarmlessText.Of(f)));
        return failures.Count > 0 ? 1 : 0;
    }

    /// <param name="name">Printed before the first segment; null for none.</param>
    /// <returns>Whether there was anything to show.</returns>
    private static bool Show(Explanation explanation, X12Tree tree, string? name)
    {
        var any = false;
        foreach (var segment in explanation.Read())
        {
            if (!any && name is not null)
            {
                tree.Begin(name);
            }
            any = true;
            tree.Show(segment);
        }
        return any;
    }

    private static string Name(string file) => file == X12Files.StandardInput ? "Standard input" : file;
}
