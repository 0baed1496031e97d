namespace Hearth.X12;

/// <summary>How an inpatient claim was adjudicated (MIA). Amounts are whole cents, null where they are not said.</summary>
public sealed record InpatientAdjudication
{
    /// <summary>Covered days or visits (MIA01).</summary>
    public decimal? CoveredDays { get; init; }

    /// <summary>MIA02.</summary>
    public long? OperatingOutlierCents { get; init; }

    /// <summary>MIA03.</summary>
    public decimal? LifetimePsychiatricDays { get; init; }

    /// <summary>MIA04.</summary>
    public long? DrgCents { get; init; }

    /// <summary>MIA05, then MIA20 to 23.</summary>
    public IReadOnlyList<string> RemarkCodes { get; init; } = [];

    /// <summary>MIA06.</summary>
    public long? DisproportionateShareCents { get; init; }

    /// <summary>MIA07.</summary>
    public long? MspPassThroughCents { get; init; }

    /// <summary>MIA08.</summary>
    public long? CapitalCents { get; init; }

    /// <summary>Federal-specific portion (MIA09).</summary>
    public long? CapitalFederalDrgCents { get; init; }

    /// <summary>Hospital-specific portion (MIA10).</summary>
    public long? CapitalHospitalDrgCents { get; init; }

    /// <summary>MIA11.</summary>
    public long? CapitalDisproportionateShareCents { get; init; }

    /// <summary>MIA12.</summary>
    public long? OldCapitalCents { get; init; }

    /// <summary>Indirect medical education (MIA13).</summary>
    public long? CapitalEducationCents { get; init; }

    /// <summary>MIA14.</summary>
    public long? OperatingHospitalDrgCents { get; init; }

    /// <summary>MIA15.</summary>
    public decimal? CostReportDays { get; init; }

    /// <summary>MIA16.</summary>
    public long? OperatingFederalDrgCents { get; init; }

    /// <summary>MIA17.</summary>
    public long? CapitalOutlierCents { get; init; }

    /// <summary>MIA18.</summary>
    public long? IndirectTeachingCents { get; init; }

    /// <summary>MIA19.</summary>
    public long? NonpayableProfessionalCents { get; init; }

    /// <summary>MIA24.</summary>
    public long? CapitalExceptionCents { get; init; }
}

/// <summary>How an outpatient claim was adjudicated (MOA). Amounts are whole cents, null where they are not said.</summary>
public sealed record OutpatientAdjudication
{
    /// <summary>A share of 1 (MOA01).</summary>
    public decimal? ReimbursementRate { get; init; }

    /// <summary>MOA02.</summary>
    public long? HcpcsPayableCents { get; init; }

    /// <summary>MOA03 to 07.</summary>
    public IReadOnlyList<string> RemarkCodes { get; init; } = [];

    /// <summary>End-stage renal disease (MOA08).</summary>
    public long? EsrdCents { get; init; }

    /// <summary>MOA09.</summary>
    public long? NonpayableProfessionalCents { get; init; }
}
