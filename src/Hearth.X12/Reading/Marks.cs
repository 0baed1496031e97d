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
    /// <summary>Marks are written and read several at a time, so their room is this much longer than what can be found.</summary>
    public const int Slack = 64;

    /// <summary>Finds them by the widest means the processor has.</summary>
    /// <param name="data">The bytes to look through.</param>
    /// <param name="by">The element separator and the segment terminator.</param>
    /// <param name="offset">Added to each position.</param>
    /// <param name="marks">Takes the positions of both, behind those that it has already.</param>
    /// <param name="kept">How many it has. Behind them it is longer than <paramref name="data"/> by <see cref="Slack"/>.</param>
    /// <param name="ends">Takes the terminators, as indexes into <paramref name="marks"/>; longer than <paramref name="data"/> by <see cref="Slack"/>.</param>
    public static Found Find(
        ReadOnlySpan<byte> data,
        Delimiters by,
        int offset,
        Span<int> marks,
        int kept,
        Span<int> ends
    )
    {
        if (marks.Length - kept < data.Length + Slack || ends.Length < data.Length + Slack)
        {
            throw new ArgumentException("Too short for the data.", nameof(marks));
        }
        return Vector512.IsHardwareAccelerated ? Find512(data, by, offset, marks, kept, ends)
            : Vector256.IsHardwareAccelerated ? Find256(data, by, offset, marks, kept, ends)
            : Vector128.IsHardwareAccelerated ? Find128(data, by, offset, marks, kept, ends)
            : FindScalar(data, by, offset, marks, ends, 0, new(kept, 0));
    }

    internal static Found Find512(
        ReadOnlySpan<byte> data,
        Delimiters by,
        int offset,
        Span<int> marks,
        int kept,
        Span<int> ends
    )
    {
        var (e, s) = (Vector512.Create(by.Element), Vector512.Create(by.Segment));
        ref var from = ref MemoryMarshal.GetReference(data);
        var at = 0;
        var found = new Found(kept, 0);
        for (; at <= data.Length - Vector512<byte>.Count; at += Vector512<byte>.Count)
        {
            var bytes = Vector512.LoadUnsafe(ref from, (nuint)at);
            found = Write(
                Vector512.Equals(bytes, e).ExtractMostSignificantBits(),
                Vector512.Equals(bytes, s).ExtractMostSignificantBits(),
                offset + at,
                marks,
                ends,
                found,
                isWide: true
            );
        }
        return FindScalar(data, by, offset, marks, ends, at, found);
    }

    internal static Found Find256(
        ReadOnlySpan<byte> data,
        Delimiters by,
        int offset,
        Span<int> marks,
        int kept,
        Span<int> ends
    )
    {
        var (e, s) = (Vector256.Create(by.Element), Vector256.Create(by.Segment));
        ref var from = ref MemoryMarshal.GetReference(data);
        var at = 0;
        var found = new Found(kept, 0);
        for (; at <= data.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var bytes = Vector256.LoadUnsafe(ref from, (nuint)at);
            found = Write(
                Vector256.Equals(bytes, e).ExtractMostSignificantBits(),
                Vector256.Equals(bytes, s).ExtractMostSignificantBits(),
                offset + at,
                marks,
                ends,
                found
            );
        }
        return FindScalar(data, by, offset, marks, ends, at, found);
    }

    internal static Found Find128(
        ReadOnlySpan<byte> data,
        Delimiters by,
        int offset,
        Span<int> marks,
        int kept,
        Span<int> ends
    )
    {
        var (e, s) = (Vector128.Create(by.Element), Vector128.Create(by.Segment));
        ref var from = ref MemoryMarshal.GetReference(data);
        var at = 0;
        var found = new Found(kept, 0);
        for (; at <= data.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            var bytes = Vector128.LoadUnsafe(ref from, (nuint)at);
            found = Write(
                Vector128.Equals(bytes, e).ExtractMostSignificantBits(),
                Vector128.Equals(bytes, s).ExtractMostSignificantBits(),
                offset + at,
                marks,
                ends,
                found
            );
        }
        return FindScalar(data, by, offset, marks, ends, at, found);
    }

    internal static Found FindScalar(
        ReadOnlySpan<byte> data,
        Delimiters by,
        int offset,
        Span<int> marks,
        Span<int> ends,
        int from,
        Found found
    )
    {
        var (count, endCount) = found;
        for (var i = from; i < data.Length; i++)
        {
            if (data[i] == by.Segment)
            {
                ends[endCount++] = count;
                marks[count++] = offset + i;
            }
            else if (data[i] == by.Element)
            {
                marks[count++] = offset + i;
            }
        }
        return new(count, endCount);
    }

    // As many marks and ends at a time as there mostly are, whether they are there or not: a loop that ends after just as
    // many would be guessed wrong by the processor nearly every time.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Found Write(
        ulong elements,
        ulong segments,
        int offset,
        Span<int> marks,
        Span<int> ends,
        Found found,
        bool isWide = false
    )
    {
        var (count, endCount) = found;
        var bits = elements | segments;
        ref var mark = ref Unsafe.Add(ref MemoryMarshal.GetReference(marks), count);
        var left = bits;
        do
        {
            left = WriteEight(left, offset, ref mark);
            mark = ref Unsafe.Add(ref mark, 8);
            if (isWide)
            {
                left = WriteEight(left, offset, ref mark);
                mark = ref Unsafe.Add(ref mark, 8);
            }
        } while (left != 0);
        ref var end = ref Unsafe.Add(ref MemoryMarshal.GetReference(ends), endCount);
        endCount += BitOperations.PopCount(segments);
        do
        {
            segments = WriteTwo(bits, segments, count, ref end);
            end = ref Unsafe.Add(ref end, 2);
            if (isWide)
            {
                segments = WriteTwo(bits, segments, count, ref end);
                end = ref Unsafe.Add(ref end, 2);
            }
        } while (segments != 0);
        return new(count + BitOperations.PopCount(bits), endCount);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong WriteTwo(ulong bits, ulong segments, int count, ref int end)
    {
        end = count + BitOperations.PopCount(bits & ((segments & (~segments + 1)) - 1));
        segments &= segments - 1;
        Unsafe.Add(ref end, 1) = count + BitOperations.PopCount(bits & ((segments & (~segments + 1)) - 1));
        return segments & (segments - 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong WriteEight(ulong left, int offset, ref int mark)
    {
        mark = offset + BitOperations.TrailingZeroCount(left);
        left &= left - 1;
        Unsafe.Add(ref mark, 1) = offset + BitOperations.TrailingZeroCount(left);
        left &= left - 1;
        Unsafe.Add(ref mark, 2) = offset + BitOperations.TrailingZeroCount(left);
        left &= left - 1;
        Unsafe.Add(ref mark, 3) = offset + BitOperations.TrailingZeroCount(left);
        left &= left - 1;
        Unsafe.Add(ref mark, 4) = offset + BitOperations.TrailingZeroCount(left);
        left &= left - 1;
        Unsafe.Add(ref mark, 5) = offset + BitOperations.TrailingZeroCount(left);
        left &= left - 1;
        Unsafe.Add(ref mark, 6) = offset + BitOperations.TrailingZeroCount(left);
        left &= left - 1;
        Unsafe.Add(ref mark, 7) = offset + BitOperations.TrailingZeroCount(left);
        return left & (left - 1);
    }
}

/// <summary>How many marks there are with those that were there before, and how many new ones end a segment.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Found(int Marks, int Ends);
