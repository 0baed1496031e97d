namespace Hearth.Modules.Reports.Rules;

/// <summary>One value of one dimension; several values joined by "|" where a condition allows any of them.</summary>
internal readonly record struct Coordinate(Dimension Dimension, string Value)
{
    public bool IsSet => Value.Contains('|', StringComparison.Ordinal);

    public IReadOnlyList<string> Values => Value.Split('|');

    public override string ToString() => $"{DimensionFacts.Of(Dimension).Code}={Value}";
}

/// <summary>A number's name: the measure and where in the report's space it stands. Equal names are the same number.</summary>
internal sealed class CellKey : IEquatable<CellKey>
{
    public CellKey(Measure measure, IEnumerable<Coordinate> coordinates)
    {
        Measure = measure;
        Coordinates = [.. coordinates.OrderBy(c => c.Dimension)];
        Name =
            Coordinates.Count == 0
                ? MeasureFacts.Of(measure).Code
                : $"{MeasureFacts.Of(measure).Code} by {string.Join(" and ", Coordinates)}";
    }

    public Measure Measure { get; }

    public IReadOnlyList<Coordinate> Coordinates { get; }

    public string Name { get; }

    public CellKey Of(Measure measure) => new(measure, Coordinates);

    public CellKey Without(Dimension dimension) => new(Measure, Coordinates.Where(c => c.Dimension != dimension));

    public CellKey With(Coordinate coordinate) => new(Measure, Coordinates.Append(coordinate));

    /// <summary>Every place this one lies within: its coordinates with one or more taken away.</summary>
    public IEnumerable<CellKey> Ancestors()
    {
        for (var kept = 0; kept < (1 << Coordinates.Count) - 1; kept++)
        {
            var mask = kept;
            yield return new CellKey(Measure, Coordinates.Where((_, i) => (mask & (1 << i)) != 0));
        }
    }

    public bool Equals(CellKey? other) => other is not null && Name == other.Name;

    public override bool Equals(object? obj) => Equals(obj as CellKey);

    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Name;
}
