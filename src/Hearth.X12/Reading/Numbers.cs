using System.Globalization;

namespace Hearth.X12.Reading;

/// <summary>Elements of type R, N0 and DT. No plus sign, no exponent, no blanks.</summary>
internal static class Numbers
{
    /// <summary>An optional minus, digits, an optional point with digits.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out decimal number)
    {
        // What quantities nearly always are.
        if (bytes is [>= (byte)'0' and <= (byte)'9'])
        {
            number = bytes[0] - '0';
            return true;
        }
        number = 0;
        return bytes is not [(byte)'+', ..]
            && decimal.TryParse(
                bytes,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out number
            );
    }

    /// <summary>Digits alone.</summary>
    public static bool TryParseWhole(ReadOnlySpan<byte> bytes, out int number) =>
        int.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>CCYYMMDD.</summary>
    public static bool TryParseDay(ReadOnlySpan<byte> bytes, out DateOnly date)
    {
        date = default;
        if (bytes.Length != 8 || !TryParseWhole(bytes, out var number) || number < 1_01_01)
        {
            return false;
        }
        var (year, month, day) = (number / 1_00_00, number / 100 % 100, number % 100);
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }
        date = new(year, month, day);
        return true;
    }
}
