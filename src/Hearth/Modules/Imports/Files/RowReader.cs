using System.Buffers;

namespace Hearth.Modules.Imports.Files;

/// <summary>
/// Splits text into rows and cells as RFC 4180 has it, and as people's files really are. An own reader because CsvHelper
/// must be told the delimiter, cannot go back when a quotation mark never closes (it takes the rest of the file into one
/// cell), mixes up bare CR among other line ends, and makes a string of every cell; this one rewinds such a row, bounds
/// rows and cells, and lends spans.
/// </summary>
internal sealed class RowReader(char delimiter)
{
    public const int LongestQuotedCell = 32_767;
    public const int LongestRow = 1 << 18;
    public const int MostCells = 16_384;

    private readonly SearchValues<char> stops = SearchValues.Create(delimiter, '\r', '\n');

    /// <summary>Line ends inside the row just read.</summary>
    public int LinesPassed { get; private set; }

    /// <summary>
    /// Reads one row from the start of the text; returns how many characters it took, or -1 when more text is needed.
    /// </summary>
    public int Read(ReadOnlySpan<char> text, bool atEnd, SheetRow row)
    {
        row.Clear();
        LinesPassed = 0;
        var at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        while (true)
        {
            var next = Cell(text, at, atEnd, row);
            if (next < 0)
                return -1;
            row.EndCell();
            if (next == text.Length)
                return next;
            if (text[next] != delimiter)
                return EndOfLine(text, next, atEnd);
            at = next + 1;
            if (row.Count == MostCells || at > LongestRow)
                return TooLong(text, at, row);
        }
    }

    // Where the cell ends: at a delimiter, a line end, or the end of the text.
    private int Cell(ReadOnlySpan<char> text, int at, bool atEnd, SheetRow row)
    {
        var open = at;
        while (open < text.Length && text[open] == ' ' && delimiter != ' ')
            open++;
        if (open < text.Length && text[open] == '"')
        {
            var close = Quoted(text, open + 1, atEnd, row);
            if (close != Unbalanced)
                return close;
            row.Flaw = RowFlaw.UnbalancedQuote;
        }
        var stop = text[at..].IndexOfAny(stops);
        if (stop < 0 && !atEnd && text.Length - at <= LongestRow)
            return -1;
        var end = stop < 0 ? text.Length : at + stop;
        row.Append(text[at..end]);
        return end;
    }

    private const int Unbalanced = -2;

    private int Quoted(ReadOnlySpan<char> text, int from, bool atEnd, SheetRow row)
    {
        var mark = row.Mark;
        var lines = LinesPassed;
        var at = from;
        while (true)
        {
            var quote = text[at..].IndexOf('"');
            var reach = quote < 0 ? text.Length : at + quote;
            if (reach - from > LongestQuotedCell || (quote < 0 && atEnd))
                return Undo(row, mark, lines);
            if (quote < 0)
                return -1;
            var part = text[at..reach];
            row.Append(part);
            LinesPassed += LineEnds(part);
            var after = reach + 1;
            if (after == text.Length && !atEnd)
                return -1;
            if (after < text.Length && text[after] == '"')
            {
                row.Append("\"");
                at = after + 1;
                continue;
            }
            var end = after;
            while (end < text.Length && text[end] == ' ')
                end++;
            if (end == text.Length && !atEnd)
                return -1;
            if (end == text.Length || stops.Contains(text[end]))
                return end;
            // A mark in the middle of words. On a later line than the one that opened, it is the opening of another
            // cell, and the first never closed; on the same line it is somebody's quotation.
            if (LinesPassed > lines)
                return Undo(row, mark, lines);
            row.Append("\"");
            at = after;
        }
    }

    private int Undo(SheetRow row, int mark, int lines)
    {
        row.BackTo(mark);
        LinesPassed = lines;
        return Unbalanced;
    }

    private int EndOfLine(ReadOnlySpan<char> text, int at, bool atEnd)
    {
        if (text[at] == '\r')
        {
            if (at + 1 == text.Length && !atEnd)
                return -1;
            if (at + 1 < text.Length && text[at + 1] == '\n')
                at++;
        }
        LinesPassed++;
        return at + 1;
    }

    private static int TooLong(ReadOnlySpan<char> text, int at, SheetRow row)
    {
        row.Flaw = RowFlaw.TooLong;
        return Math.Min(at, text.Length);
    }

    private static int LineEnds(ReadOnlySpan<char> part)
    {
        var count = 0;
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] == '\n' || (part[i] == '\r' && (i + 1 == part.Length || part[i + 1] != '\n')))
                count++;
        }
        return count;
    }
}
