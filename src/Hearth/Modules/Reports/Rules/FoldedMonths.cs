namespace Hearth.Modules.Reports.Rules;

/// <summary>Which part of a period whole months stand in for, and which days remain.</summary>
internal static class FoldedMonths
{
    public static DateOnly Of(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The whole months of a period, named by their first days: from the first to before the other.</summary>
    public static (DateOnly First, DateOnly Before) Whole(ReportPeriod period) =>
        (period.From.Day == 1 ? period.From : Of(period.From).AddMonths(1), Of(period.To.AddDays(1)));

    /// <summary>The days of a period outside of these months, as few stretches as they make.</summary>
    /// <param name="months">Whole months of the period, in order.</param>
    public static IReadOnlyList<ReportPeriod> Rest(ReportPeriod period, IReadOnlyList<DateOnly> months)
    {
        var rest = new List<ReportPeriod>();
        var from = period.From;
        foreach (var month in months)
        {
            if (from < month)
            {
                rest.Add(new ReportPeriod(from, month.AddDays(-1)));
            }
            from = month.AddMonths(1);
        }
        if (from <= period.To)
        {
            rest.Add(new ReportPeriod(from, period.To));
        }
        return rest;
    }
}
