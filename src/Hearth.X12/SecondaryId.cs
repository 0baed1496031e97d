namespace Hearth.X12;

/// <summary>Another number of a party: a REF segment.</summary>
/// <param name="Qualifier">Whose number it is, such as G2 for one that the payer gave (REF01).</param>
/// <param name="Value">The number, at most 50 characters (REF02).</param>
public sealed record SecondaryId(string Qualifier, string Value);
