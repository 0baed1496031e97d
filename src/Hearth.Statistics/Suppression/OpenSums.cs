namespace Hearth.Statistics.Suppression;

/// <summary>
/// The sums that do not hold, each with by how much the total exceeds its parts. Two are equal when they hold the same
/// sums and amounts, in whatever order they came about.
/// </summary>
internal sealed class OpenSums : IEquatable<OpenSums>
{
    private readonly (int Sum, int Amount)[] open;
    private readonly int hash;

    private OpenSums((int Sum, int Amount)[] open)
    {
        this.open = open;
        foreach (var entry in open)
        {
            hash += (entry.Sum + 1) * 486187739 ^ entry.Amount * 16777619;
        }
    }

    public static OpenSums None { get; } = new([]);

    public bool IsEmpty => open.Length == 0;

    public int Count => open.Sum(entry => Math.Abs(entry.Amount));

    /// <summary>The one that opened last: a path is carried on at its end.</summary>
    public (int Sum, int Amount) Last => open[^1];

    public OpenSums After(Link[] sumsOfCell, int move)
    {
        Span<(int Sum, int Amount)> next = stackalloc (int, int)[open.Length + sumsOfCell.Length];
        open.CopyTo(next);
        var count = open.Length;
        foreach (var (sum, sign) in sumsOfCell)
        {
            var amount = sign * move;
            for (var at = 0; at < count; at++)
            {
                if (next[at].Sum == sum)
                {
                    amount += next[at].Amount;
                    next[(at + 1)..count].CopyTo(next[at..]);
                    count--;
                    break;
                }
            }

            if (amount != 0)
            {
                next[count++] = (sum, amount);
            }
        }

        return new OpenSums(next[..count].ToArray());
    }

    public bool Equals(OpenSums? other) =>
        other is not null
        && hash == other.hash
        && open.Length == other.open.Length
        && Array.TrueForAll(open, entry => Array.IndexOf(other.open, entry) >= 0);

    public override bool Equals(object? obj) => Equals(obj as OpenSums);

    public override int GetHashCode() => hash;
}
