using System.Buffers.Text;
using System.Runtime.CompilerServices;
using Hearth.X12.Guides;
using Hearth.X12.Reading;

namespace Hearth.X12.Checking;

/// <content>What did not pass at a glance is looked at by the rule itself, and said.</content>
internal sealed partial class ElementCheck
{
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsListed(CodeSet codes, ulong packed) => codes.ContainsAtOnce(packed) || IsListedThen(codes, packed);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool IsListedThen(CodeSet codes, ulong packed) =>
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
