using Hearth.Statistics.Suppression;

namespace Hearth.Tests.Statistics;

public sealed class LargeTableTests
{
    private readonly Random random = new(7);

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.2)]
    [InlineData(0.6)]
    public void Forty_programs_by_thirty_six_months_hide_few_cells(double shareSmall)
    {
        var report = new PublishedCells();
        var table = new TwoWayTable("visits", Counts(shareSmall));
        table.AddTo(report);
        var printed = report.Protect();
        Assert.InRange(printed.Cells.Count(entry => entry.State == CellState.Withheld), 0, 60);
        Assert.Equal(CellState.Shown, printed[table.GrandTotal]);
    }

    [Fact]
    public void With_and_without_a_code_beside_all_visits_hides_a_twentieth()
    {
        var (with, without) = (Counts(0.02), Counts(0.02));
        var all = new int[40, 36];
        foreach (var at in Enumerable.Range(0, all.Length))
        {
            all[at / 36, at % 36] = with[at / 36, at % 36] + without[at / 36, at % 36];
        }

        var report = new PublishedCells();
        new TwoWayTable("all", all).AddTo(report);
        new TwoWayTable("with", with).AddTo(report);
        new TwoWayTable("without", without).AddTo(report);
        foreach (
            var cell in report.Cells.Where(cell => cell.Id.Name.StartsWith("all/", StringComparison.Ordinal)).ToArray()
        )
        {
            var place = cell.Id.Name[3..];
            report.AddSum(cell.Id, new CellId("with" + place), new CellId("without" + place));
        }

        var printed = report.Protect();
        Assert.InRange(printed.Cells.Count(entry => entry.State == CellState.Withheld), 1, report.Cells.Count / 20);
    }

    private int[,] Counts(double shareSmall)
    {
        var counts = new int[40, 36];
        foreach (var at in Enumerable.Range(0, counts.Length))
        {
            counts[at / 36, at % 36] = random.NextDouble() < shareSmall ? random.Next(0, 11) : random.Next(11, 400);
        }

        return counts;
    }
}
