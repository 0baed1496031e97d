using System.Globalization;
using System.Text;
using Hearth.X12.Guides;

namespace Hearth.X12.Explaining;

/// <summary>Values as people read them: amounts, days, times. What is none of these stays as it is.</summary>
internal static class ValueText
{
    // Data elements: amounts, and how a period is written.
    private const string Money = "782";
    private const string Format = "1250";

    /// <summary>The element says how the one after it is written.</summary>
    public static bool IsFormat(in ElementRule element) => element.Element.Number == Format;

    /// <summary>An element as people read it.</summary>
    /// <param name="text">As it stands in the file.</param>
    /// <param name="element">What it should be.</param>
    /// <param name="format">The code before it that says how a period is written (1250); empty where there is none.</param>
    public static string Of(string text, in ElementRule element, string format) =>
        element switch
        {
            { Element.Number: Money } => Amount(text),
            { Type: ElementType.Date } => Day(text) ?? text,
            { Type: ElementType.Time } => Time(text) ?? text,
            { Meaning: Guides.Meaning.Period } => Period(text, format),
            _ => text.Trim(),
        };

    private static string Amount(string text) =>
        Cents.TryParse(Encoding.UTF8.GetBytes(text), out var cents)
            ? (cents / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture)
            : text;

    private static string Period(string text, string format)
    {
        var ends = text.Split('-');
        var said =
            format.StartsWith('R') && ends is [var from, var to] && Moment(from) is { } first && Moment(to) is { } last
                ? first == last
                    ? first
                    : $"{first} to {last}"
                : format is "TM" or "TS"
                    ? Time(text)
                    : Moment(text);
        return said ?? text;
    }

    // A day, or a day with its time.
    private static string? Moment(string text) =>
        text.Length <= 8 ? Day(text)
        : Day(text[..8]) is { } day && Time(text[8..]) is { } time ? $"{day} {time}"
        : null;

    private static string? Day(string text) =>
        DateOnly.TryParseExact(
            text.Length == 6 ? "20" + text : text,
            "yyyyMMdd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;

    private static string? Time(string text) =>
        text.Length is < 4 or 5 or > 8 || text.AsSpan().ContainsAnyExceptInRange('0', '9') ? null
        : text.Length == 4 ? $"{text[..2]}:{text[2..]}"
        : $"{text[..2]}:{text[2..4]}:{text[4..6]}";
}
