using System.Globalization;
using System.Numerics;
using Hearth.X12.Guides;
using Hearth.X12.Reading;

namespace Hearth.X12.Checking;

/// <summary>What the check of elements finds.</summary>
internal sealed partial class GuideFindings
{
    public void TooManyElements(SegmentRule rule, in Segment segment)
    {
        var most = rule.Elements.Length - 1;
        var last = segment.Count;
        while (last > most && segment[last].IsEmpty)
        {
            last--;
        }
        if (last > most)
        {
            Add(
                new(rule, last),
                "IK403=3",
                $"{Tag(rule)} has {last} elements; the standard knows {most}.",
                "Take out what is too much. A delimiter inside of a text makes two elements of it.",
                segment[last],
                $"at most {most} elements"
            );
        }
    }

    public void MissingElements(SegmentRule rule, uint missing)
    {
        for (; missing != 0; missing &= missing - 1)
        {
            Missing(new Spot(rule, BitOperations.TrailingZeroCount(missing)));
        }
    }

    public void UnusedElements(SegmentRule rule, in Segment segment, uint unused)
    {
        for (; unused != 0; unused &= unused - 1)
        {
            var spot = new Spot(rule, BitOperations.TrailingZeroCount(unused));
            Unused(spot, segment[spot.Element]);
        }
    }

    /// <summary>Parts of a composite that are missing, or should not be there, as bits.</summary>
    public void WrongParts(Spot spot, uint missing, uint unused)
    {
        for (; missing != 0; missing &= missing - 1)
        {
            Missing(spot with { Part = BitOperations.TrailingZeroCount(missing) });
        }
        for (; unused != 0; unused &= unused - 1)
        {
            Unused(spot with { Part = BitOperations.TrailingZeroCount(unused) }, default);
        }
    }

    public void Condition(SegmentRule rule, in Segment segment, in Condition condition, uint present)
    {
        var places = new List<string>();
        for (var bits = condition.Elements; bits != 0; bits &= bits - 1)
        {
            places.Add($"{Tag(rule)}{BitOperations.TrailingZeroCount(bits):00}");
        }
        var head = $"{Tag(rule)}{BitOperations.TrailingZeroCount(condition.First):00}";
        var others = string.Join(", ", places.Where(p => p != head));
        var (sentence, code) = condition.Kind switch
        {
            'P' => ($"Of {string.Join(", ", places)} all are there or none.", "IK403=2"),
            'R' => ($"Of {string.Join(", ", places)} at least one has to be there.", "IK403=2"),
            'E' => ($"Of {string.Join(", ", places)} no more than one may be there.", "IK403=10"),
            'C' => ($"Where {head} is there, {others} must be too.", "IK403=2"),
            _ => ($"Where {head} is there, one of {others} must be too.", "IK403=2"),
        };
        var about = condition.Kind == 'E' ? condition.Elements : condition.Elements & ~present;
        var place = BitOperations.TrailingZeroCount(about);
        Add(
            new(rule, place),
            code,
            sentence,
            "Fill in what is missing, or take out what is too much.",
            segment[place],
            null
        );
    }

    public void TooManyRepetitions(Spot spot, ReadOnlySpan<byte> value)
    {
        var most = spot.Rule.Elements[spot.Element].Repeats;
        Add(
            spot,
            "IK403=12",
            $"{Name(spot)} repeats {spot.Repetition} times; no more than {most} may stand here.",
            "Take out what is too much.",
            value,
            $"at most {most}"
        );
    }

    public void TooManyParts(Spot spot, int most, ReadOnlySpan<byte> value) =>
        Add(
            spot with
            {
                Part = most + 1,
            },
            "IK403=13",
            $"{Name(spot with { Part = 0 })} has more than {most} parts.",
            "Take out what is too much.",
            value,
            $"at most {most} parts"
        );

    public void Strange(Spot spot, ReadOnlySpan<byte> value, Unusual unusual)
    {
        var isAccent = unusual == Unusual.Strange && !value.ContainsAnyInRange((byte)0, (byte)0x1F);
        Add(
            spot,
            "IK403=6",
            unusual.HasFlag(Unusual.Parts)
                ? $"{Name(spot)} holds the component separator, though it has no parts: {Quoted(value)}."
                : $"{Name(spot)} holds a character beyond X12's character set: {Quoted(value)}.",
            isAccent
                ? "Write the letter without its accent; many receivers read plain letters only."
                : "Write the text without it.",
            value,
            "letters, digits and signs of the extended character set",
            isAccent ? Severity.Warning : Severity.Error
        );
    }

    public void Length(Spot spot, in ElementRule element, ReadOnlySpan<byte> value)
    {
        var isLong = value.Length > element.Longest;
        Add(
            spot,
            isLong ? "IK403=5" : "IK403=4",
            $"{Name(spot)} is {Quoted(value)}, which is too {(isLong ? "long" : "short")}: {LengthOf(element)}.",
            isLong ? "Shorten it." : "Fill it in whole.",
            value,
            LengthOf(element)
        );
    }

