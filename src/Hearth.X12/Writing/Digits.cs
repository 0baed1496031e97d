using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Hearth.X12.Writing;

/// <summary>Numbers and days as X12 writes them. Each puts its bytes at a place and tells the place after them.</summary>
internal static class Digits
{
    /// <summary>No number has more bytes.</summary>
    public const int Longest = 24;

    /// <summary>A whole number.</summary>
    public static int Put(long number, Span<byte> bytes, int at)
    {
        if ((ulong)number < 100)
        {
            return UpToTwo((uint)number, bytes, at);
        }
        Utf8Formatter.TryFormat(number, bytes[at..], out var written);
        return at + written;
    }

    /// <summary>An amount with no more digits than it needs: 12, 12.5, 12.05, -3. Zero is 0.</summary>
    public static int PutCents(long cents, Span<byte> bytes, int at)
    {
        if (cents < 0)
        {
            bytes[at++] = (byte)'-';
        }
        var (whole, rest) = Math.DivRem(cents < 0 ? 0UL - (ulong)cents : (ulong)cents, 100);
        at = Dollars(whole, bytes, at);
        if (rest != 0)
        {
            bytes[at] = (byte)'.';
            Two((uint)rest, bytes, at + 1);
            at += rest % 10 == 0 ? 2 : 3;
        }
        return at;
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

    private static int Dollars(ulong dollars, Span<byte> bytes, int at)
    {
        if (dollars >= 10_000)
        {
            Utf8Formatter.TryFormat(dollars, bytes[at..], out var written);
            return at + written;
        }
        var (hundreds, rest) = Math.DivRem((uint)dollars, 100);
        if (hundreds == 0)
        {
            return UpToTwo(rest, bytes, at);
        }
        at = UpToTwo(hundreds, bytes, at);
        Two(rest, bytes, at);
        return at + 2;
    }

    private static int UpToTwo(uint number, Span<byte> bytes, int at)
    {
        if (number < 10)
        {
            bytes[at] = (byte)('0' + number);
            return at + 1;
        }
        Two(number, bytes, at);
        return at + 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Two(uint number, Span<byte> bytes, int at)
    {
        var tens = number / 10;
        bytes[at + 1] = (byte)('0' + number - (10 * tens));
        bytes[at] = (byte)('0' + tens);
    }
}
