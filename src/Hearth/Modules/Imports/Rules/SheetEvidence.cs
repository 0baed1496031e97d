using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Rules;

/// <summary>What a whole sheet shows about the order of its dates, their year, and the words it uses.</summary>
internal sealed class SheetEvidence
{
    private const int MostWords = 200;

    private readonly CellMemory<bool> unanswered = new(cell => Vocabulary.IsUnanswered(cell));
    private DateOnly lastMonthDay;
    private DateOnly lastDayMonth;
    private int lastMonth;

    public int Rows { get; private set; }
    public int DayFirst { get; private set; }
    public int MonthFirst { get; private set; }
    public int TwoWays { get; private set; }
    public int WithoutYear { get; private set; }
    public int BlankDates { get; private set; }
    public int BackwardsMonthDay { get; private set; }
    public int BackwardsDayMonth { get; private set; }
    public int FutureMonthDay { get; private set; }
    public int FutureDayMonth { get; private set; }
    public bool NeedsYear { get; private set; }
    public bool NeedsMonth { get; private set; }
    public bool YearTurns { get; private set; }
    public int BareTimes { get; private set; }
    public int SureTimes { get; private set; }
    public int BareEndsFirst { get; private set; }
    public int Unanswered { get; private set; }

    /// <summary>Lengths such as 1:15, which a phone system means otherwise than a person.</summary>
    public int Clocks { get; private set; }
    public string? ClockExample { get; private set; }

    /// <summary>A tally's cells that count somebody, and those that only hold a mark.</summary>
    public int Counted { get; private set; }
    public int Marks { get; private set; }
    public string? Example { get; private set; }
    public HashSet<string> Programs { get; } = new(StringComparer.Ordinal);
    public HashSet<string> Kinds { get; } = new(StringComparer.Ordinal);

    public static SheetEvidence OfLog(
        SheetSource source,
        SheetShape shape,
        LogColumns columns,
        ContactMap map,
        DateOnly today
    )
    {
        var evidence = new SheetEvidence();
        var date = Math.Max(columns[ContactField.Date], columns[ContactField.Timestamp]);
        var year = shape.Year ?? map.Year ?? 0;
        foreach (var row in source.Rows())
        {
            if (row.Number < shape.FirstDataRow || row.IsBlank)
                continue;
            evidence.Rows++;
            if (date >= 0 && row.Trimmed(date).IsEmpty)
                evidence.BlankDates++;
            else if (date >= 0)
                evidence.Date(DateReader.Read(row.Trimmed(date), out _), row.Trimmed(date), year, today);
            evidence.Times(row, columns);
            evidence.Length(row.Trimmed(columns[ContactField.Minutes]));
            if (evidence.IsUnanswered(row, columns) && !map.CountUnanswered)
                continue;
            if (columns[ContactField.Program] is >= 0 and var program)
                Word(evidence.Programs, row.Trimmed(program));
            foreach (var column in columns.Kinds)
                evidence.KindPhrases(row.Trimmed(column));
        }
        foreach (var column in columns.Counts)
            Word(evidence.Programs, columns.Headers[column]);
        foreach (var column in columns.Ticks)
            evidence.KindPhrases(columns.Headers[column]);
        return evidence;
    }

    /// <summary>Takes one written date into account.</summary>
    public void Date(in DateFound found, ReadOnlySpan<char> cell, int year, DateOnly today)
    {
        if (found.Form == DateForm.None)
            return;
        if (found.YearDigits == 0 && found.Form != DateForm.Serial)
            WithoutYear++;
        if (found.Form == DateForm.Sure)
            Turn(found.A);
        if (found.Form != DateForm.Numeric)
            return;
        var evident = DateRule.Evident(found, year, today);
        if (evident == DateOrder.DayMonth)
            DayFirst++;
        else if (evident == DateOrder.Unknown)
        {
            TwoWays++;
            Example ??= cell.ToString();
        }
        else if (found.A != found.B)
            MonthFirst++;
        Orders(found, year, today);
    }

    private void Orders(in DateFound found, int year, DateOnly today)
    {
        var monthDay = DateRule.Resolve(found with { Weekday = null }, DateOrder.MonthDay, year, today, out var md);
        var dayMonth = DateRule.Resolve(found with { Weekday = null }, DateOrder.DayMonth, year, today, out var dm);
        if (monthDay == DateFault.Future)
            FutureMonthDay++;
        if (dayMonth == DateFault.Future)
            FutureDayMonth++;
        if (monthDay == DateFault.None)
        {
            if (md < lastMonthDay)
                BackwardsMonthDay++;
            lastMonthDay = md;
        }
        if (dayMonth == DateFault.None)
        {
            if (dm < lastDayMonth)
                BackwardsDayMonth++;
            lastDayMonth = dm;
        }
        if (found.YearDigits == 0)
            Turn(
                found.B > 12 ? found.A
                : found.A > 12 ? found.B
                : DayFirst > MonthFirst ? found.B
                : found.A
            );
    }

