using System.Runtime.InteropServices;

namespace Hearth.X12.Reading;

/// <summary>Lists that are filled again and again, or walked often.</summary>
internal static class Lists
{
    extension<T>(List<T> list)
    {
        /// <summary>What is in it, which leaves it empty.</summary>
        public IReadOnlyList<T> Taken()
        {
            if (list.Count == 0)
            {
                return [];
            }
            T[] taken = [.. list];
            list.Clear();
            return taken;
        }
    }

    extension<T>(IReadOnlyList<T> list)
    {
        /// <summary>A list as it lies in memory: walking it costs no call for each item.</summary>
        public ReadOnlySpan<T> Items() =>
            list switch
            {
                T[] array => array,
                List<T> own => CollectionsMarshal.AsSpan(own),
                { Count: 0 } => [],
                _ => list.ToArray(),
            };
    }
}
