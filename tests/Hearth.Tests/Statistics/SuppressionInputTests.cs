using Hearth.Statistics.Suppression;

namespace Hearth.Tests.Statistics;

public sealed class SuppressionInputTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_rule_below_three_is_refused_because_its_label_would_tell_the_number(int smallestShown) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SuppressionRule(smallestShown));

    [Fact]
    public void A_sum_that_does_not_add_up_is_refused()
    {
        var report = new PublishedCells();
        var (a, b, all) = (report.Add("a", 1), report.Add("b", 2), report.Add("all", 4));
        Assert.Contains(
            "all is 4, but its parts add up to 3",
            Assert.Throws<ArgumentException>(() => report.AddSum(all, a, b)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void One_name_is_one_count()
    {
        var report = new PublishedCells();
        report.Add("all", 40);
        report.Add("all", 40);
        Assert.Single(report.Cells);
        Assert.Throws<ArgumentException>(() => report.Add("all", 41));
    }

    [Fact]
    public void A_sum_needs_known_cells_each_once()
    {
        var report = new PublishedCells();
        var (a, all) = (report.Add("a", 2), report.Add("all", 4));
        Assert.Throws<ArgumentException>(() => report.AddSum(all, a, a));
        Assert.Throws<ArgumentException>(() => report.AddSum(all));
        Assert.Throws<ArgumentException>(() => report.AddSum(all, new CellId("nobody")));
        Assert.Throws<ArgumentException>(() => report.AddPartOf(all, a));
        Assert.Throws<ArgumentOutOfRangeException>(() => report.Add("below", -1));
    }

    [Theory]
    [InlineData(50, 100, ShareState.Shown)]
    [InlineData(5, 100, ShareState.Withheld)]
    [InlineData(95, 100, ShareState.Withheld)]
    [InlineData(0, 100, ShareState.Shown)]
    [InlineData(100, 100, ShareState.Shown)]
    [InlineData(0, 6, ShareState.Withheld)]
    [InlineData(0, 0, ShareState.Undefined)]
    public void A_share_of_a_known_base_is_withheld_when_either_side_is_small(
        int numerator,
        int denominator,
        ShareState expected
    ) => Assert.Equal(expected, Rates.Share(numerator, denominator));

    [Fact]
    public void A_share_of_cells_is_withheld_when_either_is_hidden()
    {
        var report = new PublishedCells();
        var (few, many, most) = (report.Add("few", 4), report.Add("many", 90), report.Add("most", 200));
        var (all, none) = (report.Add("all", 294), report.Add("none", 0));
        var printed = report.AddSum(all, few, many, most).Protect();
        Assert.Equal(ShareState.Withheld, Rates.Share(printed, few, all));
        Assert.Equal(ShareState.Withheld, Rates.Share(printed, many, all));
        Assert.Equal(ShareState.Withheld, Rates.Share(printed, all, many));
        Assert.Equal(ShareState.Shown, Rates.Share(printed, most, all));
        Assert.Equal(ShareState.Undefined, Rates.Share(printed, none, none));
    }
}
