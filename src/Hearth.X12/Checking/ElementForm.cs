using System.Runtime.InteropServices;
using Hearth.X12.Guides;

namespace Hearth.X12.Checking;

/// <summary>The forms of element values, as X12.6 has them.</summary>
internal static class ElementForm
{
    /// <summary>A value's length counts digits alone where it is a number.</summary>
    public static bool HasLength(ReadOnlySpan<byte> value, in ElementRule element)
    {
        var length = element.Type is ElementType.Decimal or ElementType.Whole ? Digits(value) : value.Length;
        return length >= element.Shortest && length <= element.Longest;
    }

    /// <summary>An optional minus, digits, an optional point among or before them.</summary>
    public static bool IsDecimal(ReadOnlySpan<byte> value)
    {
        var from = value is [(byte)'-', ..] ? 1 : 0;
        var (digits, points) = (0, 0);
        for (var i = from; i < value.Length; i++)
        {
            if (value[i] - (uint)'0' <= 9)
            {
                digits++;
            }
            else if (value[i] != (byte)'.' || ++points > 1)
            {
                return false;
            }
        }
        return digits > 0;
    }

    /// <summary>Whether a value is a number of so many digits at most.</summary>
    public static bool IsDecimal(ReadOnlySpan<byte> value, int longest) => IsDecimal(value) && Digits(value) <= longest;

    public static bool IsWhole(ReadOnlySpan<byte> value)
    {
        var from = value is [(byte)'-', ..] ? 1 : 0;
        return value.Length > from && !value[from..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    /// <summary>Whether a value is digits alone, of a number that is known.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> value, int number)
    {
        long read = 0;
        foreach (var b in value)
        {
            if (b - (uint)'0' > 9 || read > int.MaxValue)
            {
                return false;
            }
            read = (read * 10) + b - '0';
        }
        return read == number && value.Length > 0;
    }

    /// <summary>CCYYMMDD, or YYMMDD where six digits are all there is room for.</summary>
    public static bool IsDate(ReadOnlySpan<byte> value)
    {
        if (value.Length == 8)
        {
            return IsDay(MemoryMarshal.Read<ulong>(value));
        }
        return value.Length == 6
            && !value.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && IsDay(2000 + Two(value), Two(value[2..]), Two(value[4..]));
    }

    /// <summary>Whether eight bytes, the first of them lowest, are a day as CCYYMMDD.</summary>
    public static bool IsDay(ulong bytes)
    {
        // Digits are 0 to 9 once '0' is taken off; with 6 added they still have no upper half. Then each is joined to the next.
        var digits = bytes ^ 0x3030303030303030;
        if (((digits | (digits + 0x0606060606060606)) & 0xF0F0F0F0F0F0F0F0) != 0)
        {
            return false;
        }
        var pairs = (digits * 10) + (digits >> 8);
        var (month, day) = ((byte)(pairs >> 32), (byte)(pairs >> 48));
        return month - 1u < 12
            && day - 1u < 31
            && (pairs & 0x00FF00FF) != 0
            && (day <= 28 || IsDay(((byte)pairs * 100) + (byte)(pairs >> 16), month, day));
    }

    private static bool IsDay(int year, int month, int day) =>
        year > 0 && (uint)(month - 1) < 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>HHMM, HHMMSS or HHMMSSD(D).</summary>
    public static bool IsTime(ReadOnlySpan<byte> value) =>
        value.Length is 4 or 6 or 7 or 8
        && !value.ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && Two(value) < 24
        && Two(value[2..]) < 60
        && (value.Length == 4 || Two(value[4..]) < 60);

    /// <summary>What is wrong with a value that means something because of the value before it; null where nothing is.</summary>
    public static FormFault? Fault(Meaning meaning, ReadOnlySpan<byte> before, ReadOnlySpan<byte> value) =>
        meaning switch
        {
            Meaning.Period => IsPeriod(before, value) ? null : FormFault.Period,
            Meaning.Identifier when before.SequenceEqual("XX"u8) || before.SequenceEqual("HPI"u8) => Npi.IsValid(value)
                ? null
                : FormFault.Npi,
            _ => null,
        };

    private static bool IsPeriod(ReadOnlySpan<byte> format, ReadOnlySpan<byte> value) =>
        format switch
        {
            [(byte)'D', (byte)'8'] => value.Length == 8 && IsDate(value),
            [(byte)'D', (byte)'6'] => value.Length == 6 && IsDate(value),
            [(byte)'R', (byte)'D', (byte)'8'] => value.Length == 17
                && value[8] == (byte)'-'
                && IsDate(value[..8])
                && IsDate(value[9..])
                && value[..8].SequenceCompareTo(value[9..]) <= 0,
            [(byte)'D', (byte)'T'] => value.Length == 12 && IsDate(value[..8]) && IsTime(value[8..]),
            [(byte)'T', (byte)'M'] => IsTime(value),
            _ => true,
        };

    private static int Digits(ReadOnlySpan<byte> value)
    {
        var digits = 0;
        foreach (var b in value)
        {
            digits += b is (byte)'-' or (byte)'.' ? 0 : 1;
        }
        return digits;
    }

    private static int Two(ReadOnlySpan<byte> digits) => ((digits[0] - '0') * 10) + digits[1] - '0';
}

internal enum FormFault
{
    Period,
    Npi,
}
