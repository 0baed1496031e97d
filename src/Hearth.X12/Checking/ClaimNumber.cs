namespace Hearth.X12.Checking;

/// <summary>The number that the provider gave a claim (CLM01, CLP01). It is text only for a claim that something is said about.</summary>
internal sealed class ClaimNumber
{
    private readonly byte[] bytes = new byte[64];
    private int length;

    /// <summary>A claim begins. What is longer than an element may be is cut.</summary>
    public void Begin(ReadOnlySpan<byte> number)
    {
        length = Math.Min(number.Length, bytes.Length);
        number[..length].CopyTo(bytes);
    }

    public void End() => length = 0;

    public override string ToString() => Segment.ToText(bytes.AsSpan(0, length));
}
