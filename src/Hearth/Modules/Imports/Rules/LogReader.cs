using Hearth.Modules.Imports.Files;
using Hearth.Modules.Support;

namespace Hearth.Modules.Imports.Rules;

/// <summary>Reads a log: one row for each moment of support.</summary>
internal sealed class LogReader
{
    public const int MostPeople = 100_000;
    private const int DayMinutes = 24 * 60;
    private const int MostBeyondTimes = 60;

    private readonly ContactMap map;
    private readonly ImportContext context;
    private readonly SheetShape shape;
    private readonly LogColumns columns;
    private readonly LogDates dates;
    private readonly LogPasses passes;
    private readonly ContentKeys keys;
    private readonly ProgramMatch programs;
    private readonly CellMemory<string?> slugs;
    private readonly CellMemory<SupportKinds> kinds;
    private readonly CellMemory<ContactHow> hows;
    private readonly CellMemory<ContactPlace> places;
    private readonly CellMemory<bool> unanswered = new(cell => Vocabulary.IsUnanswered(cell));
    private readonly CellMemory<bool?> ticks = new(cell => Vocabulary.YesNo(cell));
    private readonly CellMemory<bool?> firsts;
    private readonly CellMemory<string?> names = new(LogCells.Name);
    private readonly List<ImportProblem> problems = [];
    private readonly int length;
    private readonly DurationUnit unit;

    public LogReader(ContactMap map, ImportContext context, SheetShape shape)
    {
        this.map = map;
        this.context = context;
        this.shape = shape;
        columns = LogColumns.Fit(map, shape);
        dates = new LogDates(map, context, shape);
        passes = new LogPasses(columns, dates);
        keys = new ContentKeys(context.KeySecret);
        programs = new ProgramMatch(map, context.Programs);
        slugs = new CellMemory<string?>(cell => programs.Slug(cell));
        kinds = new CellMemory<SupportKinds>(cell => LogCells.Kinds(cell, map));
        hows = new CellMemory<ContactHow>(cell =>
            Vocabulary.How(cell) is { } how and not ContactHow.NotRecorded ? how : map.FixedHow
        );
        places = new CellMemory<ContactPlace>(cell =>
            Vocabulary.Place(cell) is { } place and not ContactPlace.NotRecorded ? place : map.FixedPlace
        );
        var asked = HeaderWords.AsksFor(columns.Name(ContactField.FirstTime));
        firsts = new CellMemory<bool?>(cell => Vocabulary.IsFirstTime(cell, asked));
        (length, unit) = columns.Length;
        if (unit == DurationUnit.Minutes && map.ClocksHaveSeconds == true)
            unit = DurationUnit.MinutesSeconds;
    }

    public IEnumerable<ImportRow> Read(SheetSource source)
    {
        var mended = shape.Headers.Any(ProblemFile.IsOwn);
        foreach (var read in source.Rows())
        {
            var row = mended ? ProblemFile.Restored(read) : read;
            if (row.Number < shape.FirstDataRow)
                yield return Skip(row, passes.AboveData(row));
            else if (row.IsBlank)
                yield return Skip(row, SkipReason.Blank);
            else if (columns.Counts.Length == 0)
                yield return One(row);
            else
            {
                foreach (var outcome in Across(row))
                    yield return outcome;
            }
        }
    }

    private static ImportRow Skip(SheetRow row, SkipReason reason) =>
        new()
        {
            Number = row.Number,
            Line = row.Line,
            Skipped = reason,
        };

    private ImportRow One(SheetRow row)
    {
        problems.Clear();
        if (When(row, out var when) is { } reason)
            return Skip(row, reason);
        if (!map.CountUnanswered && IsUnanswered(row))
            return Skip(row, SkipReason.Unanswered);
        var slug = Program(row);
        if (slug is "" && problems.Count == 0)
            return Skip(row, SkipReason.LeftOut);
        if (Headcount(row, out var people) is { } none && problems.Count == 0)
            return Skip(row, none);
        OnePerson(row);
        return problems.Count > 0 ? Bad(row, when) : Good(row, when, slug, people);
    }

