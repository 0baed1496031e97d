namespace Hearth.X12.Comparing;

/// <summary>Sums of a file by name, in the order they first came.</summary>
internal sealed class Sums
{
    private readonly Dictionary<string, (bool IsMoney, long Sum)> sums = new(StringComparer.Ordinal);

    public void Count(string name) => Add(name, 1, isMoney: false);

    public void Add(string name, long cents) => Add(name, cents, isMoney: true);

    public IReadOnlyList<SumDifference> Against(Sums after) =>
        [
            .. sums
                .Keys.Union(after.sums.Keys, StringComparer.Ordinal)
                .Select(name => new SumDifference(name, IsMoney(name) || after.IsMoney(name), Of(name), after.Of(name)))
                .Where(sum => sum.Before != sum.After),
        ];

    private void Add(string name, long value, bool isMoney) =>
        sums[name] = (isMoney, sums.GetValueOrDefault(name).Sum + value);

    private long Of(string name) => sums.GetValueOrDefault(name).Sum;

    private bool IsMoney(string name) => sums.GetValueOrDefault(name).IsMoney;
}
