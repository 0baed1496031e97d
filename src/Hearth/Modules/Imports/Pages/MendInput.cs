using System.Globalization;
using Hearth.Modules.Imports.Rules;

namespace Hearth.Modules.Imports.Pages;

/// <summary>The cells of bad rows as the page lets them be mended.</summary>
internal static class MendInput
{
    // A form may hold about a thousand fields.
    private const int MostFields = 800;

    /// <summary>The columns worth showing: those that fill something.</summary>
    public static IReadOnlyList<(int Index, string Name)> Columns(ContactMap map, SheetShape shape) =>
        map.Kind == SheetKind.Tally
            ? [(0, "Date"), (1, "Program"), (2, "Headcount")]
            :
            [
                .. shape
                    .Headers.Select((header, i) => (Index: i, Name: header))
                    .Where(c =>
                        MapInput.FieldOf(map, c.Index, c.Name) is not (ContactField.Ignore or ContactField.CallerNumber)
                    ),
            ];

    public static int RowsShown(ImportReport report, int columns) =>
        Math.Min(report.Problems.Count, Math.Max(1, MostFields / Math.Max(1, columns)));

    public static string Name(int row, int column) =>
        string.Create(CultureInfo.InvariantCulture, $"cell-{row}-{column}");

    /// <summary>The rows somebody changed.</summary>
    public static IReadOnlyList<MendedRow> Read(
        IFormCollection form,
        ImportReport report,
        IReadOnlyList<(int Index, string Name)> columns
    )
    {
        var mended = new List<MendedRow>();
        for (var i = 0; i < report.Problems.Count; i++)
        {
            var problem = report.Problems[i];
            var cells = Enumerable
                .Range(0, Math.Max(problem.Cells.Count, columns.Count == 0 ? 0 : columns.Max(c => c.Index) + 1))
                .Select(c => c < problem.Cells.Count ? problem.Cells[c] : "")
                .ToArray();
            var before = cells.ToArray();
            foreach (var (index, _) in columns)
            {
                if (form.TryGetValue(Name(i, index), out var cell))
                {
                    cells[index] = cell.ToString();
                }
            }
            if (!cells.SequenceEqual(before))
            {
                mended.Add(new(problem.Number, problem.Ordinal, cells));
            }
        }
        return mended;
    }
}
