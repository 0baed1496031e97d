using Hearth.Modules.Imports.Files;
using Hearth.Modules.Support;

namespace Hearth.Modules.Imports.Rules;

/// <summary>Reads a wide tally: programs down, days across, months stacked as often as people stack them.</summary>
internal sealed class TallyRows
{
    private readonly ContactMap map;
    private readonly ImportContext context;
    private readonly ProgramMatch programs;
    private readonly ContentKeys keys;
    private readonly long[] sums = new long[RowReader.MostCells];
    private TallyDays? days;
    private TitleHints hints;
    private bool underHeader;

    public TallyRows(ContactMap map, ImportContext context)
    {
        this.map = map;
        this.context = context;
        hints = new TitleHints(map.Year ?? 0, map.Month ?? 0);
        programs = new ProgramMatch(map, context.Programs);
        keys = new ContentKeys(context.KeySecret);
    }

    public IEnumerable<ImportRow> Read(SheetSource source)
    {
        hints = hints.Over(TitleHints.Read(source.Sheet));
        foreach (var row in source.Rows())
        {
            var reason = Passed(row);
            underHeader = reason is null or SkipReason.Header or SkipReason.Weekdays;
            if (reason is not null)
            {
                yield return new ImportRow
                {
                    Number = row.Number,
                    Line = row.Line,
                    Skipped = reason,
                };
                continue;
            }
            foreach (var outcome in Cells(row))
                yield return outcome;
        }
    }

    private SkipReason? Passed(SheetRow row)
    {
        if (row.IsBlank)
            return SkipReason.Blank;
        if (row.Flaw == RowFlaw.TooLong)
            return null;
        if (TallyDays.Read(row) is { } header && !header.CouldBeCounts(days, underHeader))
        {
            days = header;
            hints = header.Hints.Over(hints);
            Array.Clear(sums);
            return SkipReason.Header;
        }
        if (IsWeekdays(row))
            return SkipReason.Weekdays;
        if (days is null || IsWordsOnly(row))
            return Title(row);
        var label = Label(row);
        return (Words.IsTotal(label) && programs.Own(label) is null) || IsSum(row) ? SkipReason.Total : null;
    }

    // A line of words with no counts: a month's title, or a note.
    private SkipReason Title(SheetRow row)
    {
        var found = TitleHints.Read(row);
        if (found.Month == 0 && found.Year == 0)
            return days is null ? SkipReason.Title : SkipReason.Note;
        // Stacked months often leave the year to the first title.
        if (found.Year == 0 && found.Month == 1 && hints.Month == 12 && hints.Year != 0)
            found = found with { Year = hints.Year + 1 };
        hints = found.Over(hints);
        return SkipReason.Title;
    }

    private bool IsWordsOnly(SheetRow row)
    {
        for (var i = days!.FirstDay; i < row.Count; i++)
        {
            if (days.IsDay(i) && !row.Trimmed(i).IsEmpty)
                return false;
        }
        // A program that had nobody all month is a line of its own too; only what names a month or is long is a title.
        return true;
    }

    /// <summary>A line of weekdays under or over the days.</summary>
    public static bool IsWeekdays(SheetRow row)
    {
        int weekdays = 0,
            other = 0;
        for (var i = 0; i < row.Count; i++)
        {
            var cell = row.Trimmed(i);
            if (cell.IsEmpty)
                continue;
            if (Words.Weekday(cell) is not null || (cell.Length == 1 && "MTWFSmtwfs".Contains(cell[0])))
                weekdays++;
            else
                other++;
        }
        return weekdays >= 3 && other <= 1;
    }

    private string Label(SheetRow row)
    {
        for (var i = days!.FirstDay - 1; i >= 0; i--)
        {
            if (!row.Trimmed(i).IsEmpty)
                return row.Trimmed(i).ToString();
        }
        return "";
    }

    // A line without a name under the programs that adds them up.
    private bool IsSum(SheetRow row)
    {
        if (Label(row).Length > 0)
            return false;
        for (var i = days!.FirstDay; i < row.Count; i++)
        {
            if (days.IsDay(i) && Amounts.TryCount(row[i], out var count) && count != sums[i])
                return false;
        }
        return true;
    }

    private IEnumerable<ImportRow> Cells(SheetRow row)
    {
        var outcomes = new List<ImportRow>();
        if (row.Flaw == RowFlaw.TooLong || days is null)
        {
            outcomes.Add(Bad(row, Complaints.TooLong(row.Count), "", "", ""));
            return outcomes;
        }
        var label = Label(row);
        var slug = label.Length == 0 ? map.FixedProgram : programs.Slug(label);
        for (var i = days.FirstDay; i < row.Count; i++)
        {
            if (!days.IsDay(i) || Words.SaysNothing(row[i]))
                continue;
            if (slug is "")
                break;
            outcomes.Add(Cell(row, i, label, slug));
        }
        if (outcomes.Count == 0)
        {
            var reason = slug is "" ? SkipReason.LeftOut : SkipReason.NothingCounted;
            outcomes.Add(
                new ImportRow
                {
                    Number = row.Number,
                    Line = row.Line,
                    Skipped = reason,
                }
            );
        }
        return outcomes;
    }

    private ImportRow Cell(SheetRow row, int column, string label, string? slug)
    {
        var fault = days!.Date(column, hints, map, context.Today, out var date);
        var cell = row.Trimmed(column);
        var name = fault is DateFault.None or DateFault.Future
            ? date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : days.Name(column);
        if (!Amounts.TryCount(cell, out var count) || count > LogReader.MostPeople)
            return Bad(row, Complaints.Count(name, cell), name, label, cell);
        sums[column] += count;
        if (count == 0)
            return new ImportRow
            {
                Number = row.Number,
                Line = row.Line,
                Skipped = SkipReason.NothingCounted,
            };
        if (fault != DateFault.None)
            return Bad(row, Complaints.Date(fault, "header", name, context.Today), name, label, cell);
        if (slug is null && context.Programs.Count > 0)
            return Bad(row, Complaints.Program("first column", label), name, label, cell);
        keys.Start(date, null, null, count);
        keys.Add("program", label);
        var contact = new ImportedContact(
            keys.Finish(),
            date,
            null,
            null,
            slug,
            map.FixedHow,
            map.FixedPlace,
            Kinds(label),
            null,
            null,
            null,
            count,
            false
        );
        if (context.Check?.Invoke(contact) is [var stop, ..])
            return Bad(row, stop, name, label, cell);
        return new ImportRow
        {
            Number = row.Number,
            Line = row.Line,
            Contact = contact,
        };
    }

    private SupportKinds Kinds(string label) =>
        map.KindWords.TryGetValue(Words.Key(label), out var kind) ? kind : Vocabulary.Kind(label);

    private static ImportRow Bad(
        SheetRow row,
        ImportProblem problem,
        string date,
        string label,
        ReadOnlySpan<char> cell
    ) =>
        new()
        {
            Number = row.Number,
            Line = row.Line,
            Problems = [problem],
            Cells = [date, PhoneText.Redact(label), PhoneText.Redact(cell)],
        };
}
