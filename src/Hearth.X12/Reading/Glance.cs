using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearth.X12.Reading;

/// <summary>
/// Reads the numbers that stand in most elements without asking byte for byte: how many digits an amount has is different
/// each time, and a processor that guesses wrong loses more time than the reading takes.
/// </summary>
internal static class Glance
{
    private const int Needed = 24; // bytes that are loaded, whether they belong to the number or not
    private const int MostWhole = 8;

    /// <summary>Whether a stretch is an optional minus and digits with at most one point among them; see X12.6, type R.</summary>
    /// <param name="whole">What the stretch is of; may be loaded beyond it.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <returns>False where it is none, or has to be looked at byte for byte.</returns>
    public static bool IsDecimal(ReadOnlySpan<byte> whole, int from, int to)
    {
        var length = to - from;
        if (!Vector128.IsHardwareAccelerated || length > Vector128<byte>.Count || whole.Length - from < Needed)
        {
            return false;
        }
        var (digits, points, minus) = Marks(ref At(whole, from), length);
        var others = ~(digits | minus) & Low(length);
        return digits != 0 && others == points && (points & (points - 1)) == 0;
    }

    /// <summary>Reads an amount of at most eight digits before the point and two behind it.</summary>
    /// <returns>False where it is none, or has to be looked at byte for byte.</returns>
    public static bool TryCents(ReadOnlySpan<byte> whole, int from, int to, out long cents)
    {
        cents = 0;
        var length = to - from;
        if (!Vector128.IsHardwareAccelerated || length is < 1 or > 12 || whole.Length - from < Needed)
        {
            return false;
        }
        ref var start = ref At(whole, from);
        var (digits, points, minus) = Marks(ref start, length);
        var sign = (int)minus;
        var point = BitOperations.TrailingZeroCount(points | (1u << length));
        var ones = point - sign;
        var decimals = Math.Max(0, length - point - 1);
        if (
            (digits | points | minus) != Low(length)
            || digits == 0
            || ones > MostWhole
            || decimals > 2
            || (points & (points - 1)) != 0
        )
        {
            return false;
        }
        var value =
            (Digits(ref Unsafe.Add(ref start, sign), ones) * 100)
            + (Digits(ref Unsafe.Add(ref start, point + 1), decimals) * (10 - (9 * (decimals >> 1))));
        cents = (value ^ -sign) + sign;
        return true;
    }

    // One bit a byte: digits, points, and a minus at the very beginning.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (uint Digits, uint Points, uint Minus) Marks(ref byte start, int length)
    {
        var bytes = Vector128.LoadUnsafe(ref start);
        var within = Low(length);
        var digits = Vector128.LessThanOrEqual(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)9));
        return (
            digits.ExtractMostSignificantBits() & within,
            Vector128.Equals(bytes, Vector128.Create((byte)'.')).ExtractMostSignificantBits() & within,
            start == (byte)'-' ? 1u : 0u
        );
    }

    // At most eight digits: brought to the upper end, then added up in pairs, fours and eights.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Digits(ref byte start, int count)
    {
        var bytes = Unsafe.ReadUnaligned<ulong>(ref start) ^ 0x3030303030303030;
        // In two halves: of no digits nothing is left, and a shift by all bits would leave everything.
        var half = (8 - count) * 4;
        bytes = bytes << half << half;
        bytes = (bytes * 10) + (bytes >> 8);
        return (long)(
            (
                ((bytes & 0x000000FF000000FF) * 0x000F424000000064)
                + (((bytes >> 16) & 0x000000FF000000FF) * 0x0000271000000001)
            ) >> 32
        );
    }

    private static uint Low(int length) => (uint)((1UL << length) - 1);

    private static ref byte At(ReadOnlySpan<byte> whole, int from) =>
        ref Unsafe.Add(ref MemoryMarshal.GetReference(whole), from);
}
