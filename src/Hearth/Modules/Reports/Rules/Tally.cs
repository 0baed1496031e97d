namespace Hearth.Modules.Reports.Rules;

/// <summary>The true numbers of one report, by name. What was not met is 0. Never leaves the organization.</summary>
internal sealed class Tally
{
    private readonly Dictionary<CellKey, (long Number, Grid By)> numbers = [];
    private readonly Dictionary<Dimension, SortedSet<string>> met = [];

    /// <summary>Hours are kept as minutes.</summary>
    public long this[CellKey key] => numbers.GetValueOrDefault(key).Number;

    /// <summary>
    /// Adds to a number on behalf of one grid. Two grids may hold the same number ("by phone" as a condition and as a row):
    /// the first to count it does, the second would count it twice.
    /// </summary>
    public void Add(CellKey key, long amount, Grid by)
    {
        if (!numbers.TryGetValue(key, out var known))
        {
            numbers.Add(key, (amount, by));
        }
        else if (ReferenceEquals(known.By, by))
        {
            numbers[key] = (known.Number + amount, by);
        }
        foreach (var (dimension, value) in key.Coordinates)
        {
            Met(dimension).Add(value);
        }
    }

    /// <summary>The values of a dimension that occurred, those joined by a condition left out.</summary>
    public IReadOnlySet<string> Values(Dimension dimension) =>
        Met(dimension).Where(v => !v.Contains('|', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);

    private SortedSet<string> Met(Dimension dimension)
    {
        if (!met.TryGetValue(dimension, out var values))
        {
            met.Add(dimension, values = new SortedSet<string>(StringComparer.Ordinal));
        }
        return values;
    }
}
