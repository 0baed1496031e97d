using System.Buffers;
using System.Buffers.Text;
using Hearth.X12.Guides;

namespace Hearth.X12.Checking;

/// <summary>Checks the elements of a segment: there or not, how long, of which type, which codes, what depends on what.</summary>
internal sealed class ElementCheck(GuideFindings findings)
{
    private Delimiters delimiters;
    private SearchValues<byte> unusual = SearchValues.Create((ReadOnlySpan<byte>)[]);

    /// <summary>The day the file was made, as CCYYMMDD; 0 where unknown.</summary>
    public int On { get; set; }

    /// <param name="rule">What the guide asks.</param>
    /// <param name="segment">What stands there.</param>
    /// <param name="ordinal">Which repetition it is, for elements that count.</param>
    public void Check(SegmentRule rule, Segment segment, int ordinal)
    {
        var rules = rule.Elements;
        var count = segment.Count;
        if (count >= rules.Length)
        {
            findings.TooManyElements(rule, segment);
            count = rules.Length - 1;
        }
        var isPlain = IsPlain(segment);
        uint present = 0;
        for (var i = 1; i <= count; i++)
        {
            var value = segment[i];
            if (value.IsEmpty)
            {
                continue;
            }
            present |= 1u << i;
            ref readonly var element = ref rules[i];
            if (isPlain && element.Parts is null ? !IsFine(in element, value) : !IsWhole(rule, segment, i, value))
            {
                Complain(rule, segment, i, 0, 0, in element, value);
            }
            if (element.Meaning != Meaning.None)
            {
                CheckMeaning(rule, segment, i, in element, value, ordinal);
            }
        }
        if ((rule.Required & ~present) != 0)
        {
            findings.MissingElements(rule, segment, rule.Required & ~present);
        }
        if ((rule.NotUsed & present) != 0)
        {
            findings.UnusedElements(rule, segment, rule.NotUsed & present);
        }
        foreach (ref readonly var condition in rule.Conditions.AsSpan())
        {
            if (!condition.IsMet(present))
            {
                findings.Condition(rule, segment, in condition, present);
            }
        }
    }

    // Most segments hold nothing but their elements: no parts, no repetitions, nothing beyond printable ASCII.
    private bool IsPlain(Segment segment)
    {
        if (segment.Delimiters != delimiters)
        {
            delimiters = segment.Delimiters;
            Span<byte> bytes = stackalloc byte[256];
            var count = 0;
            for (var b = 0; b < 256; b++)
            {
                if (b is < 0x20 or > 0x7E || b == delimiters.Component || (b == delimiters.Repetition && b != 0))
                {
                    bytes[count++] = (byte)b;
                }
            }
            unusual = SearchValues.Create(bytes[..count]);
        }
        return !segment.Body.ContainsAny(unusual);
    }

    private bool IsFine(in ElementRule element, ReadOnlySpan<byte> value)
    {
        if ((uint)(value.Length - element.Shortest) > (uint)(element.Longest - element.Shortest))
        {
            return element.Type is ElementType.Decimal or ElementType.Whole && ElementForm.HasLength(value, in element);
        }
        switch (element.Type)
        {
            case ElementType.Text:
            case ElementType.Code:
                return element.Codes is null || IsListed(element.Codes, value);
            case ElementType.Decimal:
                return ElementForm.IsDecimal(value);
            case ElementType.Whole:
                return ElementForm.IsWhole(value);
            case ElementType.Date:
                return ElementForm.IsDate(value);
            case ElementType.Time:
                return ElementForm.IsTime(value);
            default:
                return true;
        }
    }

    private bool IsListed(CodeSet codes, ReadOnlySpan<byte> value) =>
        codes.TryFind(CodeSet.Pack(value), out var ended) && (ended == 0 || On == 0 || On <= ended);

