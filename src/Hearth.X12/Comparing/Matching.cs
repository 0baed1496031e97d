namespace Hearth.X12.Comparing;

/// <summary>Finds for each item of the first file the one of the second that it has become.</summary>
internal sealed class Matching
{
    private readonly Dictionary<string, List<Item>> held = new(StringComparer.Ordinal);
    private readonly List<Item> before = []; // in the file's order
    private readonly HashSet<Item> met = []; // of the first file, said again as they are
    private readonly List<Item> after = []; // of the second file, not said like that in the first

    /// <summary>An item of the first file.</summary>
    public void Hold(Item item)
    {
        item.Sorted();
        if (!held.TryGetValue(item.Keys[0], out var same))
        {
            held[item.Keys[0]] = same = [];
        }
        else if (item.IsContext && same.Exists(item.Says))
        {
            return;
        }
        same.Add(item);
        before.Add(item);
    }

    /// <summary>An item of the second file, after all of the first.</summary>
    public void Meet(Item item)
    {
        item.Sorted();
        if (held.TryGetValue(item.Keys[0], out var same))
        {
            var found = same.FindIndex(item.Says);
            if (found >= 0)
            {
                met.Add(same[found]);
                if (!item.IsContext)
                {
                    same.RemoveAt(found);
                }
                return;
            }
        }
        if (!item.IsContext || !after.Exists(other => other.IsContext && item.Says(other)))
        {
            after.Add(item);
        }
    }

    public IReadOnlyList<Difference> Differences() => Differ.All([.. before.Where(item => !met.Contains(item))], after);
}
