using System.Text.Json.Serialization;

namespace Hearth.X12;

/// <summary>What a payment says about one claim (a CLP and what follows it). Null where something is not said.</summary>
public sealed record ClaimPayment
{
    /// <summary>A reversal takes back what was paid before (CLP02).</summary>
    public const string ReversalStatus = "22";

    /// <summary>The payment that the claim belongs to.</summary>
    [JsonIgnore]
    public Payment Payment { get; init; } = Payment.None;

    /// <summary>The number that the provider gave the claim (CLP01).</summary>
    public string ClaimId { get; init; } = "";

    /// <summary>1 to 3 processed as primary to tertiary, 4 denied, 19 to 21 also forwarded, 22 reversal and so on (CLP02).</summary>
    public string Status { get; init; } = "";

    /// <summary>CLP03 in whole cents.</summary>
    public long ChargeCents { get; init; }

    /// <summary>CLP04 in whole cents.</summary>
    public long PaidCents { get; init; }

    /// <summary>CLP05 in whole cents; 0 where it is not said.</summary>
    public long PatientResponsibilityCents { get; init; }

    /// <summary>The kind of plan: MC Medicaid, MB Medicare part B, 12 preferred provider and so on (CLP06).</summary>
    public string FilingIndicator { get; init; } = "";

    /// <summary>The number that the payer gave the claim (CLP07).</summary>
    public string PayerControlNumber { get; init; } = "";

    /// <summary>Place of service or type of facility (CLP08).</summary>
    public string? FacilityType { get; init; }

    /// <summary>1 original, 7 replacement, 8 void and so on (CLP09).</summary>
    public string? Frequency { get; init; }

    /// <summary>CLP10.</summary>
    public string? PatientStatus { get; init; }

    /// <summary>Diagnosis related group (CLP11).</summary>
    public string? Drg { get; init; }

    /// <summary>CLP12.</summary>
    public decimal? DrgWeight { get; init; }

    /// <summary>CLP13.</summary>
    public decimal? DischargeFraction { get; init; }

    /// <summary>NM1*QC.</summary>
    public Party? Patient { get; init; }

    /// <summary>NM1*IL, where it is not the patient.</summary>
    public Party? Insured { get; init; }

    /// <summary>What the payer has instead of the name or number that was sent (NM1*74).</summary>
    public Party? CorrectedPatient { get; init; }

    /// <summary>NM1*82.</summary>
    public Party? ServiceProvider { get; init; }

    /// <summary>To whom the claim was passed on (NM1*TT).</summary>
    public Party? CrossoverCarrier { get; init; }

    /// <summary>Who should have been asked first (NM1*PR).</summary>
    public Party? CorrectedPayer { get; init; }

    /// <summary>NM1*GB.</summary>
    public Party? OtherSubscriber { get; init; }

    /// <summary>The claim's own CAS, in the order of the file; those of its lines are with them.</summary>
    public IReadOnlyList<Adjustment> Adjustments { get; init; } = [];

    /// <summary>DTM, as they come.</summary>
    public IReadOnlyList<QualifiedDate> Dates { get; init; } = [];

    /// <summary>Whom to ask about the claim (PER).</summary>
    public IReadOnlyList<PayerContact> Contacts { get; init; } = [];

    /// <summary>AMT, as they come.</summary>
    public IReadOnlyList<QualifiedAmount> Amounts { get; init; } = [];

    /// <summary>QTY, as they come.</summary>
    public IReadOnlyList<QualifiedQuantity> Quantities { get; init; } = [];

    /// <summary>MIA; null where there is none.</summary>
    public InpatientAdjudication? Inpatient { get; init; }

    /// <summary>MOA; null where there is none.</summary>
    public OutpatientAdjudication? Outpatient { get; init; }

    /// <summary>REF, as they come.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ServicePayment> Services { get; init; } = [];

    /// <summary>The LX, TS3 and TS2 that the claim stands under; null where it stands under none.</summary>
    public ProviderSummary? Summary { get; init; }

    /// <summary>Where its CLP segment stands.</summary>
    public Place Place { get; init; }

    /// <summary>What no member above carries.</summary>
    public IReadOnlyList<NotCarried> NotCarried { get; init; } = [];

    /// <summary>It takes back what was paid before.</summary>
    public bool IsReversal => Status == ReversalStatus;

    /// <summary>DTM*232.</summary>
    public DateOnly? StatementFrom => Dates.Of("232");

    /// <summary>DTM*233.</summary>
    public DateOnly? StatementTo => Dates.Of("233");

    /// <summary>The day the payer had the claim (DTM*050).</summary>
    public DateOnly? Received => Dates.Of("050");

    /// <summary>The day coverage ended (DTM*036).</summary>
    public DateOnly? CoverageEnded => Dates.Of("036");

    /// <summary>The remarks of MIA or MOA.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> RemarkCodes => [.. Inpatient?.RemarkCodes ?? [], .. Outpatient?.RemarkCodes ?? []];

    /// <summary>
    /// Reads the claim payments of a stream one after the other, in memory that does not grow with their number. What is not
    /// as it should be, and what belongs to no claim, is the reader's <see cref="RemittanceReader.Findings"/> and
    /// <see cref="RemittanceReader.Payments"/>.
    /// </summary>
    /// <param name="stream">Any number of interchanges; the caller closes it. Nothing in it makes the reader throw.</param>
    /// <param name="progress">Told now and then how many bytes were read.</param>
    public static RemittanceReader Read(Stream stream, IProgress<long>? progress = null) =>
        new(new SegmentReader(stream), progress: progress);
}
