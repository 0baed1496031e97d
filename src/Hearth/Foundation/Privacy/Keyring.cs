using System.Security.Cryptography;
using System.Text;

namespace Hearth.Foundation.Privacy;

/// <summary>
/// The installation's keys, derived from one root key that lives in a file beside the database and never in it.
/// Whoever has only the database reads no name, and cannot search one.
/// </summary>
public sealed class Keyring
{
    private const int KeyLength = 32;
    private readonly byte[] root;

    public Keyring(ReadOnlySpan<byte> rootKey)
    {
        if (rootKey.Length != KeyLength)
        {
            throw new HearthException("The root key is not 32 bytes long. Restore keys/hearth.key from its copy.");
        }
        root = rootKey.ToArray();
    }

    /// <summary>Reads the root key, or makes one (file mode 0600) where none is.</summary>
    public static Keyring Open(string path)
    {
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            SecretFile.Write(path, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyLength)));
        }
        return new Keyring(Convert.FromHexString(File.ReadAllText(path).Trim()));
    }

    /// <summary>Tells which root key a backup belongs to without saying anything about the key.</summary>
    public string Fingerprint => Convert.ToHexStringLower(Derive("fingerprint", Guid.Empty).AsSpan(0, 8));

    public byte[] AuditKey => Derive("audit", Guid.Empty);

    /// <summary>Vouches for what a backup says it holds.</summary>
    public byte[] BackupKey => Derive("backup", Guid.Empty);

    /// <summary>Seals what accounts prove themselves with: authenticator keys and recovery codes.</summary>
    public byte[] AccountKey => Derive("accounts", Guid.Empty);

    /// <summary>Wraps the people's own keys of one organization.</summary>
    public byte[] WrappingKey(Guid organizationId) => Derive("people", organizationId);

    /// <summary>Encrypts what the organization keeps confidential about itself, such as a house's address.</summary>
    public byte[] OrganizationKey(Guid organizationId) => Derive("organization", organizationId);

    /// <summary>Keys the blind index by which a code or an exact name is found.</summary>
    public byte[] IndexKey(Guid organizationId) => Derive("index", organizationId);

    private byte[] Derive(string purpose, Guid scope) =>
        HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            root,
            KeyLength,
            salt: scope.ToByteArray(bigEndian: true),
            info: Encoding.UTF8.GetBytes("hearth/" + purpose)
        );
}
