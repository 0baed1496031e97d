using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Hearth.Foundation.Privacy;

namespace Hearth.Foundation.Backups;

/// <summary>A backup file that has been opened and whose manifest has been read.</summary>
public sealed class BackupReader : IDisposable
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly ZipArchive zip;
    private readonly byte[] manifestText;
    private readonly string file;

    private BackupReader(ZipArchive zip, byte[] manifestText, BackupManifest manifest, string file) =>
        (this.zip, this.manifestText, Manifest, this.file) = (zip, manifestText, manifest, file);

    public BackupManifest Manifest { get; }

    /// <exception cref="HearthException">The file is not a backup, or not a whole one.</exception>
    public static BackupReader Open(string file)
    {
        if (!File.Exists(file))
        {
            throw new HearthException($"There is no file {file}. Nothing was changed.");
        }
        ZipArchive? opened = null;
        try
        {
            opened = ZipFile.OpenRead(file);
            var text = ReadAll(opened, BackupWriter.ManifestEntry);
            var manifest = JsonSerializer.Deserialize<BackupManifest>(text, Json);
            if (manifest is not { Format: BackupManifest.CurrentFormat })
            {
                throw new HearthException(
                    $"{file} was written in a form that this Hearth does not know (form {manifest?.Format}). Nothing was changed. Use the Hearth that wrote it, or a newer one."
                );
            }
            return new BackupReader(opened, text, manifest, file);
        }
        catch (Exception broken) when (broken is InvalidDataException or JsonException or EndOfStreamException)
        {
            opened?.Dispose();
            throw Broken(file);
        }
        catch
        {
            opened?.Dispose();
            throw;
        }
    }

    /// <summary>Checks with the installation's key that the manifest is as it was written.</summary>
    public void Check(Keyring keyring)
    {
        try
        {
            var mac = ReadAll(zip, BackupWriter.MacEntry);
            if (!CryptographicOperations.FixedTimeEquals(mac, HMACSHA256.HashData(keyring.BackupKey, manifestText)))
            {
                throw Broken(file);
            }
        }
        catch (InvalidDataException)
        {
            throw Broken(file);
        }
    }

    /// <summary>Hands a table's rows on piece by piece, and fails at its end if they are not those that were written.</summary>
    public async Task CopyAsync(
        BackupTable table,
        Func<ReadOnlyMemory<byte>, ValueTask> write,
        CancellationToken cancel
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            var entry = zip.GetEntry(table.Entry) ?? throw new InvalidDataException();
            await using var rows = entry.Open();
            var buffer = new byte[1 << 16];
            int read;
            while ((read = await rows.ReadAsync(buffer, cancel)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await write(buffer.AsMemory(0, read));
            }
        }
        catch (InvalidDataException)
        {
            throw Broken(file);
        }
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != table.Sha256)
        {
            throw Broken(file);
        }
    }

    private static byte[] ReadAll(ZipArchive zip, string name)
    {
        var entry = zip.GetEntry(name) ?? throw new InvalidDataException();
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    internal static HearthException Broken(string file) =>
        new(
            $"{file} is not a whole, unaltered backup. Nothing was changed. Use another copy of it, or an earlier backup."
        );

    public void Dispose() => zip.Dispose();
}
