namespace Hearth.X12.Claims;

/// <summary>
/// Lists that come in few combinations, such as modifiers, diagnoses and the pointers at them: equal ones are one, as nobody
/// can change them.
/// </summary>
internal sealed class SharedList<T>
    where T : IEquatable<T>
{
    private readonly T[]?[] known = new T[]?[256];

    public T[] Of(ReadOnlySpan<T> items)
    {
        if (items.IsEmpty)
        {
            return [];
        }
        var hash = 0u;
        foreach (var item in items)
        {
            hash = (hash * 31) + (uint)item.GetHashCode();
        }
        ref var usual = ref known[(hash * 0x9E3779B1) >> 24];
        if (usual is null || !items.SequenceEqual(usual))
        {
            usual = items.ToArray();
        }
        return usual;
    }
}

/// <summary>What many claims have in common, such as providers and payers: equal ones are one.</summary>
internal sealed class Shared<T>
    where T : class, IEquatable<T>
{
    private readonly T?[] known = new T?[256];

    /// <summary>The one that equals it, which it is itself where none was there.</summary>
    /// <param name="made">What was read.</param>
    /// <param name="key">What mostly tells one from another.</param>
    public T Of(T made, string key)
    {
        ref var usual = ref known[(uint)key.GetHashCode(StringComparison.Ordinal) % (uint)known.Length];
        if (usual is null || !usual.Equals(made))
        {
            usual = made;
        }
        return usual;
    }
}
