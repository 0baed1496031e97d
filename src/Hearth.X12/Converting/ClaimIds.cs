namespace Hearth.X12.Converting;

/// <summary>Ids of an 837's segments as numbers, beside those of <see cref="Tags"/> and <see cref="Remittances.Ids"/>.</summary>
internal static class ClaimIds
{
    public const uint Hl = 'H' | ('L' << 8);
    public const uint Hi = 'H' | ('I' << 8);
    public const uint Dtp = 'D' | ('T' << 8) | ('P' << 16);
    public const uint Sbr = 'S' | ('B' << 8) | ('R' << 16);
    public const uint Svd = 'S' | ('V' << 8) | ('D' << 16);
}
