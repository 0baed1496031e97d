using Hearth.X12.Statuses;
using Hearth.X12.Writing;

namespace Hearth.X12;

/// <summary>What has become of a claim: an inquiry (276, 005010X212).</summary>
public sealed record ClaimStatusInquiry
{
    /// <summary>The asker's own number for the transaction, at most 50 characters (BHT03). Needed for writing.</summary>
    public required string? Reference { get; init; }

    /// <summary>When it was made, to the minute (BHT04 and 05). Needed for writing.</summary>
    public required DateTime? Created { get; init; }

    /// <summary>Who is asked: role PR, with an id marked PI or XV (loop 2100A).</summary>
    public required Party Payer { get; init; }

    /// <summary>Who asks: role 41, with an id marked 46 (loop 2100B).</summary>
    public required Party Receiver { get; init; }

    /// <summary>Whose claim it is: role 1P, with an id marked XX, FI or SV (loop 2100C).</summary>
    public required Party Provider { get; init; }

    /// <summary>The same provider under an id of another kind; mostly null (loop 2100C).</summary>
    public Party? ProviderByOtherId { get; init; }

    /// <summary>The insured (loop 2100D).</summary>
    public required StatusPerson Subscriber { get; init; }

    /// <summary>The patient, where that is not the insured (loop 2100E).</summary>
    public StatusPerson? Dependent { get; init; }

    /// <summary>The asker's number for the question, at most 50 characters, which the answer brings back (TRN02).</summary>
    public required string Trace { get; init; }

    /// <summary>The number that the payer gave the claim (REF 1K).</summary>
    public string? PayerControlNumber { get; init; }

    /// <summary>The bill type of an institutional claim (REF BLT).</summary>
    public string? BillType { get; init; }

    /// <summary>Which of the payer's systems or places has it (REF LU).</summary>
    public string? Location { get; init; }

    /// <summary>The number of the group that is insured (REF 6P).</summary>
    public string? GroupNumber { get; init; }

    /// <summary>The number that the provider gave the claim: its CLM01 (REF EJ).</summary>
    public string? ClaimId { get; init; }

    /// <summary>REF XZ.</summary>
    public string? PrescriptionNumber { get; init; }

    /// <summary>The number that a clearinghouse gave the claim (REF D9).</summary>
    public string? ClearinghouseNumber { get; init; }

    /// <summary>What the claim charges, in whole cents (AMT T3).</summary>
    public long? ChargeCents { get; init; }

    /// <summary>The first day of the claim's services (DTP 472).</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the claim's services; null or the first for a single day.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>The lines in question; none for the claim as a whole.</summary>
    public IReadOnlyList<StatusInquiryLine> Lines { get; init; } = [];

    /// <summary>Where it was read; null for one that was made.</summary>
    public Origin? Origin { get; init; }

    /// <summary>When read: what no member carries. Writing leaves it out.</summary>
    public IReadOnlyList<NotCarried> NotCarried { get; init; } = [];

    /// <summary>Whose claim is in question.</summary>
    public StatusPerson Patient => Dependent ?? Subscriber;

    /// <summary>
    /// Reads the inquiries of a stream one after the other, one for each claim. Other transactions are passed over; nothing
    /// in the stream makes it throw.
    /// </summary>
    /// <param name="stream">Any number of interchanges; the caller closes it.</param>
    public static IEnumerable<ClaimStatusInquiry> Read(Stream stream) =>
        ClaimStatusReader.ReadInquiries(new SegmentReader(stream));

    /// <summary>What would make a payer reject it; empty where it can be written.</summary>
    /// <param name="delimiters">Those of the file that it goes into; null for the usual ones.</param>
    public IReadOnlyList<Finding> Check(Delimiters? delimiters = null)
    {
        var writer = CheckedWriter.Dry(delimiters);
        writer.BeginTransaction();
        ClaimStatusWriter.Write(writer, this);
        return writer.Findings;
    }

    /// <summary>Writes one interchange with one group, and a transaction for each inquiry.</summary>
    /// <param name="stream">The caller closes it.</param>
    /// <param name="envelope">Who sends it, to whom and when.</param>
    /// <param name="inquiries">At least one.</param>
    /// <param name="lineEnd">Written after each segment: nothing, or "\n" for people's eyes.</param>
    /// <exception cref="X12RefusedException">A receiver would reject it. Nothing was written.</exception>
    public static void Write(
        Stream stream,
        Envelope envelope,
        IReadOnlyList<ClaimStatusInquiry> inquiries,
        string lineEnd = ""
    ) => TransactionWriter.Write(stream, envelope, ClaimStatusWriter.Kind, inquiries, ClaimStatusWriter.Write, lineEnd);
}

/// <summary>A service line that is asked about (loop 2210).</summary>
public sealed record StatusInquiryLine
{
    /// <summary>SVC01.</summary>
    public required Procedure Procedure { get; init; }

    /// <summary>SVC02 in whole cents. Needed for writing.</summary>
    public required long? ChargeCents { get; init; }

    /// <summary>SVC04; null where the line has none beside its procedure.</summary>
    public string? RevenueCode { get; init; }

    /// <summary>SVC07.</summary>
    public decimal? Units { get; init; }

    /// <summary>The provider's own number for the line, at most 50 characters (REF FJ).</summary>
    public string? ControlNumber { get; init; }

    /// <summary>The first day of the service (DTP 472). Needed for writing.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>The last day of the service; null or the first for a single day.</summary>
    public DateOnly? Through { get; init; }
}
