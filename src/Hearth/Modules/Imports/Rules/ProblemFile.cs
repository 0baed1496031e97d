using Hearth.Foundation.Exports;
using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Rules;

/// <summary>
/// Writes the rows that could not be read as a CSV that a person mends and imports again: what is wrong and how to mend
/// it, then the row's own cells under their own headers. Caller numbers are not in it. Safe to open in a spreadsheet
/// program: a cell that would run as a formula is kept as text with a leading apostrophe, which the next import takes off.
/// </summary>
public sealed class ProblemFile : IDisposable
{
    private static readonly string[] Own =
    [
        "Hearth: row",
        "Hearth: column",
        "Hearth: found",
        "Hearth: expected",
        "Hearth: how to mend",
    ];

    private readonly TextWriter writer;
    private readonly int[] kept;
    private readonly bool tally;

    /// <summary>Starts the file: the year as a title line where the sheet has one, then the header.</summary>
    public ProblemFile(TextWriter writer, SheetSource source, ContactMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        this.writer = writer;
        tally = map.Kind == SheetKind.Tally;
        var shape = SheetShape.Of(source);
        var columns = LogColumns.Fit(map, shape);
        kept = tally
            ? [0, 1, 2]
            :
            [
                .. Enumerable
                    .Range(0, columns.Headers.Count)
                    .Where(i => columns.Fields[i] != ContactField.CallerNumber && !IsOwn(columns.Headers[i])),
            ];
        if (!tally)
            Titles(shape);
        string[] headers = tally ? ["Date", "Program", "Headcount"] : [.. kept.Select(i => columns.Headers[i])];
        Line(Own.Concat(headers));
    }

    /// <summary>How many rows have been written.</summary>
    public int Rows { get; private set; }

    /// <summary>True for a column that this file added and the next import passes over.</summary>
    internal static bool IsOwn(string header) => Own.Contains(header, StringComparer.Ordinal);

    /// <summary>Adds a row that has problems; other rows are passed over.</summary>
    public void Add(ImportRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Problems.Count == 0)
            return;
        Rows++;
        Line(
            new[]
            {
                row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Joined(row, problem => problem.Column),
                Joined(row, problem => problem.Found),
                Joined(row, problem => problem.Expected),
                Joined(row, problem => problem.Mend),
            }.Concat(kept.Select(i => i < row.Cells.Count ? row.Cells[i] : ""))
        );
    }

    /// <summary>Flushes; the writer stays the caller's.</summary>
    public void Dispose() => writer.Flush();

    /// <summary>A row of such a file as its cells were before they were made safe.</summary>
    internal static SheetRow Restored(SheetRow row)
    {
        var restored = new SheetRow
        {
            Number = row.Number,
            Line = row.Line,
            Flaw = row.Flaw,
        };
        for (var i = 0; i < row.Count; i++)
        {
            restored.Append(Unsafe(row[i]));
            restored.EndCell();
        }
        return restored;
    }

    private static ReadOnlySpan<char> Unsafe(ReadOnlySpan<char> cell) =>
        cell.Length > 1 && cell[0] == '\'' && IsFormula(cell[1..].TrimStart('\'')) ? cell[1..] : cell;

    // The same cells as in every other file that leaves: what a spreadsheet would run, also behind spaces.
    private static bool IsFormula(ReadOnlySpan<char> cell) => CsvSafe.IsFormula(cell);

    private static string Joined(ImportRow row, Func<ImportProblem, string> part) =>
        string.Join("; ", row.Problems.Select(part).Where(text => text.Length > 0).Distinct());

    private void Titles(SheetShape shape)
    {
        if (shape.Year is null && shape.Month is null)
            return;
        foreach (var title in shape.Titles)
            Line([PhoneText.Redact(title)]);
    }

    private void Line(IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
                writer.Write(',');
            first = false;
            writer.Write(Quoted(Safe(cell)));
        }
        writer.Write("\r\n");
    }

    private static string Safe(string cell) => IsFormula(cell.AsSpan().TrimStart('\'')) ? "'" + cell : cell;

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n;\t") >= 0 || cell.StartsWith(' ') || cell.EndsWith(' ')
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
