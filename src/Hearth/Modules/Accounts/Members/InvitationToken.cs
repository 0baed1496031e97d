using System.Buffers.Text;
using System.Security.Cryptography;

namespace Hearth.Modules.Accounts.Members;

/// <summary>
/// What an invitation's link carries: the organization, so that row-level security can be told where to look, and 32
/// random bytes, of which only the hash is kept.
/// </summary>
internal readonly record struct InvitationToken(Guid OrganizationId, byte[] Secret)
{
    private const int SecretLength = 32;

    public byte[] Hash => SHA256.HashData(Secret);

    public static InvitationToken New(Guid organizationId) =>
        new(organizationId, RandomNumberGenerator.GetBytes(SecretLength));

    public static InvitationToken? Read(string text)
    {
        Span<byte> bytes = stackalloc byte[16 + SecretLength];
        return
            text.Length <= 64
            && Base64Url.IsValid(text)
            && Base64Url.TryDecodeFromChars(text, bytes, out var length)
            && length == bytes.Length
            ? new InvitationToken(new Guid(bytes[..16], bigEndian: true), bytes[16..].ToArray())
            : null;
    }

    public override string ToString() =>
        Base64Url.EncodeToString([.. OrganizationId.ToByteArray(bigEndian: true), .. Secret]);
}
