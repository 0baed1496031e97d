namespace Hearth.X12.Comparing;

/// <summary>Finds for each item of the first file the one of the second that it has become.</summary>
internal sealed class Matching
{
    private readonly Alike held = new();
    private readonly List<Item> before = []; // in the file's order
    private readonly HashSet<Item> met = []; // of the first file, said again as they are
    private readonly List<Item> after = []; // of the second file, not said like that in the first
    private readonly Alike contexts = new(); // of these

    /// <summary>An item of the first file.</summary>
    public void Hold(Item item)
    {
        item.Sorted();
        if (!item.IsContext || held.Find(item) is null)
        {
            held.Add(item);
            before.Add(item);
        }
    }

    /// <summary>An item of the second file, after all of the first.</summary>
    public void Meet(Item item)
    {
        item.Sorted();
        if ((item.IsContext ? held.Find(item) : held.Take(item)) is { } found)
        {
            met.Add(found);
            return;
        }
        if (item.IsContext)
        {
            if (contexts.Find(item) is not null)
            {
                return;
            }
            contexts.Add(item);
        }
        after.Add(item);
    }

    public IReadOnlyList<Difference> Differences() => Differ.All([.. before.Where(item => !met.Contains(item))], after);
}

/// <summary>Items by what they say, those of one kind in the order they came.</summary>
internal sealed class Alike
{
    private readonly Dictionary<(string Key, int Fingerprint), Queue<Item>> items = [];

    public void Add(Item item)
    {
        if (!items.TryGetValue(Kind(item), out var same))
        {
            items[Kind(item)] = same = new();
        }
        same.Enqueue(item);
    }

    /// <summary>The first that says the same; null where there is none.</summary>
    public Item? Find(Item like) =>
        items.TryGetValue(Kind(like), out var same) && same.TryPeek(out var first) && like.Says(first) ? first : null;

    /// <summary>The same, which is then gone.</summary>
    public Item? Take(Item like)
    {
        var found = Find(like);
        if (found is not null)
        {
            items[Kind(like)].Dequeue();
        }
        return found;
    }

    private static (string, int) Kind(Item item) => (item.Keys[0], item.Fingerprint);
}
