namespace Hearth.Modules.Imports.Rules;

/// <summary>A time of day as written.</summary>
/// <param name="Seconds">Seconds from midnight; 86,400 for 24:00.</param>
/// <param name="HasHalf">It says am or pm, or can only be one (13:00 and later, 00:30, a leading zero).</param>
/// <param name="Offset">Minutes from UTC, when it carries a zone.</param>
/// <param name="SaysHalf">It says am or pm in so many words.</param>
internal readonly record struct TimeFound(int Seconds, bool HasHalf, int? Offset, bool SaysHalf = false);

/// <summary>Reads a time of day in any form people write: 9:45:00 AM, 21:25, 9:00a, 9 pm, 0930, 9.30, 9h30, noon, 0.40625.</summary>
internal static class TimeReader
{
    private const int Noon = 12 * 3600;

    public static bool TryRead(ReadOnlySpan<char> text, out TimeFound found)
    {
        found = default;
        text = text.Trim();
        if (NamedZone(ref text) is { } zone)
        {
            if (!TryRead(text, out found))
                return false;
            found = found with { HasHalf = true, Offset = zone };
            return true;
        }
        var scan = new Scan(text);
        if (scan.Peek is '~' or '\'')
            scan.Skip();
        var machine = scan.Peek is 'T' or 't' && char.IsAsciiDigit(scan.PeekAfter(1));
        if (machine)
            scan.Skip();
        if (char.IsLetter(scan.Peek))
            return Named(scan.Rest, out found);
        if (scan.Peek is '.' || (scan.Peek == '0' && scan.PeekAfter(1) is '.' or ',' && scan.Rest.Length > 4))
            return Fraction(scan.Rest, out found);
        return scan.Number(out var hour, out var digits) && Clock(ref scan, hour, digits, machine, out found);
    }

    /// <summary>True when the cell can only be a time: it has a colon, am or pm, or is a word for one.</summary>
    public static bool IsPlainlyTime(ReadOnlySpan<char> text) =>
        TryRead(text, out _) && (text.Contains(':') || text.IndexOfAny("aApPnNmMhH") >= 0);

    // The names that RFC 2822, section 4.3, gives an offset; others mean several.
    private static int? NamedZone(ref ReadOnlySpan<char> text)
    {
        var space = text.LastIndexOf(' ');
        if (space < 1 || text.Length - space != 4 || text[^1] is not ('T' or 't'))
            return null;
        Span<char> name = stackalloc char[3];
        text[(space + 1)..].ToUpperInvariant(name);
        int? hours = name switch
        {
            "EDT" => -4,
            "EST" or "CDT" => -5,
            "CST" or "MDT" => -6,
            "MST" or "PDT" => -7,
            "PST" => -8,
            _ => null,
        };
        if (hours is not null)
            text = text[..space];
        return hours * 60;
    }

    private static bool Named(ReadOnlySpan<char> word, out TimeFound found)
    {
        var seconds = Words.Plain(word) switch
        {
            "noon" or "midday" or "mediodía" or "mediodia" => Noon,
            "midnight" or "medianoche" => 0,
            _ => -1,
        };
        found = new TimeFound(Math.Max(0, seconds), true, null);
        return seconds >= 0;
    }

    // A spreadsheet keeps a time as the fraction of a day.
    private static bool Fraction(ReadOnlySpan<char> text, out TimeFound found)
    {
        Span<char> number = stackalloc char[24];
        found = default;
        if (text.Length > number.Length)
            return false;
        text.Replace(number, ',', '.');
        if (!double.TryParse(number[..text.Length], System.Globalization.CultureInfo.InvariantCulture, out var day))
            return false;
        found = new TimeFound((int)Math.Round(day * 86400), true, null);
        return day is >= 0 and < 1;
    }

