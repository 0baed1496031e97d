using System.CommandLine;
using System.Text.Json;
using Hearth.Foundation.Cli;
using Hearth.X12;

namespace Hearth.Modules.Billing.Commands;

/// <summary>"x12 summary": what is in a file, added up, and whether it adds up.</summary>
internal static class X12SummaryCommand
{
    private sealed record FileSummary(string File, Summary Summary);

    public static Command Make()
    {
        var files = X12Files.Argument();
        var json = new Option<bool>("--json")
        {
            Description = "Print JSON: one object for one file, a list with each file's name for several",
        };
        var command = new Command("summary", "Add up a file: claims, lines, charges, payments, adjustments")
        {
            files,
            json,
        };
        command.SetAction(
            CommandHost.Body(
                (result, _) =>
                {
                    var summaries = X12Files
                        .Of(result.GetValue(files)!)
                        .Select(file => new FileSummary(file, X12Files.Read(file, Summary.Read)))
                        .ToList();
                    if (result.GetValue(json))
                    {
                        Console.WriteLine(
                            summaries is [var one]
                                ? JsonSerializer.Serialize(one.Summary, X12Json.Options)
                                : JsonSerializer.Serialize(summaries, X12Json.Options)
                        );
                    }
                    else
                    {
                        X12SummaryText.Write(Console.Out, summaries.Select(s => (s.File, s.Summary)));
                    }
                    return Task.FromResult(0);
                }
            )
        );
        return command;
    }
}
