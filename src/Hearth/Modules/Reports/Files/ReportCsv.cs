using Hearth.Foundation.Exports;

namespace Hearth.Modules.Reports.Files;

/// <summary>
/// A drawn report as one table for spreadsheets: a row for each printed cell. "shows" holds the words, "number" only
/// what may be added up.
/// </summary>
internal static class ReportCsv
{
    private static readonly string[] Heads =
    [
        "report",
        "version",
        "organization",
        "from",
        "to",
        "section",
        "row",
        "column",
        "measure",
        "shows",
        "number",
        "part",
        "whole",
        "evidence",
        "note",
    ];

    public static string Write(ReportResult report) =>
        CsvSafe.Line(Heads) + string.Concat(Rows(report).Select(cells => CsvSafe.Line(Place(report).Concat(cells))));

    private static object?[] Place(ReportResult report) =>
        [
            report.Definition.Id,
            report.Definition.Version,
            report.Organization.Name,
            report.Period.From,
            report.Period.To,
        ];

    private static IEnumerable<object?[]> Rows(ReportResult report)
    {
        foreach (var section in report.Sections)
        {
            foreach (var row in Rows(report, section))
            {
                yield return row;
            }
        }
        foreach (var sentence in report.Missing.Append(report.Legend))
        {
            yield return Note("Missing and hidden", sentence);
        }
        if (report.IsSynthetic)
        {
            yield return Note("Missing and hidden", "Made-up data of a demonstration.");
        }
    }

    private static IEnumerable<object?[]> Rows(ReportResult report, DrawnSection section) =>
        section switch
        {
            DrawnFigures figures => figures.Figures.Select(f =>
                Cell(
                    report,
                    figures.Title,
                    f.Label,
                    "",
                    f.Measure,
                    f.Cell,
                    f.Missing is null ? f.OutOf : $"{f.OutOf}; {f.Missing}"
                )
            ),
            DrawnTable table => table
                .Rows.Append(table.Total)
                .SelectMany(r =>
                    r.Cells.Zip(
                        table.Columns,
                        (cell, c) => Cell(report, table.Title, r.Label, c.Label, c.Measure, cell, "")
                    )
                )
                .Concat(table.Notes.Select(n => Note(table.Title, n))),
            DrawnText text => [Note(text.Title, text.Text)],
            DrawnNotHeld held => held.Rows.Select(r =>
                new object?[] { held.Title, r.Label, "", "", "not held here", null, null, null, "", r.Why }
            ),
            _ => [],
        };

    private static object?[] Note(string? section, string text) =>
        [section, "", "", "", "", null, null, null, "", text];

    private static object?[] Cell(
        ReportResult report,
        string? section,
        string row,
        string column,
        Measure measure,
        ReportCell cell,
        string note
    ) =>
        [
            section,
            row,
            column,
            MeasureFacts.Of(measure).Code,
            cell.Shows == CellShows.Value ? "value" : report.Words(measure, cell),
            cell.Number,
            cell.Part?.Part,
            cell.Part?.Whole,
            EvidenceWords.Of(MeasureFacts.Of(measure).Grade),
            note,
        ];
}
