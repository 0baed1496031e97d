namespace Hearth.X12;

/// <summary>National Provider Identifiers: ten digits, the last of them a check over the others.</summary>
/// <remarks>
/// 45 CFR 162.406: the check digit is that of ISO/IEC 7812-1 (Luhn) over the number with 80840 before it, which stands for
/// health in the United States.
/// </remarks>
public static class Npi
{
    // What the digits of 80840 add to the sum: 8 + 0 + 8 + 8 + 0, every second one doubled.
    private const int Prefix = 24;
    private const int Length = 10;

    /// <summary>Whether it has ten digits, of which the first is 1 or 2, and the check digit is right.</summary>
    public static bool IsValid(ReadOnlySpan<char> npi) =>
        npi.Length == Length
        && !npi.ContainsAnyExceptInRange('0', '9')
        && npi[0] is '1' or '2'
        && CheckDigit(npi[..^1]) == npi[^1] - '0';

    /// <inheritdoc cref="IsValid(ReadOnlySpan{char})"/>
    internal static bool IsValid(ReadOnlySpan<byte> npi)
    {
        if (npi.Length != Length || npi[0] is not ((byte)'1' or (byte)'2'))
        {
            return false;
        }
        var sum = (uint)Prefix;
        for (var i = 0; i < npi.Length; i += 2)
        {
            var (doubled, single) = (npi[i] - (uint)'0', npi[i + 1] - (uint)'0');
            if (doubled > 9 || single > 9)
            {
                return false;
            }
            sum += (2 * doubled) - (doubled > 4 ? 9u : 0) + single;
        }
        return sum % 10 == 0;
    }

    /// <summary>The last digit for the nine before it.</summary>
    /// <param name="digits">Nine digits.</param>
    public static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = Prefix;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[i] - '0';
            var isDoubled = (digits.Length - i) % 2 == 1;
            sum += isDoubled ? (digit * 2 / 10) + (digit * 2 % 10) : digit;
        }
        return (10 - (sum % 10)) % 10;
    }
}
