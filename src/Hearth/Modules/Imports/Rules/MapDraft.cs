using System.Globalization;
using Hearth.Modules.Support;

namespace Hearth.Modules.Imports.Rules;

/// <summary>A map on its way: settles what the sheet shows and asks what it does not.</summary>
internal sealed class MapDraft(
    ContactMap start,
    SheetShape shape,
    SheetEvidence evidence,
    ImportContext context,
    bool remembered,
    IReadOnlyList<string> numbersLeftOut
)
{
    private const int MostKindQuestions = 20;

    private ContactMap map = start;
    private readonly List<MapQuestion> questions = [];
    private readonly List<string> notes = [];

    public MapGuess Finish()
    {
        Noted();
        DateOrders();
        Years();
        BlankDates();
        BareTimes();
        Unanswered();
        Lengths();
        Programs();
        Kinds();
        Names();
        var missing = map.Missing().Count;
        var confidence =
            1
            - (0.3 * missing)
            - (0.12 * questions.Count(question => question.MustAnswer))
            - (shape.HasHeader ? 0 : 0.2);
        return new MapGuess(map, Math.Clamp(confidence, 0, 1), questions, notes);
    }

    private void Noted()
    {
        if (remembered)
            notes.Add("The map from an earlier sheet with the same headers is used.");
        if (shape.Titles.Count > 0)
            notes.Add(
                $"{shape.Titles.Count} title line{(shape.Titles.Count == 1 ? "" : "s")} above the header {(shape.Titles.Count == 1 ? "is" : "are")} passed over."
            );
        if (shape.HasHeader && evidence.Rows == 0)
            notes.Add("No rows stand below the header.");
        if (evidence is { Counted: 0, Marks: > 0 })
            notes.Add(
                "The days hold marks and no numbers, so nobody is counted. Write how many came each day, or bring a sheet with a row for each visit."
            );
        if (numbersLeftOut.Count > 0)
            notes.Add(
                $"Each row counts one person. {string.Join(", ", numbersLeftOut.Select(header => $"“{header}”"))} {(numbersLeftOut.Count == 1 ? "holds numbers and is" : "hold numbers and are")} left out: say in the map if one of them is how many came."
            );
        if (!shape.HasHeader)
            notes.Add("The sheet has no header, so its columns go by position.");
        foreach (var column in map.Columns.Where(column => column.Field == ContactField.CallerNumber))
            notes.Add($"“{column.Header}” holds telephone numbers. They are dropped as the file is read.");
    }

    private void DateOrders()
    {
        var both = evidence.DayFirst > 0 && evidence.MonthFirst > 0;
        if (!both && evidence.MonthFirst > 0)
            map = map with { DateOrder = DateOrder.MonthDay };
        else if (!both && evidence.DayFirst > 0)
            map = map with { DateOrder = DateOrder.DayMonth };
        else if (evidence.TwoWays > 0 && !(remembered && map.DateOrder != DateOrder.Unknown && !both))
            Order(both);
    }

    private void Order(bool both)
    {
        // A log holds no dates to come: if one order makes some and the other none, the sheet has said which it is.
        if (!both && evidence.FutureMonthDay > 0 != evidence.FutureDayMonth > 0)
        {
            map = map with { DateOrder = evidence.FutureMonthDay > 0 ? DateOrder.DayMonth : DateOrder.MonthDay };
            notes.Add(
                "Read the other way round, some dates would be in the future; that settled which number is the day."
            );
            return;
        }
        map = map with { DateOrder = DateOrder.Unknown };
        MapChoice monthDay = new(nameof(DateOrder.MonthDay), "Month first: 3/4 is March 4");
        MapChoice dayMonth = new(nameof(DateOrder.DayMonth), "Day first: 3/4 is 3 April");
        var first = evidence.BackwardsDayMonth < evidence.BackwardsMonthDay ? dayMonth : monthDay;
        var sentence = both
            ? $"Some dates can only be month first and some only day first. Which is “{evidence.Example}”?"
            : $"Dates such as “{evidence.Example}” can be read two ways, and nothing in the sheet shows which. Which number is the month?";
        questions.Add(new MapQuestion("date-order", sentence, [first, first == monthDay ? dayMonth : monthDay], true));
    }

    private void Years()
    {
        var needed =
            shape.Kind == SheetKind.Tally ? evidence.NeedsYear : evidence.WithoutYear > 0 && shape.Year is null;
        if (needed)
        {
            MapChoice[] years =
            [
                .. new[] { 0, 1, 2 }
                    .Select(back => Text(context.Today.Year - back))
                    .Select(year => new MapChoice(year, year)),
            ];
            questions.Add(
                new MapQuestion(
                    "year",
                    "The dates have no year, and no title line gives one. Which year is this sheet for?",
                    years,
                    true
                )
            );
        }
        if (evidence.NeedsMonth)
        {
            MapChoice[] months =
            [
                .. Enumerable
                    .Range(1, 12)
                    .Select(month => new MapChoice(
                        Text(month),
                        CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)
                    )),
            ];
            questions.Add(
                new MapQuestion(
                    "month",
                    "The header has days but no month. Which month is this sheet for?",
                    months,
                    true
                )
            );
        }
        if (shape.Kind == SheetKind.Log && evidence is { WithoutYear: > 0, YearTurns: true })
        {
            map = map with { YearRollsOver = true };
            questions.Add(
                new MapQuestion(
                    "year-rolls-over",
                    "The dates run from the end of a year into January, and only one year is written. Do the January rows belong to the next year?",
                    [new MapChoice("True", "Yes, the next year"), new MapChoice("False", "No, the same year")],
                    false
                )
            );
        }
    }

    private void BlankDates()
    {
        if (shape.Kind == SheetKind.Tally || evidence.BlankDates == 0 || remembered)
            return;
        if (!map.Columns.Any(column => column.Field == ContactField.Date))
            return;
        var above = evidence.BlankDates * 10 >= evidence.Rows && evidence.BlankDates > 1;
        map = map with { BlankDateMeansAbove = above };
        MapChoice yes = new("True", "The same day as the row above");
        MapChoice no = new("False", "A date that someone forgot");
        questions.Add(
            new MapQuestion(
                "blank-date",
                $"{Text(evidence.BlankDates)} rows have no date. What does a blank date mean?",
                above ? [yes, no] : [no, yes],
                false
            )
        );
    }

    private void BareTimes()
    {
        if (remembered || evidence.SureTimes > 0 || evidence.BareTimes == 0)
            return;
        map = map with { BareTimesAreAfternoon = true };
        questions.Add(
            new MapQuestion(
                "bare-times",
                "Times such as 1:20 have no am or pm. Are times from 1:00 to 6:59 in the afternoon?",
                [new MapChoice("True", "Yes, in the afternoon"), new MapChoice("False", "No, early in the morning")],
                // An end that is earlier than its start has shown that the clock has twelve hours.
                evidence.BareEndsFirst == 0
            )
        );
    }

    private void Unanswered()
    {
        if (evidence.Unanswered == 0)
            return;
        var calls = evidence.Unanswered == 1 ? "1 call" : $"{Text(evidence.Unanswered)} calls";
        notes.Add(
            $"{calls} that nobody answered (missed, no answer, voicemail): {(map.CountUnanswered ? "counted" : "left out")}."
        );
        if (remembered)
            return;
        questions.Add(
            new MapQuestion(
                "unanswered",
                $"The sheet holds {calls} that nobody answered (missed, no answer, voicemail). Count them as contacts?",
                [new MapChoice("False", "No, leave them out"), new MapChoice("True", "Yes, count them")],
                false
            )
        );
    }

    // People write 1:15 for an hour and a quarter, phone systems for a minute and a quarter.
    private void Lengths()
    {
        if (remembered || evidence.Clocks == 0 || !map.Columns.Any(column => column.Field == ContactField.CallerNumber))
            return;
        questions.Add(
            new MapQuestion(
                "length-clock",
                $"Is a length such as “{evidence.ClockExample}” minutes and seconds, or hours and minutes?",
                [new MapChoice("True", "Minutes and seconds"), new MapChoice("False", "Hours and minutes")],
                true
            )
        );
    }

    private void Programs()
    {
        if (context.Programs.Count == 0)
            return;
        if (context.Programs.Count == 1 && map.FixedProgram is null)
            map = map with { FixedProgram = context.Programs[0].Slug };
        MapChoice[] choices = [.. context.Programs.Select(program => new MapChoice(program.Slug, program.Name))];
        var worded =
            shape.Kind == SheetKind.Tally
            || map.Columns.Any(column => column.Field is ContactField.Program or ContactField.ProgramCount);
        if (!worded && map.FixedProgram is null)
            ProgramOf(choices);
        var match = new ProgramMatch(map, context.Programs);
        foreach (var word in evidence.Programs.Where(word => match.Slug(word) is null).Order(StringComparer.Ordinal))
        {
            questions.Add(
                new MapQuestion(
                    "program-word:" + word,
                    $"Which program is “{word}”?",
                    [.. Likely(choices, word), new MapChoice("", "None: leave these rows out")],
                    true
                )
            );
        }
    }

    private void ProgramOf(MapChoice[] choices)
    {
        var named = choices
            .Where(choice =>
                shape.Titles.Any(title =>
                    Words.Plain(title).Contains(Words.Plain(choice.Label), StringComparison.Ordinal)
                )
            )
            .ToList();
        if (named.Count == 1)
        {
            map = map with { FixedProgram = named[0].Value };
            notes.Add($"The title names {named[0].Label}, so its rows go there.");
        }
        else
            questions.Add(new MapQuestion("program", "Which program is this sheet for?", choices, true));
    }

    private static IEnumerable<MapChoice> Likely(MapChoice[] choices, string word)
    {
        var words = Words.Plain(word).Split(' ');
        return choices.OrderByDescending(choice =>
            Words.Plain(choice.Label).Split(' ').Count(part => words.Contains(part))
        );
    }

    private void Kinds()
    {
        var words = new Dictionary<string, SupportKinds>(map.KindWords, StringComparer.Ordinal);
        foreach (var word in evidence.Kinds.Where(word => !words.ContainsKey(word)).Order(StringComparer.Ordinal))
        {
            var kind = Vocabulary.Kind(word);
            words[word] = kind == SupportKinds.None ? SupportKinds.SomethingElse : kind;
            if (
                kind != SupportKinds.None
                || questions.Count(question => question.Id.StartsWith("kind-word:", StringComparison.Ordinal))
                    >= MostKindQuestions
            )
                continue;
            questions.Add(
                new MapQuestion(
                    "kind-word:" + word,
                    $"Which kind of support is “{PhoneText.Redact(word)}”?",
                    [
                        .. Enum.GetValues<SupportKinds>()
                            .Where(value => value != SupportKinds.None)
                            .OrderByDescending(value => value == SupportKinds.SomethingElse)
                            .Select(value => new MapChoice(value.ToString(), Label(value))),
                    ],
                    false
                )
            );
        }
        map = map with { KindWords = words };
    }

    private void Names()
    {
        if (remembered || !map.Columns.Any(column => column.Field == ContactField.Person))
            return;
        MapChoice keep = new(nameof(NameRule.KeepAsCode), "Keep it, as the code by which repeat visits are known");
        MapChoice drop = new(nameof(NameRule.Drop), "Leave it out: these contacts are counted without a name");
        questions.Add(
            new MapQuestion(
                "names",
                "The sheet says what people are called. Keep it or leave it out?",
                map.Names == NameRule.KeepAsCode ? [keep, drop] : [drop, keep],
                false
            )
        );
    }

    private static string Label(SupportKinds kind) =>
        string.Concat(
            kind.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString())
        );

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
