namespace Hearth.X12;

/// <summary>Where somebody is or gets mail: the segments N3 and N4.</summary>
public sealed record Address
{
    /// <summary>N301, at most 55 characters.</summary>
    public required string Line1 { get; init; }

    /// <summary>N302, at most 55 characters.</summary>
    public string? Line2 { get; init; }

    /// <summary>N401, 2 to 30 characters.</summary>
    public required string City { get; init; }

    /// <summary>N402, the two letters of a state or province; needed in the United States and Canada.</summary>
    public string? State { get; init; }

    /// <summary>N403, digits only: 9 for billing providers and places of service, 5 or 9 elsewhere.</summary>
    public string? Zip { get; init; }

    /// <summary>N404, two or three letters of ISO 3166; null in the United States.</summary>
    public string? Country { get; init; }

    /// <summary>N407, the part of a country beyond the United States and Canada, as ISO 3166-2 has it.</summary>
    public string? Subdivision { get; init; }
}