    // Days down, programs across.
    private List<ImportRow> Across(SheetRow row)
    {
        problems.Clear();
        if (When(row, out var when) is { } reason)
            return [Skip(row, reason)];
        if (problems.Count > 0)
            return [Bad(row, when)];
        var outcomes = new List<ImportRow>();
        foreach (var column in columns.Counts)
        {
            var cell = row.Trimmed(column);
            if (Words.SaysNothing(cell))
                continue;
            var slug = slugs.Of(columns.Headers[column]);
            if (slug is "")
                continue;
            if (!Amounts.TryCount(cell, out var people) || people > MostPeople)
                problems.Add(Complaints.Count(columns.Headers[column], cell));
            else if (slug is null && context.Programs.Count > 0)
                problems.Add(Complaints.Program(columns.Headers[column], columns.Headers[column]));
            else if (people > 0)
                outcomes.Add(Good(row, when, slug, people, columns.Headers[column]));
        }
        // A row with one bad cell is mended whole, and none of its cells land until it is.
        if (problems.Count > 0)
            return [Bad(row, when)];
        return outcomes.Count > 0 ? outcomes : [Skip(row, SkipReason.NothingCounted)];
    }

    private SkipReason? When(SheetRow row, out When when)
    {
        when = default;
        if (row.Flaw == RowFlaw.TooLong)
        {
            problems.Add(Complaints.TooLong(row.Count));
            return null;
        }
        var stamp = columns[ContactField.Timestamp];
        var column = stamp >= 0 ? stamp : columns[ContactField.Date];
        if (column < 0)
        {
            problems.Add(Complaints.NoDate(""));
            return null;
        }
        var cell = row.Trimmed(column);
        if (Words.IsPlaceholder(cell) && cell is not ".")
        {
            if (passes.Undated(row) is { } reason)
                return reason;
            if (!map.BlankDateMeansAbove || stamp >= 0 || dates.Above is not { } above)
            {
                problems.Add(Complaints.NoDate(columns.Headers[column]));
                return null;
            }
            when.Date = above;
            when.Carried = true;
        }
        else
        {
            var fault = dates.Read(cell, out when.Date, out var used);
            if (fault == DateFault.NotADate && passes.NotADate(row, column) is { } reason)
                return reason;
            if (fault != DateFault.NotADate && LogPasses.IsTotalOfDay(row, column, cell[used..]))
                return SkipReason.Total;
            if (fault != DateFault.None)
            {
                problems.Add(Complaints.Date(fault, columns.Headers[column], cell, context.Today));
                return null;
            }
            if (stamp < 0 && passes.NothingBut(row, column))
                return SkipReason.NothingCounted;
            if (!LogCells.TimeBehind(cell[used..], ref when, cell))
                problems.Add(Complaints.Date(DateFault.NotADate, columns.Headers[column], cell, context.Today));
        }
        Times(row, ref when);
        if (row.Flaw == RowFlaw.UnbalancedQuote && row.Count != shape.Headers.Count)
            problems.Add(Complaints.Quote(columns.Headers[0]));
        return null;
    }

    private void Times(SheetRow row, ref When when)
    {
        LogCells.Time(row, columns[ContactField.Start], columns, problems, ref when.Start, ref when.End);
        TimeFound? ignored = null;
        LogCells.Time(row, columns[ContactField.End], columns, problems, ref when.End, ref ignored);
        EndStamp(row, ref when);
        if (problems.Count > 0)
            return;
        if (!when.Settle(context.Zone, map.BareTimesAreAfternoon))
        {
            var end = columns[ContactField.End] >= 0 ? columns[ContactField.End] : columns[ContactField.EndTimestamp];
            problems.Add(Complaints.EndBeforeStart(end < 0 ? "" : columns.Headers[end], row[end]));
        }
        if (length < 0 || Words.IsPlaceholder(row[length]))
            return;
        if (Amounts.TryMinutes(row[length], unit, out var minutes) && minutes <= DayMinutes)
        {
            if (when.Minutes is { } between && minutes > between + MostBeyondTimes)
                problems.Add(Complaints.Beyond(columns.Headers[length], row[length], between));
            when.Minutes = minutes;
        }
        else
            problems.Add(Complaints.Length(columns.Headers[length], row[length]));
    }

    private void EndStamp(SheetRow row, ref When when)
    {
        var column = columns[ContactField.EndTimestamp];
        if (column < 0 || Words.IsPlaceholder(row[column]))
            return;
        var cell = row.Trimmed(column);
        var fault = new LogDates(map, context, shape).Read(cell, out var date, out var used);
        var end = new When { Date = date };
        if (fault != DateFault.None)
            problems.Add(Complaints.Date(fault, columns.Headers[column], cell, context.Today));
        else if (!LogCells.TimeBehind(cell[used..], ref end, cell))
            problems.Add(Complaints.Time(columns.Headers[column], cell));
        else if (end.Start is not null)
            (when.End, when.EndDate) = (end.Start, date);
        else if (when is { Start: { } from, End: { } to })
            when.EndDate =
                date == when.Date || (date == when.Date.AddDays(1) && to.Seconds < from.Seconds) ? null : date;
    }

