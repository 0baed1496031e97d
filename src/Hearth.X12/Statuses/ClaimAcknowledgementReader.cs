using Hearth.X12.Reading;

namespace Hearth.X12.Statuses;

/// <summary>Reads 277CA: a new acknowledgement begins with each information source and receiver.</summary>
internal static class ClaimAcknowledgementReader
{
    public static IEnumerable<ClaimAcknowledgement> Read(SegmentReader segments) =>
        Walks.Read(segments, IsWanted, new ClaimAcknowledgementBuilder(), builder => builder.Build());

    // The guide tells it from the answer to an inquiry; where none is named, its structure does.
    private static bool IsWanted(TransactionKind kind) =>
        kind.Transaction == "277"
        && (
            kind.Guide.Contains("X214", StringComparison.Ordinal)
            || (!kind.Guide.Contains("X212", StringComparison.Ordinal) && kind.Structure == "0085")
        );
}
