using FsCheck;
using FsCheck.Fluent;
using Hearth.Statistics.Suppression;

namespace Hearth.Tests.Statistics;

public sealed class SuppressionPropertyTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1_500);

    [Fact]
    public void No_hidden_count_can_be_worked_out() =>
        Holds(report =>
        {
            var printed = report.Protect();
            var attacker = Attacker.Reading(report, printed);
            var secret = report.Cells.Where(cell =>
                cell.Printed ? printed[cell.Id] != CellState.Shown : cell.Subject && printed.Rule.IsSmall(cell.Value)
            );
            return secret.All(cell => attacker.Known(cell.Id.Name) is null) && attacker.CutShort == 0;
        });

    [Fact]
    public void Small_parts_that_are_small_together_are_not_given_away_as_a_group() =>
        Holds(report =>
        {
            var printed = report.Protect();
            return report.Relations.All(sum =>
            {
                var small = sum
                    .Parts.Select(report.Find)
                    .Where(part => part.Subject && printed.Rule.IsSmall(part.Value))
                    .ToArray();
                if (small.Length < 2 || !printed.Rule.IsSmall(small.Sum(part => part.Value)))
                {
                    return true;
                }

                var attacker = Attacker
                    .Reading(report, printed)
                    .Sees("group", 0, null)
                    .Sum("group", [.. small.Select(part => part.Id.Name)]);
                return attacker.Known("group") is null && attacker.CutShort == 0;
            });
        });

    [Fact]
    public void Every_label_is_true() =>
        Holds(report =>
        {
            var printed = report.Protect();
            return printed.Cells.All(entry =>
            {
                var (low, high) = printed.ReadAs(entry.Cell.Id);
                var small = entry.Cell.Subject && printed.Rule.IsSmall(entry.Cell.Value);
                return entry.Cell.Value >= low
                    && entry.Cell.Value <= (high ?? int.MaxValue)
                    && (entry.State == CellState.Shown) == (printed.Number(entry.Cell.Id) == entry.Cell.Value)
                    && !(small && entry.State == CellState.Shown)
                    && !(entry.Cell.Value == 0 && entry.State != CellState.Shown);
            });
        });

    [Fact]
    public void The_same_report_gives_the_same_states() =>
        Holds(report => report.Protect().Cells.SequenceEqual(report.Protect().Cells));

    [Fact]
    public void Nothing_is_hidden_where_nothing_is_small() =>
        Holds(report =>
        {
            var printed = report.Protect();
            return report.Cells.Any(cell => cell.Subject && printed.Rule.IsSmall(cell.Value))
                || printed.Cells.All(entry => entry.State == CellState.Shown);
        });

    [Fact]
    public void Hiding_only_small_counts_would_not_have_been_enough()
    {
        var broken = RandomReports.Any.Generator.Sample(200, 40).Count(report => NaiveIsBroken(report));
        Assert.True(
            broken >= 50,
            $"The attacker broke only {broken} of 200 reports with only the small counts hidden."
        );
    }

    private static bool NaiveIsBroken(PublishedCells report)
    {
        var attacker = new Attacker();
        var rule = new SuppressionRule();
        bool Hidden(PublishedCell cell) => cell.Subject && cell.Printed && rule.IsSmall(cell.Value);
        foreach (var cell in report.Cells)
        {
            _ =
                Hidden(cell) ? attacker.Sees(cell.Id.Name, 1, 10)
                : cell.Printed ? attacker.Sees(cell.Id.Name, cell.Value, cell.Value)
                : attacker.Sees(cell.Id.Name, 0, null);
        }

        foreach (var sum in report.Relations)
        {
            attacker.Sum(sum.Total.Name, [.. sum.Parts.Select(part => part.Name)]);
        }

        return report.Cells.Any(cell => Hidden(cell) && attacker.Known(cell.Id.Name) == cell.Value);
    }

    private static void Holds(Func<PublishedCells, bool> property) =>
        Prop.ForAll(RandomReports.Any, property).Check(Many);
}
