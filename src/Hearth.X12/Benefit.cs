namespace Hearth.X12;

/// <summary>One thing that is said about a person's coverage (EB and what follows it).</summary>
public sealed record Benefit
{
    private const int FirstInactive = 6;
    private const int LastInactive = 8;

    /// <summary>
    /// What is said: 1 active, 6 inactive, A co-insurance, B co-payment, C deductible, F limits, G out of pocket, I not
    /// covered, L primary care provider, MC managed care coordinator, R other payer and so on (EB01).
    /// </summary>
    public required string Information { get; init; }

    /// <summary>IND individual, FAM family, EMP employee and so on (EB02).</summary>
    public string? CoverageLevel { get; init; }

    /// <summary>Such as 30 for the plan as a whole and MH for mental health (EB03).</summary>
    public IReadOnlyList<string> ServiceTypes { get; init; } = [];

    /// <summary>MC Medicaid, MA and MB Medicare part A and B, HM health maintenance organization and so on (EB04).</summary>
    public string? InsuranceType { get; init; }

    /// <summary>The plan's name (EB05).</summary>
    public string? Plan { get; init; }

    /// <summary>23 calendar year, 27 visit, 29 what remains, 32 lifetime and so on (EB06).</summary>
    public string? TimePeriod { get; init; }

    /// <summary>In whole cents (EB07).</summary>
    public long? AmountCents { get; init; }

    /// <summary>As it was sent: the guide asks for a fraction, 0.2 for 20 percent (EB08).</summary>
    public decimal? Percent { get; init; }

    /// <summary>What is counted: VS visits, DY days, HS hours and so on (EB09).</summary>
    public string? QuantityQualifier { get; init; }

    /// <summary>EB10.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Whether prior authorization is needed: Y, N or U for unknown (EB11).</summary>
    public string? AuthorizationNeeded { get; init; }

    /// <summary>Whether it holds for providers of the plan's network: Y, N, W for both alike, U for unknown (EB12).</summary>
    public string? InNetwork { get; init; }

    /// <summary>EB13.</summary>
    public Procedure? Procedure { get; init; }

    /// <summary>The last code, where <see cref="Procedure"/> is the first of a range (EB13-8).</summary>
    public string? LastProcedure { get; init; }

    /// <summary>The person's diagnoses it is about, counted from 1 (EB14).</summary>
    public IReadOnlyList<int> DiagnosisPointers { get; init; } = [];

    /// <summary>How much in what time (HSD).</summary>
    public IReadOnlyList<ServiceDelivery> Deliveries { get; init; } = [];

    /// <summary>Numbers of plans, groups, authorizations and so on (REF).</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>Days and periods, such as 348 benefit begins and 349 benefit ends (DTP).</summary>
    public IReadOnlyList<QualifiedPeriod> Dates { get; init; } = [];

    /// <summary>Why a question was not answered (AAA).</summary>
    public IReadOnlyList<EligibilityRejection> Rejections { get; init; } = [];

    /// <summary>In the payer's words (MSG).</summary>
    public IReadOnlyList<string> Messages { get; init; } = [];

    /// <summary>Where and for what it holds (III).</summary>
    public IReadOnlyList<BenefitCondition> Conditions { get; init; } = [];

    /// <summary>Primary care providers, other payers and others whom it concerns (loop 2120).</summary>
    public IReadOnlyList<BenefitEntity> Entities { get; init; } = [];

    /// <summary>True for active coverage (EB01 is 1 to 5), false for inactive (6 to 8), null for all else.</summary>
    public bool? IsActive =>
        Information is not [>= '1' and <= '8' and var digit]
            ? null
            : digit - '0' is not (>= FirstInactive and <= LastInactive);
}

/// <summary>How much of a service is covered in what time (HSD). Null where something is not said.</summary>
public sealed record ServiceDelivery
{
    /// <summary>VS visits, DY days, HS hours and so on (HSD01).</summary>
    public string? QuantityQualifier { get; init; }

    /// <summary>HSD02.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>For each: DA day, WK week, MO month, YR year, VS visit (HSD03).</summary>
    public string? Unit { get; init; }

    /// <summary>How many of these (HSD04).</summary>
    public decimal? UnitCount { get; init; }

    /// <summary>23 calendar year, 34 month and so on (HSD05).</summary>
    public string? TimePeriod { get; init; }

    /// <summary>How many of these (HSD06).</summary>
    public decimal? PeriodCount { get; init; }

    /// <summary>On which days of the week or month (HSD07).</summary>
    public string? Pattern { get; init; }

    /// <summary>At what times of the day (HSD08).</summary>
    public string? TimePattern { get; init; }
}

/// <summary>Where or for what a benefit holds (III). Null where something is not said.</summary>
/// <param name="List">ZZ place of service, NI nature of injury, GR nature of injury by another list (III01).</param>
/// <param name="Code">III02.</param>
/// <param name="Category">44 for the nature of an injury in words (III03).</param>
/// <param name="Text">III04.</param>
public sealed record BenefitCondition(string? List, string? Code, string? Category = null, string? Text = null);

/// <summary>Whom a benefit concerns (loop 2120).</summary>
/// <param name="Party">P3 primary care provider, PR payer, 1P provider, IL insured and so on, with address and contacts.</param>
/// <param name="Role">Its part, with a taxonomy code (PRV).</param>
/// <param name="Relationship">To the insured: 01 parent, 02 child, 27 partner and so on (NM110).</param>
public sealed record BenefitEntity(Party Party, ProviderRole? Role = null, string? Relationship = null);
