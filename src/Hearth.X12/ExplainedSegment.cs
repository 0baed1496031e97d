namespace Hearth.X12;

/// <summary>A segment in words that a biller understands.</summary>
public sealed class ExplainedSegment
{
    internal ExplainedSegment() { }

    /// <summary>Where it stands in the file.</summary>
    public required Place Place { get; init; }

    /// <summary>Its id, such as CLP.</summary>
    public required string Tag { get; init; }

    /// <summary>What it is called: in the guide, or where none is followed in the standard.</summary>
    public required string Title { get; init; }

    /// <summary>0 for an interchange's own segments, 1 for a group's, 2 for a transaction's, 3 and more for what is in it.</summary>
    public required int Depth { get; init; }

    /// <summary>The loops it stands in, from the outermost. The same object stands for the same repetition of a loop.</summary>
    public required IReadOnlyList<ExplainedLoop> Loops { get; init; }

    /// <summary>The guide that its transaction follows; null for none.</summary>
    public Guide? Guide { get; init; }

    /// <summary>What its elements say, in order.</summary>
    public required IReadOnlyList<ExplainedField> Fields { get; init; }

    /// <summary>The segment as it stands in the file, without its terminator. Not made safe for a terminal or a page.</summary>
    public required string Raw { get; init; }

    /// <summary>
    /// What the check found about it. Where a finding's own place is another, it was found only here, as with a sum whose
    /// parts had all to be read first.
    /// </summary>
    public IReadOnlyList<Finding> Findings => Found;

    internal List<Finding> Found { get; } = [];
}

/// <summary>A repetition of a loop.</summary>
public sealed class ExplainedLoop(string id, string name)
{
    /// <summary>Such as 2010AA; empty where no guide is followed and the segments themselves form a tree.</summary>
    public string Id { get; } = id;

    /// <summary>In words.</summary>
    public string Name { get; } = name;
}

/// <summary>What an element says, or several that belong together.</summary>
/// <param name="Label">What it is called; empty where the segment's title says it.</param>
/// <param name="Values">More than one where it repeats.</param>
public sealed record ExplainedField(string Label, IReadOnlyList<ExplainedValue> Values);

/// <summary>A value.</summary>
/// <param name="Id">The element it stands in, such as CLP04 or SVC01-2.</param>
/// <param name="Text">Days, times and amounts as people write them; all else as it stands in the file.</param>
/// <param name="Meaning">What a code means, or what belongs to the value; empty where there is nothing to add.</param>
public sealed record ExplainedValue(string Id, string Text, string Meaning);
