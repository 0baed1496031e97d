namespace Hearth.Modules.Imports.Rules;

/// <summary>Which field each column fills: its name first, then what its cells look like.</summary>
internal static class ColumnGuess
{
    public static List<MapColumn> Fields(IReadOnlyList<string> headers, ColumnFacts[] facts, ProgramMatch programs)
    {
        var columns = new List<MapColumn>();
        var taken = new HashSet<ContactField>();
        // A name of its own comes before one that only holds it: of "Last visit date" and "Date" the second is the date.
        var byName = Enumerable
            .Range(0, headers.Count)
            .Where(i => !ProblemFile.IsOwn(headers[i]))
            .OrderByDescending(i => HeaderWords.IsName(headers[i]));
        foreach (var i in byName)
        {
            var field = Once(ByCells(headers[i], facts[i]), taken);
            // "Best time" before "Time" is no end of it.
            if (field == ContactField.End && IsBeforeStart(columns, i) && !HeaderWords.IsName(headers[i]))
            {
                taken.Remove(field);
                field = ContactField.Ignore;
            }
            columns.Add(new MapColumn(i, headers[i], field));
        }
        columns.Sort((a, b) => a.Index.CompareTo(b.Index));
        WhenSent(columns, taken);
        if (!taken.Contains(ContactField.Person) && taken.Remove(ContactField.LastName))
            LastNamesAlone(columns, taken);
        Unnamed(columns, facts, taken);
        EndDates(columns, facts, taken);
        Across(columns, facts, taken, programs);
        TotalAlone(columns, facts, taken);
        Ticks(columns, facts, taken);
        return columns;
    }

    private static ContactField ByCells(string header, ColumnFacts facts)
    {
        var named = HeaderWords.Field(header);
        if (named == ContactField.Program && facts.Most(facts.Counts))
            named = ContactField.Headcount;
        if (named == ContactField.Start && facts.Most(facts.Ranges))
            return named;
        if (facts.Phones * 10 >= facts.Filled * 3 && facts.Phones > 0)
            return ContactField.CallerNumber;
        if (facts.Filled == 0)
            return named;
        return named switch
        {
            ContactField.CallerNumber => Caller(facts),
            ContactField.Date or ContactField.Timestamp or ContactField.Start => Moment(named, facts),
            ContactField.End or ContactField.EndTimestamp => facts.Most(facts.Stamps) ? ContactField.EndTimestamp
            : facts.Most(facts.Dates) || facts.Readable == 0 ? ContactField.Ignore
            : ContactField.End,
            ContactField.Minutes when IsMinutesSeconds(facts) => ContactField.MinutesSeconds,
            ContactField.Kinds or ContactField.Person when facts.Most(facts.Hows) => ContactField.How,
            ContactField.Person when facts.Most(facts.YesNos) => ContactField.Ignore,
            ContactField.Kinds when facts.Letters > facts.Filled * 60L => ContactField.Note,
            ContactField.Headcount when facts.Counts == 0 => facts.Most(facts.YesNos)
                ? ContactField.Ignore
                : ContactField.Person,
            ContactField.Supporter when facts.Most(facts.Counts) => ContactField.Ignore,
            ContactField.FirstTime when !facts.Most(facts.YesNos) => ContactField.Ignore,
            ContactField.How when facts.Most(facts.YesNos) || facts.Most(facts.Counts) => ContactField.Ignore,
            ContactField.Ignore => ByCellsAlone(header, facts),
            _ => named,
        };
    }

    // Above twelve hours nothing lasts; and a phone system that writes 1:02:10 means minutes by 12:45.
    private static bool IsMinutesSeconds(ColumnFacts facts) =>
        facts.LongClocks > 0 || (facts.ShortClocks > 0 && facts.SecondClocks > 0);

    // "Phone" over yes and no, over "phone" and "text", over how many, or "From" over times, is not a caller's number.
    private static ContactField Caller(ColumnFacts facts) =>
        facts.NearlyAll(facts.Times) ? ContactField.Start
        : facts.NearlyAll(facts.Stamps) ? ContactField.Timestamp
        : facts.NearlyAll(facts.Hows) ? ContactField.How
        : facts.Phones == 0 && facts.NearlyAll(facts.Counts) ? ContactField.Ignore
        : ContactField.CallerNumber;

    private static ContactField Moment(ContactField named, ColumnFacts facts)
    {
        if (facts.Most(facts.Stamps))
            return ContactField.Timestamp;
        if (facts.Most(facts.Times))
            return ContactField.Start;
        if (facts.Most(facts.Dates))
            return ContactField.Date;
        if (facts.Most(facts.Weekdays))
            return ContactField.Ignore;
        return named == ContactField.Timestamp && facts.Dates > 0 ? ContactField.Date : named;
    }

