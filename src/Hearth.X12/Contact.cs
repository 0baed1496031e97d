namespace Hearth.X12;

/// <summary>Whom to ask, as a PER segment names them: at least one number, at most three.</summary>
public sealed record Contact
{
    /// <summary>PER02, at most 60 characters; null where it is the party's own name.</summary>
    public string? Name { get; init; }

    /// <summary>The number marked TE: ten digits, without blanks or dashes.</summary>
    public string? Phone { get; init; }

    /// <summary>The number marked EX: digits to dial after <see cref="Phone"/>.</summary>
    public string? Extension { get; init; }

    /// <summary>The number marked FX: ten digits.</summary>
    public string? Fax { get; init; }

    /// <summary>The address marked EM, at most 256 characters.</summary>
    public string? Email { get; init; }
}
