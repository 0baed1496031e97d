using Hearth.Modules.Imports.Rules;
using Hearth.Modules.Support;

namespace Hearth.Tests.Imports;

public sealed class ReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("2026-03-04", "2026-03-04")]
    [InlineData("2026/3/4", "2026-03-04")]
    [InlineData("20260304", "2026-03-04")]
    [InlineData("3/4/2026", "2026-03-04")]
    [InlineData("03-04-26", "2026-03-04")]
    [InlineData("3.4.26", "2026-03-04")]
    [InlineData("Mar 4, 2026", "2026-03-04")]
    [InlineData("4 March 2026", "2026-03-04")]
    [InlineData("4-Mar-26", "2026-03-04")]
    [InlineData("Wed 4 Mar", "2026-03-04")]
    [InlineData("Wednesday, March 4th", "2026-03-04")]
    [InlineData("4 de marzo de 2026", "2026-03-04")]
    [InlineData("46085", "2026-03-04")]
    [InlineData("3/4", "2026-03-04")]
    [InlineData("3/4 (Wed)", "2026-03-04")]
    [InlineData("4.3.", "2026-04-03")]
    [InlineData("3/4/99", "1999-03-04")]
    public void Dates_are_read_as_people_write_them(string text, string expected)
    {
        var found = DateReader.Read(text, out var used);
        Assert.Equal(text.Length, used);
        Assert.Equal(DateFault.None, DateRule.Resolve(found, DateOrder.MonthDay, 2026, Today, out var date));
        Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), date);
    }

    [Theory]
    [InlineData("3/4/2026", "TwoWays")]
    [InlineData("Mar 4", "NoYear")]
    [InlineData("2/30/2026", "Impossible")]
    [InlineData("Mon 3/4/2026", "TwoWays")]
    [InlineData("Wed 3/4/2026", "None")]
    [InlineData("Mon 4 Mar 2026", "WrongWeekday")]
    [InlineData("2027-01-01", "Future")]
    [InlineData("1926-01-01", "TooOld")]
    [InlineData("hello", "NotADate")]
    [InlineData("13/13/2026", "Impossible")]
    public void A_date_that_does_not_hold_says_why(string text, string expected) =>
        Assert.Equal(
            expected,
            DateRule.Resolve(DateReader.Read(text, out _), DateOrder.Unknown, 0, Today, out _).ToString()
        );

    [Theory]
    [InlineData("9:45:00 AM", "09:45")]
    [InlineData("21:25", "21:25")]
    [InlineData("9:00a", "09:00")]
    [InlineData("9a", "09:00")]
    [InlineData("1:15p.m.", "13:15")]
    [InlineData("12:05 am", "00:05")]
    [InlineData("12pm", "12:00")]
    [InlineData("0930", "09:30")]
    [InlineData("930", "09:30")]
    [InlineData("9.30", "09:30")]
    [InlineData("9h30", "09:30")]
    [InlineData("21h", "21:00")]
    [InlineData("noon", "12:00")]
    [InlineData("Midnight", "00:00")]
    [InlineData("12n", "12:00")]
    [InlineData("0.40625", "09:45")]
    [InlineData("T14:45:00Z", "14:45")]
    [InlineData("14:45:00.123+02:00", "14:45")]
    public void Times_are_read_as_people_write_them(string text, string expected)
    {
        Assert.True(TimeReader.TryRead(text, out var found));
        Assert.Equal(
            expected,
            TimeOnly
                .FromTimeSpan(TimeSpan.FromSeconds(found.Seconds))
                .ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    [Theory]
    [
        InlineData("25:00"),
        InlineData("9:75"),
        InlineData("soon"),
        InlineData(""),
        InlineData("9:5:5:5"),
        InlineData("1e9"),
        InlineData("13n")
    ]
    public void What_is_no_time_is_no_time(string text) => Assert.False(TimeReader.TryRead(text, out _));

    [Theory]
    [
        InlineData("1h 15m", 75),
        InlineData("75", 75),
        InlineData("1:15", 75),
        InlineData("1.25 hours", 75),
        InlineData("1,25 h", 75)
    ]
    [
        InlineData("75 min", 75),
        InlineData("1 hr", 60),
        InlineData("½ hour", 30),
        InlineData("1½ hrs", 90),
        InlineData("0:07:29", 7)
    ]
    [
        InlineData("1 hour and 5 minutes", 65),
        InlineData("90 sec", 2),
        InlineData("~30", 30),
        InlineData("1h15", 75),
        InlineData("45 mins.", 45)
    ]
    public void Lengths_are_read_as_people_write_them(string text, int minutes)
    {
        Assert.True(Amounts.TryMinutes(text, DurationUnit.Minutes, out var found));
        Assert.Equal(minutes, found);
    }

    [Theory]
    [
        InlineData("12", 12),
        InlineData("12 people", 12),
        InlineData("~30", 30),
        InlineData("1,234", 1234),
        InlineData("12.0", 12)
    ]
    [
        InlineData("|||| ||", 6),
        InlineData("xxx", 3),
        InlineData("about 20", 20),
        InlineData("15+", 15),
        InlineData("0", 0)
    ]
    public void Headcounts_are_read_as_people_write_them(string text, int count)
    {
        Assert.True(Amounts.TryCount(text, out var found));
        Assert.Equal(count, found);
    }

    [Theory]
    [
        InlineData("10-12"),
        InlineData("12 + kids"),
        InlineData("2.5"),
        InlineData("-3"),
        InlineData("✓"),
        InlineData("many"),
        InlineData("99999999999")
    ]
    public void A_headcount_that_could_mean_two_things_is_not_guessed(string text) =>
        Assert.False(Amounts.TryCount(text, out _));

    [Theory]
    [InlineData("(555) 201-0142", "[number left out]")]
    [InlineData("call 555-201-0142 after 5", "call [number left out] after 5")]
    [InlineData("+1 555.201.0142 or 201 0143", "[number left out]")]
    [InlineData("+44 20 7946 0958", "[number left out]")]
    [InlineData("2026-03-04", "2026-03-04")]
    [InlineData("42", "42")]
    [InlineData("room 12, 3 people", "room 12, 3 people")]
    [InlineData("Zoë", "Zoë")]
    public void Telephone_numbers_are_taken_out_of_words(string text, string expected) =>
        Assert.StartsWith(expected, PhoneText.Redact(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("someone to talk to", SupportKinds.Listening), InlineData("coffee / warm up", SupportKinds.Meal)]
    [InlineData("clothes", SupportKinds.Supplies), InlineData("help with a form", SupportKinds.FindingResources)]
    [
        InlineData("ride to court", SupportKinds.Ride),
        InlineData("double trouble grp", SupportKinds.Group),
        InlineData("hang up", SupportKinds.None),
        InlineData("hanging out", SupportKinds.APlaceToBe),
        InlineData("xyzzy", SupportKinds.None)
    ]
    public void Plain_words_name_kinds_of_support(string text, SupportKinds kind) =>
        Assert.Equal(kind, Vocabulary.Kind(text));
}
