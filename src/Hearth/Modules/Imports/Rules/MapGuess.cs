using Hearth.Modules.Imports.Files;
using Hearth.Modules.Support;

namespace Hearth.Modules.Imports.Rules;

/// <summary>A first map for a sheet, how sure it is, and what to ask.</summary>
/// <param name="Confidence">0 to 1: how much of what a contact needs was found without guessing.</param>
/// <param name="Notes">What was noticed, as sentences: title lines, dropped caller numbers, blank dates.</param>
public sealed record MapGuess(
    ContactMap Map,
    double Confidence,
    IReadOnlyList<MapQuestion> Questions,
    IReadOnlyList<string> Notes
)
{
    private const int FactRows = 2000;

    /// <summary>
    /// Looks at the whole sheet once and proposes a map. A remembered map whose headers fit is kept, and only what this
    /// file leaves open is asked again; its year and month are never carried over, since next month's sheet has its own.
    /// </summary>
    public static MapGuess From(SheetSource source, ImportContext context, ContactMap? remembered = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(context);
        if (source.Refusal is { } refusal)
            return new MapGuess(new ContactMap(), 0, [], [refusal]);
        var shape = SheetShape.Of(source);
        var fits = remembered is not null && remembered.HeaderSignature == Signature(shape);
        IReadOnlyList<string> leftOut = [];
        var map =
            fits ? remembered! with { Year = null, Month = null, YearRollsOver = false }
            : shape.Kind == SheetKind.Tally ? Tally(shape)
            : Log(source, shape, context, out leftOut);
        var evidence =
            shape.Kind == SheetKind.Tally
                ? SheetEvidence.OfTally(source, map, context.Today)
                : SheetEvidence.OfLog(source, shape, LogColumns.Fit(map, shape), map, context.Today);
        var guess = new MapDraft(map, shape, evidence, context, fits, leftOut).Finish();
        return source.Refusal is { } damaged
            ? guess with
            {
                Notes = [damaged],
            }
            : guess with
            {
                Notes = [.. source.Notes(), .. guess.Notes],
            };
    }

    /// <summary>What identifies a sheet's layout from month to month: a remembered map is offered when it is the same.</summary>
    public static string Signature(SheetShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (shape.Kind == SheetKind.Tally)
            return "tally";
        return string.Join(
            '|',
            shape.Headers.Where(header => !ProblemFile.IsOwn(header)).Select(header => Words.Plain(header))
        );
    }

    /// <summary>The map with one question answered; an unknown id or value leaves it as it was.</summary>
    public static ContactMap Answer(ContactMap map, string questionId, string value)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(questionId);
        ArgumentNullException.ThrowIfNull(value);
        var colon = questionId.IndexOf(':', StringComparison.Ordinal);
        var word = colon < 0 ? "" : questionId[(colon + 1)..];
        return (colon < 0 ? questionId : questionId[..colon]) switch
        {
            "date-order" when Enum.TryParse<DateOrder>(value, out var order) => map with { DateOrder = order },
            "year"
                when int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var year)
                    && year is > 1900 and < 2200 => map with
            {
                Year = year,
            },
            "month"
                when int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var month)
                    && month is >= 1 and <= 12 => map with
            {
                Month = month,
            },
            "year-rolls-over" when bool.TryParse(value, out var rolls) => map with { YearRollsOver = rolls },
            "blank-date" when bool.TryParse(value, out var above) => map with { BlankDateMeansAbove = above },
            "bare-times" when bool.TryParse(value, out var afternoon) => map with { BareTimesAreAfternoon = afternoon },
            "unanswered" when bool.TryParse(value, out var counted) => map with { CountUnanswered = counted },
            "length-clock" when bool.TryParse(value, out var seconds) => map with { ClocksHaveSeconds = seconds },
            "program" => map with { FixedProgram = value.Length == 0 ? null : value },
            "names" when Enum.TryParse<NameRule>(value, out var rule) => map with { Names = rule },
            "program-word" => map with { ProgramWords = With(map.ProgramWords, word, value) },
            "kind-word" when Enum.TryParse<SupportKinds>(value, out var kind) => map with
            {
                KindWords = With(map.KindWords, word, kind),
            },
            _ => map,
        };
    }

    private static Dictionary<string, T> With<T>(IReadOnlyDictionary<string, T> words, string word, T value) =>
        new(words, StringComparer.Ordinal) { [word] = value };

    private static ContactMap Tally(SheetShape shape) =>
        new() { Kind = SheetKind.Tally, HeaderSignature = Signature(shape) };

    private static ContactMap Log(
        SheetSource source,
        SheetShape shape,
        ImportContext context,
        out IReadOnlyList<string> leftOut
    )
    {
        var facts = shape.Headers.Select(_ => new ColumnFacts()).ToArray();
        foreach (var row in source.Rows().Skip(shape.FirstDataRow - 1).Take(FactRows))
        {
            if (row.IsBlank)
                continue;
            for (var i = 0; i < facts.Length; i++)
                facts[i].Add(row[i]);
        }
        var columns = ColumnGuess.Fields(shape.Headers, facts, new ProgramMatch(new ContactMap(), context.Programs));
        columns = LengthUnits.Settle(source.Rows().Skip(shape.FirstDataRow - 1).Take(FactRows), columns);
        leftOut = ColumnGuess.NumbersLeftOut(columns, facts);
        return new ContactMap
        {
            HeaderSignature = Signature(shape),
            HasHeader = shape.HasHeader,
            Columns = columns,
            FixedHow = columns.Any(column => column.Field == ContactField.How)
                ? ContactHow.NotRecorded
                : How(shape, columns),
            Names = columns.Any(column => column.Field == ContactField.Person && IsOwnWord(column.Header))
                ? NameRule.KeepAsCode
                : NameRule.Drop,
        };
    }

    private static ContactHow How(SheetShape shape, List<MapColumn> columns)
    {
        // "What should we call you?" is no telephone call.
        var headers = columns.Where(column => column.Field != ContactField.Person).Select(column => column.Header);
        var words = Words.Plain(string.Join(' ', shape.Titles.Concat(headers))).Split(' ');
        if (words.Any(word => word is "caller" or "call" or "calls" or "warmline" or "callers"))
            return ContactHow.Phone;
        if (
            words.Any(word =>
                word is "sign" or "signed" or "brought" or "visitor" or "visitors" or "guest" or "arrived" or "here"
            )
        )
            return ContactHow.InPerson;
        // Beside a name, a number can be the one under which a visitor wants to be called.
        return
            columns.Any(column => column.Field == ContactField.CallerNumber)
            && !columns.Any(column => column.Field == ContactField.Person)
            ? ContactHow.Phone
            : ContactHow.NotRecorded;
    }

    // A name somebody chose for the sheet is already a code; a column called "Name" is asked about.
    private static bool IsOwnWord(string header) =>
        Words.Plain(header) is var plain
        && (
            plain.Contains("alias", StringComparison.Ordinal)
            || plain.Contains("code", StringComparison.Ordinal)
            || plain.Contains("nickname", StringComparison.Ordinal)
            || plain.Contains("call you", StringComparison.Ordinal)
            || plain.Contains("llamemos", StringComparison.Ordinal)
            || plain.Contains("apodo", StringComparison.Ordinal)
            || plain.EndsWith(" id", StringComparison.Ordinal)
        );
}
