using System.Globalization;

namespace Hearth.X12;

/// <summary>Amounts as X12 writes them, in whole cents. No floating point comes near them.</summary>
public static class Cents
{
    private const int MostDigits = 16;

    /// <summary>
    /// Reads an element of type R: an optional minus, digits, an optional point with digits. Zeros beyond the cent are
    /// fine; other digits beyond it are not an amount of money.
    /// </summary>
    /// <param name="text">The element's bytes.</param>
    /// <param name="cents">The amount, below 10^16 either way; 0 where there is none.</param>
    /// <returns>False where it is empty or is no amount.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, out long cents)
    {
        // What amounts nearly always are: some digits, perhaps a point and two more.
        var (at, whole) = (0, 0L);
        for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++)
        {
            whole = (whole * 10) + text[at] - '0';
        }
        if (text.Length is > 0 and <= MostDigits - 2)
        {
            if (at == text.Length)
            {
                cents = whole * 100;
                return true;
            }
            if (at > 0 && text.Length - at == 3 && text[at] == '.')
            {
                var (tens, ones) = ((uint)(text[at + 1] - '0'), (uint)(text[at + 2] - '0'));
                if (tens <= 9 && ones <= 9)
                {
                    cents = (whole * 100) + (tens * 10) + ones;
                    return true;
                }
            }
        }
        return TryParseAny(text, out cents);
    }

    private static bool TryParseAny(ReadOnlySpan<byte> text, out long cents)
    {
        cents = 0;
        var isNegative = text is [(byte)'-', ..];
        var digits = 0;
        var decimals = -1;
        long value = 0;
        foreach (var b in isNegative ? text[1..] : text)
        {
            if (b == (byte)'.' && decimals < 0)
            {
                decimals = 0;
            }
            else if (!char.IsAsciiDigit((char)b) || (decimals >= 2 && b != (byte)'0') || digits == MostDigits)
            {
                return false;
            }
            else if (decimals < 2)
            {
                value = (value * 10) + (b - '0');
                digits += value == 0 && decimals < 0 ? 0 : 1;
                decimals += decimals < 0 ? 0 : 1;
            }
            else
            {
                digits++;
            }
        }
        if (text.Length == (isNegative ? 1 : 0) || (digits == 0 && value == 0 && !text.Contains((byte)'0')))
        {
            return false;
        }
        for (; decimals < 2; decimals = Math.Max(decimals, 0) + 1)
        {
            value *= 10;
        }
        cents = isNegative ? -value : value;
        return true;
    }

    /// <summary>As people read it: 1234.50, -3.00.</summary>
    public static string Show(long cents)
    {
        var whole = (UInt128)Int128.Abs(cents);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(cents < 0 ? "-" : "")}{whole / 100}.{(int)(whole % 100):00}"
        );
    }
}
