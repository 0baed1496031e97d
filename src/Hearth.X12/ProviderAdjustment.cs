namespace Hearth.X12;

/// <summary>Money that belongs to no claim of the payment: interest, a recovery, a balance carried forward (PLB).</summary>
/// <param name="ProviderId">PLB01.</param>
/// <param name="FiscalPeriodEnd">PLB02; null where that is no date.</param>
/// <param name="Reason">Such as L6 interest, WO recovery, FB balance forward (PLB03-1).</param>
/// <param name="Reference">Whatever tells what it is about, often a claim's number (PLB03-2).</param>
/// <param name="Cents">What the payment is less for it, in whole cents: a negative amount adds to the payment.</param>
public sealed record ProviderAdjustment(
    string ProviderId,
    DateOnly? FiscalPeriodEnd,
    string Reason,
    string? Reference,
    long Cents
);
