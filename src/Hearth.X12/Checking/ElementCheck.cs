using System.Buffers.Text;
using System.Runtime.CompilerServices;
using Hearth.X12.Guides;
using Hearth.X12.Reading;

namespace Hearth.X12.Checking;

/// <summary>Checks the elements of a segment: there or not, how long, of which type, which codes, what depends on what.</summary>
internal sealed class ElementCheck(GuideFindings findings)
{
    private const ulong Npi = 'X' | ('X' << 8);
    private const ulong Hpi = 'H' | ('P' << 8) | ('I' << 16);
    private const ulong Day = 'D' | ('8' << 8);

    /// <summary>The day the file was made, as CCYYMMDD; 0 where unknown.</summary>
    public int On { get; set; }

    /// <summary>The segment is known to hold nothing but plain elements.</summary>
    public bool IsPlain { get; set; }

    /// <summary>Checks a segment; what is wrong is told to the findings.</summary>
    /// <param name="rule">What the guide asks.</param>
    /// <param name="segment">What stands there.</param>
    /// <param name="ordinal">Which repetition it is, for elements that count.</param>
    public void Check(SegmentRule rule, in Segment segment, int ordinal)
    {
        var gates = rule.Gates;
        var count = segment.Count;
        if (count >= gates.Length)
        {
            findings.TooManyElements(rule, segment);
            count = gates.Length - 1;
        }
        var unusual = IsPlain ? Unusual.None : segment.Unusual;
        var marks = segment.Marks;
        uint present = 0;
        var end = marks[0];
        for (var i = 1; i <= count; i++)
        {
            var from = end + 1;
            end = marks[i];
            if (from == end)
            {
                continue;
            }
            present |= 1u << i;
            ref readonly var gate = ref gates[i];
            if (
                gate.HasLength(end - from)
                && (unusual == Unusual.None || IsSimple(gate.Kind, segment, from, end, unusual))
                && Passes(in gate, segment, i, from, end)
            )
            {
                continue;
            }
            CheckByRule(rule, i, segment, unusual, ordinal);
        }
        if ((rule.Required & ~present) != 0)
        {
            findings.MissingElements(rule, rule.Required & ~present);
        }
        if ((rule.NotUsed & present) != 0)
        {
            findings.UnusedElements(rule, segment, rule.NotUsed & present);
        }
        if ((present & rule.ConditionsOn) != 0)
        {
            CheckConditions(rule, segment, present);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Passes(in Gate gate, in Segment segment, int element, int from, int to)
    {
        switch (gate.Kind)
        {
            case GateKind.Length:
                return true;
            case GateKind.Codes:
                return IsListed(gate.Codes!, segment.Packed(from, to));
            case GateKind.Decimal:
                return segment.IsDecimal(from, to);
            case GateKind.Whole:
                return ElementForm.IsWhole(segment.Slice(from, to));
            case GateKind.Date:
                return ElementForm.IsDate(segment.Slice(from, to));
            case GateKind.Time:
                return ElementForm.IsTime(segment.Slice(from, to));
            case GateKind.Identifier:
                return segment.Packed(element - 1) is not (Npi or Hpi);
            case GateKind.Period:
                return segment.Packed(element - 1) == Day
                    && to - from == 8
                    && ElementForm.IsDate(segment.Slice(from, to));
            default:
                return false;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CheckByRule(SegmentRule rule, int place, in Segment segment, Unusual unusual, int ordinal)
    {
        var spot = new Spot(rule, place);
        var value = segment[place];
        ref readonly var element = ref rule.Elements[place];
        if (element.Parts is null && (unusual == Unusual.None || IsSimple(value, unusual, segment.Delimiters)))
        {
            if (!IsFine(in element, value))
            {
                Complain(spot, in element, value);
            }
        }
        else if (element.Parts is not null && unusual <= Unusual.Parts)
        {
            CheckParts(spot, element.Parts, value, segment.Delimiters, unusual);
        }
        else
        {
            CheckRepetitions(spot, in element, value, segment.Delimiters, unusual);
        }
        if (element.Meaning != Meaning.None)
        {
            CheckMeaning(spot, in element, value, segment[spot.Element - 1], ordinal);
        }
    }

    private static bool IsSimple(GateKind kind, in Segment segment, int from, int to, Unusual unusual) =>
        kind != GateKind.Rule && IsSimple(segment.Slice(from, to), unusual, segment.Delimiters);

    private static bool IsSimple(ReadOnlySpan<byte> value, Unusual unusual, Delimiters by) =>
        unusual == Unusual.Parts && !value.Contains(by.Component);

    private void CheckConditions(SegmentRule rule, in Segment segment, uint present)
    {
        foreach (ref readonly var condition in rule.Conditions.AsSpan())
        {
            // What the guide requires anyway has been missed already.
            if (!condition.IsMet(present) && (condition.Elements & rule.Required & ~present) == 0)
            {
                findings.Condition(rule, segment, in condition, present);
            }
        }
    }

    private bool IsFine(in ElementRule element, ReadOnlySpan<byte> value)
    {
        if ((uint)(value.Length - element.Shortest) > (uint)(element.Longest - element.Shortest))
        {
            return element.Type is ElementType.Decimal or ElementType.Whole
                && ElementForm.HasLength(value, in element)
                && ElementForm.IsDecimal(value);
        }
        return element.Type switch
        {
            ElementType.Text or ElementType.Code => element.Codes is null
                || IsListed(element.Codes, CodeSet.Pack(value)),
            ElementType.Decimal => ElementForm.IsDecimal(value),
            ElementType.Whole => ElementForm.IsWhole(value),
            ElementType.Date => ElementForm.IsDate(value),
            ElementType.Time => ElementForm.IsTime(value),
            _ => true,
        };
    }

    private bool IsListed(CodeSet codes, ulong packed) =>
        codes.TryFind(packed, out var ended) && (ended == 0 || On == 0 || On <= ended);

    // Repetitions, and bytes that should not be there.
    private void CheckRepetitions(
        Spot spot,
        in ElementRule element,
        ReadOnlySpan<byte> value,
        Delimiters by,
        Unusual unusual
    )
    {
        var repeats = by.Repetition != 0 && value.Contains(by.Repetition);
        var rest = value;
        var repetition = 0;
        for (var isLast = false; !isLast; )
        {
            var end = repeats ? rest.IndexOf(by.Repetition) : -1;
            isLast = end < 0;
            var one = isLast ? rest : rest[..end];
            rest = isLast ? default : rest[(end + 1)..];
            repetition++;
            var at = spot with { Repetition = repeats ? repetition : 0 };
            if (element.Parts is { } parts)
            {
                CheckParts(at, parts, one, by, unusual);
            }
            else if (!one.IsEmpty)
            {
                CheckOne(at, in element, one, by, unusual);
            }
        }
        if (repetition > element.Repeats)
        {
            findings.TooManyRepetitions(spot with { Repetition = repetition }, value);
        }
    }

    private void CheckOne(Spot spot, in ElementRule element, ReadOnlySpan<byte> value, Delimiters by, Unusual unusual)
    {
        if (unusual != Unusual.None && (Contents.Of(value, by) & ~Unusual.Repetitions) is var here and not Unusual.None)
        {
            findings.Strange(spot, value, here);
        }
        else if (!IsFine(in element, value))
        {
            Complain(spot, in element, value);
        }
    }

    private void CheckParts(Spot spot, PartRules parts, ReadOnlySpan<byte> value, Delimiters by, Unusual unusual)
    {
        var rules = parts.Elements;
        uint present = 0;
        ReadOnlySpan<byte> before = default;
        var part = 1;
        for (var from = 0; from <= value.Length; part++)
        {
            var to = from;
            while (to < value.Length && value[to] != by.Component)
            {
                to++;
            }
            var one = value[from..to];
            from = to + 1;
            if (!one.IsEmpty)
            {
                if (part >= rules.Length)
                {
                    findings.TooManyParts(spot, rules.Length - 1, value);
                    break;
                }
                present |= 1u << part;
                ref readonly var element = ref rules[part];
                var at = spot with { Part = part };
                if (unusual > Unusual.Parts)
                {
                    CheckOne(at, in element, one, by, unusual);
                }
                else if (!IsFine(in element, one))
                {
                    Complain(at, in element, one);
                }
                if (element.Meaning != Meaning.None)
                {
                    CheckMeaning(at, in element, one, before, 0);
                }
            }
            before = one;
        }
        if (((parts.Required & ~present) | (parts.NotUsed & present)) != 0)
        {
            findings.WrongParts(spot, parts.Required & ~present, parts.NotUsed & present);
        }
    }

    private void CheckMeaning(
        Spot spot,
        in ElementRule element,
        ReadOnlySpan<byte> value,
        ReadOnlySpan<byte> before,
        int ordinal
    )
    {
        if (element.Meaning == Meaning.Counter)
        {
            // What is no number is said to be none, and that is enough.
            if (Utf8Parser.TryParse(value, out int number, out var used) && used == value.Length && number != ordinal)
            {
                findings.Counter(spot, value, ordinal);
            }
        }
        else if (ElementForm.Fault(element.Meaning, before, value) is { } fault)
        {
            findings.Form(spot, value, fault);
        }
    }

    private void Complain(Spot spot, in ElementRule element, ReadOnlySpan<byte> value)
    {
        if (!ElementForm.HasLength(value, in element))
        {
            findings.Length(spot, in element, value);
        }
        else if (element.Codes is { } codes && !IsListed(codes, CodeSet.Pack(value)))
        {
            findings.Code(spot, in element, value, On);
        }
        else
        {
            findings.Type(spot, in element, value);
        }
    }
}

/// <summary>An element of a segment that a finding is about.</summary>
/// <param name="Rule">The segment.</param>
/// <param name="Element">Counted from 1.</param>
/// <param name="Part">Counted from 1; 0 for the whole element.</param>
/// <param name="Repetition">Counted from 1; 0 where it does not repeat.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Spot(SegmentRule Rule, int Element, int Part = 0, int Repetition = 0);
