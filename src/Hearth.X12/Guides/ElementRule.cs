using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearth.X12.Guides;

internal enum ElementType : byte
{
    Text,
    Code,
    Decimal,
    Whole,
    Date,
    Time,
    Binary,
    Composite,
}

internal enum Usage : byte
{
    NotUsed,
    Situational,
    Required,
}

/// <summary>What a value means for another, whatever the guide.</summary>
internal enum Meaning : byte
{
    None,

    /// <summary>Element 1251: a date or time in the form that the element before it (1250) names.</summary>
    Period,

    /// <summary>Elements 67 and 127: a National Provider Identifier where the element before it says so (XX, HPI).</summary>
    Identifier,

    /// <summary>Counts from 1 among the loop's repetitions.</summary>
    Counter,
}

/// <summary>What a guide asks of one element, or of one part of a composite.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ElementRule(
    DataElement Element,
    Usage Usage,
    ElementType Type,
    Meaning Meaning,
    int Shortest,
    int Longest,
    int Repeats,
    CodeSet? Codes,
    CodeList? List,
    PartRules? Parts
)
{
    /// <summary>An unknown code is an error rather than a warning.</summary>
    public bool IsClosed => List is not { IsOutside: true };
}

/// <summary>What decides on most values.</summary>
internal enum GateKind : byte
{
    /// <summary>The length alone.</summary>
    Length,
    Decimal,
    Whole,
    Date,
    Time,
    Codes,

    /// <summary>The length, where the element before it does not call it an NPI.</summary>
    Identifier,

    /// <summary>A date, where the element before it says D8.</summary>
    Period,

    /// <summary>A number that counts the loop's repetitions.</summary>
    Counter,

    /// <summary>A composite, whose parts have gates of their own.</summary>
    Parts,

    /// <summary>More than can be seen at a glance.</summary>
    Rule,
}

/// <summary>
/// A rule in sixteen bytes: what passes is right, what does not is looked at by the rule itself. Nearly everything passes, so
/// that the rules stay out of the way.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Gate
{
    private readonly ushort shortest;
    private readonly ushort span;

    public Gate(in ElementRule rule)
    {
        Kind =
            rule.Parts is not null ? (rule.Meaning == Meaning.None ? GateKind.Parts : GateKind.Rule)
            : rule.Meaning == Meaning.Counter ? (rule.Codes is null ? GateKind.Counter : GateKind.Rule)
            : rule.Codes is not null ? (rule.Meaning == Meaning.None ? GateKind.Codes : GateKind.Rule)
            : rule.Meaning == Meaning.Identifier ? GateKind.Identifier
            : rule.Meaning == Meaning.Period ? GateKind.Period
            : rule.Type switch
            {
                ElementType.Decimal => GateKind.Decimal,
                ElementType.Whole => GateKind.Whole,
                ElementType.Date => GateKind.Date,
                ElementType.Time => GateKind.Time,
                ElementType.Text or ElementType.Code => GateKind.Length,
                _ => GateKind.Rule,
            };
        Codes = rule.Codes;
        // How long its parts may be is for them to say.
        (shortest, span) =
            Kind == GateKind.Parts
                ? ((ushort)0, ushort.MaxValue)
                : ((ushort)rule.Shortest, (ushort)Math.Min(ushort.MaxValue, rule.Longest - rule.Shortest));
    }

    public GateKind Kind { get; }
    public CodeSet? Codes { get; }
    public int Shortest => shortest;
    public int Span => span;

    public bool HasLength(int length) => (uint)(length - shortest) <= span;

    /// <summary>The gates of elements by place; nothing passes the one at 0.</summary>
    public static Gate[] Of(ElementRule[] elements) =>
        [.. elements.Select(element => element.Element is null ? default : new Gate(in element))];
}

