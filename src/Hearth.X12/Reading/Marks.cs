using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearth.X12.Reading;

/// <summary>
/// Finds every element separator and segment terminator of a stretch of bytes in one pass: the whole of tokenising.
/// Which of the paths runs is the processor's choice; all give the same marks.
/// </summary>
internal static class Marks
{
    /// <summary>Finds them by the widest means the processor has.</summary>
    /// <param name="data">The bytes to look through.</param>
    /// <param name="element">The element separator.</param>
    /// <param name="segment">The segment terminator.</param>
    /// <param name="offset">Added to each position.</param>
    /// <param name="marks">Takes the positions; at least as long as <paramref name="data"/>.</param>
    /// <returns>How many there are.</returns>
    public static int Find(ReadOnlySpan<byte> data, byte element, byte segment, int offset, Span<int> marks)
    {
        if (marks.Length < data.Length)
        {
            throw new ArgumentException("Shorter than the data.", nameof(marks));
        }
        if (Vector512.IsHardwareAccelerated)
        {
            return Find512(data, element, segment, offset, marks);
        }
        return Vector256.IsHardwareAccelerated ? Find256(data, element, segment, offset, marks)
            : Vector128.IsHardwareAccelerated ? Find128(data, element, segment, offset, marks)
            : FindScalar(data, element, segment, offset, marks);
    }

    internal static int Find512(ReadOnlySpan<byte> data, byte element, byte segment, int offset, Span<int> marks)
    {
        var (e, s) = (Vector512.Create(element), Vector512.Create(segment));
        ref var from = ref MemoryMarshal.GetReference(data);
        ref var to = ref MemoryMarshal.GetReference(marks);
        var (at, count) = (0, 0);
        for (; at <= data.Length - Vector512<byte>.Count; at += Vector512<byte>.Count)
        {
            var bytes = Vector512.LoadUnsafe(ref from, (nuint)at);
            var bits = (Vector512.Equals(bytes, e) | Vector512.Equals(bytes, s)).ExtractMostSignificantBits();
            count = Write(bits, offset + at, ref to, count);
        }
        return count + FindScalar(data[at..], element, segment, offset + at, marks[count..]);
    }

    internal static int Find256(ReadOnlySpan<byte> data, byte element, byte segment, int offset, Span<int> marks)
    {
        var (e, s) = (Vector256.Create(element), Vector256.Create(segment));
        ref var from = ref MemoryMarshal.GetReference(data);
        ref var to = ref MemoryMarshal.GetReference(marks);
        var (at, count) = (0, 0);
        for (; at <= data.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var bytes = Vector256.LoadUnsafe(ref from, (nuint)at);
            var bits = (Vector256.Equals(bytes, e) | Vector256.Equals(bytes, s)).ExtractMostSignificantBits();
            count = Write(bits, offset + at, ref to, count);
        }
        return count + FindScalar(data[at..], element, segment, offset + at, marks[count..]);
    }

    internal static int Find128(ReadOnlySpan<byte> data, byte element, byte segment, int offset, Span<int> marks)
    {
        var (e, s) = (Vector128.Create(element), Vector128.Create(segment));
        ref var from = ref MemoryMarshal.GetReference(data);
        ref var to = ref MemoryMarshal.GetReference(marks);
        var (at, count) = (0, 0);
        for (; at <= data.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var bytes = Vector128.LoadUnsafe(ref from, (nuint)at);
            var bits = (Vector128.Equals(bytes, e) | Vector128.Equals(bytes, s)).ExtractMostSignificantBits();
            count = Write(bits, offset + at, ref to, count);
        }
        return count + FindScalar(data[at..], element, segment, offset + at, marks[count..]);
    }

    internal static int FindScalar(ReadOnlySpan<byte> data, byte element, byte segment, int offset, Span<int> marks)
    {
        var count = 0;
        for (var i = 0; i < data.Length; i++)
        {
            if (data[i] == element || data[i] == segment)
            {
                marks[count++] = offset + i;
            }
        }
        return count;
    }

    // The marks are as long as the data, so there is room for all 64.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Write(ulong bits, int offset, ref int marks, int count)
    {
        while (bits != 0)
        {
            Unsafe.Add(ref marks, count++) = offset + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
        }
        return count;
    }
}
