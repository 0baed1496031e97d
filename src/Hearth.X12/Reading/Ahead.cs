using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Hearth.X12.Reading;

/// <summary>
/// Goes through many things and asks the memory for the next one while the one before is worked on. A file's claims do not
/// fit into a processor's own memory, and their parts are too scattered for it to guess.
/// </summary>
internal static class Ahead
{
    // The parts of a claim are mostly made just before it or just after it, and lie there.
    private const int Around = 1024;
    private const int CacheLine = 64;

    /// <summary>Each in its order; the list is asked once for each.</summary>
    public static IEnumerable<T> Each<T>(IReadOnlyList<T> list)
        where T : class
    {
        var count = list.Count;
        var next = count > 0 ? list[0] : null;
        for (var i = 1; i <= count; i++)
        {
            var current = next!;
            if (i < count)
            {
                next = list[i];
                Fetch(next);
            }
            yield return current;
        }
    }

    // Nothing is read: what else lies there, or whether the thing has just been moved, changes no more than the time.
    private static unsafe void Fetch(object soon)
    {
        if (Sse.IsSupported)
        {
            var place = *(byte**)Unsafe.AsPointer(ref soon);
            for (var at = -Around; at < Around; at += CacheLine)
            {
                Sse.Prefetch0(place + at);
            }
        }
    }
}
