using System.CommandLine;
using Hearth.Foundation;
using Hearth.Foundation.Cli;
using Hearth.X12;

namespace Hearth.Modules.Billing.Commands;

/// <summary>"x12 convert": a file as a table for spreadsheets, or as JSON for other programs.</summary>
internal static class X12ConvertCommand
{
    private const int MostFindings = 5;

    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = "A file; - reads standard input" };
        var form = new Option<string>("--to")
        {
            Description = "csv: a row for each service line. json: everything, with amounts in whole cents",
            Required = true,
        };
        form.AcceptOnlyFromAmong("csv", "json");
        var output = new Option<string?>("--output")
        {
            Description = "The file to write, anew where it is there already (default: standard output)",
        };
        var command = new Command("convert", "Turn a remittance or claim file into a table or JSON")
        {
            file,
            form,
            output,
        };
        command.SetAction(
            CommandHost.Body(
                (result, _) =>
                {
                    var converted = Convert(result.GetValue(file)!, result.GetValue(form)!, result.GetValue(output));
                    Say(converted);
                    return Task.FromResult(converted.Count > 0 ? 0 : 1);
                }
            )
        );
        return command;
    }

    private static Converted Convert(string file, string form, string? output)
    {
        var from = X12Files.One(file);
        if (output is null)
        {
            using var console = Console.OpenStandardOutput();
            return Convert(from, form, console);
        }
        if (X12Files.Include([from], output))
        {
            throw new HearthException($"{output} is the file to convert. Name another one to write.");
        }
        using var to = File.Create(output);
        return Convert(from, form, to);
    }

    private static Converted Convert(string file, string form, Stream to) =>
        X12Files.Read(
            file,
            (from, progress) =>
                form == "csv" ? Conversion.ToCsv(from, to, progress) : Conversion.ToJson(from, to, progress)
        );

    private static void Say(Converted converted)
    {
        if (converted.Count == 0)
        {
            Console.Error.WriteLine("There was nothing to convert.");
        }
        foreach (var finding in converted.Findings.Take(MostFindings))
        {
            Console.Error.WriteLine(
                HarmlessText.Of($"Segment {finding.Place.Ordinal}: {finding.Sentence} {finding.Next}")
            );
        }
        var more = converted.Findings.Count + converted.MoreFindings - MostFindings;
        if (more > 0)
        {
            Console.Error.WriteLine($"And {more} more. ./hearth x12 summary tells what does not add up.");
        }
    }
}
