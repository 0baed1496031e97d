namespace Hearth.Modules.Imports.Rules;

internal enum DateFault : byte
{
    None,
    NotADate,
    TwoWays,
    NoYear,
    Impossible,
    WrongWeekday,
    Future,
    TooOld,
}

/// <summary>What a written date means once the order of its numbers and its year are known.</summary>
internal static class DateRule
{
    public const int OldestYear = 1950;

    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    /// <summary>The date, or what keeps it from being one.</summary>
    /// <param name="year">The year for dates without one; 0 when nothing gives it.</param>
    public static DateFault Resolve(in DateFound found, DateOrder order, int year, DateOnly today, out DateOnly date)
    {
        date = default;
        switch (found.Form)
        {
            case DateForm.Serial:
                date = SerialZero.AddDays(found.A);
                return Bounds(date, today);
            case DateForm.Sure:
                return Make(found, found.A, found.B, year, today, out date);
            case DateForm.Numeric:
                return Numeric(found, order, year, today, out date);
            default:
                return DateFault.NotADate;
        }
    }

    private static DateFault Numeric(in DateFound found, DateOrder order, int year, DateOnly today, out DateOnly date)
    {
        date = default;
        if (order == DateOrder.YearMonthDay && found.YearDigits is 1 or 2)
            return Make(found with { Year = found.A, YearDigits = 2 }, found.B, found.Year, year, today, out date);
        if (found.YearDigits == 1)
            return DateFault.NotADate;
        if (order == DateOrder.Unknown)
            order = Evident(found, year, today);
        return order switch
        {
            DateOrder.MonthDay => Make(found, found.A, found.B, year, today, out date),
            DateOrder.DayMonth => Make(found, found.B, found.A, year, today, out date),
            DateOrder.Unknown or DateOrder.YearMonthDay => DateFault.TwoWays,
        };
    }

    /// <summary>The order one date shows by itself: a number above 12, both alike, or its own weekday.</summary>
    public static DateOrder Evident(in DateFound found, int year, DateOnly today)
    {
        if (found.A > 12 && found.B <= 12)
            return DateOrder.DayMonth;
        if (found.B > 12 || found.A == found.B)
            return DateOrder.MonthDay;
        if (found.Weekday is null)
            return DateOrder.Unknown;
        var monthDay = Make(found, found.A, found.B, year, today, out _) == DateFault.None;
        var dayMonth = Make(found, found.B, found.A, year, today, out _) == DateFault.None;
        return monthDay == dayMonth ? DateOrder.Unknown
            : monthDay ? DateOrder.MonthDay
            : DateOrder.DayMonth;
    }

    private static DateFault Make(in DateFound found, int month, int day, int year, DateOnly today, out DateOnly date)
    {
        date = default;
        var full = found.YearDigits switch
        {
            4 => found.Year,
            2 => Century(found.Year, today),
            _ => year,
        };
        if (month is < 1 or > 12 || day is < 1 or > 31)
            return DateFault.Impossible;
        if (full == 0)
            return DateFault.NoYear;
        if (full is < 1 or > 9999 || day > DateTime.DaysInMonth(full, month))
            return DateFault.Impossible;
        date = new DateOnly(full, month, day);
        if (found.Weekday is { } weekday && weekday != date.DayOfWeek)
            return DateFault.WrongWeekday;
        return Bounds(date, today);
    }

    // Two digits mean the hundred years that end next year: nobody logs next decade's calls.
    private static int Century(int year, DateOnly today)
    {
        var full = (today.Year / 100 * 100) + year;
        return full > today.Year + 1 ? full - 100 : full;
    }

    private static DateFault Bounds(DateOnly date, DateOnly today) =>
        date > today ? DateFault.Future
        : date.Year < OldestYear ? DateFault.TooOld
        : DateFault.None;
}
