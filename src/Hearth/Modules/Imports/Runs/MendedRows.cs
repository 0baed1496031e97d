using System.Globalization;
using System.Text;
using Hearth.Modules.Imports.Files;
using Hearth.Modules.Imports.Rules;

namespace Hearth.Modules.Imports.Runs;

/// <summary>
/// Reads rows that were mended on the page. They take the way of a mended problem file, so that both ways read the same.
/// </summary>
internal static class MendedRows
{
    public static IEnumerable<(MendedRow Mended, ImportRow Row)> Read(
        IReadOnlyList<MendedRow> mended,
        SheetSource original,
        ContactMap map,
        ImportContext context
    )
    {
        if (mended.Count == 0)
        {
            yield break;
        }
        using var file = new MemoryStream();
        Write(file, mended, original, map);
        var source = SheetSource.Open(file, ',');
        var own = (map.Kind == SheetKind.Tally ? CellMap(map) : map) with { HasHeader = true };
        var first = SheetShape.Of(source).FirstDataRow;
        foreach (var row in ContactRows.Read(source, own, context))
        {
            if (row.Number >= first && row.Number - first < mended.Count)
            {
                yield return (mended[row.Number - first], row);
            }
        }
    }

    private static void Write(MemoryStream file, IReadOnlyList<MendedRow> mended, SheetSource original, ContactMap map)
    {
        using var writer = new StreamWriter(file, new UTF8Encoding(true), leaveOpen: true);
        using var problems = new ProblemFile(writer, original, map);
        foreach (var row in mended)
        {
            problems.Add(
                new ImportRow
                {
                    Number = row.Number,
                    Line = row.Number,
                    Cells = row.Cells,
                    Problems = [new("-", row.Ordinal.ToString(CultureInfo.InvariantCulture), "", "")],
                }
            );
        }
    }

    /// <summary>A tally's bad cells, one a row, as <see cref="ProblemFile"/> writes them.</summary>
    public static ContactMap CellMap(ContactMap tally) =>
        tally with
        {
            Kind = SheetKind.Log,
            Columns =
            [
                new(5, "Date", ContactField.Date),
                new(6, "Program", ContactField.Program),
                new(7, "Headcount", ContactField.Headcount),
            ],
        };
}
