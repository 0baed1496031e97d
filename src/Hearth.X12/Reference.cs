namespace Hearth.X12;

/// <summary>A number by which a payment, a claim or a line is found elsewhere (REF).</summary>
/// <param name="Qualifier">What number it is (REF01), such as 6R for the provider's own number of the line.</param>
/// <param name="Value">The number (REF02).</param>
/// <param name="Description">REF03; nearly always null.</param>
public sealed record Reference(string Qualifier, string Value, string? Description = null);
