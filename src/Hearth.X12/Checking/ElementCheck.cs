using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Hearth.X12.Guides;
using Hearth.X12.Reading;

namespace Hearth.X12.Checking;

/// <summary>Checks the elements of a segment: there or not, how long, of which type, which codes, what depends on what.</summary>
internal sealed partial class ElementCheck(GuideFindings findings)
{
    private const ulong Npi = 'X' | ('X' << 8);
    private const ulong Hpi = 'H' | ('P' << 8) | ('I' << 16);
    private const ulong Day = 'D' | ('8' << 8);

    private const int MetBits = 2; // of the number of such sets that each rule has a place for
    private const uint Nothing = uint.MaxValue; // no set of elements

    // The elements that were there when a rule was met: mostly they are one of a few sets again.
    private uint[] met = [Nothing, Nothing, Nothing, Nothing]; // of the one rule there is before any transaction
    private readonly Composite[] right = new Composite[1 << Composite.Bits];

    /// <summary>The day the file was made, as CCYYMMDD; 0 where unknown.</summary>
    public int On { get; private set; }

    /// <summary>What is in the segment besides plain elements.</summary>
    public Oddities Odd { get; set; }

    /// <summary>A transaction begins, perhaps with other delimiters.</summary>
    /// <param name="rules">How many rules the guide has, 0 where none is followed.</param>
    /// <param name="on">The day the file was made.</param>
    public void Begin(int rules, int on)
    {
        On = on;
        Array.Clear(right);
        var places = (rules + 1) << MetBits;
        met = met.Length >= places ? met : new uint[places];
        Array.Fill(met, Nothing);
    }

    /// <summary>Checks a segment; what is wrong is told to the findings.</summary>
    /// <param name="rule">What the guide asks.</param>
    /// <param name="segment">What stands there.</param>
    /// <param name="ordinal">Which repetition it is, for elements that count.</param>
    /// <param name="known">Elements that are known to be right, as bits.</param>
    public void Check(SegmentRule rule, in Segment segment, int ordinal, uint known = 0)
    {
        var count = segment.Count;
        if (count > Segment.Lanes || count >= rule.Gates.Length || !Odd.AreKnown)
        {
            CheckEach(rule, segment, ordinal);
            return;
        }
        ref readonly var shape = ref rule.Shape;
        var (present, wrong) = shape.Measure(segment, count);
        if (Odd.Bits != 0 && !AreInComposites(segment, present & shape.Composites))
        {
            CheckEach(rule, segment, ordinal);
            return;
        }
        var looks = present & ~known & ~wrong;
        wrong |= NotListed(rule, segment, looks & shape.Codes) | NoDecimals(segment, looks & shape.Decimals);
        for (var left = looks & shape.Others; left != 0; left &= left - 1)
        {
            var place = BitOperations.TrailingZeroCount(left);
            wrong |= Passes(rule, segment, place, ordinal) ? 0 : 1u << place;
        }
        for (; wrong != 0; wrong &= wrong - 1)
        {
            CheckByRule(rule, BitOperations.TrailingZeroCount(wrong), segment, segment.Unusual, ordinal);
        }
        if (met[Met(rule.Id, present)] != present)
        {
            CheckPresent(rule, segment, present);
        }
    }

