namespace Hearth.X12;

/// <summary>What was paid for one service line (an SVC and what follows it).</summary>
public sealed record ServicePayment
{
    /// <summary>What was adjudicated (SVC01).</summary>
    public required Procedure Procedure { get; init; }

    /// <summary>What the provider had asked for, where the payer took it for another (SVC06).</summary>
    public Procedure? SubmittedProcedure { get; init; }

    /// <summary>SVC02 in whole cents.</summary>
    public long ChargeCents { get; init; }

    /// <summary>SVC03 in whole cents.</summary>
    public long PaidCents { get; init; }

    /// <summary>SVC04.</summary>
    public string? RevenueCode { get; init; }

    /// <summary>SVC05. Where it is null, the guide takes one unit.</summary>
    public decimal? UnitsPaid { get; init; }

    /// <summary>SVC07, where it is not what was paid.</summary>
    public decimal? UnitsBilled { get; init; }

    /// <summary>DTM, as they come.</summary>
    public IReadOnlyList<QualifiedDate> Dates { get; init; } = [];

    /// <summary>CAS, in the order of the file.</summary>
    public IReadOnlyList<Adjustment> Adjustments { get; init; } = [];

    /// <summary>REF, as they come.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>AMT, as they come.</summary>
    public IReadOnlyList<QualifiedAmount> Amounts { get; init; } = [];

    /// <summary>QTY, as they come.</summary>
    public IReadOnlyList<QualifiedQuantity> Quantities { get; init; } = [];

    /// <summary>LQ, as they come.</summary>
    public IReadOnlyList<RemarkCode> RemarkCodes { get; init; } = [];

    /// <summary>Where its SVC segment stands.</summary>
    public Place Place { get; init; }

    /// <summary>The first day of the service (DTM*472 or *150).</summary>
    public DateOnly? From => Dates.Of("472", "150");

    /// <summary>The last day of the service (DTM*472 or *151).</summary>
    public DateOnly? To => Dates.Of("472", "151");

    /// <summary>The number that the provider gave the line (REF*6R); null where it is not sent back.</summary>
    public string? ControlNumber => References.Of("6R");
}
