using System.CommandLine;
using System.Text.Json;
using Hearth.Foundation;
using Hearth.Foundation.Cli;
using Hearth.X12;

namespace Hearth.Modules.Billing.Commands;

/// <summary>"x12 diff": what two files say that is not the same.</summary>
internal static class X12DiffCommand
{
    private const int Trouble = 2;

    public static Command Make()
    {
        var before = new Argument<string>("A") { Description = "The first file; - reads standard input" };
        var after = new Argument<string>("B") { Description = "The second file" };
        var json = new Option<bool>("--json")
        {
            Description = "Print JSON: every difference with both values and places",
        };
        var command = new Command(
            "diff",
            "Compare two files by what they mean: exit code 0 where they say the same, 1 where not, 2 where one cannot be read"
        )
        {
            before,
            after,
            json,
        };
        command.SetAction(
            async (result, cancel) =>
            {
                var differs = false;
                var failed = await CommandHost.Body(
                    (_, _) =>
                    {
                        var comparison = Compare(result.GetValue(before)!, result.GetValue(after)!);
                        Print(comparison, result.GetValue(json));
                        differs = !comparison.IsSame;
                        return Task.FromResult(0);
                    }
                )(result, cancel);
                return failed != 0 ? Trouble
                    : differs ? 1
                    : 0;
            }
        );
        return command;
    }

    private static Comparison Compare(string before, string after)
    {
        var (a, b) = (X12Files.One(before), X12Files.One(after));
        if (a == X12Files.StandardInput && b == X12Files.StandardInput)
        {
            throw new HearthException("Only one of the two files can come from standard input.");
        }
        var comparison = X12Files.Read(a, (one, _) => X12Files.Read(b, (two, _) => Comparison.Of(one, two)));
        Expect(comparison.BeforeTransactions, a);
        Expect(comparison.AfterTransactions, b);
        return comparison;
    }

    private static void Expect(int transactions, string file)
    {
        if (transactions == 0)
        {
            throw new HearthException(
                $"{X12Files.Name(file)} holds no X12 transaction, so there is nothing to compare."
            );
        }
    }

    private static void Print(Comparison comparison, bool asJson)
    {
        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(comparison, X12Json.Options));
        }
        else
        {
            X12DiffText.Write(Console.Out, comparison);
        }
    }
}
