using System.Globalization;

namespace Hearth.Modules.Imports.Rules;

internal enum DurationUnit : byte
{
    Minutes,
    Hours,
    Seconds,

    /// <summary>12:34 is minutes and seconds, as phone systems write it.</summary>
    MinutesSeconds,
}

/// <summary>Durations and headcounts as people write them.</summary>
internal static class Amounts
{
    /// <summary>Whole minutes, rounded to the nearest; the unit is for numbers that carry none.</summary>
    public static bool TryMinutes(ReadOnlySpan<char> text, DurationUnit unit, out int minutes)
    {
        minutes = 0;
        var scan = new Scan(text.Trim());
        scan.Any("~≈'");
        if (!Colons(scan, unit, out var seconds) && !Units(ref scan, unit, out seconds))
            return false;
        minutes = (int)Math.Round(seconds / 60, MidpointRounding.AwayFromZero);
        return seconds is >= 0 and < 1e7;
    }

    private static bool Colons(Scan scan, DurationUnit unit, out double seconds)
    {
        seconds = 0;
        if (!scan.Number(out var a, out _) || scan.Peek != ':')
            return false;
        scan.Skip();
        if (!scan.Number(out var b, out _) || b > 59)
            return false;
        if (scan.Peek == ':')
        {
            scan.Skip();
            if (!scan.Number(out var c, out _) || c > 59)
                return false;
            seconds = (a * 3600.0) + (b * 60) + c;
        }
        else
            seconds = unit == DurationUnit.MinutesSeconds ? (a * 60.0) + b : (a * 3600.0) + (b * 60);
        scan.Spaces();
        return scan.Done || Words.Plain(scan.Rest) is "h" or "hr" or "hrs" or "hours" or "min";
    }

    private static bool Units(ref Scan scan, DurationUnit unit, out double seconds)
    {
        seconds = 0;
        var last = double.NaN;
        while (!scan.Done)
        {
            if (!Decimal(ref scan, out var value))
                return false;
            scan.Any(" -");
            var word = scan.Word();
            // "9-5" are hours of the day, not nine hours and five minutes.
            if (word.IsEmpty && !scan.Done && scan.Rest.IndexOfAnyInRange('0', '9') >= 0)
                return false;
            var factor = word.IsEmpty ? Bare(unit, last) : Factor(word);
            if (double.IsNaN(factor) || factor >= last)
                return false;
            seconds += value * factor;
            last = factor;
            scan.Any(" .,&+");
            if (scan.IsSame("and "))
                scan.Skip(4);
        }
        return !double.IsNaN(last);
    }

    // "1h 15": what follows hours is minutes.
    private static double Bare(DurationUnit unit, double last) =>
        last switch
        {
            3600 => 60,
            60 => 1,
            _ => unit switch
            {
                DurationUnit.Hours => 3600,
                DurationUnit.Seconds => 1,
                DurationUnit.Minutes or DurationUnit.MinutesSeconds => 60,
            },
        };

    private static double Factor(ReadOnlySpan<char> word) =>
        char.ToLowerInvariant(word[0]) switch
        {
            'h' when word.Length <= 5 || word.StartsWith("hour", StringComparison.OrdinalIgnoreCase) => 3600,
            'm' when word.Length <= 7 => 60,
            's' when word.Length <= 8 => 1,
            _ => double.NaN,
        };

    /// <summary>A number with a decimal point or comma; ½ and ¼ as people type them.</summary>
    private static bool Decimal(ref Scan scan, out double value)
    {
        value = 0;
        if (scan.Peek is '½' or '¼' or '¾')
        {
            value = Part(ref scan);
            return true;
        }
        var point = scan.Peek is '.' or ',';
        var whole = 0;
        if (!point && !scan.Number(out whole, out _))
            return false;
        value = whole;
        if (scan.Peek is '½' or '¼' or '¾')
            value += Part(ref scan);
        if (scan.Peek is not ('.' or ',') || !char.IsAsciiDigit(scan.PeekAfter(1)))
            return !point;
        scan.Skip();
        if (!scan.Number(out var part, out var digits))
            return false;
        value += part / Math.Pow(10, digits);
        return true;
    }

    private static double Part(ref Scan scan)
    {
        var value = scan.Peek switch
        {
            '½' => 0.5,
            '¼' => 0.25,
            _ => 0.75,
        };
        scan.Skip();
        return value;
    }

    /// <summary>A headcount: 12, ~30, 12 people, 1,234, 12.0, twelve, a dozen, or tally strokes.</summary>
    public static bool TryCount(ReadOnlySpan<char> text, out int count)
    {
        text = text.Trim();
        if (Strokes(text, out count))
            return true;
        text = text.Trim("~≈+'* ");
        foreach (var word in (ReadOnlySpan<string>)["about ", "approx ", "approx. ", "around ", "ca. ", "c. "])
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                text = text[word.Length..].Trim();
        }
        var end = 0;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is ',' or '.'))
            end++;
        if (end == 0)
            return NumberWords.TryRead(text, out count, out var rest) && IsPeople(rest);
        if (!IsPeople(text[end..]))
            return false;
        var number = text[..end];
        var style = NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint;
        if (number.Contains(',') && !IsGrouped(number, ','))
            return false;
        if (IsGrouped(number, '.'))
            return false;
        if (!decimal.TryParse(number, style, CultureInfo.InvariantCulture, out var value))
            return false;
        if (value != decimal.Truncate(value) || value > int.MaxValue)
            return false;
        count = (int)value;
        return true;
    }

    private static bool IsGrouped(ReadOnlySpan<char> number, char mark)
    {
        var last = number.LastIndexOf(mark);
        return last > 0 && number.Length - last == 4;
    }

    private static bool IsPeople(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim();
        return rest.IsEmpty
            || Words.Plain(rest)
                is "people"
                    or "person"
                    or "persons"
                    or "ppl"
                    or "p"
                    or "guests"
                    or "guest"
                    or "members"
                    or "member"
                    or "visitors"
                    or "visits"
                    or "attendees"
                    or "attended"
                    or "participants"
                    or "participant"
                    or "peers"
                    or "adults"
                    or "ish"
                    or "or so"
                    or "calls"
                    or "folks"
                    or "personas"
                    or "total";
    }

    // |||| || or xxx or ✓✓✓. One x or one tick alone says that something happened, not how many.
    private static bool Strokes(ReadOnlySpan<char> text, out int count)
    {
        count = 0;
        if (text.Length < 2)
            return text is "|" && ++count == 1;
        foreach (var mark in text)
        {
            if (mark == ' ')
                continue;
            if (!"|lIxX✓✔/\\".Contains(mark))
                return false;
            count++;
        }
        return count > 1;
    }
}
