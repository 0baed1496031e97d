namespace Hearth.X12.Guides;

/// <summary>A segment or a loop in a guide.</summary>
internal abstract class Rule
{
    /// <summary>Counted over the guide.</summary>
    public required int Id { get; init; }

    /// <summary>The loop that it stands in; null for the transaction itself.</summary>
    public required LoopRule? Loop { get; init; }

    public required string Name { get; init; }
    public required bool IsRequired { get; init; }

    /// <summary>The most there may be in one repetition of the loop around it.</summary>
    public required int Most { get; init; }

    /// <summary>Its number among the loop's children.</summary>
    public int Child { get; set; }

    /// <summary>The same as a bit.</summary>
    public ulong Bit { get; set; }

    /// <summary>The loop's children that must have been there before it, as bits.</summary>
    public ulong RequiredBefore { get; set; }

    /// <summary>Its place in the order of the loop. Neighbours of one tag share it, and come in any order.</summary>
    public int Position { get; set; }

    /// <summary>The segment it begins with.</summary>
    public abstract SegmentRule First { get; }
}

/// <summary>A loop: what repeats together.</summary>
internal sealed class LoopRule : Rule
{
    public const int MostChildren = 64;

    /// <summary>Such as 2010AA; empty for the transaction itself.</summary>
    public required string LoopId { get; init; }

    /// <summary>0 for the transaction itself.</summary>
    public required int Depth { get; init; }

    public List<Rule> Children { get; } = [];

    public override SegmentRule First => (SegmentRule)Children[0];

    /// <summary>The children that must be there, as bits.</summary>
    public ulong Required { get; private set; }

    /// <summary>It is a level: it begins with HL.</summary>
    public bool IsLevel { get; private set; }

    /// <summary>It is a claim: it begins with CLM or CLP.</summary>
    public bool IsClaim { get; private set; }

    /// <summary>It is a claim, or stands in one.</summary>
    public bool IsOfClaim { get; private set; }

    /// <summary>Numbers the children, once all are there.</summary>
    public void Seal()
    {
        IsLevel = First.Tag == Tags.Hl;
        IsClaim = First.Tag is Tags.Clm or Tags.Clp;
        IsOfClaim = IsClaim || Loop is { IsOfClaim: true };
        var position = 0;
        for (var i = 0; i < Children.Count; i++)
        {
            var child = Children[i];
            position += i > 0 && child.First.Tag == Children[i - 1].First.Tag ? 0 : 1;
            (child.Child, child.Position, child.Bit) = (i, position, 1UL << i);
            Required |= child.IsRequired ? child.Bit : 0UL;
        }
        foreach (var child in Children)
        {
            child.RequiredBefore = Children
                .Where(c => c.IsRequired && c.Position < child.Position)
                .Aggregate(0UL, (bits, c) => bits | c.Bit);
        }
    }

    /// <summary>The loops around this one from the transaction down, and itself.</summary>
    public IEnumerable<LoopRule> Path()
    {
        var path = new Stack<LoopRule>();
        for (var loop = this; loop is not null; loop = loop.Loop)
        {
            path.Push(loop);
        }
        return path;
    }
}

/// <summary>Where the code stands that tells a segment from its namesakes.</summary>
internal enum KeyPlace : byte
{
    None,
    First,
    FirstPart,
    Third,
}

/// <summary>A segment at its place in a guide.</summary>
internal sealed class SegmentRule : Rule
{
    private readonly Shape shape;
    private StepTable? steps;

    /// <summary>The segment's id as a number; see <see cref="Tags"/>.</summary>
    public required uint Tag { get; init; }

    public required SegmentDefinition Definition { get; init; }

    /// <summary>By place; the one at 0 is not used.</summary>
    public required ElementRule[] Elements
    {
        get;
        init
        {
            field = value;
            Gates = Gate.Of(value);
            shape = new(Gates);
            Counts = value.Any(element => element.Meaning == Meaning.Counter);
        }
    }

    /// <summary>The same at a glance.</summary>
    public Gate[] Gates { get; private init; } = [];

    /// <summary>The lengths of its first elements.</summary>
    public ref readonly Shape Shape => ref shape;

    /// <summary>One of its elements counts its repetitions.</summary>
    public bool Counts { get; private init; }

    /// <summary>The elements that must be there, as bits: element n is bit n.</summary>
    public required uint Required { get; init; }

    /// <summary>The elements that may not be there, as bits.</summary>
    public required uint NotUsed { get; init; }

    public required Condition[] Conditions { get; init; }

    /// <summary>The elements without any of which no condition asks for anything.</summary>
    public required uint ConditionsOn { get; init; }
    public required KeyPlace KeyPlace { get; init; }
    public required CodeSet? Keys { get; set; }

    /// <summary>The element that need not be looked at where the segment was found by its code, as a bit.</summary>
    public uint Keyed =>
        Keys is not { HasEnds: false } ? 0
        : KeyPlace == KeyPlace.First ? 1u << 1
        : KeyPlace == KeyPlace.Third ? 1u << 3
        : 0;

    public override SegmentRule First => this;

    /// <summary>
    /// Whether the elements that are there, as bits, are all that must be and none that may not be, and meet the conditions.
    /// </summary>
    public bool IsMetBy(uint present)
    {
        if ((Required & ~present) != 0 || (NotUsed & present) != 0)
        {
            return false;
        }
        if ((present & ConditionsOn) != 0)
        {
            foreach (ref readonly var condition in Conditions.AsSpan())
            {
                if (!condition.IsMet(present))
                {
                    return false;
                }
            }
        }
        return true;
    }

    /// <summary>It begins its loop.</summary>
    public bool BeginsLoop => Child == 0 && Loop is { Depth: > 0 };

    /// <summary>What may come after it. Made when it is asked for; two threads may make the same one twice.</summary>
    public StepTable Steps => steps ??= StepTable.After(this);

    public bool Fits(in Segment segment) => Keys is null || Keys.Contains(Key(KeyPlace, segment));

    // Of the first repetition, where the composite repeats.
    private static ulong FirstPart(in Segment segment)
    {
        var by = segment.Delimiters;
        var value = segment[1];
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == by.Component || (value[i] == by.Repetition && by.Repetition != 0))
            {
                return CodeSet.Pack(value[..i]);
            }
        }
        return CodeSet.Pack(value);
    }

    /// <summary>The code that tells the segment from its namesakes.</summary>
    public static ulong Key(KeyPlace place, in Segment segment) =>
        place switch
        {
            KeyPlace.First => segment.Packed(1),
            KeyPlace.FirstPart => FirstPart(segment),
            KeyPlace.Third => segment.Packed(3),
            _ => 0,
        };
}
