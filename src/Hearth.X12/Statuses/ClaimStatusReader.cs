using Hearth.X12.Reading;

namespace Hearth.X12.Statuses;

/// <summary>Reads 276 and 277, one thing for each claim.</summary>
internal static class ClaimStatusReader
{
    private static readonly Party Nobody = new() { Role = "" };

    public static IEnumerable<ClaimStatusInquiry> ReadInquiries(SegmentReader segments) =>
        Walks.Read(segments, kind => kind.Transaction == "276", new StatusWalk(), Inquiry);

    public static IEnumerable<ClaimStatus> ReadAnswers(SegmentReader segments) =>
        Walks.Read(segments, IsAnswer, new StatusWalk(), Answer);

    // The guide tells it from a claim acknowledgement; where none is named, its structure does.
    private static bool IsAnswer(TransactionKind kind) =>
        kind.Transaction == "277"
        && (
            kind.Guide.Contains("X212", StringComparison.Ordinal)
            || (!kind.Guide.Contains("X214", StringComparison.Ordinal) && kind.Structure == "0010")
        );

    private static ClaimStatusInquiry Inquiry(StatusWalk walk)
    {
        var claim = walk.Claim ?? new(null);
        var numbers = new Numbers(claim.References);
        return new()
        {
            Origin = walk.Origin,
            Reference = walk.Reference,
            Created = walk.Created,
            Payer = walk.Payer ?? Nobody,
            Receiver = walk.Receiver ?? Nobody,
            Provider = walk.Provider ?? Nobody,
            ProviderByOtherId = walk.OtherProvider,
            Subscriber = walk.Subscriber ?? new(),
            Dependent = walk.Dependent,
            Trace = claim.Head?.Text(2) ?? "",
            PayerControlNumber = numbers.Take("1K"),
            BillType = numbers.Take("BLT"),
            Location = numbers.Take("LU"),
            GroupNumber = numbers.Take("6P"),
            ClaimId = numbers.Take("EJ"),
            PrescriptionNumber = numbers.Take("XZ"),
            ClearinghouseNumber = numbers.Take("D9"),
            ChargeCents = claim.Amount("AMT", "T3")?.Cents(2),
            From = claim.Days?.From,
            Through = claim.Days?.To,
            Lines = [.. claim.Lines.Select(Line)],
            NotCarried = walk.Finish(),
        };
    }

    private static StatusInquiryLine Line(StatusDraft line)
    {
        var svc = line.Head!;
        return new()
        {
            Procedure = svc.Procedure(1),
            ChargeCents = svc.Cents(2),
            RevenueCode = svc.Maybe(4),
            Units = svc.Number(7),
            ControlNumber = new Numbers(line.References).Take("FJ"),
            From = line.Days?.From,
            Through = line.Days?.To,
        };
    }

    private static ClaimStatus Answer(StatusWalk walk) =>
        new()
        {
            Origin = walk.Origin,
            Reference = walk.Reference,
            Created = walk.Created,
            Level = walk.Level,
            Payer = walk.Payer,
            Receiver = walk.Receiver,
            Provider = walk.Provider,
            ProviderByOtherId = walk.OtherProvider,
            Subscriber = walk.Subscriber,
            Dependent = walk.Dependent,
            Trace = walk.Claim?.Head?.Maybe(2),
            Statuses = walk.Claim?.ReadStatuses() ?? [],
            References = walk.Claim?.ReadReferences() ?? [],
            From = walk.Claim?.Days?.From,
            Through = walk.Claim?.Days?.To,
            Lines = [.. walk.Claim?.Lines.Select(l => l.Line()) ?? []],
            NotCarried = walk.Finish(),
        };

    /// <summary>References of which each kind has a member: what is not asked for, or comes twice, is left over.</summary>
    private sealed class Numbers(IReadOnlyList<Fields> references)
    {
        public string? Take(string qualifier)
        {
            var found = references.FirstOrDefault(r => r.Look(1) == qualifier);
            found?.Pass(1);
            return found?.Maybe(2);
        }
    }
}
