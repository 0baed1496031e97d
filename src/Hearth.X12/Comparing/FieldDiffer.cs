namespace Hearth.X12.Comparing;

/// <summary>Names the values that differ between two items.</summary>
internal static class FieldDiffer
{
    // Values of one name are a bag: what both have falls out, the rest is paired as it comes.
    public static IEnumerable<(string Name, string? Before, string? After)> All(
        IReadOnlyList<Field> before,
        IReadOnlyList<Field> after
    )
    {
        var was = before.ToLookup(field => field.Name, StringComparer.Ordinal);
        var now = after.ToLookup(field => field.Name, StringComparer.Ordinal);
        var names = before.Concat(after).Select(field => field.Name).Distinct(StringComparer.Ordinal);
        return names.SelectMany(name => Named(name, Without(was[name], now[name]), Without(now[name], was[name])));
    }

    private static IEnumerable<(string Name, string? Before, string? After)> Named(
        string name,
        List<Field> gone,
        List<Field> come
    )
    {
        for (var i = 0; i < Math.Max(gone.Count, come.Count); i++)
        {
            if (i < gone.Count && i < come.Count && gone[i].IsSegment)
            {
                foreach (var element in Elements(name, gone[i].Value, come[i].Value))
                {
                    yield return element;
                }
            }
            else
            {
                yield return (name, i < gone.Count ? gone[i].Value : null, i < come.Count ? come[i].Value : null);
            }
        }
    }

    private static IEnumerable<(string Name, string? Before, string? After)> Elements(
        string name,
        string before,
        string after
    )
    {
        var (was, now) = (before.Split(Normal.Element), after.Split(Normal.Element));
        for (var i = 1; i < Math.Max(was.Length, now.Length); i++)
        {
            var (gone, come) = (At(was, i), At(now, i));
            if (gone != come)
            {
                yield return ($"{name}, {SegmentNames.Element(was[0], i)}", gone, come);
            }
        }
    }

    private static string? At(string[] elements, int i) =>
        i < elements.Length && elements[i].Length > 0 ? elements[i] : null;

    private static List<Field> Without(IEnumerable<Field> fields, IEnumerable<Field> others)
    {
        var counts = new Dictionary<Field, int>();
        foreach (var other in others)
        {
            counts[other] = counts.GetValueOrDefault(other) + 1;
        }
        var left = new List<Field>();
        foreach (var field in fields)
        {
            if (counts.GetValueOrDefault(field) is > 0 and var count)
            {
                counts[field] = count - 1;
            }
            else
            {
                left.Add(field);
            }
        }
        return left;
    }
}
