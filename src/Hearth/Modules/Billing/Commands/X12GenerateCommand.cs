using System.CommandLine;
using System.Globalization;
using Hearth.Foundation.Cli;
using Hearth.X12;

namespace Hearth.Modules.Billing.Commands;

/// <summary>"x12 generate": made-up claims or remittances, for tests and measurements.</summary>
internal static class X12GenerateCommand
{
    private const int ManyClaims = 10_000_000;

    public static Command Make()
    {
        var kind = new Argument<string>("KIND") { Description = "837 for claims, 835 for a remittance" };
        kind.AcceptOnlyFromAmong("837", "835");
        var claims = new Option<int>("--claims")
        {
            Description = $"How many claims or claim payments, 1 to {ManyClaims} (default: 100)",
            DefaultValueFactory = _ => 100,
        };
        claims.Validators.Add(result =>
        {
            if (
                result.Tokens is [var given, ..]
                && (
                    !int.TryParse(given.Value, CultureInfo.InvariantCulture, out var many)
                    || many is < 1 or > ManyClaims
                )
            )
            {
                result.AddError($"--claims takes a number from 1 to {ManyClaims}.");
            }
        });
        var seed = new Option<int>("--seed")
        {
            Description = "Another file for each number, always the same for the same (default: 1)",
            DefaultValueFactory = _ => 1,
        };
        seed.Validators.Add(result =>
        {
            if (result.Tokens is [var given, ..] && !int.TryParse(given.Value, CultureInfo.InvariantCulture, out _))
            {
                result.AddError($"--seed takes a whole number from {int.MinValue} to {int.MaxValue}.");
            }
        });
        var output = new Option<string?>("--output")
        {
            Description = "The file to write, anew where it is there already (default: standard output)",
        };
        var command = new Command(
            "generate",
            "Make up a valid file of peer-support claims or payments; nobody in it exists"
        )
        {
            kind,
            claims,
            seed,
            output,
        };
        command.SetAction(
            CommandHost.Body(
                (result, _) =>
                {
                    var path = result.GetValue(output);
                    using var to = path is null ? Console.OpenStandardOutput() : File.Create(path);
                    var (count, number) = (result.GetValue(claims), result.GetValue(seed));
                    if (result.GetValue(kind) == "837")
                    {
                        SampleFiles.WriteClaims(to, count, number);
                    }
                    else
                    {
                        SampleFiles.WriteRemittances(to, count, number);
                    }
                    return Task.FromResult(0);
                }
            )
        );
        return command;
    }
}
