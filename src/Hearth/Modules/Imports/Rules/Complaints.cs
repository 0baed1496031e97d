using System.Globalization;

namespace Hearth.Modules.Imports.Rules;

/// <summary>The sentences for what stops a row.</summary>
internal static class Complaints
{
    public static ImportProblem Date(DateFault fault, string column, ReadOnlySpan<char> found, DateOnly today)
    {
        var (expected, mend) = fault switch
        {
            DateFault.TwoWays => (
                "A date that can be read one way only",
                "Say in the map whether the day or the month comes first."
            ),
            DateFault.NoYear => (
                "A date with its year",
                "Write the year in the cell, or say in the map which year this sheet is for."
            ),
            DateFault.Impossible => (
                "A day that exists, in the order the rest of the column uses",
                "Check the day and the month."
            ),
            DateFault.WrongWeekday => (
                "A weekday that fits the date",
                "The date falls on another weekday: correct one of them."
            ),
            DateFault.Future => (
                $"A date no later than {today.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}",
                "The date is in the future: check the year."
            ),
            DateFault.TooOld => ($"A date since {DateRule.OldestYear}", "Check the year."),
            DateFault.NotADate or DateFault.None => ("A date", "Write the date as year-month-day, such as 2026-03-31."),
        };
        return Make(column, found, expected, mend);
    }

    public static ImportProblem NoDate(string column) =>
        Make(
            column,
            "",
            "A date",
            "Write the date. Where a blank date means the same day as the row above, say so in the map."
        );

    public static ImportProblem Time(string column, ReadOnlySpan<char> found) =>
        Make(column, found, "A time of day", "Write the time as 14:30 or 2:30 pm, or leave the cell blank.");

    public static ImportProblem Length(string column, ReadOnlySpan<char> found) =>
        Make(
            column,
            found,
            "How long it lasted, up to 24 hours",
            "Write minutes, such as 75, or 1h 15m, or leave the cell blank."
        );

    public static ImportProblem Beyond(string column, ReadOnlySpan<char> found, int minutes) =>
        Make(
            column,
            found,
            "A length that fits the start and the end",
            $"From start to end it is {minutes.ToString(CultureInfo.InvariantCulture)} minutes: correct one of them, or say in the map whether lengths are seconds."
        );

    public static ImportProblem EndBeforeStart(string column, ReadOnlySpan<char> found) =>
        Make(column, found, "An end within 16 hours of the start", "Check both times; add am or pm if one is missing.");

    public static ImportProblem Count(string column, ReadOnlySpan<char> found) =>
        Make(
            column,
            found,
            "How many people came, as a number",
            "Write a number, such as 12. For a day without anyone write 0 or closed."
        );

    // Names are not repeated: what stops a row is shown where names are not.
    public static ImportProblem Names(string column) =>
        Make(
            column,
            "",
            "One person in a cell",
            "Several people are named here. Write a row for each, or say in a column of its own how many came."
        );

    public static ImportProblem Program(string column, ReadOnlySpan<char> found) =>
        Make(
            column,
            found,
            "One of your programs",
            "Say in the map which program this word means, or write the program's name in the cell."
        );

    public static ImportProblem TooLong(int cells) =>
        Make(
            "",
            "",
            "A row that a spreadsheet can hold",
            $"The row goes on after {cells} cells or is longer than 260,000 letters. Look for a missing line end or quotation mark."
        );

    public static ImportProblem Quote(string column) =>
        Make(
            column,
            "\"",
            "Quotation marks in pairs",
            "A quotation mark opens a cell and never closes, so this row has lost its columns. Remove it or close it."
        );

    private static ImportProblem Make(string column, ReadOnlySpan<char> found, string expected, string mend) =>
        new(column, Short(PhoneText.Redact(found.Trim())), expected, mend);

    private static string Short(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 77), "...");
}
