namespace Hearth.Demo;

/// <summary>Federal holidays of the United States (5 U.S.C. 6103), with the weekday on which offices observe them.</summary>
internal static class Holidays
{
    public static bool IsHoliday(DateOnly day) => Of(day.Year).Contains(day) || Of(day.Year + 1).Contains(day);

    /// <summary>Observed days; the first of January can fall on the last day of the year before.</summary>
    public static IReadOnlyList<DateOnly> Of(int year) =>
        [
            Observed(year, 1, 1),
            Nth(year, 1, DayOfWeek.Monday, 3),
            Nth(year, 2, DayOfWeek.Monday, 3),
            Last(year, 5, DayOfWeek.Monday),
            Observed(year, 6, 19),
            Observed(year, 7, 4),
            Nth(year, 9, DayOfWeek.Monday, 1),
            Nth(year, 10, DayOfWeek.Monday, 2),
            Observed(year, 11, 11),
            Nth(year, 11, DayOfWeek.Thursday, 4),
            Observed(year, 12, 25),
        ];

    private static DateOnly Observed(int year, int month, int day)
    {
        var date = new DateOnly(year, month, day);
        return date.DayOfWeek switch
        {
            DayOfWeek.Saturday => date.AddDays(-1),
            DayOfWeek.Sunday => date.AddDays(1),
            _ => date,
        };
    }

    private static DateOnly Nth(int year, int month, DayOfWeek weekday, int n)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)weekday - (int)first.DayOfWeek + 7) % 7 + 7 * (n - 1));
    }

    private static DateOnly Last(int year, int month, DayOfWeek weekday)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
    }
}
