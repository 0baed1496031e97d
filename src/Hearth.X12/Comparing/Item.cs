using System.Runtime.InteropServices;

namespace Hearth.X12.Comparing;

/// <summary>A payment, claim, line or other loop, as what is compared: named values and what is inside.</summary>
/// <param name="label">What people call it, such as "Claim A-1".</param>
/// <param name="place">Where it begins.</param>
/// <param name="keys">What finds it in the other file: the surest first, then what is tried for those that found nothing.</param>
internal sealed class Item(string label, Place place, params string[] keys)
{
    private readonly List<Field> fields = [];
    private readonly List<Item> items = [];

    public string Label { get; } = label;
    public Place Place { get; } = place;
    public IReadOnlyList<string> Keys { get; } = keys;
    public IReadOnlyList<Field> Fields => fields;
    public IReadOnlyList<Item> Items => items;

    /// <summary>The same for those that say the same, once they are sorted; others rarely have it.</summary>
    public int Fingerprint { get; private set; }

    /// <summary>The labels of what it is inside.</summary>
    public IReadOnlyList<string> Around { get; init; } = [];

    /// <summary>The claim's number; empty for what is none.</summary>
    public string Claim { get; init; } = "";

    /// <summary>What is said of it where the whole comes or goes.</summary>
    public string? Gist { get; init; }

    /// <summary>Several of the same are as good as one.</summary>
    public bool IsContext { get; init; }

    public void Add(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            fields.Add(new(name, value.TrimEnd(' ')));
        }
    }

    public void Add(Field field) => fields.Add(field);

    public void Add(Item item) => items.Add(item);

    /// <summary>Puts fields and items in an order that does not depend on the file's.</summary>
    public Item Sorted()
    {
        fields.Sort(Field.Order);
        foreach (var item in items)
        {
            item.Sorted();
        }
        items.Sort(Compare);
        var all = new HashCode();
        foreach (var (name, value, _) in fields)
        {
            all.Add(name);
            all.Add(value);
        }
        foreach (var item in items)
        {
            all.Add(item.Fingerprint);
        }
        Fingerprint = all.ToHashCode();
        return this;
    }

    /// <summary>Of two that are sorted.</summary>
    public bool Says(Item other) => Fingerprint == other.Fingerprint && Compare(this, other) == 0;

    private static int Compare(Item a, Item b)
    {
        var order = Sequence(a.fields, b.fields, Field.Order.Compare);
        return order != 0 ? order : Sequence(a.items, b.items, Compare);
    }

    private static int Sequence<T>(List<T> a, List<T> b, Comparison<T> compare)
    {
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            if (compare(a[i], b[i]) is var order && order != 0)
            {
                return order;
            }
        }
        return a.Count.CompareTo(b.Count);
    }
}

/// <summary>A value with the name that a biller knows it by.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Field(string Name, string Value, bool IsSegment = false)
{
    public static Comparer<Field> Order { get; } =
        Comparer<Field>.Create(
            (a, b) =>
                string.CompareOrdinal(a.Name, b.Name) is var order && order != 0
                    ? order
                    : string.CompareOrdinal(a.Value, b.Value)
        );
}
