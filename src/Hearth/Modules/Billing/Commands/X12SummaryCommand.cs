using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hearth.Foundation.Cli;
using Hearth.X12;

namespace Hearth.Modules.Billing.Commands;

/// <summary>"x12 summary": what is in a file, added up, and whether it adds up.</summary>
internal static class X12SummaryCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private sealed record FileSummary(string File, Summary Summary);

    public static Command Make()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "One or more files or patterns such as \"era/*.835\"; - reads standard input",
            Arity = ArgumentArity.OneOrMore,
        };
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
                                ? JsonSerializer.Serialize(one.Summary, Json)
                                : JsonSerializer.Serialize(summaries, Json)
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
