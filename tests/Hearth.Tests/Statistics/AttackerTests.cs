using Hearth.Statistics.Suppression;

namespace Hearth.Tests.Statistics;

public sealed class AttackerTests
{
    [Fact]
    public void The_attacker_breaks_a_table_where_only_the_small_count_is_hidden()
    {
        var attacker = new Attacker().Sees("a", 1, 10).Sees("b", 40, 40).Sees("all", 45, 45).Sum("all", "a", "b");
        Assert.Equal(5, attacker.Known("a"));
    }

    [Fact]
    public void The_attacker_breaks_two_small_counts_squeezed_by_their_labels()
    {
        var attacker = new Attacker().Sees("a", 1, 10).Sees("b", 1, 10).Sees("all", 20, 20).Sum("all", "a", "b");
        Assert.Equal(10, attacker.Known("a"));
        Assert.Equal(10, attacker.Known("b"));
    }

    [Fact]
    public void The_attacker_breaks_naive_hiding_across_rows_and_columns()
    {
        var table = new TwoWayTable(
            "t",
            new[,]
            {
                { 3, 50, 60 },
                { 40, 70, 80 },
                { 30, 20, 5 },
            }
        );
        var report = new PublishedCells();
        table.AddTo(report);
        var naive = new Attacker();
        foreach (var cell in report.Cells)
        {
            _ = cell.Value is > 0 and < 11
                ? naive.Sees(cell.Id.Name, 1, 10)
                : naive.Sees(cell.Id.Name, cell.Value, cell.Value);
        }

        foreach (var sum in report.Relations)
        {
            naive.Sum(sum.Total.Name, [.. sum.Parts.Select(part => part.Name)]);
        }

        Assert.Equal(3, naive.Known(table.Cell(0, 0).Name));
        Assert.Equal(5, naive.Known(table.Cell(2, 2).Name));
        Assert.Null(Attacker.Reading(report, report.Protect()).Known(table.Cell(0, 0).Name));
    }

    [Fact]
    public void The_attacker_does_not_claim_what_is_open()
    {
        var attacker = new Attacker().Sees("a", 1, 10).Sees("b", 1, 10).Sees("all", 12, 12).Sum("all", "a", "b");
        Assert.Null(attacker.Known("a"));
    }
}
