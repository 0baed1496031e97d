namespace Hearth.X12;

/// <summary>The insured, or somebody insured with them, in questions about coverage and their answers (loops 2100C and 2100D).</summary>
public sealed record EligibilityPerson
{
    /// <summary>NM102 to NM107; null where the person is known by an id alone.</summary>
    public PartyName? Name { get; init; }

    /// <summary>The member's id with the payer, 2 to 80 characters (NM109). Dependents have none of their own.</summary>
    public string? MemberId { get; init; }

    /// <summary>MI a member's id, II a standard unique health identifier (NM108).</summary>
    public string MemberIdQualifier { get; init; } = "MI";

    /// <summary>Other numbers, at most nine, such as SY for a social security number and 6P for a group's (REF).</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>N3 and N4.</summary>
    public Address? Address { get; init; }

    /// <summary>Whose patient the person is, where that bears on the answer (PRV).</summary>
    public ProviderRole? Provider { get; init; }

    /// <summary>DMG02.</summary>
    public DateOnly? Born { get; init; }

    /// <summary>F, M or U (DMG03).</summary>
    public string? Gender { get; init; }

    /// <summary>To the insured: 18 self, 01 spouse, 19 child, 34 other adult and so on (INS02).</summary>
    public string? Relationship { get; init; }

    /// <summary>The place in the order of birth, of children born together (INS17).</summary>
    public int? BirthOrder { get; init; }

    /// <summary>The payer corrects what it was asked with: 001 (INS03).</summary>
    public string? Change { get; init; }

    /// <summary>Why: 25 for data that identify the person (INS04).</summary>
    public string? ChangeReason { get; init; }

    /// <summary>Diagnoses with their list, at most eight: ABK or BK for the first, ABF or BF for others (HI).</summary>
    public IReadOnlyList<Diagnosis> Diagnoses { get; init; } = [];

    /// <summary>Days and periods, such as 291 plan, 307 eligibility, 346 plan begins and 347 plan ends (DTP).</summary>
    public IReadOnlyList<QualifiedPeriod> Dates { get; init; } = [];
}

/// <summary>A provider's part (PRV).</summary>
/// <param name="Role">PC primary care, PE performing, RF referring, BI billing, H hospital and so on (PRV01).</param>
/// <param name="Qualifier">PXC for a taxonomy code, HPI for an NPI (PRV02).</param>
/// <param name="Id">PRV03.</param>
public sealed record ProviderRole(string Role, string? Qualifier = null, string? Id = null);

/// <summary>A day or a period, and what it is (DTP).</summary>
/// <param name="Qualifier">Such as 291 for the plan (DTP01).</param>
/// <param name="From">The day, or the period's first.</param>
/// <param name="Through">The period's last day; the day itself where it is a single one.</param>
public sealed record QualifiedPeriod(string Qualifier, DateOnly From, DateOnly Through)
{
    /// <summary>A single day.</summary>
    public QualifiedPeriod(string qualifier, DateOnly day)
        : this(qualifier, day, day) { }
}

/// <summary>A number by which a question finds its answer (TRN).</summary>
/// <param name="Number">At most 50 characters (TRN02).</param>
/// <param name="Originator">Who gave it: ten characters, such as 1 and an employer's tax number (TRN03).</param>
/// <param name="Division">A part of the originator, at most 50 characters (TRN04).</param>
public sealed record TraceNumber(string Number, string Originator, string? Division = null)
{
    /// <summary>In an answer: given by the asker (TRN01 is 2) rather than by who answers.</summary>
    public bool IsAskers { get; init; } = true;
}