    private static bool Clock(ref Scan scan, int hour, int digits, bool machine, out TimeFound found)
    {
        found = default;
        int minute = 0,
            second = 0;
        bool sure,
            seconds = false;
        if (digits is 3 or 4)
        {
            minute = hour % 100;
            hour /= 100;
            sure = digits == 4 && hour < 10;
        }
        else if (digits > 2)
            return false;
        else
        {
            sure = digits == 2 && hour < 10;
            if (!Minutes(ref scan, ref minute, ref second, out seconds))
                return false;
        }
        if (hour > 24 || minute > 59 || second > 59 || (hour == 24 && minute + second > 0))
            return false;
        return Half(ref scan, ref hour, out var said)
            && Zone(ref scan, machine || seconds, digits < 3, out var offset)
            && Finish(hour, minute, second, sure || offset is not null, offset, said, out found);
    }

    private static bool Finish(int hour, int minute, int second, bool sure, int? offset, bool said, out TimeFound found)
    {
        found = new TimeFound((hour * 3600) + (minute * 60) + second, sure || said || hour is 0 or > 12, offset, said);
        return true;
    }

    private static bool Minutes(ref Scan scan, ref int minute, ref int second, out bool seconds)
    {
        seconds = false;
        if (scan.Peek is not (':' or '.' or 'h' or 'H' or ';'))
            return true;
        var hour = scan.Peek is 'h' or 'H';
        scan.Skip();
        scan.Spaces();
        if (!scan.Number(out minute, out var digits))
            return hour && scan.Done;
        if (digits != 2)
            return false;
        if (scan.Peek != ':')
            return true;
        scan.Skip();
        seconds = true;
        if (!scan.Number(out second, out var secondDigits) || secondDigits > 2)
            return false;
        if (scan.Peek is '.' or ',')
        {
            scan.Skip();
            scan.Number(out _, out _);
        }
        return true;
    }

    private static bool Half(ref Scan scan, ref int hour, out bool said)
    {
        said = false;
        scan.Spaces();
        var mark = char.ToLowerInvariant(scan.Peek);
        if (mark is not ('a' or 'p' or 'n' or 'm'))
            return true;
        if (hour is 0 or > 12)
            return mark != 'n' && SkipHalf(ref scan);
        if (mark == 'n' && hour != 12)
            return false;
        if (mark == 'm' && hour != 12)
            return false;
        said = true;
        hour = mark switch
        {
            'a' or 'm' => hour % 12,
            'n' => 12,
            _ => (hour % 12) + 12,
        };
        return SkipHalf(ref scan);
    }

    private static bool SkipHalf(ref Scan scan)
    {
        var letters = scan.Rest.Trim();
        scan.Skip(scan.Rest.Length);
        return Words.Plain(letters)
            is "a"
                or "p"
                or "am"
                or "pm"
                or "a m"
                or "p m"
                or "n"
                or "noon"
                or "mn"
                or "midnight";
    }

    // What people write with a dash, "9:00-10:30", are two times; programs write a zone behind seconds, or as four digits
    // behind a time with a colon.
    private static bool Zone(ref Scan scan, bool byProgram, bool apart, out int? offset)
    {
        offset = null;
        scan.Spaces();
        if (scan.Done)
            return true;
        if (scan.Peek is 'Z' or 'z' || scan.IsSame("UTC") || scan.IsSame("GMT"))
        {
            scan.Skip(scan.Peek is 'Z' or 'z' ? 1 : 3);
            offset = 0;
            byProgram = true;
            if (scan.Done)
                return true;
        }
        if (scan.Peek is not ('+' or '-'))
            return false;
        var sign = scan.Peek == '-' ? -1 : 1;
        scan.Skip();
        if (!scan.Number(out var hours, out var digits))
            return false;
        var minutes = 0;
        if (digits == 4)
            (hours, minutes) = (hours / 100, hours % 100);
        else if (scan.Peek == ':')
        {
            scan.Skip();
            if (!scan.Number(out minutes, out _))
                return false;
        }
        if (sign < 0 && !byProgram && !(apart && digits == 4))
            return false;
        offset = sign * ((hours * 60) + minutes);
        return scan.Done && hours <= 14 && minutes < 60;
    }
}
