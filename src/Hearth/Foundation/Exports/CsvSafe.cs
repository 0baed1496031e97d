using System.Globalization;
using System.Text;

namespace Hearth.Foundation.Exports;

/// <summary>
/// CSV (RFC 4180, UTF-8 with a byte order mark so that spreadsheets read names right) in which no cell is a formula: a
/// text that a spreadsheet would run gets an apostrophe before it.
/// </summary>
public static class CsvSafe
{
    public const string ContentType = "text/csv; charset=utf-8";

    /// <summary>The byte order mark that spreadsheets look for.</summary>
    public static ReadOnlySpan<byte> Mark => Encoding.UTF8.Preamble;

    public static string Line(IEnumerable<object?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(object? value) =>
        value switch
        {
            null => "",
            string text => Quote(Disarm(text)),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime local => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            bool yes => yes ? "yes" : "no",
            IFormattable number => Quote(number.ToString(null, CultureInfo.InvariantCulture)),
            _ => Quote(Disarm(value.ToString() ?? "")),
        };

    public static string Disarm(string text) => IsFormula(text) ? "'" + text : text;

    /// <summary>Whether a spreadsheet might run the text; behind spaces and in full-width letters some do.</summary>
    public static bool IsFormula(ReadOnlySpan<char> text) =>
        text.TrimStart(" \u00a0")
            is [
                '='
                or '+'
                or '-'
                or '@'
                or '\t'
                or '\r'
                or '\n'
                or '|'
                or '\uff1d'
                or '\uff0b'
                or '\uff0d'
                or '\uff20',
                ..,
            ];

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n;\t") >= 0
            ? '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'
            : text;
}
