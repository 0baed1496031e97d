using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Rules;

/// <summary>Where each field of a map stands in one sheet.</summary>
internal sealed class LogColumns
{
    private readonly int[] first = new int[Enum.GetValues<ContactField>().Length];

    private LogColumns(IReadOnlyList<string> headers, ContactField[] fields)
    {
        Headers = headers;
        Fields = fields;
        Array.Fill(first, -1);
        for (var i = fields.Length - 1; i >= 0; i--)
            first[(int)fields[i]] = i;
        Plain = [.. headers.Select(header => Words.Plain(header))];
        Others =
        [
            .. Enumerable
                .Range(0, fields.Length)
                .Where(i => IsOther(fields[i]) && !ProblemFile.IsOwn(headers[i]))
                .OrderBy(i => Plain[i], StringComparer.Ordinal)
                .ThenBy(i => i),
        ];
        Kinds = [.. Enumerable.Range(0, fields.Length).Where(i => fields[i] == ContactField.Kinds)];
        Ticks = [.. Enumerable.Range(0, fields.Length).Where(i => fields[i] == ContactField.KindTick)];
        Results =
        [
            .. Enumerable
                .Range(0, fields.Length)
                .Where(i =>
                    fields[i] is ContactField.Outcome or ContactField.How or ContactField.Program or ContactField.Kinds
                ),
        ];
        Counts = [.. Enumerable.Range(0, fields.Length).Where(i => fields[i] == ContactField.ProgramCount)];
    }

    public IReadOnlyList<string> Headers { get; }

    public ContactField[] Fields { get; }

    /// <summary>Headers made comparable.</summary>
    public string[] Plain { get; }

    /// <summary>Columns that go into the content key as words, in the order of their names.</summary>
    public int[] Others { get; }

    public int[] Kinds { get; }

    /// <summary>Columns that are a kind of support themselves.</summary>
    public int[] Ticks { get; }

    /// <summary>Columns that may say that nobody answered.</summary>
    public int[] Results { get; }

    public int[] Counts { get; }

    /// <summary>The first column of a field, or -1.</summary>
    public int this[ContactField field] => first[(int)field];

    /// <summary>A time, with the am or pm that a column of its own says behind it.</summary>
    public ReadOnlySpan<char> Time(SheetRow row, int column)
    {
        var cell = row.Trimmed(column);
        return
            column + 1 < Plain.Length
            && Plain[column + 1] is "am pm" or "ampm" or "a m p m"
            && !cell.IsEmpty
            && !cell.ContainsAnyInRange('A', 'z')
            && row.Trimmed(column + 1) is { IsEmpty: false } half
            ? $"{cell} {half}"
            : cell;
    }

    public string Name(ContactField field) => this[field] < 0 ? "" : Headers[this[field]];

    public (int Column, DurationUnit Unit) Length =>
        this[ContactField.Minutes] >= 0 ? (this[ContactField.Minutes], DurationUnit.Minutes)
        : this[ContactField.Hours] >= 0 ? (this[ContactField.Hours], DurationUnit.Hours)
        : this[ContactField.Seconds] >= 0 ? (this[ContactField.Seconds], DurationUnit.Seconds)
        : (this[ContactField.MinutesSeconds], DurationUnit.MinutesSeconds);

    /// <summary>Finds the map's columns by their headers; by position where a sheet has no header.</summary>
    public static LogColumns Fit(ContactMap map, SheetShape shape)
    {
        var fields = new ContactField[shape.Headers.Count];
        var plain = shape.Headers.Select(header => Words.Plain(header)).ToArray();
        var taken = new bool[fields.Length];
        foreach (var column in map.Columns.OrderBy(column => column.Index))
        {
            var at = map.HasHeader ? Find(plain, taken, column) : column.Index;
            if (at < 0 || at >= fields.Length)
                continue;
            fields[at] = column.Field;
            taken[at] = true;
        }
        // A column that the map has never seen is not trusted with a name that says it holds telephone numbers.
        for (var i = 0; i < fields.Length; i++)
        {
            if (!taken[i] && HeaderWords.Field(shape.Headers[i]) == ContactField.CallerNumber)
                fields[i] = ContactField.CallerNumber;
        }
        return new LogColumns(shape.Headers, fields);
    }

    private static int Find(string[] plain, bool[] taken, MapColumn column)
    {
        var name = Words.Plain(column.Header);
        if (column.Index < plain.Length && column.Index >= 0 && plain[column.Index] == name && !taken[column.Index])
            return column.Index;
        for (var i = 0; i < plain.Length; i++)
        {
            if (!taken[i] && plain[i] == name)
                return i;
        }
        return -1;
    }

    private static bool IsOther(ContactField field) =>
        field switch
        {
            ContactField.Date
            or ContactField.Start
            or ContactField.End
            or ContactField.Timestamp
            or ContactField.EndTimestamp
            or ContactField.Minutes
            or ContactField.Hours
            or ContactField.Seconds
            or ContactField.MinutesSeconds
            or ContactField.Headcount
            or ContactField.ProgramCount
            or ContactField.CallerNumber => false,
            _ => true,
        };
}
