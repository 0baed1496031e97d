using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hearth.Demo;

/// <summary>Identifiers that are the same every time the network is made.</summary>
internal static class DemoIds
{
    // Any fixed moment serves: only the order of time in a version 7 identifier matters, and these have none.
    private static readonly long Epoch = new DateTimeOffset(
        2020,
        1,
        1,
        0,
        0,
        0,
        TimeSpan.Zero
    ).ToUnixTimeMilliseconds();

    public static Guid Of(string name)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("hearth/demo/" + name));
        return Make(
            Epoch,
            BinaryPrimitives.ReadUInt64LittleEndian(hash),
            BinaryPrimitives.ReadUInt64LittleEndian(hash.AsSpan(8))
        );
    }

    public static Guid Next(DemoRandom random, DateTimeOffset at) =>
        Make(at.ToUnixTimeMilliseconds(), random.Next(), random.Next());

    /// <summary>A seed of its own for each name, so that one organization's history does not move another's.</summary>
    public static ulong Seed(string name) =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes("hearth/demo/seed/" + name)));

    // RFC 9562, section 5.7: 48 bits of milliseconds, version, 12 random bits, variant, 62 random bits.
    private static Guid Make(long milliseconds, ulong high, ulong low)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, ((ulong)milliseconds << 16) | 0x7000 | (high & 0x0FFF));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], (low & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000);
        return new Guid(bytes, bigEndian: true);
    }
}
