using Hearth.X12.Reading;

namespace Hearth.X12.Claims;

/// <summary>
/// Reads professional claims one after the other. A claim ends where the next one, another level or the transaction's end
/// begins; whatever is broken inside costs no more than itself.
/// </summary>
internal sealed class ClaimReader
{
    private const int MostLeft = 100_000; // before one claim, so that a file of anything else cannot fill the memory

    private readonly SegmentReader segments;
    private readonly TransactionReader transactions;
    private readonly Words words = new();
    private readonly LevelReader levels;
    private readonly ClaimBuilder builder = new();
    private List<NotCarried> left = [];
    private ClaimBatch? batch;
    private Envelope? envelope;

    public ClaimReader(Stream stream, int chunk = SegmentReader.DefaultChunk)
    {
        segments = new(stream, chunk);
        transactions = new(segments, IsWanted);
        levels = new(Leave);
    }

    /// <summary>Called where a functional group with claims begins, with a transaction's head, and with what is left over.</summary>
    public Action<Envelope>? OnGroup { get; init; }
    public Action<ClaimBatch>? OnBatch { get; init; }
    public Action<NotCarried>? OnLeft { get; init; }

    public Claim Current { get; private set; } = null!;

    public bool Read()
    {
        while (transactions.Read())
        {
            var isClaim = transactions.Step switch
            {
                Step.Begin => Begin(),
                Step.Segment => Take(transactions.Current),
                Step.End => End(),
                _ => false,
            };
            if (isClaim)
            {
                return true;
            }
        }
        return false;
    }

    // 837 of the institutional and the dental guide have other claims; one that names no guide is taken for this one.
    private bool IsWanted(TransactionKind kind)
    {
        var isWanted =
            kind.Transaction == "837"
            && (kind.Guide.Length == 0 || kind.Guide.StartsWith("005010X222", StringComparison.Ordinal));
        if (!isWanted)
        {
            OnLeft?.Invoke(
                new(segments.Current.Place, $"ST*{kind.Transaction}", "A transaction of another kind was passed over.")
            );
        }
        return isWanted;
    }

    private bool Begin()
    {
        if (!ReferenceEquals(envelope, transactions.Origin.Envelope))
        {
            envelope = transactions.Origin.Envelope;
            OnGroup?.Invoke(envelope);
        }
        levels.Begin(transactions.Origin.ControlNumber);
        batch = null;
        return false;
    }

    private bool End()
    {
        var isClaim = FinishClaim();
        FinishHead();
        levels.End();
        return isClaim;
    }

    private bool Take(Segment segment)
    {
        var isClaim = segment.Code is Tags.Clm or Tags.Hl && FinishClaim();
        var asked = new Asked(segment, words);
        switch (segment.Code)
        {
            case Tags.Hl:
                FinishHead();
                levels.Take(ref asked);
                break;
            case Tags.Clm:
                FinishHead();
                builder.Begin(ref asked, levels);
                levels.Use();
                break;
            default:
                if (builder.IsOpen)
                {
                    builder.Take(ref asked);
                }
                else
                {
                    levels.Take(ref asked);
                }
                break;
        }
        if (asked.Left() is { } there)
        {
            Leave(there);
        }
        return isClaim;
    }

    private bool FinishClaim()
    {
        if (!builder.IsOpen)
        {
            return false;
        }
        Current = builder.Finish(left);
        left = left.Count == 0 ? left : [];
        return true;
    }

    private void FinishHead()
    {
        if (batch is null)
        {
            batch = levels.Batch();
            OnBatch?.Invoke(batch);
        }
    }

    private void Leave(NotCarried there)
    {
        if (left.Count < MostLeft)
        {
            left.Add(there);
        }
        OnLeft?.Invoke(there);
    }
}
