using System.Globalization;
using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Rules;

/// <summary>Whether a length without a unit is seconds or hours, by what stands beside it.</summary>
internal static class LengthUnits
{
    private const int Day = 86_400;
    private const int MostHours = 12;

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

    /// <summary>Small numbers with halves and quarters among them, "1.5", "0.75", "2", under a name that has no unit.</summary>
    public static bool AreHours(IEnumerable<SheetRow> rows, List<MapColumn> columns)
    {
        var length = columns.Find(column => column.Field == ContactField.Minutes);
        // Telephone systems write tenths of minutes.
        if (length is null || NamesMinutes(length.Header) || Column(columns, ContactField.CallerNumber) >= 0)
            return false;
        var parts = 0;
        foreach (var row in rows)
        {
            var cell = row.Trimmed(length.Index).ToString().Replace(',', '.');
            if (!decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var written))
                continue;
            if (written > MostHours || decimal.Truncate(written * 4) != written * 4)
                return false;
            if (decimal.Truncate(written) != written)
                parts++;
        }
        return parts > 0;
    }

    /// <summary>The columns with the length in another unit.</summary>
    public static List<MapColumn> In(ContactField unit, List<MapColumn> columns) =>
        [.. columns.Select(column => column.Field == ContactField.Minutes ? column with { Field = unit } : column)];

    private static bool NamesMinutes(string header) =>
        Words.Plain(header).Split(' ').Any(word => word is "min" or "mins" or "minute" or "minutes" or "minutos");

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
