using System.Runtime.InteropServices;

namespace Hearth.X12.Remittances;

/// <summary>What a CLP itself says; the record is made once, when all is known.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct ClaimHead(Values values, in Segment clp)
{
    public Place Place { get; } = clp.Place;
    public string ClaimId { get; } = values.Claim; // set before, so that what is wrong here names it
    public string Status { get; } = values.Code(clp, 2);
    public long Charge { get; } = Values.Cents(clp, 3);
    public long Paid { get; } = Values.Cents(clp, 4);
    public long PatientResponsibility { get; } = values.Amount(clp, 5) ?? 0;
    public string FilingIndicator { get; } = values.Code(clp, 6);
    public string PayerControlNumber { get; } = clp.Text(7);
    public string? FacilityType { get; } = values.MaybeCode(clp, 8);
    public string? Frequency { get; } = values.MaybeCode(clp, 9);
    public string? PatientStatus { get; } = values.MaybeCode(clp, 10);
    public string? Drg { get; } = values.MaybeCode(clp, 11);
    public decimal? DrgWeight { get; } = values.Quantity(clp, 12);
    public decimal? DischargeFraction { get; } = values.Quantity(clp, 13);
}
