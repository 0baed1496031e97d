using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Rules;

/// <summary>How a sheet is laid out: what stands above its header, the header, and whether it is a log or a tally.</summary>
/// <param name="Titles">Rows above the header, as text.</param>
/// <param name="FirstDataRow">1-based row where data begins.</param>
/// <param name="Headers">One name for each column; two header rows are joined; "Column 3" where there is none.</param>
public sealed record SheetShape(
    SheetKind Kind,
    bool HasHeader,
    IReadOnlyList<string> Titles,
    int FirstDataRow,
    IReadOnlyList<string> Headers,
    int? Year,
    int? Month
)
{
    private const int LookRows = 60;

    /// <summary>Looks at the first rows of a sheet.</summary>
    public static SheetShape Of(SheetSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var rows = source.Rows().Take(LookRows).Select(row => row.Copy()).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            if (TallyDays.Read(rows[i]) is { } days && IsCounts(rows.Skip(i + 1).Take(8)))
                return Tally(
                    [.. rows.Take(i).Select(row => row.ToArray())],
                    rows[i],
                    days,
                    TitleHints.Read(source.Sheet)
                );
        }
        return Log([.. rows.Select(row => row.ToArray())], TitleHints.Read(source.Sheet));
    }

    // A row of dates is a tally's header when numbers or blanks stand under it.
    private static bool IsCounts(IEnumerable<SheetRow> below)
    {
        int good = 0,
            bad = 0;
        foreach (var row in below)
        {
            for (var i = 1; i < row.Count; i++)
            {
                if (row.Trimmed(i).IsEmpty)
                    continue;
                if (
                    Amounts.TryCount(row[i], out _)
                    || Words.SaysNothing(row[i])
                    || Words.Weekday(row.Trimmed(i)) is not null
                )
                    good++;
                else
                    bad++;
            }
        }
        return good > bad;
    }

    private static SheetShape Tally(List<string[]> above, SheetRow header, TallyDays days, TitleHints name)
    {
        var hints = Hints(above).Over(name);
        hints = days.Hints.Over(hints);
        return new SheetShape(
            SheetKind.Tally,
            true,
            [.. above.Select(Line).Where(line => line.Length > 0)],
            header.Number + 1,
            header.ToArray(),
            Known(hints.Year),
            Known(hints.Month)
        );
    }

    private static SheetShape Log(List<string[]> rows, TitleHints name)
    {
        var width = Width(rows);
        var firstData = FirstData(rows, width);
        var header = Header(rows, firstData, width);
        var above = rows.Take(header.From >= 0 ? header.From : Math.Max(0, firstData)).ToList();
        var hints = Hints(above).Over(name);
        var titles = above.Select(Line).Where(line => line.Length > 0).ToList();
        if (header.From < 0)
        {
            return new SheetShape(
                SheetKind.Log,
                false,
                titles,
                Math.Max(0, firstData) + 1,
                [.. Enumerable.Range(1, width).Select(i => $"Column {i}")],
                Known(hints.Year),
                Known(hints.Month)
            );
        }
        return new SheetShape(
            SheetKind.Log,
            true,
            titles,
            header.To + 2,
            Joined(rows, header.From, header.To, width),
            Known(hints.Year),
            Known(hints.Month)
        );
    }

    // "Generated:", "11/1/2025" has a date too: where the names of columns stand only below it, it is a title.
    private static int FirstData(List<string[]> rows, int width)
    {
        bool IsData(string[] row) => Filled(row) >= Math.Min(2, width) && row.Any(IsDataCell);
        static bool IsNames(string[] row) => Known(row) >= 2 && Known(row) * 2 >= Filled(row) && !row.Any(IsDataCell);
        var first = rows.FindIndex(IsData);
        if (first < 0 || rows.Take(first).Any(row => Known(row) > 0 && Filled(row) >= Math.Min(2, width)))
            return first;
        var names = rows.FindIndex(first, row => IsNames(row));
        var below = names < 0 ? -1 : rows.FindIndex(names, IsData);
        return below < 0 ? first : below;
    }

    private static int Width(List<string[]> rows) =>
        rows.Count == 0 ? 0 : rows.Max(row => Array.FindLastIndex(row, cell => !string.IsNullOrWhiteSpace(cell)) + 1);

    // The lowest row above the data that names enough columns; a row above it joins in when it names a part of them.
    // A row without any name of a column is not it where another has several, and where nothing looks like data the
    // header is the row with the most names.
    private static (int From, int To) Header(List<string[]> rows, int firstData, int width)
    {
        var above = rows.Take(firstData < 0 ? rows.Count : firstData).Select(Known).ToList();
        var full = above.Select((known, i) => Filled(rows[i]) >= Math.Min(2, width) ? known : 0).ToList();
        var most = full.Count == 0 ? 0 : full.Max();
        for (var i = firstData < 0 && most > 0 ? full.IndexOf(most) : above.Count - 1; i >= 0; i--)
        {
            var filled = Filled(rows[i]);
            var known = above[i];
            if (filled == 0 || (known == 0 && most >= 2))
                continue;
            if (filled == 1 && width > 1 && known == 0)
                continue;
            if (filled < 2 && width > 1 && Line(rows[i]).Length > 40)
                continue;
            var upper =
                i > 0
                && Filled(rows[i - 1]) >= 2
                && Filled(rows[i - 1]) <= width
                && IsPartOfHeader(rows[i - 1], rows[i])
                    ? i - 1
                    : i;
            return filled >= 2 || width == 1 ? (upper, i) : (-1, -1);
        }
        return (-1, -1);
    }

    private static int Known(string[] row) => row.Count(cell => HeaderWords.Field(cell) != ContactField.Ignore);

    private static bool IsPartOfHeader(string[] upper, string[] lower) =>
        upper.Where((cell, i) => cell.Trim().Length > 0 && (i >= lower.Length || lower[i].Trim().Length == 0)).Any()
        && upper.Any(cell => HeaderWords.Field(cell) != ContactField.Ignore);

    private static List<string> Joined(List<string[]> rows, int from, int to, int width)
    {
        var headers = new List<string>(width);
        for (var column = 0; column < width; column++)
        {
            var words = Enumerable
                .Range(from, to - from + 1)
                .Select(i => column < rows[i].Length ? rows[i][column].Trim() : "");
            var name = string.Join(' ', words.Where(word => word.Length > 0));
            // Headers are kept with the map: a row of a phone log taken for one must not leave a number there.
            headers.Add(name.Length > 0 ? PhoneText.Redact(name) : $"Column {column + 1}");
        }
        return headers;
    }

    private static TitleHints Hints(IEnumerable<string[]> rows) =>
        rows.Aggregate(default(TitleHints), (hints, row) => TitleHints.Read(Line(row)).Over(hints));

    private static int Filled(string[] row) => row.Count(cell => !string.IsNullOrWhiteSpace(cell));

    // Day numbers alone do not make a row data: headers can be numbered.
    private static bool IsDataCell(string cell) =>
        DateReader.Read(cell, out var used).Form != DateForm.None
            ? (cell.Trim().Length == used || TimeReader.TryRead(cell.AsSpan(Math.Min(used, cell.Length)), out _))
            : TimeReader.IsPlainlyTime(cell);

    private static string Line(string[] row) =>
        string.Join(' ', row.Where(cell => !string.IsNullOrWhiteSpace(cell)).Select(cell => cell.Trim()));

    private static int? Known(int value) => value == 0 ? null : value;
}
