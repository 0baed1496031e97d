namespace Hearth.X12;

/// <summary>Who is insured: loops 2000B and 2010BA. With Medicaid always the patient.</summary>
public sealed record Subscriber
{
    /// <summary>Which payer this is in the order of paying: P first, S second, T third, A to H later, U unknown (SBR01).</summary>
    public string Responsibility { get; init; } = "P";

    /// <summary>The number of the group or policy, at most 50 characters (SBR03).</summary>
    public string? GroupNumber { get; init; }

    /// <summary>At most 60 characters; only where there is no <see cref="GroupNumber"/> (SBR04).</summary>
    public string? GroupName { get; init; }

    /// <summary>Why Medicare pays second, such as 12 or 47 (SBR05).</summary>
    public string? InsuranceType { get; init; }

    /// <summary>The kind of plan: MC Medicaid, MB Medicare part B, CI commercial, HM, BL and so on (SBR09).</summary>
    public string FilingIndicator { get; init; } = "MC";

    /// <summary>NM102 to NM107.</summary>
    public required PartyName Name { get; init; }

    /// <summary>The member's id with the payer, 2 to 80 characters (NM109).</summary>
    public string? MemberId { get; init; }

    /// <summary>Needed where the subscriber is the patient.</summary>
    public Address? Address { get; init; }

    /// <summary>Needed where the subscriber is the patient (DMG02).</summary>
    public DateOnly? Born { get; init; }

    /// <summary>F, M or U; needed where the subscriber is the patient (DMG03).</summary>
    public string? Gender { get; init; }

    /// <summary>Nine digits (REF02 after SY).</summary>
    public string? Ssn { get; init; }

    /// <summary>The day the patient died (PAT06).</summary>
    public DateOnly? Died { get; init; }

    /// <summary>The patient is pregnant, and that bears on payment (PAT09).</summary>
    public bool IsPregnant { get; init; }
}

/// <summary>The patient where that is not the subscriber: loops 2000C and 2010CA.</summary>
public sealed record Patient
{
    /// <summary>01 spouse, 19 child, 20 employee, 21 unknown, 39 organ donor, 40 cadaver donor, 53 life partner, G8 other (PAT01).</summary>
    public required string Relationship { get; init; }

    /// <summary>NM103 to NM107.</summary>
    public required PartyName Name { get; init; }

    /// <summary>Where the patient lives.</summary>
    public required Address Address { get; init; }

    /// <summary>DMG02.</summary>
    public required DateOnly Born { get; init; }

    /// <summary>F, M or U (DMG03).</summary>
    public required string Gender { get; init; }

    /// <summary>The day the patient died (PAT06).</summary>
    public DateOnly? Died { get; init; }

    /// <summary>The patient is pregnant, and that bears on payment (PAT09).</summary>
    public bool IsPregnant { get; init; }
}
