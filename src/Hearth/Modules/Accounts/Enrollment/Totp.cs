using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Hearth.Modules.Accounts.Enrollment;

/// <summary>Time-based one-time passwords as every authenticator makes them: RFC 6238, SHA-1, 30 seconds, six digits.</summary>
internal static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;

    public static string Code(string base32Key, DateTimeOffset at) =>
        Code(Decode(base32Key), at.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>
    /// The step of time that the digits are of: that of now, or one before or after, since clocks differ. Null when of none.
    /// </summary>
    public static long? StepOf(string base32Key, string digits, DateTimeOffset at)
    {
        var key = Decode(base32Key);
        var now = at.ToUnixTimeSeconds() / StepSeconds;
        return Enumerable
            .Range(-1, 3)
            .Select(off => (long?)(now + off))
            .LastOrDefault(step =>
                CryptographicOperations.FixedTimeEquals(Bytes(Code(key, step!.Value)), Bytes(digits))
            );
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string base32)
    {
        var bytes = new List<byte>();
        var (buffer, bits) = (0, 0);
        foreach (var letter in base32)
        {
            buffer = (buffer << 5) | Base32.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }
        return [.. bytes];
    }
}
