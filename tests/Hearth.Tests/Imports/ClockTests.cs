using Hearth.Modules.Imports.Rules;

namespace Hearth.Tests.Imports;

/// <summary>Times and lengths that say only half of what they mean.</summary>
public sealed class ClockTests
{
    [Theory]
    [InlineData("11:30 PM", "12:15", "23:30", 45)]
    [InlineData("11:00 pm", "12:00", "23:00", 60)]
    [InlineData("7:00 pm", "12:00", "19:00", 300)]
    [InlineData("11:30", "12:15 am", "23:30", 45)]
    [InlineData("10:00", "1:00 AM", "22:00", 180)]
    [InlineData("12:30", "1:15 am", "00:30", 45)]
    [InlineData("11:30 PM - 12:15", "", "23:30", 45)]
    [InlineData("11:30", "12:15 pm", "11:30", 45)]
    [InlineData("9:00 pm", "2:30", "21:00", 330)]
    [InlineData("23:30", "12:15", "23:30", 765)]
    [InlineData("10:00", "01:00", "10:00", 900)]
    public void A_time_without_am_or_pm_beside_one_that_says_it_makes_no_half_day_of_a_night(
        string start,
        string end,
        string begins,
        int minutes
    )
    {
        var contact = Assert.Single(Sheets.Contacts($"Date,Start,End\n2025-10-14,{start},{end}\n"));
        Assert.Equal((begins, minutes), ($"{contact.Start:HH\\:mm}", contact.Minutes ?? -1));
    }

    [Theory]
    [InlineData("8:00 am,7:00 am")]
    [InlineData("10:00,9:00 am")]
    [InlineData("1:30 pm,12:15")]
    public void Times_that_fit_only_as_a_long_day_are_a_row_to_mend(string times) =>
        Assert.Single(Sheets.Import($"Date,Start,End\n2025-10-14,{times}\n").Rows, row => row.Problems.Count == 1);

    [Fact]
    public void Times_that_never_say_which_half_of_the_day_they_mean_are_asked_about()
    {
        var text = "Date,Name,Time\n2025-10-14,Ana,9:30\n2025-10-14,Bo,11:15\n2025-10-14,Cee,1:20\n";
        var question = Assert.Single(Sheets.Import(text).Guess.Questions, question => question.Id == "bare-times");
        Assert.True(question.MustAnswer);
        Assert.Equal(new(13, 20), Sheets.Contacts(text, ("bare-times", "True"))[2].Start);
        Assert.Equal(new(1, 20), Sheets.Contacts(text, ("bare-times", "False"))[2].Start);
    }

    [Theory]
    [InlineData("9:30", "13:20")]
    [InlineData("09:30", "1:20")]
    [InlineData("9:30", "1:20 pm")]
    [InlineData("9:30", "11:20")]
    public void Times_of_which_some_say_it_are_not_asked_about(string first, string second) =>
        Assert.DoesNotContain(
            Sheets.Import($"Date,Name,Time\n2025-10-14,Ana,{first}\n2025-10-14,Bo,{second}\n").Guess.Questions,
            question => question.Id == "bare-times"
        );

    [Theory]
    [InlineData("9-10:30", "09:00", 90)]
    [InlineData("9-10", "09:00", 60)]
    [InlineData("9:00-10:30", "09:00", 90)]
    [InlineData("0900-1030", "09:00", 90)]
    [InlineData("9:00 - 5:00", "09:00", 480)]
    [InlineData("11-1", "11:00", 120)]
    [InlineData("9:00:00-10:30:00", "09:00", 90)]
    public void Two_times_with_a_dash_between_are_a_start_and_an_end_and_no_zone(
        string written,
        string begins,
        int minutes
    )
    {
        foreach (var sheet in (string[])[$"Date,Time\n2025-10-14,{written}\n", $"When\n2025-10-14 {written}\n"])
        {
            var contact = Assert.Single(Sheets.Contacts(sheet));
            Assert.Equal((begins, minutes), ($"{contact.Start:HH\\:mm}", contact.Minutes ?? -1));
        }
    }

