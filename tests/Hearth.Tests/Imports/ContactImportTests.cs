using Hearth.Modules.Imports.Files;
using Hearth.Modules.Imports.Rules;
using Hearth.Modules.Support;

namespace Hearth.Tests.Imports;

public sealed class ContactImportTests
{
    [Fact]
    public void A_phone_log_loses_its_caller_numbers_at_the_door()
    {
        var (guess, rows) = Sheets.Import(
            "Call Date;From;Duration;Agent;Notes\n2026-03-04 22:10:05;(555) 201-0142;00:12:40;Ana;call back 555-201-0142\n"
                + "2026-03-04 23:50:00;555.201.0199;00:20:00;Bo;\nbad;5552010177;x;Bo;ask for 555 201 0155\n"
        );
        Assert.Contains(guess.Map.Columns, column => column is { Header: "From", Field: ContactField.CallerNumber });
        Assert.Equal([13, 20], rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Minutes ?? 0));
        Assert.All(rows.Where(row => row.Contact is not null), row => Assert.Equal(ContactHow.Phone, row.Contact!.How));
        var bad = Assert.Single(rows, row => row.Problems.Count > 0);
        Assert.DoesNotContain(bad.Cells, cell => cell.Contains("201", StringComparison.Ordinal));
        Assert.DoesNotContain("201", guess.Map.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_caller_number_makes_no_other_key_and_another_note_does()
    {
        string Row(string number, string note) => $"Date,Time,Phone,Notes\n3/14/2026,9:00,{number},{note}\n";
        var one = Sheets.Contacts(Row("555-201-0142", "x"))[0].Key;
        Assert.Equal(one, Sheets.Contacts(Row("555-201-0143", "x"))[0].Key);
        Assert.NotEqual(one, Sheets.Contacts(Row("555-201-0142", "y"))[0].Key);
    }

    [Fact]
    public void The_same_row_has_one_key_in_any_order_delimiter_and_date_form()
    {
        var a = Sheets.Contacts("Date,Name,In,Out\n3/14/2026,Zoë,9:00am,10:00am\n3/15/2026,Al,1:00 PM,2:00 PM\n");
        var b = Sheets.Contacts(
            "Attendance\n\nName;Date;Out;In;\nAl;2026-03-15;14:00;13:00;\nZoë ;14 Mar 2026;10:00;09:00;\n"
        );
        Assert.Equal(a.Select(contact => contact.Key).Reverse(), b.Select(contact => contact.Key));
    }

    [Fact]
    public void A_date_that_reads_two_ways_is_asked_and_never_guessed()
    {
        var text = "Date,In,Name\n3/4/2026,9:00,Al\n3/5/2026,9:30,Bo\n";
        var (guess, rows) = Sheets.Import(text);
        Assert.Contains(guess.Questions, question => question is { Id: "date-order", MustAnswer: true });
        Assert.Equal(2, rows.Count(row => row.Problems.Count == 1 && row.Contact is null));
        Assert.Equal(
            [new DateOnly(2026, 4, 3), new DateOnly(2026, 5, 3)],
            Sheets.Contacts(text, ("date-order", "DayMonth")).Select(contact => contact.Date)
        );
        Assert.Equal(
            [new DateOnly(2026, 3, 4), new DateOnly(2026, 3, 5)],
            Sheets.Contacts(text, ("date-order", "MonthDay")).Select(contact => contact.Date)
        );
    }

    [Theory]
    [InlineData("Date,Name\n3/4/2026,Al\n25/4/2026,Bo\n", DateOrder.DayMonth)]
    [InlineData("Date,Name\n3/4/2026,Al\n4/25/2026,Bo\n", DateOrder.MonthDay)]
    [InlineData("Date,Name\n12/3/2026,Al\n11/4/2026,Bo\n", DateOrder.DayMonth)]
    public void The_whole_column_decides_the_order(string text, DateOrder order) =>
        Assert.Equal(order, Sheets.Import(text).Guess.Map.DateOrder);

    [Fact]
    public void A_year_nobody_wrote_is_asked()
    {
        var text = "Date,Name,In\nMar 3,Al,9:00\nMar 4,Bo,9:30\n";
        var (guess, rows) = Sheets.Import(text);
        Assert.Contains(guess.Questions, question => question is { Id: "year", MustAnswer: true });
        Assert.All(rows.Where(row => row.Skipped is null), row => Assert.NotEmpty(row.Problems));
        Assert.Equal(2025, Sheets.Contacts(text, ("year", "2025"))[0].Date.Year);
    }

    [Fact]
    public void Titles_months_totals_headers_notes_and_blank_rows_are_told_apart()
    {
        var rows = Sheets
            .Import(
                "Harbor House,,\nJanuary 2026,,\n,,\nDate,Name,In\n1/30,Al,9:00\n,Bo,9:30\nSubtotal,2,\n,,\nFebruary 2026,,\nDate,Name,In\n"
                    + "2/1,Cy,9:00\n2/2,closed,\n2/3,,\nAverage per day,1.5,\n* closed on the 2nd for snow,,\n",
                ("blank-date", "True")
            )
            .Rows;
        Assert.Equal(
            [
                "Title",
                "Title",
                "Blank",
                "Header",
                "1/30",
                "1/30",
                "Total",
                "Blank",
                "Title",
                "RepeatedHeader",
                "2/1",
                "NothingCounted",
                "NothingCounted",
                "Total",
                "Note",
            ],
            rows.Select(row => row.Skipped?.ToString() ?? $"{row.Contact!.Date.Month}/{row.Contact.Date.Day}")
        );
    }

    [Fact]
    public void Times_past_midnight_and_half_written_times_make_sense()
    {
        var contacts = Sheets.Contacts(
            "Date,In,Out\n2026-03-14,23:50,00:20\n2026-03-14,9:00 am,2\n2026-03-14,1:00,3:30pm\n2026-03-14,noon,1pm\n2026-03-14,10:00am-11:15am,\n2026-03-14,,\n2026-03-14,0930,1015\n"
        );
        Assert.Equal([30, 300, 150, 60, 75, 45], contacts.Select(contact => contact.Minutes ?? -1));
        Assert.True(contacts[0].PastMidnight);
        var bad = Sheets.Import("Date,In,Out\n2026-03-14,10:00 pm,9:00 pm\n").Rows[^1];
        Assert.Equal("Out", Assert.Single(bad.Problems).Column);
    }

    [Fact]
    public void Bare_day_time_hours_are_read_as_afternoon_and_asked()
    {
        var (guess, rows) = Sheets.Import(
            "Date,In,Out\n2026-03-14,9:00,2:00\n2026-03-14,11:00,1:20\n2026-03-15,1:00,4:00\n"
        );
        Assert.Contains(guess.Questions, question => question.Id == "bare-times");
        Assert.Equal(
            [300, 140, 180],
            rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Minutes ?? -1)
        );
        Assert.Equal(new TimeOnly(13, 0), rows[^1].Contact!.Start);
    }

