using System.Security.Cryptography;
using System.Text;

namespace Hearth.Foundation.Privacy;

/// <summary>
/// AES-256-GCM: one version byte, a random 12-byte nonce, the ciphertext, a 16-byte tag. The context is authenticated
/// and not stored, so that a value moved to another row or column no longer opens.
/// </summary>
public static class Sealed
{
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, string context)
    {
        var box = new byte[1 + NonceLength + plain.Length + TagLength];
        box[0] = Version;
        var nonce = box.AsSpan(1, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plain, box.AsSpan(1 + NonceLength, plain.Length), box.AsSpan(^TagLength..), Bytes(context));
        return box;
    }

    /// <exception cref="CryptographicException">The value was altered, moved, or sealed with another key.</exception>
    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, string context)
    {
        if (box.Length < 1 + NonceLength + TagLength || box[0] != Version)
        {
            throw new CryptographicException("The sealed value has an unknown form.");
        }
        var plain = new byte[box.Length - 1 - NonceLength - TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(
            box.Slice(1, NonceLength),
            box.Slice(1 + NonceLength, plain.Length),
            box[^TagLength..],
            plain,
            Bytes(context)
        );
        return plain;
    }

    public static byte[] SealText(ReadOnlySpan<byte> key, string plain, string context) =>
        Seal(key, Bytes(plain), context);

    public static string OpenText(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, string context) =>
        Encoding.UTF8.GetString(Open(key, box, context));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
