namespace Hearth.X12;

/// <summary>What became of one service line (SVC and what follows it).</summary>
public sealed record ServiceLineStatus
{
    /// <summary>SVC01.</summary>
    public required Procedure Procedure { get; init; }

    /// <summary>SVC02 in whole cents.</summary>
    public long? ChargeCents { get; init; }

    /// <summary>SVC03 in whole cents; null in acknowledgements, which come before any payment.</summary>
    public long? PaidCents { get; init; }

    /// <summary>SVC04; null where the line has none beside its procedure.</summary>
    public string? RevenueCode { get; init; }

    /// <summary>SVC07.</summary>
    public decimal? Units { get; init; }

    /// <summary>STC, in the order of the file.</summary>
    public IReadOnlyList<StatusInformation> Statuses { get; init; } = [];

    /// <summary>The provider's own number for the line (REF FJ).</summary>
    public string? ControlNumber => References.Of("FJ");

    /// <summary>REF, as they come.</summary>
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>The first day of the service (DTP 472).</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the service; the first where it is a single one.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>What its statuses come to: the weightiest of them.</summary>
    public StatusVerdict Verdict => Hearth.X12.Statuses.StatusVerdicts.Weightiest(Statuses.Select(s => s.Verdict));
}
