namespace Hearth.X12.Remittances;

/// <summary>Ids of an 835's segments as numbers, beside those of <see cref="Tags"/>.</summary>
internal static class Ids
{
    public const uint Trn = 'T' | ('R' << 8) | ('N' << 16);
    public const uint Cur = 'C' | ('U' << 8) | ('R' << 16);
    public const uint Ref = 'R' | ('E' << 8) | ('F' << 16);
    public const uint Dtm = 'D' | ('T' << 8) | ('M' << 16);
    public const uint N1 = 'N' | ('1' << 8);
    public const uint N3 = 'N' | ('3' << 8);
    public const uint N4 = 'N' | ('4' << 8);
    public const uint Per = 'P' | ('E' << 8) | ('R' << 16);
    public const uint Rdm = 'R' | ('D' << 8) | ('M' << 16);
    public const uint Lx = 'L' | ('X' << 8);
    public const uint Ts3 = 'T' | ('S' << 8) | ('3' << 16);
    public const uint Ts2 = 'T' | ('S' << 8) | ('2' << 16);
    public const uint Nm1 = 'N' | ('M' << 8) | ('1' << 16);
    public const uint Mia = 'M' | ('I' << 8) | ('A' << 16);
    public const uint Moa = 'M' | ('O' << 8) | ('A' << 16);
    public const uint Amt = 'A' | ('M' << 8) | ('T' << 16);
    public const uint Qty = 'Q' | ('T' << 8) | ('Y' << 16);
    public const uint Lq = 'L' | ('Q' << 8);
}
