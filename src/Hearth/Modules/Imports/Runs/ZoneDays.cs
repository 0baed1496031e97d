using Hearth.Foundation.Access;

namespace Hearth.Modules.Imports.Runs;

/// <summary>
/// Instants of wall-clock times, a day's offset looked up once. Days on which the clock changes are asked time by time:
/// a time that the change skips moves forward an hour.
/// </summary>
internal sealed class ZoneDays(OrganizationContext organization)
{
    private const int Most = 20_000;
    private readonly Dictionary<DateOnly, TimeSpan?> offsets = [];

    public DateTimeOffset Instant(DateTime local)
    {
        var day = DateOnly.FromDateTime(local);
        if (!offsets.TryGetValue(day, out var offset))
        {
            if (offsets.Count >= Most)
            {
                offsets.Clear();
            }
            offsets[day] = offset = Constant(day);
        }
        return offset is { } whole
            ? new DateTimeOffset(local.Ticks - whole.Ticks, TimeSpan.Zero)
            : organization.Instant(local);
    }

    private TimeSpan? Constant(DateOnly day)
    {
        var begin = day.ToDateTime(TimeOnly.MinValue);
        var first = organization.TimeZone.GetUtcOffset(begin);
        var changes =
            day == DateOnly.MaxValue
            || organization.TimeZone.GetUtcOffset(begin.AddDays(1)) != first
            || organization.TimeZone.IsInvalidTime(begin)
            || organization.TimeZone.IsAmbiguousTime(begin);
        return changes ? null : first;
    }
}
