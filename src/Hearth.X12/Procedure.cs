namespace Hearth.X12;

/// <summary>What was done, as a composite names it (SVC01, SVC06, SV101). Null where something is not said.</summary>
public sealed record Procedure
{
    /// <summary>Whose code it is: HC HCPCS and CPT, AD dental, N4 a drug, NU revenue code and so on.</summary>
    public required string Qualifier { get; init; }

    /// <summary>Such as H0038.</summary>
    public required string Code { get; init; }

    /// <summary>Up to four, in their order.</summary>
    public IReadOnlyList<string> Modifiers { get; init; } = [];

    /// <summary>In words.</summary>
    public string? Description { get; init; }

    /// <summary>H0038:HQ:U5.</summary>
    public override string ToString() => Modifiers.Count == 0 ? Code : $"{Code}:{string.Join(':', Modifiers)}";
}