    private string? Program(SheetRow row)
    {
        var column = columns[ContactField.Program];
        if (column < 0)
            return map.FixedProgram;
        var slug = slugs.Of(row[column]);
        if (slug is null && context.Programs.Count > 0)
            problems.Add(Complaints.Program(columns.Headers[column], row[column]));
        return slug;
    }

    private SkipReason? Headcount(SheetRow row, out int people)
    {
        people = 1;
        var column = columns[ContactField.Headcount];
        if (column < 0)
            return null;
        var cell = row.Trimmed(column);
        if (cell.IsEmpty && columns[ContactField.Person] >= 0)
            return null;
        if (!cell.IsEmpty && Words.SaysNothing(cell))
            return SkipReason.NothingCounted;
        if (!Amounts.TryCount(cell, out people) || people > MostPeople)
            problems.Add(Complaints.Count(columns.Headers[column], cell));
        return people == 0 ? SkipReason.NothingCounted : null;
    }

    private bool IsUnanswered(SheetRow row)
    {
        foreach (var column in columns.Results)
        {
            if (unanswered.Of(row[column]))
                return true;
        }
        return false;
    }

    // What a telephone system writes for a caller's name is left out with the number and nobody chose it.
    private void OnePerson(SheetRow row)
    {
        var column = columns[ContactField.Person];
        if (column < 0 || columns[ContactField.CallerNumber] >= 0 || !LogCells.HoldsSeveralNames(row[column]))
            return;
        var counted = columns[ContactField.Headcount] is >= 0 and var count && !row.Trimmed(count).IsEmpty;
        if (map.Names == NameRule.KeepAsCode || !counted)
            problems.Add(Complaints.Names(columns.Headers[column]));
    }

    private ImportRow Good(SheetRow row, When when, string? slug, int people, string? activity = null)
    {
        keys.Start(when.Date, when.Start?.Seconds, when.Minutes, people);
        foreach (var column in columns.Others)
            LogCells.AddTo(keys, columns.Plain[column], row[column]);
        if (activity is not null)
            keys.Add("program", activity);
        var contact = new ImportedContact(
            keys.Finish(),
            when.Date,
            when.Start is { } start ? new TimeOnly(start.Seconds * TimeSpan.TicksPerSecond) : null,
            when.Minutes,
            slug,
            columns[ContactField.How] is >= 0 and var how ? hows.Of(row[how]) : map.FixedHow,
            columns[ContactField.Place] is >= 0 and var place ? places.Of(row[place]) : map.FixedPlace,
            Kinds(row, activity),
            map.Names == NameRule.KeepAsCode ? Name(row) : null,
            columns[ContactField.FirstTime] is >= 0 and var first ? firsts.Of(row[first]) : null,
            columns[ContactField.Supporter] is >= 0 and var supporter ? names.Of(row[supporter]) : null,
            people,
            when.PastMidnight
        );
        if (context.Check?.Invoke(contact) is { Count: > 0 } stops)
        {
            problems.Clear();
            problems.AddRange(stops);
            return Bad(row, when);
        }
        return new ImportRow
        {
            Number = row.Number,
            Line = row.Line,
            Contact = contact,
        };
    }

    private string? Name(SheetRow row)
    {
        var (first, last) = (columns[ContactField.Person], columns[ContactField.LastName]);
        var name = first < 0 ? null : names.Of(row[first]);
        if (last < 0 || names.Of(row[last]) is not { } rest)
            return name;
        return name is null ? rest : names.Of($"{name} {rest}");
    }

    private SupportKinds Kinds(SheetRow row, string? activity)
    {
        var made = activity is null ? SupportKinds.None : kinds.Of(activity);
        foreach (var column in columns.Kinds)
            made |= kinds.Of(row[column]);
        foreach (var column in columns.Ticks)
        {
            if (ticks.Of(row[column]) == true)
                made |= kinds.Of(columns.Headers[column]);
        }
        return made;
    }

    private ImportRow Bad(SheetRow row, When when) =>
        new()
        {
            Number = row.Number,
            Line = row.Line,
            Problems = [.. problems],
            Cells = LogCells.ForMending(row, columns, when),
        };
}
