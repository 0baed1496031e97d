namespace Hearth.X12;

/// <summary>Another plan of the patient: loops 2320, 2330A and 2330B.</summary>
public sealed record OtherCoverage
{
    /// <summary>Which payer this is in the order of paying: P, S, T, A to H, or U unknown (SBR01).</summary>
    public required string Responsibility { get; init; }

    /// <summary>What the patient is to this plan's subscriber: 18 the same, 01 spouse, 19 child and so on (SBR02).</summary>
    public string Relationship { get; init; } = "18";

    /// <summary>The number of the group or policy, at most 50 characters (SBR03).</summary>
    public string? GroupNumber { get; init; }

    /// <summary>At most 60 characters (SBR04).</summary>
    public string? GroupName { get; init; }

    /// <summary>Why Medicare pays second, such as 12 or 47 (SBR05).</summary>
    public string? InsuranceType { get; init; }

    /// <summary>The kind of plan: CI commercial, MB Medicare part B, MC Medicaid and so on (SBR09).</summary>
    public required string FilingIndicator { get; init; }

    /// <summary>What it took off the claim as a whole (CAS); what it took off lines stands with them.</summary>
    public IReadOnlyList<Adjustment> Adjustments { get; init; } = [];

    /// <summary>What it paid on the claim, in whole cents; null where it has not decided (AMT D).</summary>
    public long? PaidCents { get; init; }

    /// <summary>What it does not cover at all, in whole cents (AMT A8).</summary>
    public long? NonCoveredCents { get; init; }

    /// <summary>What the patient still owes by its reckoning, in whole cents (AMT EAF).</summary>
    public long? RemainingCents { get; init; }

    /// <summary>Y payment goes to the provider, N it does not, W not applicable (OI03).</summary>
    public string BenefitsAssigned { get; init; } = "Y";

    /// <summary>The provider signed for the patient (OI04 is P).</summary>
    public bool IsSignedForPatient { get; init; }

    /// <summary>Y the patient signed a release, I informed consent under the law without one (OI06).</summary>
    public string Release { get; init; } = "Y";

    /// <summary>Whom this plan insures.</summary>
    public required PartyName Insured { get; init; }

    /// <summary>The insured's id with this plan, 2 to 80 characters (NM109).</summary>
    public required string MemberId { get; init; }

    /// <summary>Where the insured lives.</summary>
    public Address? InsuredAddress { get; init; }

    /// <summary>Loop 2330B.</summary>
    public required Payer Payer { get; init; }

    /// <summary>The day it decided, where lines do not say so (DTP 573).</summary>
    public DateOnly? PaidOn { get; init; }

    /// <summary>Its own prior authorization's number, at most 50 characters (REF G1).</summary>
    public string? PriorAuthorization { get; init; }

    /// <summary>Its number of the claim, at most 50 characters (REF F8).</summary>
    public string? PayerClaimNumber { get; init; }
}
