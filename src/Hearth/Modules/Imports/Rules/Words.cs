using System.Globalization;
using System.Text;

namespace Hearth.Modules.Imports.Rules;

/// <summary>Words as people type them, made comparable.</summary>
internal static class Words
{
    private static readonly string[] Totals =
    [
        "total",
        "totals",
        "totales",
        "subtotal",
        "sub total",
        "grand total",
        "sum",
        "average",
        "avg",
        "mean",
        "suma",
    ];

    private static readonly HashSet<string> Nothing = new(StringComparer.Ordinal)
    {
        "",
        "0",
        "closed",
        "close",
        "cerrado",
        "x",
        "n a",
        "na",
        "none",
        "no",
        "nil",
        "off",
        "holiday",
        "cancelled",
        "canceled",
        "cancel",
        "no group",
        "no meeting",
        "no one",
        "nobody",
        "not held",
        "snow",
        "snow day",
        "c",
        "h",
    };

    /// <summary>Lower case, letters and digits only, one space between words, accents kept.</summary>
    public static string Plain(ReadOnlySpan<char> text)
    {
        var made = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (
                char.IsLetterOrDigit(c)
                || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark
                || char.IsSurrogate(c)
            )
                made.Append(char.ToLowerInvariant(c));
            else if (made.Length > 0 && made[^1] != ' ')
                made.Append(' ');
        }
        return made.ToString().TrimEnd();
    }

    /// <summary>Trimmed, lower case, spaces collapsed; punctuation kept.</summary>
    public static string Key(ReadOnlySpan<char> text) =>
        string.Join(
            ' ',
            text.ToString().ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );

    /// <summary>A mark for "nothing here": -, --, —, ?, ., n/a, unknown.</summary>
    public static bool IsPlaceholder(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty)
            return true;
        if (text[0] == '#' && IsError(text))
            return false;
        if (text.Length > 12 || (char.IsLetterOrDigit(text[0]) && text[0] is not ('n' or 'N' or 'u' or 'U')))
            return false;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                return Plain(text) is "n a" or "na" or "unknown" or "unk" or "none" or "not recorded";
        }
        return text.IndexOfAnyExcept("-–—?._*/ ") < 0;
    }

    /// <summary>A tally cell or a day's line that says nothing happened.</summary>
    public static bool SaysNothing(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.IsEmpty || IsPlaceholder(text) || (text.Length < 16 && Nothing.Contains(Plain(text)));
    }

    /// <summary>What a spreadsheet shows where a formula came to nothing.</summary>
    public static bool IsError(ReadOnlySpan<char> text) =>
        text.Trim()
            is "#N/A"
                or "#REF!"
                or "#VALUE!"
                or "#DIV/0!"
                or "#NAME?"
                or "#NULL!"
                or "#NUM!"
                or "#SPILL!"
                or "#CALC!"
                or "#ERROR!";

    public static bool IsTotal(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.IsEmpty || text.Length > 60)
            return false;
        var plain = Plain(text);
        return plain is "tot" or "ttl"
            || Totals.Any(total =>
                plain == total
                || plain.StartsWith(total + " ", StringComparison.Ordinal)
                || (plain.EndsWith(" " + total, StringComparison.Ordinal) && plain.Length < 40)
            );
    }

    /// <summary>Nothing but the word for a total, such as "Daily total"; "Total Wellness" is a name.</summary>
    public static bool IsOnlyTotal(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        // Asked of every row of a log, so what has no such word costs nothing.
        return text.Length is >= 5 and < 40
            && text.Contains("total", StringComparison.OrdinalIgnoreCase)
            && Plain(text) is var plain
            && (
                plain is "total" or "totals" or "subtotal"
                || plain.EndsWith(" total", StringComparison.Ordinal)
                || plain.EndsWith(" totals", StringComparison.Ordinal)
            );
    }

    /// <summary>1 to 12 for a month's English or Spanish name or abbreviation, else 0.</summary>
    public static int Month(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[12];
        if (word.Length is < 3 or > 12)
            return 0;
        word.ToLowerInvariant(lower);
        return lower[..word.Length] switch
        {
            "jan" or "january" or "ene" or "enero" => 1,
            "feb" or "february" or "febr" or "febrero" => 2,
            "mar" or "march" or "marzo" => 3,
            "apr" or "april" or "abr" or "abril" => 4,
            "may" or "mayo" => 5,
            "jun" or "june" or "junio" => 6,
            "jul" or "july" or "julio" => 7,
            "aug" or "august" or "ago" or "agosto" => 8,
            "sep" or "sept" or "september" or "septiembre" or "setiembre" => 9,
            "oct" or "october" or "octubre" => 10,
            "nov" or "november" or "noviembre" => 11,
            "dec" or "december" or "dic" or "diciembre" => 12,
            _ => 0,
        };
    }

    /// <summary>The day of the week, full or shortened, English or Spanish.</summary>
    public static DayOfWeek? Weekday(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[12];
        if (word.Length is < 2 or > 12)
            return null;
        word.ToLowerInvariant(lower);
        return lower[..word.Length] switch
        {
            "mon" or "mo" or "monday" or "lun" or "lunes" => DayOfWeek.Monday,
            "tue" or "tu" or "tues" or "tuesday" or "martes" => DayOfWeek.Tuesday,
            "wed" or "we" or "weds" or "wednesday" or "mie" or "mié" or "miercoles" or "miércoles" =>
                DayOfWeek.Wednesday,
            "thu" or "th" or "thur" or "thurs" or "thursday" or "jue" or "jueves" => DayOfWeek.Thursday,
            "fri" or "fr" or "friday" or "vie" or "viernes" => DayOfWeek.Friday,
            "sat" or "sa" or "saturday" or "sab" or "sáb" or "sabado" or "sábado" => DayOfWeek.Saturday,
            "sun" or "su" or "sunday" or "dom" or "domingo" => DayOfWeek.Sunday,
            _ => null,
        };
    }
}
