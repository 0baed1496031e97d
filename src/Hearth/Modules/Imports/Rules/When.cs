namespace Hearth.Modules.Imports.Rules;

/// <summary>The time of a row while it is being worked out.</summary>
internal record struct When
{
    public DateOnly Date;
    public DateOnly? EndDate;
    public TimeFound? Start;
    public TimeFound? End;
    public int? Minutes;
    public bool PastMidnight;

    /// <summary>The date comes from the row above.</summary>
    public bool Carried;

    /// <summary>Brings times with an offset to the site's zone and makes a length of start and end; false when they do not fit.</summary>
    public bool Settle(TimeZoneInfo zone, bool bareAfternoon)
    {
        if (Start is not { } start)
            return true;
        if (End is not { } end)
        {
            if (start.Offset is not null)
                (Date, start) = Local(Date, start, zone);
            else if (bareAfternoon && !start.HasHalf && start.Seconds is >= 3600 and < 7 * 3600)
                start = start with { Seconds = start.Seconds + 43_200 };
            Begin(start);
            return true;
        }
        if (EndDate is { } endDate)
            return Stamped(start, end, endDate, zone);
        var seconds = Moments.Between(ref start, ref end, bareAfternoon, out PastMidnight);
        if (start.Offset is not null)
            (Date, start) = Local(Date, start, zone);
        Begin(start);
        Minutes = Rounded(seconds);
        return seconds >= 0;
    }

    private bool Stamped(TimeFound start, TimeFound end, DateOnly endDate, TimeZoneInfo zone)
    {
        if (start.Offset is not null)
            (Date, start) = Local(Date, start, zone);
        if (end.Offset is not null)
            (endDate, end) = Local(endDate, end, zone);
        long seconds = ((endDate.DayNumber - Date.DayNumber) * 86_400L) + end.Seconds - start.Seconds;
        PastMidnight = endDate > Date;
        Begin(start);
        if (seconds is < 0 or > 86_400)
            return false;
        Minutes = Rounded((int)seconds);
        return true;
    }

    private void Begin(TimeFound start)
    {
        if (start.Seconds >= 86_400)
        {
            Date = Date.AddDays(1);
            start = start with { Seconds = start.Seconds - 86_400 };
        }
        Start = start;
    }

    private static int Rounded(int seconds) => (int)Math.Round(seconds / 60.0, MidpointRounding.AwayFromZero);

    private static (DateOnly, TimeFound) Local(DateOnly date, TimeFound time, TimeZoneInfo zone)
    {
        var written = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)
            .AddSeconds(time.Seconds)
            .AddMinutes(-time.Offset!.Value);
        var local = TimeZoneInfo.ConvertTimeFromUtc(written, zone);
        return (DateOnly.FromDateTime(local), new TimeFound((int)local.TimeOfDay.TotalSeconds, true, null));
    }
}