    [Fact]
    public void A_moment_with_a_zone_comes_to_the_site_own_time()
    {
        var contact = Assert.Single(Sheets.Contacts("Timestamp,Name\n2026-03-14T03:30:00Z,Al\n"));
        Assert.Equal(new DateTime(2026, 3, 13, 21, 30, 0), contact.LocalStart);
    }

    [Fact]
    public void A_sheet_without_a_header_goes_by_what_its_columns_look_like()
    {
        var (guess, rows) = Sheets.Import("2026-03-14,9:00,9:30,Al\n2026-03-15,10:00,11:00,Bo\n");
        Assert.False(guess.Map.HasHeader);
        Assert.Equal([30, 60], rows.Select(row => row.Contact!.Minutes ?? -1));
    }

    [Fact]
    public void Two_header_rows_are_one_header()
    {
        var contacts = Sheets.Contacts("Date,Guest,Time,\n,,In,Out\n2026-03-14,Al,9:00,9:30\n");
        Assert.Equal(30, Assert.Single(contacts).Minutes);
    }

    [Fact]
    public void Two_columns_of_one_name_keep_their_places()
    {
        var contacts = Sheets.Contacts("Date,Time,Time,Name\n2026-03-14,9:00,9:45,Al\n");
        Assert.Equal(45, Assert.Single(contacts).Minutes);
    }

    [Fact]
    public void Programs_across_give_one_contact_for_each_count()
    {
        var rows = Sheets
            .Import("Date,Drop in,Lunch,Total\n2026-03-14,12,8,20\n2026-03-15,closed,~30,30\nTotal,12,38,50\n")
            .Rows;
        Assert.Equal([12, 8, 30], rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Headcount));
        Assert.Single(rows, row => row.Skipped == SkipReason.Total);
    }

    [Fact]
    public void A_column_of_programs_asks_about_words_it_does_not_know()
    {
        var context = Sheets.Context with
        {
            Programs = [new("line", "Warm Line", ["phones"]), new("house", "The House")],
        };
        var source = Sheets.Of(
            "Date,Program,How many\n2026-03-14,phones,3\n2026-03-14,the house,4\n2026-03-15,Annex,5\n2026-03-15,old,6\n"
        );
        var (guess, rows) = Sheets.Import(source, context, ("program-word:old", ""));
        Assert.Equal(
            ["program-word:annex", "program-word:old"],
            guess.Questions.Where(question => question.MustAnswer).Select(question => question.Id)
        );
        Assert.Equal(["line", "house"], rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Program));
        Assert.Equal("Program", Assert.Single(Assert.Single(rows, row => row.Problems.Count > 0).Problems).Column);
        Assert.Equal(SkipReason.LeftOut, rows[^1].Skipped);
    }

    [Fact]
    public void A_remembered_map_serves_next_months_sheet()
    {
        var first = MapGuess.From(Sheets.Of("March 2026\nDate,Name,In\n3/14,Al,9:00\n"), Sheets.Context).Map with
        {
            Names = NameRule.KeepAsCode,
        };
        var (map, refusal) = ContactMap.FromJson(first.ToJson());
        Assert.Null(refusal);
        var source = Sheets.Of("The center\nApril 2026\n\nDate;Name;In\n4/3;Bo;9:00\n");
        var guess = MapGuess.From(source, Sheets.Context, map);
        Assert.DoesNotContain(guess.Questions, question => question.MustAnswer);
        var contact = Assert
            .Single(ContactRows.Read(source, guess.Map, Sheets.Context), row => row.Contact is not null)
            .Contact!;
        Assert.Equal(("Bo", new DateOnly(2026, 4, 3)), (contact.PersonCode, contact.Date));
        Assert.Contains(
            "version",
            ContactMap
                .FromJson(first.ToJson().Replace("\"version\": 1", "\"version\": 9", StringComparison.Ordinal))
                .Refusal,
            StringComparison.Ordinal
        );
        Assert.NotNull(ContactMap.FromJson("not a map").Refusal);
        Assert.NotNull(ContactMap.FromJson("null").Refusal);
    }
}
