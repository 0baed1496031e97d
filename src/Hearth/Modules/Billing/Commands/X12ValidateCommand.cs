using System.CommandLine;
using System.Text.Json;
using Hearth.Foundation;
using Hearth.Foundation.Cli;
using Hearth.X12;

namespace Hearth.Modules.Billing.Commands;

/// <summary>"x12 validate": whether a file is as its implementation guide asks, and the answer a receiver would send.</summary>
internal static class X12ValidateCommand
{
    private sealed record FileValidation(string File, bool Accepted, Validation Validation);

    public static Command Make()
    {
        var files = X12Files.Argument();
        var ack = new Option<string?>("--ack")
        {
            Description =
                "Write the acknowledgements (999, and TA1 where there is cause) to this file; - for standard output",
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print JSON: one object for one file, a list for several",
        };
        var command = new Command(
            "validate",
            "Check a file against its implementation guide; exit code 1 where there are errors"
        )
        {
            files,
            ack,
            json,
        };
        command.SetAction(
            CommandHost.Body(
                (result, _) =>
                {
                    var names = X12Files.Of(result.GetValue(files)!);
                    if (result.GetValue(ack) is { } answer && X12Files.Include(names, answer))
                    {
                        throw new HearthException($"{answer} is a file to check. Name another one for --ack to write.");
                    }
                    var validations = names
                        .Select(file => (file, validation: X12Files.Read(file, Validation.Read)))
                        .Select(v => new FileValidation(v.file, v.validation.IsAccepted, v.validation))
                        .ToList();
                    if (result.GetValue(ack) is { } to)
                    {
                        Acknowledge(to, validations.SelectMany(v => v.Validation.Interchanges).ToList());
                    }
                    Print(
                        validations,
                        result.GetValue(json),
                        isAnswerPrinted: result.GetValue(ack) == X12Files.StandardInput
                    );
                    return Task.FromResult(validations.All(v => v.Accepted) ? 0 : 1);
                }
            )
        );
        return command;
    }

    private static void Print(List<FileValidation> validations, bool asJson, bool isAnswerPrinted)
    {
        // The answer alone on standard output can be sent on; what people read goes beside it.
        var to = isAnswerPrinted ? Console.Error : Console.Out;
        if (asJson)
        {
            to.WriteLine(
                validations is [var one]
                    ? JsonSerializer.Serialize(one, X12Json.Options)
                    : JsonSerializer.Serialize(validations, X12Json.Options)
            );
            return;
        }
        foreach (var (file, accepted, validation) in validations)
        {
            to.WriteLine(HarmlessText.Of(X12Files.Name(file)));
            to.WriteLine(accepted ? "  No errors." : $"  {Count(validation)}.");
            X12FindingsText.Write(to, validation.Summary);
            to.WriteLine();
        }
    }

    private static string Count(Validation validation) =>
        validation.Summary.MoreFindings > 0 ? $"more than {validation.Summary.Errors.Count} errors"
        : validation.Summary.Errors.Count == 1 ? "1 error"
        : $"{validation.Summary.Errors.Count} errors";

    private static void Acknowledge(string to, List<InterchangeVerdict> interchanges)
    {
        using var written = new MemoryStream();
        var now = TimeProvider.System.GetLocalNow().DateTime;
        foreach (var interchange in interchanges)
        {
            // The answer's own number is the one it answers, so that checking a file twice gives the same answer.
            AcknowledgementFile
                .Answer(interchange)
                ?.Write(written, interchange.Envelope.Answer(interchange.Envelope.ControlNumber, now), "\n");
        }
        if (written.Length == 0)
        {
            throw new HearthException(
                "There is nobody to answer: no ISA segment says who sent the file. No acknowledgement was written."
            );
        }
        written.Position = 0;
        using var target = to == X12Files.StandardInput ? Console.OpenStandardOutput() : File.Create(to);
        written.CopyTo(target);
    }
}
