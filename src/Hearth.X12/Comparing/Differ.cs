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
        PairAlike(before, left, pairs);
        var most = before.Concat(after).Select(item => item.Keys.Count).DefaultIfEmpty(0).Max();
        for (var level = 0; level < most && left.Count > 0; level++)
        {
            var key = level;
            PairNamesakes(before, left, pairs, item => key < item.Keys.Count ? item.Keys[key] : null);
        }
        return pairs;
    }

    private static void PairAlike(IReadOnlyList<Item> before, List<Item> left, Dictionary<Item, Item> pairs)
    {
        var waiting = new Alike();
        foreach (var item in before)
        {
            waiting.Add(item);
        }
        left.RemoveAll(item =>
        {
            var found = waiting.Take(item);
            if (found is not null)
            {
                pairs[found] = item;
            }
            return found is not null;
        });
    }

    private static void PairNamesakes(
        IReadOnlyList<Item> before,
        List<Item> left,
        Dictionary<Item, Item> pairs,
        Func<Item, string?> key
    )
    {
        var waiting = new Dictionary<string, Queue<Item>>(StringComparer.Ordinal);
        foreach (var item in before.Where(item => !pairs.ContainsKey(item)))
        {
            if (key(item) is not { } named)
            {
                continue;
            }
            if (!waiting.TryGetValue(named, out var same))
            {
                waiting[named] = same = new();
            }
            same.Enqueue(item);
        }
        left.RemoveAll(item =>
        {
            if (key(item) is { } named && waiting.TryGetValue(named, out var same) && same.TryDequeue(out var found))
            {
                pairs[found] = item;
                return true;
            }
            return false;
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
