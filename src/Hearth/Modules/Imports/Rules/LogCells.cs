using Hearth.Modules.Imports.Files;
using Hearth.Modules.Support;

namespace Hearth.Modules.Imports.Rules;

/// <summary>Single cells of a log and what they say.</summary>
internal static class LogCells
{
    private const int LongestName = 100;

    /// <summary>What a person or a supporter is called, or null for a dash, a question mark or nothing.</summary>
    public static string? Name(string cell)
    {
        if (Words.IsPlaceholder(cell) || Words.IsError(cell))
            return null;
        if (PhoneText.IsNumber(cell))
            return null;
        var name = string.Join(' ', PhoneText.Redact(cell).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length <= LongestName
            ? name
            : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];
    }

    /// <summary>"Dee, Mouse &amp; Blue", but not "Lopez, Ana" and not "J/K".</summary>
    public static bool HoldsSeveralNames(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        return cell.IndexOfAny(";\n\r") >= 0
            || cell.Count(',') > 1
            || cell.Contains(" & ", StringComparison.Ordinal)
            || cell.Contains(" + ", StringComparison.Ordinal)
            || cell.Contains(" / ", StringComparison.Ordinal)
            || cell.Contains(" and ", StringComparison.OrdinalIgnoreCase)
            || cell.Contains(" y ", StringComparison.OrdinalIgnoreCase);
    }

    public static SupportKinds Kinds(string cell, ContactMap map)
    {
        var made = SupportKinds.None;
        if (Words.IsError(cell))
            return made;
        if (map.KindWords.TryGetValue(Words.Key(cell), out var whole))
            return whole;
        foreach (var phrase in Vocabulary.Phrases(cell))
        {
            var kind = map.KindWords.TryGetValue(phrase, out var said) ? said : Vocabulary.Kind(phrase);
            made |= kind == SupportKinds.None && !map.KindWords.ContainsKey(phrase) ? SupportKinds.SomethingElse : kind;
        }
        return made;
    }

    /// <summary>Takes the time behind a date in one cell; a spreadsheet's day number carries it as a fraction.</summary>
    public static bool TimeBehind(ReadOnlySpan<char> rest, ref When when, ReadOnlySpan<char> cell)
    {
        rest = rest.Trim(" ,-–*");
        if (rest.IsEmpty)
            return true;
        if (rest.StartsWith("at ", StringComparison.OrdinalIgnoreCase))
            rest = rest[3..];
        if (!TimeReader.TryRead(rest, out var time))
        {
            if (!Range(rest, out time, out var end))
                return false;
            when.End = end;
        }
        // "3/1/2026 0:00:00" in a date column is a date that a program saved as a moment.
        if (time.Seconds == 0 && time.Offset is null && cell.EndsWith("0:00:00"))
            return true;
        when.Start = time;
        return true;
    }

    /// <summary>Reads a time column; "2:00-3:30" fills the end as well.</summary>
    public static void Time(
        SheetRow row,
        int column,
        LogColumns columns,
        List<ImportProblem> problems,
        ref TimeFound? time,
        ref TimeFound? end
    )
    {
        if (column < 0)
            return;
        var cell = columns.Time(row, column);
        if (Words.IsPlaceholder(cell))
            return;
        if (TimeReader.TryRead(cell, out var found))
            time = found;
        else if (Range(cell, out var from, out var to))
            (time, end) = (from, to);
        else if (
            DateReader.Read(cell, out var used).Form != DateForm.None
            && TimeReader.TryRead(cell[used..], out found)
        )
            time = found;
        else
            problems.Add(Complaints.Time(columns.Headers[column], cell));
    }

    /// <summary>"2:00-3:30" and "9 to 5".</summary>
    public static bool Range(ReadOnlySpan<char> cell, out TimeFound from, out TimeFound to)
    {
        from = to = default;
        var dash = cell.IndexOfAny("-–—");
        var width = 1;
        if (dash < 0)
        {
            dash = cell.IndexOf(" to ", StringComparison.OrdinalIgnoreCase);
            width = 4;
        }
        return dash > 0
            && TimeReader.TryRead(cell[..dash], out from)
            && TimeReader.TryRead(cell[(dash + width)..], out to);
    }

    /// <summary>Adds a cell to a content key without the telephone numbers in it.</summary>
    public static void AddTo(ContentKeys keys, string name, ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty)
            return;
        if (PhoneText.MayHold(cell))
            keys.Add(name, PhoneText.Redact(cell));
        else
            keys.Add(name, cell);
    }

    /// <summary>The row as the person will mend it: no telephone numbers, and the date that stood above it written out.</summary>
    public static string[] ForMending(SheetRow row, LogColumns columns, When when)
    {
        var cells = new string[
            Math.Max(columns.Headers.Count, row.Flaw == RowFlaw.TooLong ? 0 : Math.Min(row.Count, 200))
        ];
        for (var i = 0; i < cells.Length; i++)
        {
            var field = i < columns.Fields.Length ? columns.Fields[i] : ContactField.Ignore;
            cells[i] = field switch
            {
                ContactField.CallerNumber => "",
                ContactField.Date when when.Carried => when.Date.ToString(
                    "yyyy-MM-dd",
                    System.Globalization.CultureInfo.InvariantCulture
                ),
                ContactField.Date
                or ContactField.Start
                or ContactField.End
                or ContactField.Timestamp
                or ContactField.EndTimestamp when !PhoneText.IsNumber(row[i]) => row[i].ToString(),
                _ => PhoneText.Redact(row[i]),
            };
        }
        return cells;
    }
}
