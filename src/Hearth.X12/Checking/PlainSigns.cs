using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearth.X12.Checking;

/// <summary>The signs that text may have in a file: printable ASCII without the file's own delimiters.</summary>
internal sealed class PlainSigns
{
    private const char First = ' ';
    private const char Last = '~';

    private readonly SearchValues<char> all;
    private readonly Vector128<ushort> element;
    private readonly Vector128<ushort> component;
    private readonly Vector128<ushort> segment;
    private readonly Vector128<ushort> repetition;

    public PlainSigns(Delimiters delimiters)
    {
        element = Vector128.Create((ushort)delimiters.Element);
        component = Vector128.Create((ushort)delimiters.Component);
        segment = Vector128.Create((ushort)delimiters.Segment);
        repetition = delimiters.Repetition == 0 ? element : Vector128.Create((ushort)delimiters.Repetition);
        Span<char> chars = stackalloc char[Last - First + 1];
        var count = 0;
        for (var c = First; c <= Last; c++)
        {
            if (AreAll(Vector128.Create((ushort)c)))
            {
                chars[count++] = c;
            }
        }
        all = SearchValues.Create(chars[..count]);
    }

    /// <summary>Where the first other sign is, or -1.</summary>
    public int FirstOther(string text) => text.AsSpan().IndexOfAnyExcept(all);

    /// <summary>All of a text that is not empty. Most are short, where what a search does first takes longest.</summary>
    public bool AreAllOf(string text)
    {
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan()));
        var last = text.Length - Vector128<ushort>.Count;
        if (last < 0)
        {
            return AreAll(Short(ref Unsafe.As<ushort, byte>(ref from), text.Length));
        }
        // The last eight overlap what comes before them.
        var isGood = AreAll(Vector128.LoadUnsafe(ref from, (nuint)last));
        for (var i = 0; i < last; i += Vector128<ushort>.Count)
        {
            isGood &= AreAll(Vector128.LoadUnsafe(ref from, (nuint)i));
        }
        return isGood;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool AreAll(Vector128<ushort> eight)
    {
        var others = Vector128.GreaterThan(
            eight - Vector128.Create((ushort)First),
            Vector128.Create((ushort)(Last - First))
        );
        others |= Vector128.Equals(eight, element) | Vector128.Equals(eight, component);
        others |= Vector128.Equals(eight, segment) | Vector128.Equals(eight, repetition);
        return others == Vector128<ushort>.Zero;
    }

    // One to seven signs, some of them twice.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Short(ref byte from, int length)
    {
        const int half = 4;
        if (length >= half)
        {
            var (first, last) = (
                Unsafe.ReadUnaligned<ulong>(ref from),
                Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, (length - half) * sizeof(char)))
            );
            return Vector128.Create(first, last).AsUInt16();
        }
        var (a, b, c) = (
            Unsafe.ReadUnaligned<ushort>(ref from),
            Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref from, (length >> 1) * sizeof(char))),
            Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref from, (length - 1) * sizeof(char)))
        );
        var three = a | ((ulong)b << 16) | ((ulong)c << 32) | ((ulong)a << 48);
        return Vector128.Create(three, three).AsUInt16();
    }
}