    public void Code(Spot spot, in ElementRule element, ReadOnlySpan<byte> value, int on)
    {
        if (element.List?.Find(Segment.ToText(value)) is { To: { } ended } entry)
        {
            Add(
                spot,
                null,
                $"{Name(spot)} is {Quoted(value)}, a code that ended on {ended:yyyy-MM-dd}{(entry.IsUnsure ? ", as far as the list here knows" : "")}.",
                "Ask the sender for the code in use, if you cannot tell what is meant.",
                value,
                $"a code in use on {on:0000-00-00}",
                Severity.Warning
            );
            return;
        }
        var allowed = element.List is { } list ? list.Title : Listed(element.Codes!.Codes);
        Add(
            spot,
            element.IsClosed ? "IK403=7" : null,
            element.IsClosed
                ? $"{Name(spot)} is {Quoted(value)}; the guide allows {allowed}."
                : $"{Name(spot)} is {Quoted(value)}, which the list here does not know: {allowed}.",
            element.IsClosed
                ? "Use one of the codes that are allowed."
                : "Look the code up with those who keep the list; it may be newer than the list here.",
            value,
            allowed,
            element.IsClosed ? Severity.Error : Severity.Warning
        );
    }

    public void Type(Spot spot, in ElementRule element, ReadOnlySpan<byte> value)
    {
        var (code, what) = element.Type switch
        {
            ElementType.Date => ("IK403=8", "a date as CCYYMMDD"),
            ElementType.Time => ("IK403=9", "a time as HHMM"),
            ElementType.Decimal => ("IK403=6", "a number such as 45.5"),
            _ => ("IK403=6", "a whole number"),
        };
        Add(spot, code, $"{Name(spot)} is {Quoted(value)}, which is not {what}.", $"Write {what}.", value, what);
    }

    public void Form(Spot spot, ReadOnlySpan<byte> value, FormFault fault)
    {
        if (fault == FormFault.Npi)
        {
            var hasItsDigits = value.Length == 10 && ElementForm.IsWhole(value) && value[0] is ((byte)'1' or (byte)'2');
            // The numbers are kept by others, as outside code lists are, so that the guide's own check does not cover them.
            Add(
                spot,
                null,
                $"{Name(spot)} is {Quoted(value)}, which is no National Provider Identifier: {(hasItsDigits ? "its check digit does not fit" : "that is ten digits, the first of them 1 or 2")}.",
                "Compare the number with the NPI registry: payers reject a claim for it.",
                value,
                null,
                Severity.Warning
            );
            return;
        }
        Add(
            spot,
            "IK403=8",
            $"{Name(spot)} is {Quoted(value)}, which is not in the form that the qualifier before it names.",
            "Write the date or time in the form that the qualifier before it names.",
            value,
            null
        );
    }

    public void Counter(Spot spot, ReadOnlySpan<byte> value, int ordinal) =>
        Add(
            spot,
            "IK403=I12",
            $"{Name(spot)} is {Quoted(value)}; counted from 1 it is {ordinal}.",
            "Count from 1 without a gap.",
            value,
            ordinal.ToString(CultureInfo.InvariantCulture)
        );

    private void Missing(Spot spot) =>
        Add(
            spot,
            "IK403=1",
            $"{Name(spot)} is missing in {Tag(spot.Rule)} ({Low(spot.Rule.Name)}).",
            "Fill it in; the guide requires it.",
            default,
            Expected(RuleOf(spot))
        );

    private void Unused(Spot spot, ReadOnlySpan<byte> value) =>
        Add(
            spot,
            "IK403=I10",
            value.IsEmpty
                ? $"{Name(spot)} is filled, but the guide does not use it here."
                : $"{Name(spot)} holds {Quoted(value)}, but the guide does not use it here.",
            "Leave it empty.",
            value,
            "nothing"
        );

    private void Add(
        Spot spot,
        string? code,
        string sentence,
        string next,
        ReadOnlySpan<byte> found,
        string? expected,
        Severity severity = Severity.Error
    ) => Add(Made(spot, code, sentence, next, found, expected, severity), spot.Rule.Loop);

    private static Finding Made(
        Spot spot,
        string? code,
        string sentence,
        string next,
        ReadOnlySpan<byte> found,
        string? expected,
        Severity severity = Severity.Error
    )
    {
        var data = IsInRule(spot) ? RuleOf(spot).Element : null;
        return new(severity, sentence, next)
        {
            Segment = Tag(spot.Rule),
            Element = spot.Element,
            Part = spot.Part,
            Repetition = spot.Repetition,
            DataElement = data is { Type: not ElementType.Composite } ? data.Number : "",
            Loop = spot.Rule.Loop?.LoopId ?? "",
            Found = found.IsEmpty ? null : Cut(Segment.ToText(found)),
            Expected = expected,
            Acknowledgement = code,
        };
    }

    private static bool IsInRule(Spot spot) =>
        spot.Element < spot.Rule.Elements.Length
        && (spot.Part == 0 || spot.Part < spot.Rule.Elements[spot.Element].Parts?.Elements.Length);

    private static ElementRule RuleOf(Spot spot)
    {
        var element = spot.Rule.Elements[spot.Element];
        return spot.Part == 0 ? element : element.Parts!.Elements[spot.Part];
    }

    private static string Name(Spot spot) =>
        $"{Tag(spot.Rule)}{spot.Element:00}{(spot.Part > 0 ? $"-{spot.Part}" : "")} ({Low(RuleOf(spot).Element.Name)})";

    private static string LengthOf(in ElementRule element) =>
        element.Shortest == element.Longest
            ? $"{element.Longest} characters"
            : $"{element.Shortest} to {element.Longest} characters";

    private static string Expected(in ElementRule element) =>
        element.Codes is { } codes && element.List is null ? Listed(codes.Codes) : Low(element.Element.Name);
}
