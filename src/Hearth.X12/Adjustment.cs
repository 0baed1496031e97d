namespace Hearth.X12;

/// <summary>
/// Why a payer paid something else than was charged: one group, reason and amount of a CAS segment, on a claim or a line.
/// </summary>
/// <param name="Group">CO contractual, PR the patient's, OA other, PI payer initiated, CR a correction (element 1033).</param>
/// <param name="Reason">A claim adjustment reason code such as 45 (element 1034), as the payer wrote it.</param>
/// <param name="Cents">What was taken off the charge, in whole cents; negative where something was added.</param>
/// <param name="Quantity">Units taken off; null where none are named.</param>
public sealed record Adjustment(string Group, string Reason, long Cents, decimal? Quantity);
