using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Rules;

/// <summary>Rows of a log that are neither contacts nor problems, and why.</summary>
internal sealed class LogPasses(LogColumns columns, LogDates dates)
{
    private readonly bool mapsMore =
        columns.Fields.Count(field => field is not (ContactField.Ignore or ContactField.CallerNumber)) > 1;

    public SkipReason AboveData(SheetRow row)
    {
        if (row.IsBlank)
            return SkipReason.Blank;
        return IsHeader(row) ? SkipReason.Header : SkipReason.Title;
    }

    /// <summary>A row without a date that is a total or a note.</summary>
    public SkipReason? Undated(SheetRow row)
    {
        if (HasTotal(row))
            return SkipReason.Total;
        return Filled(row, out var only) == 1 && columns.Fields.Length > 2 && IsNote(row, only)
            ? Said(row, only)
            : null;
    }

    /// <summary>A row whose date cell holds something else.</summary>
    public SkipReason? NotADate(SheetRow row, int column)
    {
        if (IsHeader(row))
            return SkipReason.RepeatedHeader;
        if (HasTotal(row))
            return SkipReason.Total;
        var cell = row.Trimmed(column);
        if (
            Filled(row, out var only) == 1
            && columns.Fields.Length > 1
            && (IsNote(row, only) || columns.Fields.Length > 2)
            && !char.IsAsciiDigit(cell[0])
        )
            return Said(row, only);
        return null;
    }

    /// <summary>"10/14/2025 Total", or "Total" in the cell behind the date: it would count the day's people again.</summary>
    public static bool IsTotalOfDay(SheetRow row, int date, ReadOnlySpan<char> rest)
    {
        if (!rest.IsWhiteSpace())
            return Words.IsOnlyTotal(rest);
        for (var i = date + 1; i < row.Count; i++)
        {
            if (!row.Trimmed(i).IsEmpty)
                return Words.IsOnlyTotal(row[i]);
        }
        return false;
    }

    /// <summary>A date with nothing behind it, or only "closed": nobody came that day.</summary>
    public bool NothingBut(SheetRow row, int date)
    {
        if (!mapsMore)
            return false;
        var only = -1;
        for (var i = 0; i < row.Count; i++)
        {
            if (i == date || row.Trimmed(i).IsEmpty)
                continue;
            if (only >= 0)
                return false;
            only = i;
        }
        return only < 0 || IsClosed(row.Trimmed(only));
    }

    private static bool IsClosed(ReadOnlySpan<char> cell) =>
        cell.Length > 2 && cell.Length < 40 && Words.SaysNothing(cell) && !Words.IsPlaceholder(cell)
        || cell.StartsWith("closed", StringComparison.OrdinalIgnoreCase)
        || cell.StartsWith("no group", StringComparison.OrdinalIgnoreCase);

    private SkipReason Said(SheetRow row, int only) => dates.Take(row[only]) ? SkipReason.Title : SkipReason.Note;

    private bool IsNote(SheetRow row, int only) =>
        only == 0 || (row.Trimmed(only).Length > 20 && only != columns[ContactField.Person]);

    private bool HasTotal(SheetRow row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            var cell = row.Trimmed(i);
            if (!cell.IsEmpty)
                return Words.IsTotal(cell);
        }
        return false;
    }

    private bool IsHeader(SheetRow row)
    {
        int same = 0,
            filled = 0;
        for (var i = 0; i < row.Count; i++)
        {
            var cell = row.Trimmed(i);
            if (cell.IsEmpty)
                continue;
            filled++;
            if (
                i < columns.Plain.Length
                && cell.Length < 200
                && Words.Plain(cell) is { Length: > 0 } plain
                && (
                    columns.Plain[i] == plain
                    || columns.Plain[i].EndsWith(" " + plain, StringComparison.Ordinal)
                    || columns.Plain[i].StartsWith(plain + " ", StringComparison.Ordinal)
                )
            )
                same++;
        }
        return filled > 0 && same * 5 >= filled * 4 && (filled > 1 || columns.Plain.Length == 1);
    }

    private static int Filled(SheetRow row, out int only)
    {
        var filled = 0;
        only = -1;
        for (var i = 0; i < row.Count; i++)
        {
            if (row.Trimmed(i).IsEmpty)
                continue;
            if (only < 0)
                only = i;
            filled++;
        }
        return filled;
    }
}
