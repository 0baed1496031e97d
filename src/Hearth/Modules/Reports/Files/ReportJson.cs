using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hearth.Modules.Reports.Files;

/// <summary>A drawn report as JSON: what is printed, word for word, and nothing behind it.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(ReportResult report) =>
        JsonSerializer.Serialize(
            new
            {
                Report = new
                {
                    report.Definition.Id,
                    report.Definition.Title,
                    report.Definition.Version,
                    report.Definition.Recipient,
                    Source = Source(report.Definition.Source),
                    Due = report.Definition.Due?.On(report.Period),
                    DueSource = report.Definition.Due?.Source is { } due ? Source(due) : null,
                    AgesSource = report.Definition.Ages is { } ages ? Source(ages.Source) : null,
                },
                Organization = new
                {
                    report.Organization.Slug,
                    report.Organization.Name,
                    Synthetic = report.IsSynthetic ? (bool?)true : null,
                },
                Period = new
                {
                    report.Period.From,
                    report.Period.To,
                    report.Period.Words,
                },
                report.DrawnAt,
                SmallCells = new
                {
                    report.SmallestShown,
                    report.LeastWithheld,
                    Source = Source(report.Definition.SmallCells.Source),
                    report.Legend,
                },
                Sections = report.Sections.Select(s => Section(report, s)).ToList(),
                report.Missing,
            },
            Options
        ) + "\n";

    private static object Source(RuleSource source) =>
        new
        {
            Text = source.Source,
            source.CheckedOn,
            source.Sure,
            source.Note,
        };

    private static object Section(ReportResult report, DrawnSection section) =>
        section switch
        {
            DrawnFigures figures => new
            {
                Kind = "figures",
                figures.Title,
                Note = figures.Text,
                Figures = figures.Figures.Select(f => Figure(report, f)).ToList(),
            },
            DrawnTable table => Table(report, table),
            DrawnText text => new
            {
                Kind = "text",
                text.Title,
                text.Text,
            },
            DrawnNotHeld held => new
            {
                Kind = "not held here",
                held.Title,
                Rows = held
                    .Rows.Select(r => new
                    {
                        r.Label,
                        Shows = "not held here",
                        r.Why,
                    })
                    .ToList(),
            },
            _ => throw new InvalidOperationException($"A report cannot hold a {section.GetType().Name}."),
        };

    private static object Figure(ReportResult report, DrawnFigure figure) =>
        new
        {
            figure.Name,
            figure.Label,
            Measure = MeasureFacts.Of(figure.Measure).Code,
            Cell = Cell(report, figure.Measure, figure.Cell),
            figure.OutOf,
            figure.Missing,
            Evidence = Evidence(figure.Measure),
        };

    private static object Table(ReportResult report, DrawnTable table) =>
        new
        {
            Kind = table is DrawnChart ? "chart" : "table",
            table.Title,
            By = table.By.Select(d => DimensionFacts.Of(d).Code).ToList(),
            table.Within,
            Columns = table
                .Columns.Select(c => new
                {
                    c.Label,
                    c.Code,
                    Measure = MeasureFacts.Of(c.Measure).Code,
                    Evidence = Evidence(c.Measure),
                })
                .ToList(),
            Rows = table.Rows.Select(r => Row(report, table, r)).ToList(),
            Total = Row(report, table, table.Total),
            table.Notes,
        };

    private static object Row(ReportResult report, DrawnTable table, DrawnRow row) =>
        new
        {
            row.Label,
            row.Code,
            Cells = row.Cells.Zip(table.Columns, (cell, column) => Cell(report, column.Measure, cell)).ToList(),
        };

    private static object Cell(ReportResult report, Measure measure, ReportCell cell) =>
        new
        {
            Shows = cell.Shows == CellShows.Value ? "value" : report.Words(measure, cell),
            cell.Number,
            Part = cell.Part?.Part,
            Whole = cell.Part?.Whole,
        };

    private static object Evidence(Measure measure) =>
        new { Level = (int)MeasureFacts.Of(measure).Grade, Words = EvidenceWords.Of(MeasureFacts.Of(measure).Grade) };
}
