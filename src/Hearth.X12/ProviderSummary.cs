namespace Hearth.X12;

/// <summary>
/// What a group of claims has in common, and its sums as the payer has them (LX, TS3 and TS2). Null where something is
/// not said.
/// </summary>
public sealed record ProviderSummary
{
    /// <summary>LX01.</summary>
    public string? HeaderNumber { get; init; }

    /// <summary>TS301.</summary>
    public string? ProviderId { get; init; }

    /// <summary>TS302.</summary>
    public string? FacilityType { get; init; }

    /// <summary>TS303.</summary>
    public DateOnly? FiscalPeriodEnd { get; init; }

    /// <summary>TS304.</summary>
    public decimal? Claims { get; init; }

    /// <summary>TS305.</summary>
    public long? ChargeCents { get; init; }

    /// <summary>What stands in TS306 to 24 and TS201 to 19, in the order of the file.</summary>
    public IReadOnlyList<Figure> Figures { get; init; } = [];
}

/// <summary>A sum, count or average of a group of claims.</summary>
/// <param name="Element">Where it stands, such as TS313 or TS201; the guide tells what each is.</param>
/// <param name="Value">As it is written: an amount in dollars and cents, days, a number of claims, a weight.</param>
public sealed record Figure(string Element, decimal Value);