/// <summary>The gates of a segment's first elements side by side, so that all their lengths are compared at once.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Shape
{
    private const int Half = Segment.Lanes / 2;

    private readonly (Vector256<int> Shortest, Vector256<uint> Span) first;
    private readonly (Vector256<int> Shortest, Vector256<uint> Span) second;

    public Shape(Gate[] gates)
    {
        var (shortest, span) = (new int[Segment.Lanes], new uint[Segment.Lanes]);
        for (var i = 1; i < Math.Min(gates.Length, Segment.Lanes + 1); i++)
        {
            (shortest[i - 1], span[i - 1]) = (gates[i].Shortest, (uint)gates[i].Span);
            var bit = 1u << i;
            Codes |= gates[i].Kind == GateKind.Codes ? bit : 0;
            Decimals |= gates[i].Kind == GateKind.Decimal ? bit : 0;
            Others |= gates[i].Kind is GateKind.Codes or GateKind.Decimal or GateKind.Length ? 0 : bit;
            Composites |= gates[i].Kind == GateKind.Parts ? bit : 0;
        }
        first = (Vector256.Create(shortest), Vector256.Create(span));
        second = (Vector256.Create(shortest, Half), Vector256.Create(span, Half));
    }

    /// <summary>The elements that hold codes, as bits: element n is bit n.</summary>
    public uint Codes { get; }

    /// <summary>The elements that hold decimal numbers.</summary>
    public uint Decimals { get; }

    /// <summary>The elements of which something else than the length is to be looked at.</summary>
    public uint Others { get; }

    /// <summary>Of those, the ones that have parts.</summary>
    public uint Composites { get; }

    /// <summary>Compares lengths.</summary>
    /// <param name="segment">Whose.</param>
    /// <param name="count">How many elements it has, at most <see cref="Segment.Lanes"/>.</param>
    /// <returns>As bits, the elements that are not empty, and those of them that are too short or too long.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (uint Present, uint Wrong) Measure(in Segment segment, int count)
    {
        var (empty, wrong) = Compare(segment.LengthsAfter(0), first.Shortest, first.Span);
        if (count > Half)
        {
            var (moreEmpty, moreWrong) = Compare(segment.LengthsAfter(Half), second.Shortest, second.Span);
            (empty, wrong) = (empty | (moreEmpty << Half), wrong | (moreWrong << Half));
        }
        var present = ~(empty << 1) & ((2u << count) - 2);
        return (present, (wrong << 1) & present);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint Empty, uint Wrong) Compare(
        Vector256<int> lengths,
        Vector256<int> shortest,
        Vector256<uint> span
    ) =>
        (
            Vector256.Equals(lengths, Vector256<int>.Zero).ExtractMostSignificantBits(),
            Vector256.GreaterThan((lengths - shortest).AsUInt32(), span).ExtractMostSignificantBits()
        );
}

/// <summary>What a guide asks of the parts of a composite.</summary>
internal sealed class PartRules(ElementRule[] elements)
{
    /// <summary>By place; the one at 0 is not used.</summary>
    public ElementRule[] Elements { get; } = elements;

    /// <summary>The same at a glance.</summary>
    public Gate[] Gates { get; } = Gate.Of(elements);

    /// <summary>The parts that must be there, as bits: part n is bit n.</summary>
    public uint Required { get; } = Bits(elements, Usage.Required);

    /// <summary>The parts that may not be there, as bits.</summary>
    public uint NotUsed { get; } = Bits(elements, Usage.NotUsed);

    /// <summary>The places of a usage, as bits.</summary>
    public static uint Bits(ElementRule[] elements, Usage usage)
    {
        uint bits = 0;
        for (var i = 1; i < elements.Length; i++)
        {
            bits |= elements[i].Usage == usage ? 1u << i : 0;
        }
        return bits;
    }
}

/// <summary>A data element of the standard's dictionary, or a composite.</summary>
internal sealed record DataElement(string Number, ElementType Type, int Shortest, int Longest, string Name);

/// <summary>A condition among elements: P, R, E, C or L, with the elements as bits, and the first of them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Condition(char Kind, uint Elements, uint First)
{
    /// <summary>The elements without any of which there is nothing to ask; all of them where it asks for one to be there.</summary>
    public uint On =>
        Kind is 'R' ? uint.MaxValue
        : Kind is 'C' or 'L' ? First
        : Elements;

    /// <summary>Whether the elements that are there meet it. Bit n stands for element n.</summary>
    public bool IsMet(uint present) =>
        Kind switch
        {
            'P' => (present & Elements) == 0 || (present & Elements) == Elements,
            'R' => (present & Elements) != 0,
            'E' => System.Numerics.BitOperations.PopCount(present & Elements) <= 1,
            'C' => (present & First) == 0 || (present & Elements) == Elements,
            'L' => (present & First) == 0 || (present & Elements & ~First) != 0,
            _ => true,
        };
}