    private static int Met(int rule, uint present) =>
        (rule << MetBits) | (int)((present * 0x9E3779B1u) >> (32 - MetBits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint NotListed(SegmentRule rule, in Segment segment, uint elements)
    {
        uint wrong = 0;
        for (; elements != 0; elements &= elements - 1)
        {
            var place = BitOperations.TrailingZeroCount(elements);
            var (from, to) = segment.Bounds(place);
            wrong |= IsListed(rule.Gates[place].Codes!, segment.Packed(from, to)) ? 0 : 1u << place;
        }
        return wrong;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint NoDecimals(in Segment segment, uint elements)
    {
        uint wrong = 0;
        for (; elements != 0; elements &= elements - 1)
        {
            var place = BitOperations.TrailingZeroCount(elements);
            var (from, to) = segment.Bounds(place);
            wrong |= segment.IsDecimal(from, to) ? 0 : 1u << place;
        }
        return wrong;
    }

    // Elements one by one, where more is in them than can be seen at a glance.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CheckEach(SegmentRule rule, in Segment segment, int ordinal)
    {
        var gates = rule.Gates;
        var count = segment.Count;
        if (count >= gates.Length)
        {
            findings.TooManyElements(rule, segment);
            count = gates.Length - 1;
        }
        var unusual = segment.Unusual;
        uint present = 0;
        for (var i = 1; i <= count; i++)
        {
            var value = segment[i];
            if (value.IsEmpty)
            {
                continue;
            }
            present |= 1u << i;
            var isSimple = unusual == Unusual.None || IsSimple(value, unusual, segment.Delimiters);
            if (
                !isSimple
                || gates[i].Kind == GateKind.Parts
                || !gates[i].HasLength(value.Length)
                || !Passes(rule, segment, i, ordinal)
            )
            {
                CheckByRule(rule, i, segment, unusual, ordinal);
            }
        }
        CheckPresent(rule, segment, present);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CheckPresent(SegmentRule rule, in Segment segment, uint present)
    {
        if (rule.IsMetBy(present))
        {
            met[Met(rule.Id, present)] = rule.Loop is null ? Nothing : present;
            return;
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

    private bool AreInComposites(in Segment segment, uint composites)
    {
        var odd = Odd.Bits;
        for (; composites != 0; composites &= composites - 1)
        {
            odd &= ~Stretch(segment, BitOperations.TrailingZeroCount(composites));
        }
        return odd == 0;
    }

    // The bytes of an element, as bits that stand where those of its oddities do.
    private static ulong Stretch(in Segment segment, int element)
    {
        var marks = segment.Marks;
        var (from, to) = (marks[element - 1] - marks[0], marks[element] - marks[0] - 1);
        return Low(to) & ~Low(from);
    }

    private static ulong Low(int bits) => bits < 64 ? (1UL << bits) - 1 : ulong.MaxValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Passes(SegmentRule rule, in Segment segment, int element, int ordinal)
    {
        ref readonly var gate = ref rule.Gates[element];
        var (from, to) = segment.Bounds(element);
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
                return segment.Packed(element - 1) is not (Npi or Hpi) || X12.Npi.IsValid(segment.Slice(from, to));
            case GateKind.Period:
                return segment.Packed(element - 1) == Day
                    && to - from == 8
                    && ElementForm.IsDate(segment.Slice(from, to));
            case GateKind.Counter:
                return ElementForm.IsWhole(segment.Slice(from, to), ordinal);
            case GateKind.Parts:
                return PartsPass(rule.Elements[element].Parts!, segment, element);
            default:
                return false;
        }
    }

    // A file has few procedures, places and diagnoses: what was right before is right again.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool PartsPass(PartRules parts, in Segment segment, int element)
    {
        var (from, to) = segment.Bounds(element);
        if (!segment.TryPack(from, to, out var value))
        {
            return EachPartPasses(parts, segment, element);
        }
        ref var place = ref right[Composite.Place(value)];
        if (place.Rules == parts && place.Value == value)
        {
            return true;
        }
        var passes = EachPartPasses(parts, segment, element);
        if (passes)
        {
            place = new(parts, value);
        }
        return passes;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool EachPartPasses(PartRules parts, in Segment segment, int element)
    {
        var gates = parts.Gates;
        var first = segment.Marks[0] + 1;
        var (from, to) = segment.Bounds(element);
        var separators = Odd.Bits & Stretch(segment, element);
        uint present = 0;
        for (var part = 1; ; part++)
        {
            var end = separators == 0 ? to : first + BitOperations.TrailingZeroCount(separators);
            if (end < to && segment.ByteAt(end) != segment.Delimiters.Component)
            {
                return false;
            }
            if (from < end)
            {
                if (part >= gates.Length || !Passes(in gates[part], segment, from, end))
                {
                    return false;
                }
                present |= 1u << part;
            }
            if (end == to)
            {
                return ((parts.Required & ~present) | (parts.NotUsed & present)) == 0;
            }
            from = end + 1;
            separators &= separators - 1;
        }
    }

    private bool Passes(in Gate part, in Segment segment, int from, int to) =>
        part.HasLength(to - from)
        && part.Kind switch
        {
            GateKind.Length => true,
            GateKind.Codes => IsListed(part.Codes!, segment.Packed(from, to)),
            GateKind.Decimal => segment.IsDecimal(from, to),
            _ => false,
        };

    /// <summary>A composite that was right.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Composite(PartRules? Rules, UInt128 Value)
    {
        public const int Bits = 8;

        public static int Place(UInt128 value) =>
            (int)((((ulong)value ^ ((ulong)(value >> 64) << 1)) * 0x9E3779B97F4A7C15) >> (64 - Bits));
    }
}

/// <summary>An element of a segment that a finding is about.</summary>
/// <param name="Rule">The segment.</param>
/// <param name="Element">Counted from 1.</param>
/// <param name="Part">Counted from 1; 0 for the whole element.</param>
/// <param name="Repetition">Counted from 1; 0 where it does not repeat.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Spot(SegmentRule Rule, int Element, int Part = 0, int Repetition = 0);
