namespace Hearth.X12;

/// <summary>
/// A person or an organization, as N1 or NM1 names it with the N3, N4, REF and PER that follow. Null where something is
/// not said.
/// </summary>
public sealed record Party
{
    /// <summary>What it is here: PR payer, PE payee, QC patient, IL insured, 82 service provider and so on (N101, NM101).</summary>
    public required string Role { get; init; }

    /// <summary>A person rather than an organization (NM102 is 1).</summary>
    public bool IsPerson { get; init; }

    /// <summary>The organization's name, or the person's last name (N102, NM103).</summary>
    public string Name { get; init; } = "";

    /// <summary>NM104.</summary>
    public string? FirstName { get; init; }

    /// <summary>Middle name or initial (NM105).</summary>
    public string? MiddleName { get; init; }

    /// <summary>NM106.</summary>
    public string? Prefix { get; init; }

    /// <summary>Such as JR (NM107).</summary>
    public string? Suffix { get; init; }

    /// <summary>What kind of id it is: XX an NPI, FI a tax number, MI a member's number and so on (N103, NM108).</summary>
    public string? IdQualifier { get; init; }

    /// <summary>N104, NM109.</summary>
    public string? Id { get; init; }

    /// <summary>Where it is; null where no N3 or N4 says.</summary>
    public Address? Address { get; init; }

    /// <summary>Its other numbers (REF).</summary>
    public IReadOnlyList<SecondaryId> SecondaryIds { get; init; } = [];

    /// <summary>Whom to ask (PER).</summary>
    public IReadOnlyList<PayerContact> Contacts { get; init; } = [];

    /// <summary>As people write it: "BUDD, WILLIAM J", "OPEN PORCH".</summary>
    public string FullName
    {
        get
        {
            var given = Joined(FirstName, MiddleName, Suffix);
            return Name.Length > 0 && given.Length > 0 ? $"{Name}, {given}" : Name + given;
        }
    }

    private static string Joined(params ReadOnlySpan<string?> parts)
    {
        var joined = "";
        foreach (var part in parts)
        {
            joined += string.IsNullOrEmpty(part) || joined.Length == 0 ? part : " " + part;
        }
        return joined;
    }
}
