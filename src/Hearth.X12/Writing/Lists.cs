using System.Runtime.InteropServices;

namespace Hearth.X12.Writing;

internal static class Lists
{
    /// <summary>A list as it lies in memory: walking it costs no call for each item.</summary>
    public static ReadOnlySpan<T> Items<T>(this IReadOnlyList<T> list) =>
        list switch
        {
            T[] array => array,
            List<T> own => CollectionsMarshal.AsSpan(own),
            { Count: 0 } => [],
            _ => list.ToArray(),
        };
}
