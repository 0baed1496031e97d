namespace Hearth.X12;

/// <summary>Who somebody is, as an NM1 segment names people and organizations.</summary>
public sealed record PartyName
{
    /// <summary>NM102 is 2: an organization, which has a <see cref="Last"/> only.</summary>
    public bool IsOrganization { get; init; }

    /// <summary>NM103, at most 60 characters: a person's last name, or the organization's name.</summary>
    public required string Last { get; init; }

    /// <summary>NM104, at most 35 characters.</summary>
    public string? First { get; init; }

    /// <summary>NM105, at most 25 characters: the middle name or its initial.</summary>
    public string? Middle { get; init; }

    /// <summary>NM107, at most 10 characters, such as JR or III.</summary>
    public string? Suffix { get; init; }

    /// <summary>A person's name.</summary>
    public static PartyName Person(string last, string? first, string? middle = null, string? suffix = null) =>
        new()
        {
            Last = last,
            First = first,
            Middle = middle,
            Suffix = suffix,
        };

    /// <summary>An organization's name.</summary>
    public static PartyName Organization(string name) => new() { Last = name, IsOrganization = true };
}
