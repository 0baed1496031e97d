using Hearth.X12.Guides;

namespace Hearth.X12.Checking;

/// <summary>
/// Puts what the guide's checks find into words. The codes are those of ASC X12 005010X231A1: IK304 for segments, IK403 for
/// elements.
/// </summary>
internal sealed partial class GuideFindings(Findings findings, Envelopes envelopes, SegmentReader reader)
{
    private const int LongestCopy = 99; // IK404
    private const int MostCodesShown = 12;

    /// <summary>The claim that the walk is in or was in last.</summary>
    public ClaimNumber Claim { get; } = new();

    /// <summary>The claim that is open, where no guide tells what belongs to it.</summary>
    public Func<string> Supposed { get; set; } = static () => "";

    public void TooMany(Rule rule, int count) =>
        Add(
            rule,
            rule is LoopRule ? "IK304=4" : "IK304=5",
            rule is LoopRule loop
                ? $"Loop {loop.LoopId} ({Low(rule.Name)}) comes {count} times; no more than {rule.Most} may."
                : $"{Tag(rule)} ({Low(rule.Name)}) comes {count} times; no more than {rule.Most} may.",
            "Take out what is too much, or split it over several transactions.",
            $"{count} times",
            $"at most {rule.Most}"
        );

    /// <summary>Where the segment stands that is checked now: its place in the file, and its number in the transaction.</summary>
    public (Place Place, int Position) Here => (reader.Place, envelopes.Position);

    /// <summary>A segment or loop that the guide requires is not there.</summary>
    /// <param name="rule">What is missing.</param>
    /// <param name="where">The segment before which it should have stood.</param>
    public void Missing(Rule rule, (Place Place, int Position) where)
    {
        var what = rule is LoopRule loop ? $"Loop {loop.LoopId}" : Tag(rule);
        Add(
            new(
                Severity.Error,
                $"{what} ({Low(rule.Name)}) is missing in {In(rule.Loop)}.",
                "Add it before this segment; the guide requires it."
            )
            {
                Segment = Tag(rule),
                Loop = (rule as LoopRule ?? rule.Loop)?.LoopId ?? "",
                Expected = Tag(rule),
                Acknowledgement = "IK304=3",
            },
            rule.Loop,
            where
        );
    }

    public void OutOfOrder(SegmentRule rule, SegmentRule after) =>
        Add(
            rule,
            "IK304=7",
            $"{Tag(rule)} ({Low(rule.Name)}) stands after {Tag(after)} ({Low(after.Name)}), which it has to come before.",
            "Put the segments into the order of the guide.",
            Tag(rule),
            null
        );

    public void NotBegun(LoopRule loop, SegmentRule rule) =>
        Add(
            loop.First,
            "IK304=3",
            $"{Tag(rule)} belongs to loop {loop.LoopId} ({Low(loop.Name)}), but the {Tag(loop)} that begins it is missing.",
            "Add the segment that begins the loop.",
            Tag(rule),
            Tag(loop)
        );

    public void Unexpected(LoopRule loop, in Segment segment, bool isKnown)
    {
        var tag = segment.Text(0);
        var isStandard = Dictionary.IsSegment(tag);
        Add(
            new(
                Severity.Error,
                isKnown ? $"{tag} has no place here, in {In(loop)}."
                    : isStandard ? $"{tag} is not used in this transaction."
                    : $"\"{Cut(tag)}\" is no segment of the standard.",
                "Take it out, or ask the sender what it should be. Reading went on after it."
            )
            {
                Segment = Cut(tag),
                Loop = loop.LoopId,
                Found = Cut(segment.ToString()),
                Acknowledgement =
                    isKnown ? "IK304=2"
                    : isStandard ? "IK304=6"
                    : "IK304=1",
            },
            loop
        );
    }

