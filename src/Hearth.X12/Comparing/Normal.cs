using System.Globalization;
using System.Text;
using Hearth.X12.Reading;

namespace Hearth.X12.Comparing;

/// <summary>Text that is the same where the meaning is.</summary>
internal static class Normal
{
    /// <summary>Between elements, parts and repetitions, whatever the file has.</summary>
    public const char Element = '*';
    private const char Component = ':';
    private const char Repetition = '^';

    /// <summary>A number without zeros that say nothing.</summary>
    public static string? Number(decimal? number) =>
        number?.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A segment with the usual delimiters, without empty ends, blanks before delimiters and zeros after a point.</summary>
    /// <param name="segment">Any.</param>
    /// <param name="leftOut">Elements that mean nothing.</param>
    public static string Text(in Segment segment, params ReadOnlySpan<int> leftOut)
    {
        var text = new StringBuilder(segment.Text(0).TrimEnd(' '));
        for (var element = 1; element <= segment.Count; element++)
        {
            text.Append(Element);
            if (!leftOut.Contains(element))
            {
                Append(text, segment[element], segment.Delimiters);
            }
        }
        return Trimmed(text, Element);
    }

    /// <summary>A segment that is kept as text, likewise.</summary>
    public static string Text(string segment, Delimiters by)
    {
        var text = new StringBuilder();
        foreach (var element in segment.Split((char)by.Element))
        {
            text.Append(text.Length == 0 ? "" : Element);
            Append(text, Encoding.UTF8.GetBytes(element), by);
        }
        return Trimmed(text, Element);
    }

    /// <summary>An element, likewise.</summary>
    public static string Value(ReadOnlySpan<byte> element, Delimiters by)
    {
        var text = new StringBuilder();
        Append(text, element, by);
        return text.ToString();
    }

    private static void Append(StringBuilder to, ReadOnlySpan<byte> element, Delimiters by)
    {
        var start = to.Length;
        var rest = element;
        while (true)
        {
            var at = rest.IndexOfAny(by.Component, by.Repetition == 0 ? by.Component : by.Repetition);
            Simple(to, at < 0 ? rest : rest[..at]);
            if (at < 0)
            {
                break;
            }
            to.Append(rest[at] == by.Component ? Component : Repetition);
            rest = rest[(at + 1)..];
        }
        while (to.Length > start && to[^1] == Component)
        {
            to.Length--;
        }
    }

    private static void Simple(StringBuilder to, ReadOnlySpan<byte> value)
    {
        value = value.TrimEnd((byte)' ');
        if (value.Contains((byte)'.') && Numbers.TryParse(value, out var number))
        {
            to.Append(Number(number));
        }
        else
        {
            to.Append(Segment.ToText(value));
        }
    }

    private static string Trimmed(StringBuilder text, char end)
    {
        while (text.Length > 0 && text[^1] == end)
        {
            text.Length--;
        }
        return text.ToString();
    }
}
