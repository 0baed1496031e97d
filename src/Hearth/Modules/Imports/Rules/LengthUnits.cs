using System.Globalization;
using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Rules;

/// <summary>Whether a length without a unit is seconds, by the start and the end beside it.</summary>
internal static class LengthUnits
{
    private const int Day = 86_400;

    /// <summary>More rows agree as seconds than as minutes.</summary>
    public static bool AreSeconds(IEnumerable<SheetRow> rows, List<MapColumn> columns)
    {
        var length = Column(columns, ContactField.Minutes);
        var start = Math.Max(Column(columns, ContactField.Start), Column(columns, ContactField.Timestamp));
        var end = Math.Max(Column(columns, ContactField.End), Column(columns, ContactField.EndTimestamp));
        if (length < 0 || start < 0 || end < 0)
            return false;
        int seconds = 0,
            minutes = 0;
        foreach (var row in rows)
        {
            if (
                !int.TryParse(row[length], NumberStyles.None, CultureInfo.InvariantCulture, out var written)
                || written == 0
            )
                continue;
            if (!Time(row.Trimmed(start), out var from) || !Time(row.Trimmed(end), out var to))
                continue;
            var between = (to - from + Day) % Day;
            if (Math.Abs(between - written) <= 2)
                seconds++;
            else if (Math.Abs(between - (written * 60L)) <= 90)
                minutes++;
        }
        return seconds > minutes;
    }

    public static MapColumn InSeconds(MapColumn column) =>
        column.Field == ContactField.Minutes ? column with { Field = ContactField.Seconds } : column;

    private static int Column(List<MapColumn> columns, ContactField field) =>
        columns.Find(column => column.Field == field)?.Index ?? -1;

    private static bool Time(ReadOnlySpan<char> cell, out int seconds)
    {
        var date = DateReader.Read(cell, out var used);
        var rest = date.Form == DateForm.None ? cell : cell[used..].TrimStart(" ,");
        var read = TimeReader.TryRead(rest, out var found);
        seconds = found.Seconds;
        return read;
    }
}