    // Repetitions, parts and strange bytes, one by one. What is wrong is said here.
    private bool IsWhole(SegmentRule rule, Segment segment, int place, ReadOnlySpan<byte> value)
    {
        ref readonly var element = ref rule.Elements[place];
        var canRepeat = delimiters.Repetition != 0 && element.Type != ElementType.Binary;
        var repetition = 0;
        foreach (var range in value.Split(canRepeat ? delimiters.Repetition : delimiters.Element))
        {
            repetition++;
            var one = value[range];
            if (element.Parts is not null)
            {
                CheckParts(rule, segment, place, repetition, one);
                continue;
            }
            if (one.IsEmpty)
            {
                continue;
            }
            if (HasStrange(one))
            {
                findings.Strange(rule, segment, place, 0, repetition, one, delimiters);
            }
            else if (!IsFine(in element, one))
            {
                Complain(rule, segment, place, 0, repetition, in element, one);
            }
        }
        if (repetition > element.Repeats)
        {
            findings.TooManyRepetitions(rule, segment, place, repetition);
        }
        return true;
    }

    private void CheckParts(SegmentRule rule, Segment segment, int place, int repetition, ReadOnlySpan<byte> value)
    {
        var parts = rule.Elements[place].Parts!;
        var part = 0;
        uint present = 0;
        ReadOnlySpan<byte> before = default;
        foreach (var range in value.Split(delimiters.Component))
        {
            part++;
            var one = value[range];
            if (one.IsEmpty)
            {
                before = one;
                continue;
            }
            if (part >= parts.Length)
            {
                findings.TooManyParts(rule, segment, place, repetition, parts.Length - 1);
                break;
            }
            present |= 1u << part;
            ref readonly var element = ref parts[part];
            if (HasStrange(one))
            {
                findings.Strange(rule, segment, place, part, repetition, one, delimiters);
            }
            else if (!IsFine(in element, one))
            {
                Complain(rule, segment, place, part, repetition, in element, one);
            }
            if (element.Meaning != Meaning.None && ElementForm.Fault(element.Meaning, before, one) is { } fault)
            {
                findings.Form(rule, segment, place, part, repetition, in element, one, fault);
            }
            before = one;
        }
        for (var i = 1; i < parts.Length; i++)
        {
            var isThere = (present & (1u << i)) != 0;
            if (!isThere && parts[i].Usage == Usage.Required)
            {
                findings.MissingPart(rule, segment, place, i, repetition);
            }
            else if (isThere && parts[i].Usage == Usage.NotUsed)
            {
                findings.UnusedPart(rule, segment, place, i, repetition);
            }
        }
    }

    private bool HasStrange(ReadOnlySpan<byte> value) => value.ContainsAny(unusual);

    private void CheckMeaning(
        SegmentRule rule,
        Segment segment,
        int place,
        in ElementRule element,
        ReadOnlySpan<byte> value,
        int ordinal
    )
    {
        if (element.Meaning == Meaning.Counter)
        {
            if (!Utf8Parser.TryParse(value, out int number, out var used) || used != value.Length || number != ordinal)
            {
                findings.Counter(rule, segment, place, ordinal);
            }
        }
        else if (ElementForm.Fault(element.Meaning, segment[place - 1], value) is { } fault)
        {
            findings.Form(rule, segment, place, 0, 0, in element, value, fault);
        }
    }

    private void Complain(
        SegmentRule rule,
        Segment segment,
        int place,
        int part,
        int repetition,
        in ElementRule element,
        ReadOnlySpan<byte> value
    )
    {
        if (!ElementForm.HasLength(value, in element))
        {
            findings.Length(rule, segment, place, part, repetition, in element, value);
        }
        else if (element.Codes is { } codes && !IsListed(codes, value))
        {
            findings.Code(rule, segment, place, part, repetition, in element, value, On);
        }
        else
        {
            findings.Type(rule, segment, place, part, repetition, in element, value);
        }
    }
}
