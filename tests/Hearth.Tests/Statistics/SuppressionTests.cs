using System.Globalization;
using Hearth.Statistics.Suppression;
using static Hearth.Statistics.Suppression.CellState;

namespace Hearth.Tests.Statistics;

public sealed class SuppressionTests
{
    [Theory]
    [InlineData("5 40 60", "S W =", "=", "a single small part takes the smallest other part with it")]
    [InlineData("0 40 60", "= = =", "=", "zero is shown and hides nothing")]
    [InlineData("0 0 0", "= = =", "=", "all zero")]
    [InlineData("11 40", "= =", "=", "eleven is shown")]
    [InlineData("5 40 0", "S W =", "=", "zero protects nobody")]
    [InlineData("5 0 0", "S = =", "S", "a total of one part is as small as the part")]
    [InlineData("2 3 0", "S S =", "S", "a small total")]
    [InlineData("1 1 90", "S S W", "=", "two ones would be known to be two")]
    [InlineData("6 7 90", "S S =", "=", "two small parts that are not small together protect each other")]
    [InlineData("10 10 0", "S S =", "W", "labels would squeeze 10 and 10 out of a shown 20")]
    [InlineData("1 11", "S =", "W", "labels would squeeze 1 and 11 out of a shown 12")]
    [InlineData("5 40", "S W", "=", "two parts")]
    public void A_list_with_its_total(string parts, string labels, string total, string why)
    {
        var report = new PublishedCells();
        CellId[] ids =
        [
            .. parts
                .Split(' ')
                .Select((count, i) => report.Add($"part{i}", int.Parse(count, CultureInfo.InvariantCulture))),
        ];
        var all = report.Add("all", ids.Sum(id => report.Find(id).Value));
        var printed = report.AddSum(all, ids).Protect();

        var printedLabels = string.Join(' ', ids.Select(id => Letter(printed[id])));
        Assert.Equal($"{labels} of {total}: {why}", $"{printedLabels} of {Letter(printed[all])}: {why}");
    }

    [Fact]
    public void Ten_ones_with_a_small_total_cost_the_total_its_label_and_the_legend_says_so()
    {
        var report = new PublishedCells();
        CellId[] ones = [.. Enumerable.Range(0, 10).Select(i => report.Add($"one{i}", 1))];
        var all = report.Add("all", 10);
        var printed = report.AddSum(all, ones).Protect();

        Assert.All(ones, one => Assert.Equal(Small, printed[one]));
        Assert.Equal(Withheld, printed[all]);
        Assert.Equal(1, printed.LeastWithheld);
        Assert.Equal(new PublicRange(1, null), printed.ReadAs(all));
    }

    [Fact]
    public void Withheld_means_at_least_eleven_as_long_as_no_label_was_lost()
    {
        var report = new PublishedCells();
        var (few, many) = (report.Add("few", 4), report.Add("many", 90));
        var printed = report.AddSum(report.Add("all", 94), few, many).Protect();
        Assert.Equal(11, printed.LeastWithheld);
        Assert.Equal(new PublicRange(11, null), printed.ReadAs(many));
        Assert.Equal(new PublicRange(1, 10), printed.ReadAs(few));
        Assert.Null(printed.Number(many));
    }

    [Fact]
    public void One_small_cell_of_a_table_costs_the_cheapest_rectangle()
    {
        var table = new TwoWayTable(
            "t",
            new[,]
            {
                { 4, 90, 20 },
                { 80, 70, 60 },
                { 15, 50, 12 },
            }
        );
        var printed = table.Protect();
        var hidden = printed.Cells.Where(entry => entry.State != Shown).Select(entry => entry.Cell.Id).ToHashSet();
        Assert.Equal([table.Cell(0, 0), table.Cell(0, 2), table.Cell(2, 0), table.Cell(2, 2)], hidden);
        Assert.Equal(Shown, printed[table.GrandTotal]);
    }

    [Fact]
    public void A_small_month_cannot_be_found_through_its_quarter_or_the_period()
    {
        var report = new PublishedCells();
        CellId[] months = [.. ((int[])[4, 30, 40, 50, 60, 70]).Select((count, m) => report.Add($"m{m}", count))];
        CellId[] quarters = [report.Add("q0", 74), report.Add("q1", 180)];
        var period = report.Add("period", 254);
        report
            .AddSum(quarters[0], months[..3])
            .AddSum(quarters[1], months[3..])
            .AddSum(period, quarters)
            .AddSum(period, months);
        var printed = report.Protect();
        Assert.Equal([Small, Withheld, Shown, Shown, Shown, Shown], months.Select(month => printed[month]));
        Assert.All(quarters.Append(period), total => Assert.Equal(Shown, printed[total]));
    }

    [Fact]
    public void Tables_that_share_a_total_that_must_hide_are_protected_together()
    {
        var report = new PublishedCells();
        var all = report.Add("all", 20);
        report.AddSum(all, report.Add("woman", 10), report.Add("man", 10));
        report.AddSum(all, report.Add("young", 20), report.Add("old", 0));
        var printed = report.Protect();
        Assert.Equal(Withheld, printed[all]);
        Assert.Equal(Withheld, printed[new CellId("young")]);
        Assert.Equal(Shown, printed[new CellId("old")]);
    }

    [Fact]
    public void What_can_be_subtracted_is_protected_though_nobody_prints_it()
    {
        var report = new PublishedCells();
        var (visits, coded) = (report.Add("visits", 100), report.Add("visits with a code", 95));
        var printed = report.AddPartOf(coded, visits).Protect();
        Assert.Equal([Shown, Withheld], new[] { visits, coded }.Select(id => printed[id]).Order());
        Assert.Equal(2, printed.Cells.Count());
    }

    [Fact]
    public void Counts_of_people_that_do_not_add_up_need_no_company()
    {
        var report = new PublishedCells();
        var (march, april) = (report.Add("people in March", 5), report.Add("people in April", 40));
        var printed = report.Protect();
        Assert.Equal((Small, Shown), (printed[march], printed[april]));
    }

    [Fact]
    public void A_count_that_is_not_about_people_is_shown_when_small_unless_it_must_protect()
    {
        var report = new PublishedCells();
        var (lone, rooms, people) = (
            report.Add("open days", 3, subject: false),
            report.Add("rooms", 4, subject: false),
            report.Add("guests", 6)
        );
        report.AddSum(report.Add("both", 10, subject: false), rooms, people);
        var printed = report.Protect();
        Assert.Equal((Shown, Withheld, Small), (printed[lone], printed[rooms], printed[people]));
        Assert.Equal(new PublicRange(1, null), printed.ReadAs(rooms));
    }

    [Fact]
    public void Where_the_search_gives_up_all_that_is_linked_is_withheld_and_nothing_else()
    {
        // Each step is twice the one before, so reading the first as one more means thousands of moves at the end.
        var report = new PublishedCells();
        var step = report.Add("step0", 1);
        for (var i = 1; i <= 13; i++)
        {
            var twin = report.Add($"twin{i}", 1 << (i - 1));
            report.AddSum(twin, step);
            var next = report.Add($"step{i}", 1 << i);
            report.AddSum(next, step, twin);
            step = next;
        }

        var apart = report.Add("apart", 300);
        var printed = report.Protect();
        Assert.Equal(Shown, printed[apart]);
        Assert.All(printed.Cells.SkipLast(1), entry => Assert.Equal(Withheld, entry.State));
        Assert.Null(Attacker.Reading(report, printed).Known("step0"));
    }

    private static string Letter(CellState state) =>
        state switch
        {
            Shown => "=",
            Small => "S",
            _ => "W",
        };
}
