using System.Globalization;

namespace Hearth.Modules.Reports.Rules;

/// <summary>The finding of a chart, told from the numbers it may show and claiming no more.</summary>
internal static class ChartSentence
{
    public static string Of(DrawnTable table, Measure measure, Dimension by)
    {
        var what = MeasureFacts.Of(measure).Title;
        var along = DimensionFacts.Of(by).Title.ToLowerInvariant();
        var known = table.Rows.Where(r => !r.IsUnknown).ToList();
        var shown = known.Where(r => r.Cells[0] is { Shows: CellShows.Value, Number: > 0 }).ToList();
        if (shown.Count < 2)
        {
            return $"{what} by {along}";
        }
        var most = shown.MaxBy(r => r.Cells[0].Number)!;
        var ties = shown.Count(r => r.Cells[0].Number == most.Cells[0].Number);
        var number = most.Cells[0]
            .Number!.Value.ToString(measure == Measure.Hours ? "N1" : "N0", CultureInfo.InvariantCulture);
        var among = known.Exists(r => r.Cells[0].Shows == CellShows.Withheld) ? "Of the numbers shown, " : "";
        return ties > 1 ? $"{what} by {along}" : $"{among}{most.Label} had the most {Lower(what)}: {number}";
    }

    private static string Lower(string title) => char.ToLowerInvariant(title[0]) + title[1..];
}
