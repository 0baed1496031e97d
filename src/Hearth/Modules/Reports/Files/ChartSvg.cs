using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Hearth.Modules.Reports.Files;

/// <summary>Bars for a report that leaves as one file and can load nothing. Hidden numbers are words, never bars.</summary>
internal static class ChartSvg
{
    private const int LabelWidth = 190;
    private const int BarWidth = 400;
    private const int RowHeight = 30;

    public static string Write(ReportResult report, DrawnChart chart)
    {
        var rows = chart.Rows.Where(r => !r.IsUnknown || r.Cells[0].Shows != CellShows.NotUsed).ToList();
        var most = rows.Max(r => r.Cells[0].Number) is > 0 and var number ? number : 1;
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""<svg role="img" aria-label="{Text(chart.Sentence)}" viewBox="0 0 {LabelWidth + BarWidth + 120} {rows.Count * RowHeight}" xmlns="http://www.w3.org/2000/svg">"""
        );
        foreach (var (i, row) in rows.Index())
        {
            Append(svg, report, chart.Columns[0].Measure, row, i * RowHeight, most);
        }
        return svg.Append("</svg>").ToString();
    }

    private static void Append(
        StringBuilder svg,
        ReportResult report,
        Measure measure,
        DrawnRow row,
        int top,
        decimal most
    )
    {
        var cell = row.Cells[0];
        var width = cell.Number is { } number ? Math.Round(number / most * BarWidth, 1) : 0;
        var middle = top + (RowHeight / 2) + 5;
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <text x="{LabelWidth - 10}" y="{middle}" text-anchor="end">{Text(
                row.Label
            )}</text><rect x="{LabelWidth}" y="{top + 4}" width="{width}" height="{RowHeight - 8}"/><text x="{LabelWidth
                + width
                + 8}" y="{middle}"{(cell.Shows == CellShows.Value ? "" : " class=\"hidden\"")}>{Text(
                report.Words(measure, cell)
            )}</text>
            """
        );
    }

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
