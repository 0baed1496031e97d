using System.Globalization;
using System.Runtime.InteropServices;

namespace Hearth.Modules.Reports;

public enum PeriodKind
{
    Any,
    Month,
    Quarter,
    Year,
}

/// <summary>The days a report covers, both ends included.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ReportPeriod(DateOnly From, DateOnly To)
{
    /// <summary>The whole month, quarter or year (a month where any is allowed) that holds a day.</summary>
    public static ReportPeriod Holding(DateOnly day, PeriodKind kind)
    {
        var months = Months(kind);
        var first = new DateOnly(day.Year, ((day.Month - 1) / months * months) + 1, 1);
        return new ReportPeriod(first, first.AddMonths(months).AddDays(-1));
    }

    /// <summary>The newest whole period that is over.</summary>
    public static ReportPeriod LastBefore(DateOnly today, PeriodKind kind) =>
        Holding(Holding(today, kind).From.AddDays(-1), kind);

    public ReportPeriod Previous(PeriodKind kind) => Holding(From.AddDays(-1), kind);

    public ReportPeriod Next(PeriodKind kind) => Holding(To.AddDays(1), kind);

    /// <summary>Whether this is one whole period of the kind; any days make an "any" period.</summary>
    public bool IsWhole(PeriodKind kind) => kind == PeriodKind.Any || this == Holding(From, kind);

    public bool Holds(DateOnly day) => day >= From && day <= To;

    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>"October 2026", "July to September 2026", "2026", or both dates.</summary>
    public string Words =>
        this == Holding(From, PeriodKind.Month) ? From.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : this == Holding(From, PeriodKind.Year) ? From.Year.ToString(CultureInfo.InvariantCulture)
        : this == Holding(From, PeriodKind.Quarter)
            ? $"{From.ToString("MMMM", CultureInfo.InvariantCulture)} to {To.ToString("MMMM yyyy", CultureInfo.InvariantCulture)}"
        : From == To ? Long(From)
        : $"{Long(From)} to {Long(To)}";

    public static string Long(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    private static int Months(PeriodKind kind) =>
        kind switch
        {
            PeriodKind.Any or PeriodKind.Month => 1,
            PeriodKind.Quarter => 3,
            PeriodKind.Year => 12,
        };
}
