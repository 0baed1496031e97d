namespace Hearth.X12;

/// <summary>The insured, or somebody insured with them, in questions about claims and their answers.</summary>
public sealed record StatusPerson
{
    /// <summary>NM102 to NM107; null where none is said.</summary>
    public PartyName? Name { get; init; }

    /// <summary>The member's id with the payer, 2 to 80 characters (NM109). Dependents have none of their own.</summary>
    public string? MemberId { get; init; }

    /// <summary>MI a member's id, II a standard unique health identifier, 24 an employer's tax number (NM108).</summary>
    public string MemberIdQualifier { get; init; } = "MI";

    /// <summary>DMG02; in questions only.</summary>
    public DateOnly? Born { get; init; }

    /// <summary>F or M; in questions only (DMG03).</summary>
    public string? Gender { get; init; }
}
