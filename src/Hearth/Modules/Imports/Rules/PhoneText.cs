using System.Text;

namespace Hearth.Modules.Imports.Rules;

/// <summary>Finds what looks like a telephone number, so that it can be left outside.</summary>
internal static class PhoneText
{
    public const string Taken = "[number left out]";

    /// <summary>The whole cell is a telephone number, or says that one was withheld.</summary>
    public static bool IsNumber(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            text = text[4..];
        return !text.IsEmpty && Find(text, 0, out var from, out var to) && from == 0 && IsExtension(text[to..]);
    }

    /// <summary>The text with every telephone number taken out.</summary>
    public static string Redact(ReadOnlySpan<char> text)
    {
        if (!MayHold(text))
            return text.ToString();
        var made = new StringBuilder(text.Length);
        var at = 0;
        while (Find(text, at, out var from, out var to))
        {
            made.Append(text[at..from]).Append(Taken);
            at = to;
        }
        return made.Append(text[at..]).ToString();
    }

    public static bool MayHold(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            if (char.IsDigit(c) && ++digits == 7)
                return true;
        }
        return false;
    }

    private static bool IsExtension(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim();
        return rest.IsEmpty || (rest.Length < 12 && rest[0] is 'x' or 'e' or 'X' or 'E' or '#' or '(' or ';');
    }

    private static bool Find(ReadOnlySpan<char> text, int at, out int from, out int to)
    {
        from = to = at;
        while (from < text.Length)
        {
            if (IsStart(text, from) && (to = End(text, from)) > from)
                return true;
            from++;
        }
        return false;
    }

    private static bool IsStart(ReadOnlySpan<char> text, int at) =>
        (char.IsDigit(text[at]) || text[at] is '+' or '(')
        && (at == 0 || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '/' or ':'));

    // Seven to fifteen digits with the marks people put between them; a date or a time is not a number.
    private static int End(ReadOnlySpan<char> text, int from)
    {
        int digits = 0,
            gap = 0,
            end = from;
        for (var i = from; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsDigit(c))
            {
                digits++;
                gap = 0;
                end = i + 1;
            }
            else if (c is ' ' or '-' or '.' or '(' or ')' or '+' or '\u00A0' or '–' or '‑' && gap < 3)
                gap++;
            else
                break;
        }
        if (digits is < 7 or > 15)
            return from;
        if (
            end < text.Length
            && (text[end] is ':' or '/' || char.IsLetter(text[end]) && text[end] is not ('x' or 'X' or 'e'))
        )
            return from;
        var date = DateReader.Read(text[from..end], out var used);
        return date.Form != DateForm.None && used > 5 && from + used <= end && digits <= 12 && date.A <= 31
            ? from
            : end;
    }
}
