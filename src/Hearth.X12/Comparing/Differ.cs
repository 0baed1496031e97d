namespace Hearth.X12.Comparing;

/// <summary>Names what differs between items that do not say the same.</summary>
internal static class Differ
{
    /// <summary>Pairs items by their keys, the surest first, and tells what differs within each pair.</summary>
    public static IReadOnlyList<Difference> All(IReadOnlyList<Item> before, IReadOnlyList<Item> after)
    {
        var differences = new List<Difference>();
        Add(differences, before, after, []);
        return differences;
    }

    private static void Add(
        List<Difference> to,
        IReadOnlyList<Item> before,
        IReadOnlyList<Item> after,
        IReadOnlyList<string> around
    )
    {
        var pairs = Pairs(before, after);
        foreach (var item in before)
        {
            if (pairs.TryGetValue(item, out var other))
            {
                Compare(to, item, other, [.. around, .. item.Around, item.Label]);
            }
            else
            {
                to.Add(Whole(Change.Removed, item, around) with { Before = item.Gist, BeforePlace = item.Place });
            }
        }
        var taken = pairs.Values.ToHashSet();
        foreach (var item in after.Where(item => !taken.Contains(item)))
        {
            to.Add(Whole(Change.Added, item, around) with { After = item.Gist, AfterPlace = item.Place });
        }
    }

    private static Dictionary<Item, Item> Pairs(IReadOnlyList<Item> before, IReadOnlyList<Item> after)
    {
        var pairs = new Dictionary<Item, Item>();
        var left = after.ToList();
        Pair(before, left, pairs, item => item.Keys[0], isExact: true);
        var most = before.Concat(after).Select(item => item.Keys.Count).DefaultIfEmpty(0).Max();
        for (var level = 0; level < most && left.Count > 0; level++)
        {
            var key = level;
            Pair(before, left, pairs, item => key < item.Keys.Count ? item.Keys[key] : null, isExact: false);
        }
        return pairs;
    }

    private static void Pair(
        IReadOnlyList<Item> before,
        List<Item> left,
        Dictionary<Item, Item> pairs,
        Func<Item, string?> key,
        bool isExact
    )
    {
        var waiting = new Dictionary<string, List<Item>>(StringComparer.Ordinal);
        foreach (var item in before.Where(item => !pairs.ContainsKey(item) && key(item) is not null))
        {
            if (!waiting.TryGetValue(key(item)!, out var same))
            {
                waiting[key(item)!] = same = [];
            }
            same.Add(item);
        }
        left.RemoveAll(item =>
        {
            if (key(item) is not { } named || !waiting.TryGetValue(named, out var same))
            {
                return false;
            }
            var found =
                isExact ? same.FindIndex(item.Says)
                : same.Count - 1 >= 0 ? 0
                : -1;
            if (found < 0)
            {
                return false;
            }
            pairs[same[found]] = item;
            same.RemoveAt(found);
            return true;
        });
    }

    private static void Compare(List<Difference> to, Item before, Item after, IReadOnlyList<string> where)
    {
        var claim = before.Claim;
        var first = to.Count;
        foreach (var (name, was, now) in FieldDiffer.All(before.Fields, after.Fields))
        {
            to.Add(
                new()
                {
                    Change =
                        was is null ? Change.Added
                        : now is null ? Change.Removed
                        : Change.Changed,
                    Where = where,
                    Field = name,
                    Before = was,
                    After = now,
                    BeforePlace = before.Place,
                    AfterPlace = after.Place,
                }
            );
        }
        Add(to, before.Items, after.Items, where);
        for (var i = first; i < to.Count && claim.Length > 0; i++)
        {
            to[i] = to[i] with { Claim = claim };
        }
    }

    private static Difference Whole(Change change, Item item, IReadOnlyList<string> around) =>
        new()
        {
            Change = change,
            Where = [.. around, .. item.Around, item.Label],
            Claim = item.Claim,
        };
}
