using System.Data;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Hearth.Foundation.Privacy;
using Npgsql;

namespace Hearth.Foundation.Backups;

/// <summary>
/// Writes everything the database holds, as it was at one moment, into one file: a zip with a COPY text per table and a
/// manifest. Rows stream through; memory does not grow with them.
/// </summary>
public static class BackupWriter
{
    internal const string ManifestEntry = "manifest.json";
    internal const string MacEntry = "manifest.mac";
    private const int BufferSize = 1 << 16;

    /// <summary>Writes beside the file's place and puts it there when it is whole; what was there before stays until then.</summary>
    public static async Task<BackupManifest> WriteAsync(
        NpgsqlDataSource owner,
        Keyring keyring,
        string file,
        TimeProvider clock,
        IProgress<double>? progress = null,
        CancellationToken cancel = default
    )
    {
        var part = file + ".part";
        File.Delete(part);
        try
        {
            BackupManifest manifest;
            await using (var stream = new FileStream(part, NewSecretFile()))
            {
                using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                {
                    manifest = await WriteAsync(owner, keyring, zip, clock, progress, cancel);
                }
                stream.Flush(flushToDisk: true);
            }
            File.Move(part, file, overwrite: true);
            return manifest;
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static async Task<BackupManifest> WriteAsync(
        NpgsqlDataSource owner,
        Keyring keyring,
        ZipArchive zip,
        TimeProvider clock,
        IProgress<double>? progress,
        CancellationToken cancel
    )
    {
        await using var connection = await owner.OpenConnectionAsync(cancel);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        // Row-level security would leave rows out without a word; switched off, it fails instead.
        await using (
            var settings = new NpgsqlCommand(
                "set local row_security = off; set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres'; set transaction read only",
                connection
            )
        )
        {
            await settings.ExecuteNonQueryAsync(cancel);
        }
        var shapes = await TableCatalog.TablesAsync(connection, cancel);
        var share = new TableShare(shapes, progress);
        var tables = new List<BackupTable>();
        foreach (var shape in shapes)
        {
            tables.Add(await WriteTableAsync(connection, zip, shape, share, cancel));
        }
        var manifest = new BackupManifest
        {
            CreatedAt = clock.GetUtcNow(),
            PostgreSql = connection.ServerVersion,
            KeyFingerprint = keyring.Fingerprint,
            Steps = await TableCatalog.StepsAsync(connection, cancel),
            Tables = tables,
            Sequences = await TableCatalog.SequencesAsync(connection, cancel),
        };
        await WriteManifestAsync(zip, manifest, keyring, cancel);
        return manifest;
    }

    private static async Task<BackupTable> WriteTableAsync(
        NpgsqlConnection connection,
        ZipArchive zip,
        TableShape shape,
        TableShare share,
        CancellationToken cancel
    )
    {
        var what = shape.IsPartitioned
            ? $"(select {shape.QuotedColumns} from {shape.Quoted})"
            : $"{shape.Quoted} ({shape.QuotedColumns})";
        using var rows = (StreamReader)await connection.BeginTextExportAsync($"copy {what} to stdout", cancel);
        await using var entry = zip.CreateEntry(BackupTable.EntryOf(shape.Name), CompressionLevel.Fastest).Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        long bytes = 0;
        long count = 0;
        int read;
        while ((read = await rows.BaseStream.ReadAsync(buffer, cancel)) > 0)
        {
            await entry.WriteAsync(buffer.AsMemory(0, read), cancel);
            hash.AppendData(buffer, 0, read);
            // COPY escapes line feeds inside values, so each one here ends a row.
            count += buffer.AsSpan(0, read).Count((byte)'\n');
            bytes += read;
            share.Report(shape, bytes);
        }
        share.Finish(shape);
        return new(shape.Name, shape.Columns, count, bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task WriteManifestAsync(
        ZipArchive zip,
        BackupManifest manifest,
        Keyring keyring,
        CancellationToken cancel
    )
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(manifest, BackupReader.Json);
        await using (var entry = zip.CreateEntry(ManifestEntry, CompressionLevel.Fastest).Open())
        {
            await entry.WriteAsync(text, cancel);
        }
        await using var mac = zip.CreateEntry(MacEntry, CompressionLevel.NoCompression).Open();
        await mac.WriteAsync(HMACSHA256.HashData(keyring.BackupKey, text), cancel);
    }

    internal static FileStreamOptions NewSecretFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            BufferSize = BufferSize,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return options;
    }
}

/// <summary>Turns bytes of tables into the share that is done; sizes on disk stand in for sizes as text.</summary>
internal sealed class TableShare(IReadOnlyList<TableShape> tables, IProgress<double>? progress)
{
    private readonly double all = Math.Max(1, tables.Sum(t => t.Size));
    private long finished;

    public void Report(TableShape table, long bytes) =>
        progress?.Report((finished + Math.Min(bytes, table.Size)) / all);

    public void Finish(TableShape table) => progress?.Report((finished += table.Size) / all);
}
