using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Rules;

/// <summary>The running knowledge of a log's dates: its year, its month, and the date above.</summary>
internal sealed class LogDates(ContactMap map, ImportContext context, SheetShape shape)
{
    private TitleHints hints = new(shape.Year ?? map.Year ?? 0, shape.Month ?? 0);
    private int lastMonth;

    /// <summary>The date of the row above, for sheets that write a date once a day.</summary>
    public DateOnly? Above { get; private set; }

    /// <summary>Takes a title line in the middle of the sheet; false when it names no month or year.</summary>
    public bool Take(ReadOnlySpan<char> title)
    {
        var found = TitleHints.Read(title);
        if (found is { Month: 0, Year: 0 })
            return false;
        hints = found.Over(hints);
        return true;
    }

    /// <summary>Reads a cell that starts with a date; what stands behind it is left for the time.</summary>
    public DateFault Read(ReadOnlySpan<char> cell, out DateOnly date, out int used)
    {
        var found = DateReader.Read(cell, out used);
        if (found.Form == DateForm.None)
            found = DayAlone(cell, out used);
        var year = hints.Year;
        if (map.YearRollsOver && found.YearDigits == 0 && found.Form is DateForm.Sure or DateForm.Numeric)
            year = Rolled(found);
        var fault = DateRule.Resolve(found, map.DateOrder, year, context.Today, out date);
        if (fault == DateFault.None)
            Above = date;
        return fault;
    }

    // "17" under the title "March 2026".
    private DateFound DayAlone(ReadOnlySpan<char> cell, out int used)
    {
        var scan = new Scan(cell);
        used = 0;
        if (hints.Month == 0 || !scan.Number(out var day, out var digits) || digits > 2 || !scan.Done)
            return default;
        used = scan.At;
        return new DateFound(DateForm.Sure, hints.Month, day, 0, 0, null);
    }

    private int Rolled(in DateFound found)
    {
        var month = found.Form == DateForm.Numeric && map.DateOrder == DateOrder.DayMonth ? found.B : found.A;
        if (lastMonth >= 11 && month <= 2)
            hints = hints with { Year = hints.Year + 1 };
        lastMonth = month;
        return hints.Year;
    }
}