    [Theory]
    [InlineData("2025-11-04T21:14:05-05:00")]
    [InlineData("2025-11-04T21:14-05:00")]
    [InlineData("2025-11-04 21:14:05 -0500")]
    [InlineData("2025-11-04 21:14 -0500")]
    [InlineData("2025-11-05 02:14 +00:00")]
    [InlineData("2025-11-04 21:14 UTC-5")]
    public void A_moment_that_a_program_wrote_with_its_zone_keeps_it(string written) =>
        Assert.Equal(
            new(19, 14),
            Assert.Single(Sheets.Contacts($"When\n{written}\n")).Start is { } start
                ? new(start.Hour, start.Minute)
                : default(TimeOnly)
        );

    [Theory]
    [InlineData("Date,Guest,Duration", "1.5,0.5,2,.75,45 min", new[] { 90, 30, 120, 45, 45 })]
    [InlineData("Date,Guest,Length", "\"1,5\",2,1", new[] { 90, 120, 60 })]
    [InlineData("Date,Guest,Duration", "1,2,3", new[] { 1, 2, 3 })]
    [InlineData("Date,Guest,Duration", "1.5,30,2", new[] { 2, 30, 2 })]
    [InlineData("Date,Guest,Duration", "1.3,0.7,2", new[] { 1, 1, 2 })]
    [InlineData("Date,Guest,Minutes", "1.5,0.5,2", new[] { 2, 1, 2 })]
    [InlineData("Date,Guest,Duration (min)", "1.5,0.5,2", new[] { 2, 1, 2 })]
    public void Halves_and_quarters_among_small_numbers_are_hours_where_no_unit_is_named(
        string header,
        string lengths,
        int[] minutes
    )
    {
        var cells = Sheets.Cells(lengths + "\n")[0];
        var rows = cells.Select((cell, i) => $"2025-10-{i + 14},Ana,\"{cell}\"\n");
        Assert.Equal(
            minutes,
            Sheets.Contacts(header + "\n" + string.Concat(rows)).Select(contact => contact.Minutes ?? -1)
        );
    }

    [Fact]
    public void Decimal_lengths_of_a_telephone_system_stay_minutes() =>
        Assert.Equal(
            [2, 1],
            Sheets
                .Contacts("Date,Caller ID,Talk time\n2025-10-14,555-555-0142,1.5\n2025-10-15,555-555-0143,0.5\n")
                .Select(contact => contact.Minutes ?? -1)
        );

    [Theory]
    [InlineData("Date,Caller ID,billsec\n2025-10-14,555-555-0142,754\n", 13)]
    [InlineData("calldate,src,duration,billsec\n2025-10-14 21:00:05,5555550142,760,754\n", 13)]
    [InlineData(
        "Date,Caller ID,Duration\n2025-10-14,555-555-0142,754\n2025-10-15,555-555-0143,95\n2025-10-15,555-555-0143,620\n",
        13
    )]
    [InlineData("Date,Caller ID,Duration\n2025-10-14,555-555-0142,75\n2025-10-15,555-555-0143,95\n", 75)]
    [InlineData("Date,Caller ID,Minutes\n2025-10-14,555-555-0142,135\n", 135)]
    [InlineData("Date,Guest,Duration\n2025-10-14,Ana,480\n", 480)]
    [InlineData("Date,Start,Stop,Total time\n2025-10-14,9:00 AM,10:00 AM,1\n2025-10-14,9:00 AM,11:00 AM,2\n", 60)]
    [InlineData("Date,Minutes,Seconds\n2025-10-14,12,45\n", 12)]
    public void The_unit_of_a_length_is_found_by_its_neighbours_and_by_how_long_calls_last(string sheet, int minutes) =>
        Assert.Equal(minutes, Sheets.Contacts(sheet)[0].Minutes);

    [Fact]
    public void An_end_on_another_day_is_no_end_on_the_same()
    {
        var rows = Sheets
            .Import(
                "Start Date,Start Time,End Date,End Time,Name\n10/14/2025,11:00 PM,10/15/2025,1:00 AM,Ana\n10/16/2025,9:00 AM,10/18/2025,9:00 AM,Bo\n"
                    + "10/16/2025,9:00 AM,10/17/2025,8:00 AM,Cee\n10/16/2025,9:00 AM,10/17/2025,10:00 AM,Dee\n10/16/2025,9:00 AM,10/16/2025,10:00 AM,Eve\n10/16/2025,9:00 AM,,10:00 AM,Fay\n"
            )
            .Rows;
        Assert.Equal(
            [120, -2, -2, -2, 60, 60],
            rows.Skip(1).Select(row => row.Problems.Count > 0 ? -2 : row.Contact?.Minutes ?? -1)
        );
    }
}
