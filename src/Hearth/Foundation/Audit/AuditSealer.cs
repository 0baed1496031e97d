using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Npgsql;

namespace Hearth.Foundation.Audit;

/// <summary>
/// Chains what has been written. Writers never wait for it: their entries land in their own transactions, and the
/// sealer takes those that its snapshot sees and its last one did not.
/// </summary>
public sealed class AuditSealer(HearthDatabase database, Keyring keyring)
{
    private const long Lock = 0x5345_414C; // "SEAL": one sealer at a time, whatever the number of processes
    private const int BatchSize = 20_000;
    private readonly byte[] key = keyring.AuditKey;

    /// <summary>Seals all that is visible now.</summary>
    /// <returns>How many entries were chained; 0 as well when another process is sealing.</returns>
    public async Task<int> SealAsync(CancellationToken cancel = default)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead,
            cancel
        );
        if (!await TakeTurnAsync(connection, cancel))
        {
            return 0;
        }

        await using var unsealed = await UnsealedEntries.OpenAsync(connection, BatchSize, cancel);
        var sealedNow = 0;
        while (await unsealed.NextAsync(cancel) is { Count: > 0 } entries)
        {
            await ChainAsync(connection, entries, cancel);
            sealedNow += entries.Count;
        }
        if (sealedNow > 0 || unsealed.IsFirstLook)
        {
            await KeepSeenAsync(connection, cancel);
        }
        await transaction.CommitAsync(cancel);
        return sealedNow;
    }

    // The lock is taken in a statement of its own before the snapshot: a snapshot from before the other sealer's commit
    // would seal the same entries twice.
    private static async Task<bool> TakeTurnAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            $"lock table only audit_sealer in exclusive mode nowait",
            connection
        );
        try
        {
            await command.ExecuteNonQueryAsync(cancel);
            return true;
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    private async Task ChainAsync(NpgsqlConnection connection, List<AuditEntry> entries, CancellationToken cancel)
    {
        var heads = await HeadsAsync(connection, entries, cancel);
        await using (
            var copy = await connection.BeginBinaryImportAsync(
                "copy audit_seals (organization_id, position, entry_id, hash) from stdin (format binary)",
                cancel
            )
        )
        {
            foreach (var entry in entries)
            {
                var (position, hash) = heads[entry.OrganizationId];
                var next = (Position: position + 1, Hash: AuditChain.Next(key, hash, entry));
                heads[entry.OrganizationId] = next;
                await copy.WriteRowAsync(cancel, entry.OrganizationId, next.Position, entry.Id, next.Hash);
            }
            await copy.CompleteAsync(cancel);
        }
        await KeepHeadsAsync(connection, heads, cancel);
    }

    private async Task<Dictionary<Guid, (long Position, byte[] Hash)>> HeadsAsync(
        NpgsqlConnection connection,
        List<AuditEntry> entries,
        CancellationToken cancel
    )
    {
        var heads = entries
            .Select(e => e.OrganizationId)
            .Distinct()
            .ToDictionary(id => id, id => (0L, AuditChain.Start(key, id)));
        await using var command = new NpgsqlCommand(
            "select organization_id, position, hash from audit_heads where organization_id = any($1)",
            connection
        )
        {
            Parameters = { new() { Value = heads.Keys.ToArray() } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            heads[reader.GetGuid(0)] = (reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));
        }
        return heads;
    }

    private async Task KeepHeadsAsync(
        NpgsqlConnection connection,
        Dictionary<Guid, (long Position, byte[] Hash)> heads,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            """
            insert into audit_heads (organization_id, position, hash, mac) select * from unnest($1::uuid[], $2::bigint[], $3::bytea[], $4::bytea[])
            on conflict (organization_id) do update set position = excluded.position, hash = excluded.hash, mac = excluded.mac
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = heads.Keys.ToArray() },
                new() { Value = heads.Values.Select(h => h.Position).ToArray() },
                new() { Value = heads.Values.Select(h => h.Hash).ToArray() },
                new()
                {
                    Value = heads.Select(h => AuditChain.Head(key, h.Key, h.Value.Position, h.Value.Hash)).ToArray(),
                },
            },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task KeepSeenAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into audit_sealer (seen, system_identifier)
              select pg_current_snapshot(), system_identifier::text from pg_control_system()
              on conflict (single) do update set seen = excluded.seen, system_identifier = excluded.system_identifier
            """,
            connection
        );
        await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>Runs the sealer while the server runs, and once more when it stops.</summary>
internal sealed class SealingJob(AuditSealer sealer, ILogger<SealingJob> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await SealAsync(stoppingToken) ? Pause : PauseAfterFailure;
            await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await SealAsync(CancellationToken.None);
    }

    private async Task<bool> SealAsync(CancellationToken stop)
    {
        try
        {
            while (await sealer.SealAsync(stop) > 0) { }
            return true;
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // The server stops in the middle of it; the last look takes what this one left.
            return true;
        }
        catch (Exception failure)
        {
            log.LogError(failure, "The audit could not be sealed; entries are kept and the sealer tries again.");
            return false;
        }
    }
}
