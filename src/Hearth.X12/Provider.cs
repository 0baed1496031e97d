namespace Hearth.X12;

/// <summary>A person or agency that had a part in the service: rendered, supervised or asked for it.</summary>
public sealed record Provider
{
    /// <summary>NM102 to NM107. Who supervises or refers is a person.</summary>
    public required PartyName Name { get; init; }

    /// <summary>National Provider Identifier, ten digits; null for one who can have none (NM109).</summary>
    public string? Npi { get; init; }

    /// <summary>
    /// Taxonomy code of ten characters, such as 175T00000X for a peer specialist (PRV03). Of a rendering provider only.
    /// </summary>
    public string? Taxonomy { get; init; }

    /// <summary>A number beside or instead of the NPI: 0B state license, 1G UPIN, G2 payer's own, LU location.</summary>
    public SecondaryId? SecondaryId { get; init; }
}

/// <summary>Who asks for payment: loops 2000A, 2010AA and 2010AB.</summary>
public sealed record BillingProvider
{
    /// <summary>NM102 to NM107.</summary>
    public required PartyName Name { get; init; }

    /// <summary>National Provider Identifier, ten digits; null for one who can have none (NM109).</summary>
    public string? Npi { get; init; }

    /// <summary>Taxonomy code of ten characters, such as 251S00000X (PRV03).</summary>
    public string? Taxonomy { get; init; }

    /// <summary>Nine digits (REF02).</summary>
    public required string TaxId { get; init; }

    /// <summary><see cref="TaxId"/> is a person's social security number (SY), not an employer's number (EI).</summary>
    public bool TaxIdIsSsn { get; init; }

    /// <summary>A street address with a ZIP code of nine digits; no post office box.</summary>
    public required Address Address { get; init; }

    /// <summary>0B state license or 1G UPIN.</summary>
    public SecondaryId? License { get; init; }

    /// <summary>Whom the payer asks; where it is not the submitter.</summary>
    public Contact? Contact { get; init; }

    /// <summary>Where payments go, if elsewhere; may be a post office box.</summary>
    public Address? PayTo { get; init; }
}

/// <summary>Where the service was given, if not at the billing provider's address: loop 2310C.</summary>
public sealed record ServiceFacility
{
    /// <summary>NM103, at most 60 characters.</summary>
    public required string Name { get; init; }

    /// <summary>National Provider Identifier, ten digits; null where it has none (NM109).</summary>
    public string? Npi { get; init; }

    /// <summary>With a ZIP code of nine digits.</summary>
    public required Address Address { get; init; }

    /// <summary>0B state license, G2 payer's own, LU location.</summary>
    public SecondaryId? SecondaryId { get; init; }
}
