using Hearth.Modules.Imports.Rules;

namespace Hearth.Tests.Imports;

public sealed class TallyImportTests
{
    private static List<(string Day, int People)> Counts(string text, params (string, string)[] answers) =>
        [
            .. Sheets
                .Contacts(text, answers)
                .Select(contact =>
                    (
                        contact.Date.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                        contact.Headcount
                    )
                ),
        ];

    [Fact]
    public void Stacked_months_with_weekdays_totals_and_titles_are_read()
    {
        var text =
            "Harbor Center,,,,,,,\nJanuary 2026,,,,,,,\n,Thu,Fri,Sat,Sun,Mon,Tue,\nProgram,1,2,3,4,5,6,Total\nLunch,4,,closed,-,n/a,5,9\n"
            + "Walk,x,2,0,,,3,5\nTotal,4,2,,,,8,14\n,,,,,,,\nFebruary,,,,,,,\nProgram,1,2,3,4,5,6,Total\nLunch,7,,,,,~10,17\n,7,,,,,10,17\n";
        Assert.Equal(
            [("01-01", 4), ("01-06", 5), ("01-02", 2), ("01-06", 3), ("02-01", 7), ("02-06", 10)],
            Counts(text)
        );
        Assert.Equal(2, Sheets.Import(text).Rows.Count(row => row.Skipped == SkipReason.Total));
    }

    [Fact]
    public void A_first_week_that_grew_by_one_a_day_is_counted_and_a_header_that_comes_again_is_not()
    {
        var text = "June 2024,,,,,\nProgram,1,2,3,4,5\nDrop in,1,2,3,4,5\nLunch,7,,,,\nProgram,1,2,3,4,5\nWalk,,3,,,\n";
        Assert.Equal(25, Counts(text).Sum(count => count.People));
    }

    [Fact]
    public void A_month_row_above_a_day_row_runs_on_into_the_next_month() =>
        Assert.Equal(
            [
                ("12-30", 4),
                ("12-31", 2),
                ("01-01", 7),
                ("01-02", 1),
                ("01-03", 5),
                ("12-30", 1),
                ("12-31", 2),
                ("01-01", 3),
                ("01-02", 4),
                ("01-03", 5),
            ],
            Counts(",Dec 2025,,Jan 2026,,\nProgram,30,31,1,2,3\nLunch,4,2,7,1,5\nWalk,1,2,3,4,5\n")
        );

    [Fact]
    public void Dates_across_are_days() =>
        Assert.Equal(
            [("01-05", 3), ("01-08", 4)],
            Counts("Activity,2026-01-05,2026-01-06,2026-01-07,2026-01-08\nLunch,3,,,4\nWalk,,0,,\n")
        );

    [Fact]
    public void A_bad_cell_is_a_problem_of_its_own_with_its_day()
    {
        var rows = Sheets.Import("January 2026,1,2,3,4,5,6\nLunch,4,many,5,10-12,1,2\n").Rows;
        Assert.Equal(4, rows.Count(row => row.Contact is not null));
        Assert.Equal(
            ["2026-01-02", "2026-01-04"],
            rows.Where(row => row.Problems.Count > 0).Select(row => row.Problems[0].Column)
        );
    }

    [Fact]
    public void A_missing_month_and_year_are_asked()
    {
        var text = "Program,1,2,3,4,5,6\nLunch,4,,5,1,1,2\n";
        var (guess, rows) = Sheets.Import(text);
        Assert.Equal(
            ["month", "year"],
            guess.Questions.Where(question => question.MustAnswer).Select(question => question.Id).Order()
        );
        Assert.DoesNotContain(rows, row => row.Contact is not null);
        Assert.Equal(5, Counts(text, ("month", "3"), ("year", "2026")).Count);
    }
}