    public void WrongQualifier(ReadOnlySpan<Guides.Step> nearest, in Segment segment)
    {
        var rule = nearest[0].To;
        var allowed = new List<string>();
        foreach (var step in nearest)
        {
            if (step.To.Loop == rule.Loop || step.Enters)
            {
                allowed.AddRange(step.To.Keys!.Codes);
            }
        }
        var (element, part) = rule.KeyPlace switch
        {
            KeyPlace.Third => (3, 0),
            KeyPlace.FirstPart => (1, 1),
            _ => (1, 0),
        };
        var found = part > 0 ? segment.Component(element, part) : segment[element];
        var data = part > 0 ? rule.Elements[element].Parts!.Elements[part].Element : rule.Elements[element].Element;
        Add(
            new(
                Severity.Error,
                found.IsEmpty
                    ? $"{Tag(rule)} has no {Low(data.Name)} in {Tag(rule)}{element:00}, so nobody can tell what it is."
                    : $"{Tag(rule)}{element:00} is {Quoted(found)}, which says nothing that this place of the guide knows.",
                $"Use one of {Listed(allowed)}, or take the segment out."
            )
            {
                Segment = Tag(rule),
                Element = element,
                Part = part,
                Loop = rule.Loop!.LoopId,
                DataElement = data.Number,
                Found = Cut(Segment.ToText(found)),
                Expected = Listed(allowed),
                Acknowledgement = found.IsEmpty ? "IK403=1" : "IK403=7",
            },
            rule.Loop
        );
    }

    /// <summary>An HL does not say what its place among the levels is.</summary>
    /// <param name="rule">The HL.</param>
    /// <param name="where">Where it stands.</param>
    /// <param name="found">What its element says.</param>
    /// <param name="element">Which.</param>
    /// <param name="expected">What it should say.</param>
    public void Level(
        SegmentRule rule,
        (Place Place, int Position) where,
        ReadOnlySpan<byte> found,
        int element,
        string expected
    ) =>
        Add(
            Made(
                new(rule, element),
                "IK403=I12",
                element == 4
                    ? $"HL04 is {Quoted(found)}, but {(expected == "1" ? "another level stands" : "no other level stands")} under it."
                    : $"HL{element:00} is {Quoted(found)}; by what came before it is {expected}.",
                element == 4
                    ? "Write 1 where another level stands under it, else 0."
                    : "Number the levels from 1 through the transaction, and let each name the level it stands under.",
                found,
                expected
            ),
            rule.Loop,
            where
        );

    private void Add(Rule rule, string code, string sentence, string next, string? found, string? expected) =>
        Add(
            new(Severity.Error, sentence, next)
            {
                Segment = Tag(rule),
                Loop = (rule as LoopRule ?? rule.Loop)?.LoopId ?? "",
                Found = found,
                Expected = expected,
                Acknowledgement = code,
            },
            rule as LoopRule ?? rule.Loop
        );

    private void Add(Finding finding, LoopRule? within) => Add(finding, within, Here);

    private void Add(Finding finding, LoopRule? within, (Place Place, int Position) where) =>
        findings.Add(
            finding with
            {
                Place = where.Place,
                Transaction = envelopes.Transaction,
                Position = where.Position,
                Claim =
                    within is null ? Supposed()
                    : within.IsOfClaim ? Claim.ToString()
                    : "",
            }
        );

    private static string Tag(Rule rule) => rule.First.Definition.Tag;

    private static string In(LoopRule? loop) =>
        loop is null or { Depth: 0 } ? "the transaction" : $"loop {loop.LoopId} ({Low(loop.Name)})";

    private static string Listed(IReadOnlyCollection<string> codes) =>
        codes.Count <= MostCodesShown
            ? string.Join(", ", codes.Distinct(StringComparer.Ordinal))
            : $"{string.Join(", ", codes.Distinct(StringComparer.Ordinal).Take(MostCodesShown))} and others";

    // "Billing provider name" within a sentence; abbreviations stay as they are.
    private static string Low(string name) =>
        name.Length > 1 && char.IsUpper(name[0]) && char.IsLower(name[1])
            ? char.ToLowerInvariant(name[0]) + name[1..]
            : name;

    private static string Quoted(ReadOnlySpan<byte> value) =>
        value.IsEmpty ? "empty" : $"\"{Cut(Segment.ToText(value))}\"";

    private static string Cut(string text) => text.Length > LongestCopy ? text[..LongestCopy] : text;
}
