namespace Hearth.X12;

/// <summary>Who is asked to pay, or has paid: loops 2010BB and 2330B.</summary>
public sealed record Payer
{
    /// <summary>NM103, at most 60 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The payer's id, 2 to 80 characters (NM109).</summary>
    public required string Id { get; init; }

    /// <summary>The id is a national plan id (XV), not one that was agreed on (PI).</summary>
    public bool IdIsNational { get; init; }

    /// <summary>Where paper would go; mostly null.</summary>
    public Address? Address { get; init; }

    /// <summary>2U, EI, FY or NF.</summary>
    public SecondaryId? SecondaryId { get; init; }

    /// <summary>
    /// The number by which this payer knows the billing provider: G2 or LU. Needed where that has no NPI. Not for other
    /// payers.
    /// </summary>
    public SecondaryId? BillingProviderId { get; init; }
}

/// <summary>Who sends the transaction: loop 1000A.</summary>
public sealed record Submitter
{
    /// <summary>NM102 to NM105.</summary>
    public required PartyName Name { get; init; }

    /// <summary>The number that receiver and submitter agreed on, 2 to 80 characters (NM109).</summary>
    public required string Id { get; init; }

    /// <summary>Whom to ask about the file.</summary>
    public required Contact Contact { get; init; }
}

/// <summary>For whom the transaction is: loop 1000B.</summary>
/// <param name="Name">NM103, at most 60 characters.</param>
/// <param name="Id">The number that receiver and submitter agreed on, 2 to 80 characters (NM109).</param>
public sealed record Receiver(string Name, string Id);
