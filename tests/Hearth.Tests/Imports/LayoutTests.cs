using Hearth.Modules.Imports.Rules;

namespace Hearth.Tests.Imports;

/// <summary>What stands above, between and below the rows of a sheet.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData("Phone System Export,,,\nGenerated:,11/14/2025 08:00 AM,,\nFrom:,10/01/2025,To:,10/31/2025\n,,,\n")]
    [InlineData("Week of,10/13/2025,,\nStaff:,Jo,,\n")]
    [InlineData("Week of,10/13/2025,,\n")]
    public void Lines_with_a_date_above_the_header_are_titles_and_no_data(string titles)
    {
        var (guess, rows) = Sheets.Import(
            titles
                + "Date,Time,From,Duration\n10/14/2025,21:14:05,555-555-0151,00:12:31\n10/15/2025,22:01:00,555-555-0152,00:30:00\n"
        );
        Assert.Equal(["Date", "Time", "From", "Duration"], guess.Map.Columns.Select(column => column.Header));
        Assert.Equal([13, 30], rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Minutes ?? -1));
        Assert.DoesNotContain(rows, row => row.Problems.Count > 0);
    }

    [Fact]
    public void A_header_that_comes_again_does_not_make_titles_of_the_rows_above_it()
    {
        var text = "Date,Time,Name\n10/14/2025,9:00 AM,Ana\nDate,Time,Name\n10/15/2025,9:00 AM,Bo\n";
        Assert.Equal(2, Sheets.Contacts(text).Count);
    }

    [Theory]
    [InlineData("October 2025,,,,,,\nPrinted 11/14/2025,,,,,,\n")]
    [InlineData("October 2025,,,,,,\nPrinted:,11/02/2025,,,,,\n")]
    [InlineData("10/01/2025 - 10/31/2025,,,,,,\n")]
    [InlineData("From,2025-10-01,to,2025-10-31,,,\n")]
    [InlineData("Oct,2025,,,,,\n")]
    [InlineData("10/2025,,,,,,\n")]
    public void The_month_of_a_tally_is_the_one_it_covers_and_not_the_day_it_was_printed(string titles)
    {
        var (guess, rows) = Sheets.Import(titles + "Program,1,2,3,4,5,6\nLunch,4,,5,,,7\n");
        Assert.DoesNotContain(guess.Questions, question => question.Id is "year" or "month");
        Assert.Equal(
            [new(2025, 10, 1), new(2025, 10, 3), new(2025, 10, 6)],
            rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Date)
        );
    }

    [Fact]
    public void A_title_date_that_can_be_read_two_ways_names_no_month() =>
        Assert.Contains(
            Sheets.Import("Lunch counts 10/01/2025,,,,,,\nProgram,1,2,3,4,5,6\nLunch,4,,5,,,7\n").Guess.Questions,
            question => question.Id == "month"
        );

    [Theory]
    [InlineData("10/14/2025 Total,,20")]
    [InlineData("10/14/2025,Total,20")]
    [InlineData("10/14/2025,Daily total,20")]
    public void The_total_of_a_day_counts_nobody_again(string total)
    {
        var rows = Sheets
            .Import(
                $"Date,Name,People\n10/14/2025,Morning,12\n10/14/2025,Evening,8\n{total}\n10/15/2025,Total Wellness,5\n"
            )
            .Rows;
        Assert.Equal([12, 8, 5], rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Headcount));
        Assert.Equal(SkipReason.Total, rows[3].Skipped);
    }

    [Fact]
    public void A_long_name_alone_under_a_date_written_once_is_a_person_and_no_note()
    {
        var (_, rows) = Sheets.Import(
            "Date,Name,Staff,Notes\n10/14/2025,Ana,Jo,\n,Maria Guadalupe Hernandez,,\n,Bo,,\n,Christopher Montgomery,,\n,,,We closed early that day because of snow\n10/15/2025,Cee,,\n"
        );
        Assert.Equal(5, rows.Count(row => row.Contact is not null));
        Assert.Equal(SkipReason.Note, rows[5].Skipped);
    }

    [Theory]
    [InlineData("TOT")]
    [InlineData("Ttl")]
    [InlineData("Totales")]
    public void A_total_is_known_by_its_short_names(string label) =>
        Assert.Equal(
            [4, 5, 7],
            Sheets
                .Contacts($"October 2025,1,2,3,4,5,6\nLunch,4,,5,,,7\n{label},4,,5,,,7\n")
                .Select(contact => contact.Headcount)
        );

    [Theory]
    [InlineData("Group,10/7/2025,10/14/2025,10/21/2025,10/28/2025,Total\nHouse,5,6,7,8,26\nArt,1,,3,no group,4\n")]
    [InlineData("October 2025,1,2,3,4,5,6\nHouse,1,2,3,4,5,6\nHouse,2,3,4,5,6,7\n")]
    public void A_week_that_grew_by_one_a_day_is_not_asked_for_its_month(string sheet) =>
        Assert.DoesNotContain(Sheets.Import(sheet).Guess.Questions, question => question.Id is "month" or "year");

    [Fact]
    public void Numbers_that_are_left_out_of_a_sheet_where_each_row_counts_one_are_said()
    {
        var (guess, _) = Sheets.Import(
            "Date,Program,Adults,Kids,Staff\n2025-10-14,House,4,9,Jo\n2025-10-15,House,3,5,Jo\n"
        );
        Assert.Contains(
            "Each row counts one person. “Adults”, “Kids” hold numbers and are left out: say in the map if one of them is how many came.",
            guess.Notes
        );
        Assert.DoesNotContain(
            Sheets
                .Import("Date,Name,Age\n2025-10-14,Ana,44\n")
                .Guess.Notes.Concat(Sheets.Import("Program,Sun,Mon\nLunch,4,5\n").Guess.Notes),
            note => note.StartsWith("Each row", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_program_of_the_house_whose_name_begins_like_a_total_is_none()
    {
        var context = Sheets.Context with { Programs = [new("well", "Total Wellness"), new("tot", "Tot time")] };
        var sheet = Sheets.Of(
            "October 2025,1,2,3,4,5,6\nTotal Wellness,4,,5,,,7\nTot time,1,,,,,\nTotal visits,5,,5,,,7\n"
        );
        Assert.Equal(
            ["well", "well", "well", "tot"],
            Sheets.Import(sheet, context).Rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Program)
        );
    }
}
