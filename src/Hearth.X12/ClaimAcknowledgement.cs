using Hearth.X12.Statuses;

namespace Hearth.X12;

/// <summary>
/// What a payer or clearinghouse did with the claims of one submitter: a claim acknowledgement (277CA, 005010X214). It
/// tells which claims were taken in, before anybody decides what they are worth.
/// </summary>
public sealed record ClaimAcknowledgement
{
    /// <summary>Where it was read.</summary>
    public required Origin Origin { get; init; }

    /// <summary>The source's own number for the transaction (BHT03).</summary>
    public string? Reference { get; init; }

    /// <summary>When it was made (BHT04 and 05).</summary>
    public DateTime? Created { get; init; }

    /// <summary>The payer or clearinghouse that speaks (loop 2100A).</summary>
    public Party? Source { get; init; }

    /// <summary>The number that the source gave to what it received (TRN02 of loop 2200A).</summary>
    public string? ReceiptNumber { get; init; }

    /// <summary>The day on which the claims came (DTP 050).</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The day on which they were looked at (DTP 009).</summary>
    public DateOnly? ProcessedOn { get; init; }

    /// <summary>The submitter to whom it speaks (loop 2100B).</summary>
    public Party? Receiver { get; init; }

    /// <summary>The number that the submitter gave to its transaction of claims: its BHT03 (TRN02 of loop 2200B).</summary>
    public string? BatchReference { get; init; }

    /// <summary>What is said of all claims together, in the order of the file.</summary>
    public IReadOnlyList<StatusInformation> Statuses { get; init; } = [];

    /// <summary>How many claims were accepted and rejected, as the source says.</summary>
    public AcknowledgementTotals Totals { get; init; } = new();

    /// <summary>The billing providers with their claims, in the order of the file; none where all was rejected at once.</summary>
    public IReadOnlyList<ProviderAcknowledgement> Providers { get; init; } = [];

    /// <summary>What no member carries, but for what stands among claims.</summary>
    public IReadOnlyList<NotCarried> NotCarried { get; init; } = [];

    /// <summary>All claims of all providers.</summary>
    public IEnumerable<AcknowledgedClaim> Claims => Providers.SelectMany(p => p.Claims);

    /// <summary>What <see cref="Statuses"/> come to: the weightiest of them.</summary>
    public StatusVerdict Verdict => StatusVerdicts.Weightiest(Statuses.Select(s => s.Verdict));

    /// <summary>
    /// Reads the acknowledgements of a stream one after the other, each with all its claims. Other transactions are passed
    /// over; nothing in the stream makes it throw.
    /// </summary>
    /// <param name="stream">Any number of interchanges; the caller closes it.</param>
    public static IEnumerable<ClaimAcknowledgement> Read(Stream stream) =>
        ClaimAcknowledgementReader.Read(new SegmentReader(stream));
}

/// <summary>What was done with the claims of one billing provider (loop 2000C).</summary>
public sealed record ProviderAcknowledgement
{
    /// <summary>Loop 2100C; null where claims came without their provider.</summary>
    public Party? Provider { get; init; }

    /// <summary>TRN02 of loop 2200C.</summary>
    public string? Trace { get; init; }

    /// <summary>What is said of all its claims together.</summary>
    public IReadOnlyList<StatusInformation> Statuses { get; init; } = [];

    /// <summary>How many of its claims were accepted and rejected, as the source says.</summary>
    public AcknowledgementTotals Totals { get; init; } = new();

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<AcknowledgedClaim> Claims { get; init; } = [];

    /// <summary>What <see cref="Statuses"/> come to: the weightiest of them.</summary>
    public StatusVerdict Verdict => StatusVerdicts.Weightiest(Statuses.Select(s => s.Verdict));
}

/// <summary>What was done with one claim (loop 2200D).</summary>
public sealed record AcknowledgedClaim
{
    /// <summary>The number that the provider gave the claim: its CLM01 (TRN02).</summary>
    public required string ClaimId { get; init; }

    /// <summary>Loop 2100D.</summary>
    public Party? Patient { get; init; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<StatusInformation> Statuses { get; init; } = [];

    /// <summary>The number that the payer gave the claim, to be named in corrections (REF 1K); null where it gave none.</summary>
    public string? PayerControlNumber => References.Of("1K");

    /// <summary>The number that a clearinghouse gave the claim (REF D9).</summary>
    public string? ClearinghouseNumber => References.Of("D9");

    /// <summary>REF, as they come.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>The first day of the services (DTP 472).</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the services; the first where it is a single one.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>The lines about which something is said, in the order of the file.</summary>
    public IReadOnlyList<ServiceLineStatus> Lines { get; init; } = [];

    /// <summary>What no member carries.</summary>
    public IReadOnlyList<NotCarried> NotCarried { get; init; } = [];

    /// <summary>What its statuses come to: the weightiest of them.</summary>
    public StatusVerdict Verdict => StatusVerdicts.Weightiest(Statuses.Select(s => s.Verdict));

    /// <summary>It has to be corrected and sent again.</summary>
    public bool IsRejected => Verdict == StatusVerdict.Rejected;
}

/// <summary>How many claims were accepted and rejected, as the source says; null where it does not.</summary>
public sealed record AcknowledgementTotals
{
    /// <summary>QTY 90 or QA.</summary>
    public decimal? AcceptedClaims { get; init; }

    /// <summary>QTY AA or QC.</summary>
    public decimal? RejectedClaims { get; init; }

    /// <summary>What the accepted claims charge, in whole cents (AMT YU).</summary>
    public long? AcceptedCents { get; init; }

    /// <summary>What the rejected claims charge, in whole cents (AMT YY).</summary>
    public long? RejectedCents { get; init; }
}
