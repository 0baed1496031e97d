using System.Text;

namespace Hearth.Modules.Imports.Files;

/// <summary>The rows of a text file, each lent in turn.</summary>
internal static class TextRows
{
    public static IEnumerable<SheetRow> Read(Stream stream, Encoding encoding, long from, char delimiter)
    {
        stream.Position = from;
        var window = new CharWindow(stream, encoding);
        var reader = new RowReader(delimiter);
        var row = new SheetRow();
        var number = 0;
        long line = 1;
        while (Next(window, reader, row))
        {
            row.Number = ++number;
            row.Line = line;
            line += reader.LinesPassed;
            if (row.Flaw == RowFlaw.TooLong)
                line += PassLine(window);
            yield return row;
        }
    }

    private static bool Next(CharWindow window, RowReader reader, SheetRow row)
    {
        while (true)
        {
            if (window.Text.IsEmpty && window.AtEnd)
                return false;
            var used = window.Text.IsEmpty ? -1 : reader.Read(window.Text, window.AtEnd, row);
            if (used >= 0)
            {
                if (used > RowReader.LongestRow)
                    row.Flaw = RowFlaw.TooLong;
                window.Pass(used);
                return true;
            }
            window.Fill();
        }
    }

    // The rest of a row that is too long is passed over without being kept.
    private static int PassLine(CharWindow window)
    {
        while (true)
        {
            var end = window.Text.IndexOfAny('\r', '\n');
            if (end >= 0 && (end + 1 < window.Text.Length || window.AtEnd))
            {
                var both = end + 1 < window.Text.Length && window.Text[end] == '\r' && window.Text[end + 1] == '\n';
                window.Pass(end + (both ? 2 : 1));
                return 1;
            }
            if (window.AtEnd)
            {
                window.Pass(window.Text.Length);
                return 0;
            }
            window.Pass(end < 0 ? window.Text.Length : end);
            window.Fill();
        }
    }
}
