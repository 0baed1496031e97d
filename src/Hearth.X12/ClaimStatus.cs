using Hearth.X12.Statuses;

namespace Hearth.X12;

/// <summary>
/// What has become of a claim, as its payer answers (277, 005010X212), or why the payer cannot answer at all.
/// </summary>
public sealed record ClaimStatus
{
    /// <summary>Where it was read.</summary>
    public required Origin Origin { get; init; }

    /// <summary>The payer's number for the transaction (BHT03).</summary>
    public string? Reference { get; init; }

    /// <summary>When it was made (BHT04 and 05).</summary>
    public DateTime? Created { get; init; }

    /// <summary>What it is about: a claim, or all questions of a provider or an asker.</summary>
    public required ClaimStatusLevel Level { get; init; }

    /// <summary>Who answers, with whom to ask (loop 2100A).</summary>
    public Party? Payer { get; init; }

    /// <summary>Who asked (loop 2100B).</summary>
    public Party? Receiver { get; init; }

    /// <summary>Whose claim it is (loop 2100C).</summary>
    public Party? Provider { get; init; }

    /// <summary>The same provider under an id of another kind (loop 2100C).</summary>
    public Party? ProviderByOtherId { get; init; }

    /// <summary>The insured; null where it is about no claim (loop 2100D).</summary>
    public StatusPerson? Subscriber { get; init; }

    /// <summary>The patient, where that is not the insured (loop 2100E).</summary>
    public StatusPerson? Dependent { get; init; }

    /// <summary>The asker's number for the question (TRN02).</summary>
    public string? Trace { get; init; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<StatusInformation> Statuses { get; init; } = [];

    /// <summary>The number that the payer gave the claim (REF 1K).</summary>
    public string? PayerControlNumber => References.Of("1K");

    /// <summary>The number that the provider gave the claim: its CLM01 (REF EJ).</summary>
    public string? ClaimId => References.Of("EJ");

    /// <summary>The number that a clearinghouse gave the claim (REF D9).</summary>
    public string? ClearinghouseNumber => References.Of("D9");

    /// <summary>REF, as they come: BLT bill type, XZ prescription, VV voucher and those above.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>The first day of the claim's services (DTP 472).</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the claim's services; the first where it is a single one.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ServiceLineStatus> Lines { get; init; } = [];

    /// <summary>What no member carries.</summary>
    public IReadOnlyList<NotCarried> NotCarried { get; init; } = [];

    /// <summary>Whose claim it is about.</summary>
    public StatusPerson? Patient => Dependent ?? Subscriber;

    /// <summary>What its statuses come to: the weightiest of them.</summary>
    public StatusVerdict Verdict => StatusVerdicts.Weightiest(Statuses.Select(s => s.Verdict));

    /// <summary>
    /// Reads the answers of a stream one after the other, one for each claim. Claim acknowledgements (277CA) and other
    /// transactions are passed over; nothing in the stream makes it throw.
    /// </summary>
    /// <param name="stream">Any number of interchanges; the caller closes it.</param>
    public static IEnumerable<ClaimStatus> Read(Stream stream) =>
        ClaimStatusReader.ReadAnswers(new SegmentReader(stream));
}

/// <summary>What a claim status is about.</summary>
public enum ClaimStatusLevel
{
    /// <summary>All that was asked, as the payer cannot answer who asks (loop 2200B).</summary>
    Receiver,

    /// <summary>All that was asked about one provider's claims (loop 2200C).</summary>
    Provider,

    /// <summary>One claim (loops 2200D and 2200E).</summary>
    Claim,
}