    private void Turn(int month)
    {
        if (lastMonth >= 11 && month <= 2)
            YearTurns = true;
        lastMonth = month;
    }

    private void Times(SheetRow row, LogColumns columns)
    {
        var (start, end) = (columns[ContactField.Start], columns[ContactField.End]);
        if (start < 0 || !TimeReader.TryRead(columns.Time(row, start), out var from))
            return;
        var to = end >= 0 && TimeReader.TryRead(columns.Time(row, end), out var ended) ? ended : from;
        foreach (var time in (ReadOnlySpan<TimeFound>)[from, to])
        {
            if (time.HasHalf)
                SureTimes++;
            else if (time.Seconds is >= 3600 and < 7 * 3600)
                BareTimes++;
        }
        if (!from.HasHalf && !to.HasHalf && to.Seconds < from.Seconds)
            BareEndsFirst++;
    }

    private void Length(ReadOnlySpan<char> cell)
    {
        if (cell.Count(':') != 1 || !Amounts.TryMinutes(cell, DurationUnit.MinutesSeconds, out _))
            return;
        Clocks++;
        ClockExample ??= cell.ToString();
    }

    private bool IsUnanswered(SheetRow row, LogColumns columns)
    {
        foreach (var column in columns.Results)
        {
            if (!unanswered.Of(row.Trimmed(column)))
                continue;
            Unanswered++;
            return true;
        }
        return false;
    }

    private void KindPhrases(ReadOnlySpan<char> cell)
    {
        if (Kinds.Count >= MostWords || Words.IsPlaceholder(cell) || Words.IsError(cell) || cell.Length > 400)
            return;
        foreach (var phrase in Vocabulary.Phrases(cell.ToString()))
            Word(Kinds, phrase);
    }

    private static void Word(HashSet<string> words, ReadOnlySpan<char> word)
    {
        if (
            words.Count < MostWords
            && !Words.IsPlaceholder(word)
            && !Words.IsError(word)
            && word.Length <= 80
            && !PhoneText.MayHold(word)
        )
            words.Add(Words.Key(word));
    }

    /// <summary>The headers and program names of a tally.</summary>
    public static SheetEvidence OfTally(SheetSource source, ContactMap map, DateOnly today)
    {
        var evidence = new SheetEvidence();
        var hints = new TitleHints(map.Year ?? 0, map.Month ?? 0).Over(TitleHints.Read(source.Sheet));
        TallyDays? above = null;
        var isRightUnder = false;
        foreach (var row in source.Rows())
        {
            if (TallyDays.Read(row) is { } days && !days.CouldBeCounts(above, isRightUnder))
            {
                (above, isRightUnder) = (days, true);
                hints = days.Hints.Over(hints);
                evidence.NeedsMonth |= hints.Month == 0 && days.CountsDayNumbers;
                evidence.NeedsYear |= hints.Year == 0 && days.LacksYear;
                for (var i = days.FirstDay; i < days.Count; i++)
                    evidence.Date(days.Written(i), days.Name(i), map.Year ?? 0, today);
                continue;
            }
            var label = row.Trimmed(0);
            if (label.IsEmpty && row.Count > 1)
                label = row.Trimmed(1);
            if (TallyRows.IsWeekdays(row))
                continue;
            isRightUnder = !row.IsBlank && !Words.IsTotal(label) && !IsTitle(row, above is null, ref hints);
            if (!isRightUnder)
                continue;
            evidence.Rows++;
            evidence.Cells(row);
            Word(evidence.Programs, label);
        }
        return evidence;
    }

    private void Cells(SheetRow row)
    {
        for (var i = 1; i < row.Count - 1; i++)
        {
            if (row.Trimmed(i) is "x" or "X" or "✓" or "✔")
                Marks++;
            else if (Amounts.TryCount(row[i], out var count) && count > 0)
                Counted++;
        }
    }

    // Above the first header every line is a title; below it, a line that names a month and counts nothing.
    private static bool IsTitle(SheetRow row, bool isAbove, ref TitleHints hints)
    {
        var words = true;
        for (var i = 1; i < row.Count && !isAbove; i++)
            words &= !Amounts.TryCount(row[i], out _) && (row.Trimmed(i).IsEmpty || !Words.SaysNothing(row[i]));
        if (!words)
            return false;
        hints = TitleHints.Read(row).Over(hints);
        return true;
    }
}
