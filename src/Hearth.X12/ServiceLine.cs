namespace Hearth.X12;

/// <summary>One service of a claim: loop 2400.</summary>
public sealed record ServiceLine
{
    /// <summary>HC for HCPCS and CPT codes; ER, IV or WK (SV101-1).</summary>
    public string CodeList { get; init; } = "HC";

    /// <summary>The procedure's code, such as H0038 (SV101-2).</summary>
    public required string Procedure { get; init; }

    /// <summary>At most four of two characters: HQ group, 95 or GT video, 93 audio only, HF, U1 and so on (SV101-3 to 6).</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];

    /// <summary>At most 80 characters; for codes that say too little (SV101-7).</summary>
    public string? Description { get; init; }

    /// <summary>Whole cents (SV102).</summary>
    public required long ChargeCents { get; init; }

    /// <summary>UN units, MJ minutes (SV103).</summary>
    public string Unit { get; init; } = "UN";

    /// <summary>How many units, at most three decimals (SV104).</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Two digits; null where it is the claim's (SV105).</summary>
    public string? PlaceOfService { get; init; }

    /// <summary>One to four of the claim's diagnoses, counted from 1, the foremost first (SV107).</summary>
    public required IReadOnlyList<int> DiagnosisPointers { get; init; }

    /// <summary>An emergency (SV109).</summary>
    public bool IsEmergency { get; init; }

    /// <summary>Came of a child's periodic screening, EPSDT (SV111).</summary>
    public bool IsEpsdt { get; init; }

    /// <summary>Family planning (SV112).</summary>
    public bool IsFamilyPlanning { get; init; }

    /// <summary>The day of the service, or the first of several (DTP 472).</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day; null for a single day.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>The prior authorization's number, where it is not the claim's, at most 50 characters (REF G1).</summary>
    public string? PriorAuthorization { get; init; }

    /// <summary>The provider's own number for the line, at most 30 characters, which the remittance brings back (REF 6R).</summary>
    public string? ControlNumber { get; init; }

    /// <summary>The referral's number, where it is not the claim's, at most 50 characters (REF 9F).</summary>
    public string? Referral { get; init; }

    /// <summary>A word to the payer: ADD or DCP.</summary>
    public Note? Note { get; init; }

    /// <summary>Loop 2420A; null where it is the claim's. One that equals the claim's is not written.</summary>
    public Provider? Rendering { get; init; }

    /// <summary>Loop 2420D; null where it is the claim's. One that equals the claim's is not written.</summary>
    public Provider? Supervising { get; init; }

    /// <summary>What other payers did with this line, at most 15: loop 2430.</summary>
    public IReadOnlyList<LineAdjudication> Adjudications { get; init; } = [];
}

/// <summary>What another payer did with a line: loop 2430. The line's charge is what it paid and its adjustments.</summary>
public sealed record LineAdjudication
{
    /// <summary>The <see cref="Payer.Id"/> of one of the claim's other coverages (SVD01).</summary>
    public required string PayerId { get; init; }

    /// <summary>Whole cents (SVD02).</summary>
    public required long PaidCents { get; init; }

    /// <summary>HC, ER, IV or WK (SVD03-1).</summary>
    public string CodeList { get; init; } = "HC";

    /// <summary>The code by which that payer paid (SVD03-2).</summary>
    public required string Procedure { get; init; }

    /// <summary>At most four (SVD03-3 to 6).</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];

    /// <summary>Units paid for (SVD05).</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The line that this one was bundled into, or came of (SVD06).</summary>
    public int? BundledLine { get; init; }

    /// <summary>Why it paid something else than the charge (CAS).</summary>
    public IReadOnlyList<Adjustment> Adjustments { get; init; } = [];

    /// <summary>The day it decided (DTP 573).</summary>
    public required DateOnly On { get; init; }

    /// <summary>What the patient still owes by that payer's reckoning, in whole cents (AMT EAF).</summary>
    public long? RemainingCents { get; init; }
}
