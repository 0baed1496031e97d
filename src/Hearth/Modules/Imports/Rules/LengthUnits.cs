using System.Globalization;
using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Rules;

/// <summary>The unit of lengths written without one, by what stands beside them and how long things last.</summary>
internal static class LengthUnits
{
    private const int Day = 86_400;
    private const int MostHours = 12;
    private const int MostCallMinutes = 120;

    /// <summary>The columns with their length in the unit that the rows show.</summary>
    public static List<MapColumn> Settle(IEnumerable<SheetRow> rows, List<MapColumn> columns)
    {
        var length = columns.Find(column => column.Field == ContactField.Minutes);
        if (length is null)
            return columns;
        // Beside "billsec" or "Talk time (sec)" a duration without a unit is another of those.
        if (!NamesMinutes(length.Header) && Column(columns, ContactField.Seconds) >= 0)
            return In(ContactField.Ignore, columns);
        var unit = ByTimes(rows, length.Index, columns);
        if (unit == ContactField.Minutes && !NamesMinutes(length.Header))
            unit = ByNumbers(rows, length.Index, Column(columns, ContactField.CallerNumber) >= 0);
        return In(unit, columns);
    }

    // The unit in which more rows agree with their start and end than in any other.
    private static ContactField ByTimes(IEnumerable<SheetRow> rows, int length, List<MapColumn> columns)
    {
        var start = Math.Max(Column(columns, ContactField.Start), Column(columns, ContactField.Timestamp));
        var end = Math.Max(Column(columns, ContactField.End), Column(columns, ContactField.EndTimestamp));
        if (start < 0 || end < 0)
            return ContactField.Minutes;
        int seconds = 0,
            minutes = 0,
            hours = 0;
        foreach (var row in rows)
        {
            if (!Bare(row, length, out var written) || written == 0)
                continue;
            if (!Time(row.Trimmed(start), out var from) || !Time(row.Trimmed(end), out var to))
                continue;
            var between = (to - from + Day) % Day;
            if (Math.Abs(between - written) <= 2)
                seconds++;
            else if (Math.Abs(between - (written * 60)) <= 90)
                minutes++;
            else if (Math.Abs(between - (written * 3600)) <= 900)
                hours++;
        }
        return seconds > minutes + hours ? ContactField.Seconds
            : hours > minutes + seconds ? ContactField.Hours
            : ContactField.Minutes;
    }

    // A telephone system's numbers are seconds where half of the calls would last two hours; a person's are hours where
    // they are small and have halves and quarters among them: 1.5, 0.75, 2.
    private static ContactField ByNumbers(IEnumerable<SheetRow> rows, int length, bool arePhoneCalls)
    {
        int all = 0,
            large = 0,
            parts = 0,
            strange = 0;
        foreach (var row in rows)
        {
            if (!Bare(row, length, out var written) || written == 0)
                continue;
            all++;
            if (written > MostCallMinutes)
                large++;
            if (written > MostHours || decimal.Truncate(written * 4) != written * 4)
                strange++;
            else if (decimal.Truncate(written) != written)
                parts++;
        }
        return arePhoneCalls && large * 2 > all ? ContactField.Seconds
            : !arePhoneCalls && parts > 0 && strange == 0 ? ContactField.Hours
            : ContactField.Minutes;
    }

    private static bool Bare(SheetRow row, int column, out decimal number) =>
        decimal.TryParse(
            row.Trimmed(column).ToString().Replace(',', '.'),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out number
        );

    private static List<MapColumn> In(ContactField unit, List<MapColumn> columns) =>
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
