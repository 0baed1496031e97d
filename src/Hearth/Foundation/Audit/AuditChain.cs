using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hearth.Foundation.Audit;

/// <summary>
/// The arithmetic of the chain: each entry's hash covers all of its columns and the hash before it, keyed with a key
/// that is not in the database, so that whoever can write to the database alone cannot mend a broken chain.
/// </summary>
public static class AuditChain
{
    public const int HashLength = 32;

    /// <summary>What the first entry of a chain follows.</summary>
    public static byte[] Start(byte[] key, Guid organizationId) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("hearth/audit/start/" + organizationId));

    public static byte[] Next(byte[] key, ReadOnlySpan<byte> previous, AuditEntry entry)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData(previous);
        Append(mac, entry.Id);
        Append(mac, entry.OrganizationId);
        Append(mac, Microseconds(entry.At));
        Append(mac, entry.AccountId ?? Guid.Empty);
        Append(mac, entry.Actor);
        Append(mac, entry.Action);
        Append(mac, entry.Subject);
        Append(mac, entry.SubjectId ?? Guid.Empty);
        Append(mac, entry.PersonId ?? Guid.Empty);
        Append(mac, entry.Why);
        Append(mac, entry.OldValue);
        Append(mac, entry.NewValue);
        return mac.GetHashAndReset();
    }

    /// <summary>Vouches for the end of a chain.</summary>
    public static byte[] Head(byte[] key, Guid organizationId, long position, ReadOnlySpan<byte> hash)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData("hearth/audit/head"u8);
        Append(mac, organizationId);
        Append(mac, position);
        mac.AppendData(hash);
        return mac.GetHashAndReset();
    }

    // PostgreSQL keeps microseconds.
    private static long Microseconds(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerMicrosecond;

    private static void Append(IncrementalHash mac, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        mac.AppendData(bytes);
    }

    private static void Append(IncrementalHash mac, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        mac.AppendData(bytes);
    }

    // Length first, and null apart from empty, so that no two entries run together into the same bytes.
    private static void Append(IncrementalHash mac, string? text)
    {
        if (text is null)
        {
            Append(mac, -1L);
            return;
        }
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(mac, (long)bytes.Length);
        mac.AppendData(bytes);
    }
}