    private static ContactField ByCellsAlone(string header, ColumnFacts facts)
    {
        var plain = Words.Plain(header);
        if (plain is "caller" or "visitor type" && facts.Most(facts.YesNos))
            return ContactField.FirstTime;
        if (plain is "who" or "by")
            return facts.Distinct.Count * 8 < facts.Filled ? ContactField.Supporter : ContactField.Person;
        if (plain is "caller")
            return ContactField.Person;
        return ContactField.Ignore;
    }

    private static bool IsBeforeStart(List<MapColumn> columns, int index) =>
        columns.Exists(column => column.Field == ContactField.Start && column.Index > index);

    // "End date" beside "End time" says on which day it was.
    private static void EndDates(List<MapColumn> columns, ColumnFacts[] facts, HashSet<ContactField> taken)
    {
        if (!taken.Contains(ContactField.End) || !taken.Contains(ContactField.Date))
            return;
        var end = columns.FindIndex(column =>
            column.Field == ContactField.Ignore
            && HeaderWords.Field(column.Header) == ContactField.EndTimestamp
            && facts[column.Index].NearlyAll(facts[column.Index].Dates)
        );
        if (end >= 0 && taken.Add(ContactField.EndTimestamp))
            columns[end] = columns[end] with { Field = ContactField.EndTimestamp };
    }

    // Two "Time" columns are in and out; of two columns for one thing the second is left out.
    private static ContactField Once(ContactField field, HashSet<ContactField> taken)
    {
        if (
            field
            is ContactField.Ignore
                or ContactField.Note
                or ContactField.Outcome
                or ContactField.CallerNumber
                or ContactField.Kinds
        )
            return field;
        if (taken.Add(field))
            return field;
        var second = field switch
        {
            ContactField.Start => ContactField.End,
            ContactField.Timestamp => ContactField.EndTimestamp,
            _ => ContactField.Ignore,
        };
        return second != ContactField.Ignore && taken.Add(second) ? second : ContactField.Ignore;
    }

    // When a form was filled in is not when its contact was, where a column says that, and never how long it was.
    private static void WhenSent(List<MapColumn> columns, HashSet<ContactField> taken)
    {
        var end = columns.FindIndex(column =>
            column.Field == ContactField.EndTimestamp
            && Words.Plain(column.Header) is "completion time" or "hora de finalización"
        );
        if (end >= 0)
            LeaveOut(columns, end, taken);
        var stamp = columns.FindIndex(column => column.Field == ContactField.Timestamp);
        if (stamp >= 0 && taken.Contains(ContactField.Date) && (end >= 0 || IsSent(columns[stamp].Header)))
            LeaveOut(columns, stamp, taken);
    }

    private static bool IsSent(string header) =>
        Words.Plain(header)
            is "timestamp"
                or "time stamp"
                or "created"
                or "created at"
                or "submitted"
                or "submitted at"
                or "submission date"
                or "marca temporal";

    private static void LeaveOut(List<MapColumn> columns, int index, HashSet<ContactField> taken)
    {
        taken.Remove(columns[index].Field);
        columns[index] = columns[index] with { Field = ContactField.Ignore };
    }

    private static void LastNamesAlone(List<MapColumn> columns, HashSet<ContactField> taken)
    {
        var last = columns.FindIndex(column => column.Field == ContactField.LastName);
        columns[last] = columns[last] with { Field = ContactField.Person };
        taken.Add(ContactField.Person);
    }

