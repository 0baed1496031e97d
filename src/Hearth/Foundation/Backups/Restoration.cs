using Hearth.Foundation.Database;
using Npgsql;

namespace Hearth.Foundation.Backups;

/// <summary>
/// Puts a backup back in one transaction: the schema at the backup's step, every row, then the steps since. Cut off at any
/// moment, the database is what it was before.
/// </summary>
public sealed class Restoration(BackupReader backup, string file, IProgress<double>? progress = null)
{
    private BackupManifest Manifest => backup.Manifest;

    /// <param name="replace">Whether rows that are there may go.</param>
    /// <exception cref="HearthException">It cannot be put back; nothing was changed.</exception>
    public async Task RunAsync(string ownerString, bool replace, CancellationToken cancel = default)
    {
        var steps = Steps();
        var once = new NpgsqlConnectionStringBuilder(ownerString)
        {
            Pooling = false,
            ApplicationName = "hearth restore",
            CommandTimeout = 0,
        };
        try
        {
            await using var connection = new NpgsqlConnection(once.ConnectionString);
            await connection.OpenAsync(cancel);
            await using (var transaction = await connection.BeginTransactionAsync(cancel))
            {
                await Schema.HoldAsync(connection);
                await RestoreTarget.ClearAsync(connection, replace, cancel);
                await Schema.MakeAsync(connection, steps);
                await FillAsync(connection, cancel);
                await Schema.MakeAsync(connection, Migration.All.Except(steps));
                await NoteKeyAsync(connection, cancel);
                await transaction.CommitAsync(cancel);
            }
            await RunAsync(connection, "analyze", cancel);
        }
        catch (NpgsqlException failure)
        {
            throw new HearthException(
                $"The backup could not be put back: {failure.Message} Nothing was changed.",
                failure
            );
        }
    }

    private IReadOnlyList<Migration> Steps()
    {
        var known = Migration.All.ToDictionary(m => m.Number);
        var steps = new List<Migration>();
        foreach (var step in Manifest.Steps)
        {
            if (!known.TryGetValue(step.Number, out var migration) || migration.Hash != step.Hash)
            {
                throw new HearthException(
                    $"{file} was made by a newer Hearth (schema step {step.Number:0000}). Nothing was changed. Update Hearth, then restore again."
                );
            }
            steps.Add(migration);
        }
        return steps;
    }

    private async Task FillAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var shapes = await TableCatalog.TablesAsync(connection, cancel);
        if (
            !shapes
                .Select(s => s.Name)
                .Order(StringComparer.Ordinal)
                .SequenceEqual(Manifest.Tables.Select(t => t.Name).Order(StringComparer.Ordinal))
        )
        {
            throw BackupReader.Broken(file);
        }
        var bonds = await TableBonds.LoosenAsync(connection, shapes, cancel);
        var all = Math.Max(1.0, Manifest.Tables.Sum(t => t.Bytes));
        long done = 0;
        foreach (var table in Manifest.Tables)
        {
            await FillAsync(connection, table, bytes => progress?.Report((done += bytes) / all), cancel);
        }
        await bonds.TieAsync(connection, cancel);
        foreach (var sequence in Manifest.Sequences)
        {
            await SetAsync(connection, sequence, cancel);
        }
    }

    private async Task FillAsync(
        NpgsqlConnection connection,
        BackupTable table,
        Action<int> report,
        CancellationToken cancel
    )
    {
        var columns = string.Join(", ", table.Columns.Select(Sql.Name));
        var rows = (NpgsqlCopyTextWriter)
            await connection.BeginTextImportAsync($"copy {Sql.Name(table.Name)} ({columns}) from stdin", cancel);
        try
        {
            await backup.CopyAsync(
                table,
                async piece =>
                {
                    await rows.BaseStream.WriteAsync(piece, cancel);
                    report(piece.Length);
                },
                cancel
            );
            await rows.DisposeAsync();
        }
        catch (Exception failure) when (failure is not PostgresException)
        {
            await rows.CancelAsync();
            throw;
        }
    }

    private static async Task SetAsync(NpgsqlConnection connection, BackupSequence sequence, CancellationToken cancel)
    {
        if (sequence.Last is not { } last)
        {
            return;
        }
        await using var command = new NpgsqlCommand("select setval($1::regclass, $2)", connection)
        {
            Parameters =
            {
                new() { Value = Sql.Name(sequence.Name) },
                new() { Value = last },
            },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task NoteKeyAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "insert into installation (key_fingerprint) values ($1) on conflict (only_row) do update set key_fingerprint = excluded.key_fingerprint",
            connection
        )
        {
            Parameters = { new() { Value = Manifest.KeyFingerprint } },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
