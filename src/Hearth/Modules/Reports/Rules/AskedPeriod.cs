using Hearth.Foundation;
using Hearth.Foundation.Access;

namespace Hearth.Modules.Reports.Rules;

/// <summary>
/// The period a page was asked for. Who records support may choose any days. Others get whole periods of the
/// definition's kind only: two overlapping periods, one taken from the other, would show what each hides.
/// </summary>
internal sealed record AskedPeriod(ReportPeriod Period, Problem? Problem)
{
    public const int MostDays = 366 * 10;

    public static AskedPeriod Of(Access access, ReportDefinition definition, string? from, string? to, DateOnly today)
    {
        var last = ReportPeriod.LastBefore(today, definition.Period);
        if (string.IsNullOrWhiteSpace(from) && string.IsNullOrWhiteSpace(to))
        {
            return new(last, null);
        }
        if (DayWords.Read(from, isEnd: false) is not { } first || DayWords.Read(to, isEnd: true) is not { } end)
        {
            return new(
                last,
                new(
                    "from",
                    $"One of the days could not be read. {last.Words} is shown instead. Write days as 2026-10-01."
                )
            );
        }
        if (first > end || end.DayNumber - first.DayNumber > MostDays)
        {
            return new(
                last,
                new(
                    "from",
                    $"The first day lies after the last, or they are more than ten years apart. {last.Words} is shown instead."
                )
            );
        }
        var asked = new ReportPeriod(first, end);
        var kind = definition.Period == PeriodKind.Any ? PeriodKind.Month : definition.Period;
        return access.Has(Role.Recorders) || asked.IsWhole(kind)
            ? new(asked, null)
            : new(
                ReportPeriod.Holding(first, kind),
                new("from", "Your role sees whole periods. The one that holds the first day is shown.")
            );
    }
}