    private static void Unnamed(List<MapColumn> columns, ColumnFacts[] facts, HashSet<ContactField> taken)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Field != ContactField.Ignore || HeaderWords.IsSomethingElse(columns[i].Header))
                continue;
            var fact = facts[columns[i].Index];
            var field = ContactField.Ignore;
            var dated = taken.Contains(ContactField.Date) || taken.Contains(ContactField.Timestamp);
            if (fact.NearlyAll(fact.Stamps) && !dated)
                field = ContactField.Timestamp;
            else if (fact.NearlyAll(fact.Dates) && !dated)
                field = ContactField.Date;
            else if (fact.NearlyAll(fact.Times) && !fact.NearlyAll(fact.UnderAnHour))
                field =
                    !taken.Contains(ContactField.Start) && !taken.Contains(ContactField.Timestamp) ? ContactField.Start
                    : !taken.Contains(ContactField.End) && !IsBeforeStart(columns, columns[i].Index) ? ContactField.End
                    : ContactField.Ignore;
            if (field == ContactField.Ignore)
                continue;
            taken.Add(field);
            columns[i] = columns[i] with { Field = field };
        }
    }

    // Days down, programs across: numbers under names that are no field of a log.
    private static void Across(
        List<MapColumn> columns,
        ColumnFacts[] facts,
        HashSet<ContactField> taken,
        ProgramMatch programs
    )
    {
        if (
            !taken.Contains(ContactField.Date)
            || taken.Overlaps([ContactField.Person, ContactField.Start, ContactField.Program])
        )
            return;
        // Beside "Visits", a column of numbers counts meals or kits unless it has the name of a program.
        var counted = columns.Any(column =>
            column.Field == ContactField.Headcount
            && HeaderWords.IsName(column.Header, ContactField.Headcount)
            && !Words.IsTotal(column.Header)
        );
        var across = columns
            .Where(column => IsCount(column, facts[column.Index], programs))
            .Where(column => !counted || programs.Own(column.Header) is not null)
            .ToList();
        if (across.Count < 2)
            return;
        foreach (var column in across)
            columns[columns.IndexOf(column)] = column with { Field = ContactField.ProgramCount };
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Field == ContactField.Headcount)
                columns[i] = columns[i] with { Field = ContactField.Ignore };
        }
    }

    // "Date, Group, Total": where nothing else says how many came, the total does.
    private static void TotalAlone(List<MapColumn> columns, ColumnFacts[] facts, HashSet<ContactField> taken)
    {
        if (
            taken.Overlaps([ContactField.Person, ContactField.Start, ContactField.Timestamp, ContactField.Headcount])
            || columns.Exists(column => column.Field == ContactField.ProgramCount)
        )
            return;
        var total = columns.FindIndex(column =>
            column.Field == ContactField.Ignore
            && Words.IsOnlyTotal(column.Header)
            && facts[column.Index].NearlyAll(facts[column.Index].Counts)
        );
        if (total >= 0)
            columns[total] = columns[total] with { Field = ContactField.Headcount };
    }

    private static bool IsCount(MapColumn column, ColumnFacts facts, ProgramMatch programs) =>
        facts.Filled > 0
        && !Words.IsTotal(column.Header)
        && !HeaderWords.IsSomethingElse(column.Header)
        && !column.Header.StartsWith("Column ", StringComparison.Ordinal)
        && (
            column.Field is ContactField.Ignore or ContactField.Kinds or ContactField.Headcount
            || programs.Own(column.Header) is not null
        )
        && !HeaderWords.IsName(column.Header, ContactField.Headcount)
        && (facts.Counts + facts.Nothings) * 10 >= facts.Rows * 9
        && facts.Counts > 0;

    /// <summary>Columns of numbers that are left out of a sheet in which each row counts one person.</summary>
    public static List<string> NumbersLeftOut(List<MapColumn> columns, ColumnFacts[] facts) =>
        !columns.Exists(column => column.Field == ContactField.Date)
        || columns.Exists(column =>
            column.Field
                is ContactField.Person
                    or ContactField.Start
                    or ContactField.Timestamp
                    or ContactField.Headcount
                    or ContactField.ProgramCount
                    or ContactField.CallerNumber
        )
            ? []
            :
            [
                .. columns
                    .Where(column =>
                        column.Field == ContactField.Ignore
                        && column.Header.Any(char.IsLetter)
                        && !HeaderWords.IsSomethingElse(column.Header)
                        && facts[column.Index].NearlyAll(facts[column.Index].Counts)
                    )
                    .Select(column => column.Header),
            ];

    // Kinds of support across, with a mark under those that were given. Where nothing shows that a row is about one
    // person, 1 and 0 can be counts.
    private static void Ticks(List<MapColumn> columns, ColumnFacts[] facts, HashSet<ContactField> taken)
    {
        var onePerson = taken.Overlaps([ContactField.Person, ContactField.Start, ContactField.Timestamp]);
        for (var i = 0; i < columns.Count; i++)
        {
            var fact = facts[columns[i].Index];
            if (
                columns[i].Field is ContactField.Ignore or ContactField.Kinds or ContactField.Program
                && fact.Filled > 0
                && fact.YesNos == fact.Filled
                && (onePerson || fact.Counts < fact.Filled)
                && Vocabulary.Kind(columns[i].Header) != Support.SupportKinds.None
            )
                columns[i] = columns[i] with { Field = ContactField.KindTick };
        }
    }
}
