namespace Hearth.X12.Claims;

/// <summary>Ids of a claim's segments as numbers; see <see cref="Tags"/>.</summary>
internal static class ClaimTags
{
    public const uint Hl = 'H' | ('L' << 8);
    public const uint Prv = 'P' | ('R' << 8) | ('V' << 16);
    public const uint Nm1 = 'N' | ('M' << 8) | ('1' << 16);
    public const uint N3 = 'N' | ('3' << 8);
    public const uint N4 = 'N' | ('4' << 8);
    public const uint Ref = 'R' | ('E' << 8) | ('F' << 16);
    public const uint Per = 'P' | ('E' << 8) | ('R' << 16);
    public const uint Sbr = 'S' | ('B' << 8) | ('R' << 16);
    public const uint Pat = 'P' | ('A' << 8) | ('T' << 16);
    public const uint Dmg = 'D' | ('M' << 8) | ('G' << 16);
    public const uint Dtp = 'D' | ('T' << 8) | ('P' << 16);
    public const uint Amt = 'A' | ('M' << 8) | ('T' << 16);
    public const uint Nte = 'N' | ('T' << 8) | ('E' << 16);
    public const uint Hi = 'H' | ('I' << 8);
    public const uint Oi = 'O' | ('I' << 8);
    public const uint Lx = 'L' | ('X' << 8);
    public const uint Svd = 'S' | ('V' << 8) | ('D' << 16);
}
