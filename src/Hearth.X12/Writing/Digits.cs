using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Hearth.X12.Writing;

/// <summary>Numbers and days as X12 writes them. Each puts its bytes at a place and tells the place after them.</summary>
internal static class Digits
{
    /// <summary>No number has more bytes, nor writes over more.</summary>
    public const int Longest = 32;

    private const ulong EightDigits = 100_000_000;
    private const ulong Zeros = 0x3030_3030_3030_3030;

    /// <summary>A whole number.</summary>
    public static int Put(long number, Span<byte> bytes, int at)
    {
        if (number < 0)
        {
            bytes[at++] = (byte)'-';
        }
        return Put(number < 0 ? 0UL - (ulong)number : (ulong)number, bytes, at);
    }

    /// <summary>An amount with no more digits than it needs: 12, 12.5, 12.05, -3. Zero is 0.</summary>
    public static int PutCents(long cents, Span<byte> bytes, int at)
    {
        if (cents < 0)
        {
            bytes[at++] = (byte)'-';
        }
        var (whole, rest) = Math.DivRem(cents < 0 ? 0UL - (ulong)cents : (ulong)cents, 100);
        at = Put(whole, bytes, at);
        bytes[at] = (byte)'.';
        Two((uint)rest, bytes, at + 1);
        return at + (rest != 0 ? 2 : 0) + (rest % 10 != 0 ? 1 : 0);
    }

    /// <summary>CCYYMMDD.</summary>
    public static int PutDay(DateOnly date, Span<byte> bytes, int at)
    {
        var (year, month, day) = date;
        Two((uint)year / 100, bytes, at);
        Two((uint)year % 100, bytes, at + 2);
        Two((uint)month, bytes, at + 4);
        Two((uint)day, bytes, at + 6);
        return at + 8;
    }

    /// <summary>HHMM.</summary>
    public static int PutTime(TimeOnly time, Span<byte> bytes, int at)
    {
        Two((uint)time.Hour, bytes, at);
        Two((uint)time.Minute, bytes, at + 2);
        return at + 4;
    }

    // Eight digits at once, and the zeros before them shifted out: how many there are is not guessed at.
    private static int Put(ulong number, Span<byte> bytes, int at)
    {
        if (number >= EightDigits)
        {
            return PutLong(number, bytes, at);
        }
        var digits = Eight((uint)number);
        // The last of them is written even where it is 0.
        var leading = BitOperations.TrailingZeroCount(digits | (1UL << 56)) & ~7;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[at..], (digits + Zeros) >> leading);
        return at + 8 - (leading >> 3);
    }

    private static int PutLong(ulong number, Span<byte> bytes, int at)
    {
        var (before, rest) = Math.DivRem(number, EightDigits);
        at = Put(before, bytes, at);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[at..], Eight((uint)rest) + Zeros);
        return at + 8;
    }

    // The digits of a number, a byte each, the first of eight in the lowest. Each step halves what every lane holds: its
    // product with a power of two over the divisor leaves the quotient in the upper bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Eight(uint number)
    {
        var (high, low) = Math.DivRem(number, 10_000);
        var fours = high | ((ulong)low << 32);
        var hundreds = ((fours * 5243) >> 19) & 0x0000_007F_0000_007F;
        var twos = hundreds | ((fours - (hundreds * 100)) << 16);
        var tens = ((twos * 103) >> 10) & 0x000F_000F_000F_000F;
        return tens | ((twos - (tens * 10)) << 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Two(uint number, Span<byte> bytes, int at)
    {
        var tens = number / 10;
        bytes[at + 1] = (byte)('0' + number - (10 * tens));
        bytes[at] = (byte)('0' + tens);
    }
}
