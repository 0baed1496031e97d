namespace Hearth.Modules.Imports.Rules;

/// <summary>A start and an end as written, made one stretch of time.</summary>
internal static class Moments
{
    public const int LongestPastMidnight = 16 * 3600;
    private const int Day = 86_400;
    private const int Half = 43_200;

    /// <summary>
    /// Seconds from start to end, or -1 when they do not fit. Where one of them says am or pm, or neither does and the
    /// afternoon is the only way to fit, the bare one is read so that the stretch is shortest.
    /// </summary>
    public static int Between(ref TimeFound start, ref TimeFound end, bool bareAfternoon, out bool pastMidnight)
    {
        if (bareAfternoon)
        {
            start = Afternoon(start);
            end = Afternoon(end);
        }
        else if (start.HasHalf && !end.HasHalf)
            end = Nearest(end, start.Seconds);
        else if (
            end.HasHalf
            && !start.HasHalf
            && start.Seconds + Half <= end.Seconds
            && end.Seconds is > Half and < Day
        )
            start = Later(start, end.Seconds);
        var seconds = end.Seconds - start.Seconds;
        pastMidnight = seconds < 0;
        if (seconds >= 0)
            return seconds;
        if (seconds + Day - Half is > 0 and <= LongestShort && OneSaysHalf(start, end))
            return AcrossTwelve(ref start, ref end, out pastMidnight);
        // "11:00" to "2:00" is three hours of an afternoon; a 24-hour sheet writes 02:00 or begins after 12.
        var bare = !start.HasHalf && !end.HasHalf && end.Seconds + Half > start.Seconds;
        if (!bare && seconds + Day <= LongestPastMidnight)
            return seconds + Day;
        if (end.HasHalf || end.Seconds + Half < start.Seconds || end.Seconds + Half >= Day)
            return -1;
        pastMidnight = false;
        end = end with { Seconds = end.Seconds + Half, HasHalf = true };
        return end.Seconds - start.Seconds;
    }

    private static bool OneSaysHalf(TimeFound start, TimeFound end) =>
        (start.SaysHalf && !end.HasHalf) || (end.SaysHalf && !start.HasHalf);

    // "11:30 pm" to "12:15" is three quarters of an hour, and so is "11:30" to "12:15 am".
    private static int AcrossTwelve(ref TimeFound start, ref TimeFound end, out bool pastMidnight)
    {
        if (start.HasHalf)
            end = OtherHalf(end);
        else
            start = OtherHalf(start);
        var seconds = end.Seconds - start.Seconds;
        pastMidnight = seconds < 0;
        return pastMidnight ? seconds + Day : seconds;
    }

    private static TimeFound OtherHalf(TimeFound time) =>
        time with
        {
            Seconds = (time.Seconds + Half) % Day,
            HasHalf = true,
        };

    private static TimeFound Afternoon(TimeFound time) =>
        time.HasHalf || time.Seconds is < 3600 or >= 7 * 3600
            ? time
            : time with
            {
                Seconds = time.Seconds + Half,
                HasHalf = true,
            };

    // "1:00 pm" to "3:00". In 24-hour sheets hours above twelve say their half too, so "23:35" to "0:10" stays as written.
    private static TimeFound Nearest(TimeFound end, int start)
    {
        if (end.Seconds >= start)
            return end;
        var later = end.Seconds + Half;
        return later >= start && later < Day && start - end.Seconds < Day - LongestShort
            ? end with
            {
                Seconds = later,
                HasHalf = true,
            }
            : end;
    }

    private const int LongestShort = 6 * 3600;

    private static TimeFound Later(TimeFound start, int end) =>
        end - start.Seconds > LongestShort * 2 ? start with { Seconds = start.Seconds + Half, HasHalf = true } : start;
}
