namespace Hearth.Layout;

/// <summary>What an input inside a <see cref="Field"/> has to carry.</summary>
public sealed record FieldState(string Id, string? DescribedBy, bool IsInvalid)
{
    /// <summary>Value for aria-invalid: absent where the field is fine.</summary>
    public string? Invalid => IsInvalid ? "true" : null;
}
