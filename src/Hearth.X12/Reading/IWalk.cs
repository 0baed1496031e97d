namespace Hearth.X12.Reading;

/// <summary>Walks a transaction segment by segment, and stops where one thing of it is whole.</summary>
internal interface IWalk
{
    /// <summary>A transaction begins.</summary>
    void Begin(Origin at);

    /// <summary>The segment, which was not taken yet, does not belong to what was read so far.</summary>
    bool IsWholeBefore(Segment segment);

    void Take(Segment segment);

    /// <summary>At the end of a transaction: something is left.</summary>
    bool IsWholeAtEnd { get; }
}

internal static class Walks
{
    /// <summary>Reads the things of a stream one after the other.</summary>
    /// <param name="segments">Read to their end.</param>
    /// <param name="isWanted">The transactions to read; others are passed over.</param>
    /// <param name="walk">Takes their segments.</param>
    /// <param name="build">Makes the thing that is whole, and leaves the walk ready for the next.</param>
    public static IEnumerable<T> Read<TWalk, T>(
        SegmentReader segments,
        Func<TransactionKind, bool> isWanted,
        TWalk walk,
        Func<TWalk, T> build
    )
        where TWalk : IWalk
    {
        var reader = new TransactionReader(segments, isWanted);
        while (reader.Read())
        {
            if (reader.Step == Step.Begin)
            {
                walk.Begin(reader.Origin);
            }
            else if (reader.Step == Step.Segment)
            {
                if (walk.IsWholeBefore(reader.Current))
                {
                    yield return build(walk);
                }
                walk.Take(reader.Current);
            }
            else if (reader.Step == Step.End && walk.IsWholeAtEnd)
            {
                yield return build(walk);
            }
        }
    }
}
