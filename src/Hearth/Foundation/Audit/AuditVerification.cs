using System.Security.Cryptography;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Npgsql;

namespace Hearth.Foundation.Audit;

/// <summary>One thing wrong with a chain, named as closely as can be known.</summary>
public sealed record AuditFault(Guid OrganizationId, long? Position, Guid? EntryId, string Sentence);

/// <summary>What a check of all chains found.</summary>
/// <param name="Heads">The end of each chain; kept elsewhere, they also show a database rolled back to an older copy.</param>
public sealed record AuditReport(
    long Entries,
    long Waiting,
    IReadOnlyList<AuditFault> Faults,
    IReadOnlyDictionary<Guid, (long Position, string Hash)> Heads
);

/// <summary>Recomputes every chain and names each row that was altered, removed, reordered or slipped in.</summary>
public sealed class AuditVerification(HearthDatabase database, Keyring keyring)
{
    private const int MostFaults = 1000;
    private readonly byte[] key = keyring.AuditKey;

    public async Task<AuditReport> RunAsync(IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead,
            cancel
        );
        var faults = new List<AuditFault>();
        var (entries, ends) = await WalkAsync(connection, faults, progress, cancel);
        await CheckHeadsAsync(connection, ends, faults, cancel);
        var waiting = await CheckUnsealedAsync(connection, faults, cancel);
        return new AuditReport(
            entries,
            waiting,
            faults,
            ends.ToDictionary(e => e.Key, e => (e.Value.Position, Convert.ToHexStringLower(e.Value.Hash)))
        );
    }

    private async Task<(long Entries, Dictionary<Guid, (long Position, byte[] Hash)> Ends)> WalkAsync(
        NpgsqlConnection connection,
        List<AuditFault> faults,
        IProgress<double>? progress,
        CancellationToken cancel
    )
    {
        var expected = await CountAsync(connection, cancel);
        await using var command = new NpgsqlCommand(
            $"""
            select s.organization_id, s.position, s.entry_id, s.hash, {AuditRows.Columns}
            from audit_seals s left join audit_entries e on e.organization_id = s.organization_id and e.id = s.entry_id
            order by s.organization_id, s.position
            """,
            connection
        )
        {
            CommandTimeout = 0,
        };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var ends = new Dictionary<Guid, (long Position, byte[] Hash)>();
        long count = 0;
        while (await reader.ReadAsync(cancel))
        {
            var organization = reader.GetGuid(0);
            var position = reader.GetInt64(1);
            var id = reader.GetGuid(2);
            var hash = reader.GetFieldValue<byte[]>(3);
            var entry = reader.IsDBNull(4) ? null : AuditRows.Read(reader, 4);
            var end = ends.GetValueOrDefault(organization, (0, AuditChain.Start(key, organization)));
            if (faults.Count < MostFaults)
            {
                faults.AddRange(Check(organization, end, position, id, entry, hash));
            }
            // The chain goes on from what is stored, so that one fault is named once and not for every row after it.
            ends[organization] = (position, hash);
            if (++count % 10_000 == 0)
            {
                progress?.Report(count / (double)Math.Max(1, expected));
            }
        }
        return (count, ends);
    }

    private IEnumerable<AuditFault> Check(
        Guid organization,
        (long Position, byte[] Hash) end,
        long position,
        Guid id,
        AuditEntry? entry,
        byte[] hash
    )
    {
        var follows = position == end.Position + 1;
        if (!follows)
        {
            var sentence =
                position - 1 == end.Position + 1
                    ? "This position was removed."
                    : $"Positions {end.Position + 1} to {position - 1} were removed.";
            yield return new AuditFault(organization, end.Position + 1, null, sentence);
        }
        if (entry is null)
        {
            yield return new AuditFault(organization, position, id, "The entry was removed.");
        }
        // What follows a gap cannot be recomputed; the gap itself has been named.
        else if (follows && !CryptographicOperations.FixedTimeEquals(AuditChain.Next(key, end.Hash, entry), hash))
        {
            yield return new AuditFault(
                organization,
                position,
                id,
                $"The entry or its place in the chain was altered ({entry.Action} {entry.Subject}, {entry.At:yyyy-MM-dd HH:mm:ss}Z)."
            );
        }
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "select least(coalesce(sum(position), 0), 9e18)::bigint from audit_heads",
            connection
        );
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private async Task CheckHeadsAsync(
        NpgsqlConnection connection,
        Dictionary<Guid, (long Position, byte[] Hash)> ends,
        List<AuditFault> faults,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            "select organization_id, position, hash, mac from audit_heads",
            connection
        );
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var known = new HashSet<Guid>();
        while (await reader.ReadAsync(cancel))
        {
            var organization = reader.GetGuid(0);
            var (position, hash) = (reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));
            known.Add(organization);
            var vouched = AuditChain.Head(key, organization, position, hash);
            if (!CryptographicOperations.FixedTimeEquals(vouched, reader.GetFieldValue<byte[]>(3)))
            {
                faults.Add(new AuditFault(organization, position, null, "The record of the chain's end was altered."));
            }
            else if (!ends.TryGetValue(organization, out var end) || end.Position < position)
            {
                faults.Add(
                    new AuditFault(organization, position, null, $"The chain's end was cut off: it reached {position}.")
                );
            }
            else if (end.Position > position || !end.Hash.AsSpan().SequenceEqual(hash))
            {
                faults.Add(
                    new AuditFault(organization, end.Position, null, "The chain goes on after its recorded end.")
                );
            }
        }
        faults.AddRange(
            ends.Keys.Except(known)
                .Select(o => new AuditFault(o, null, null, "The record of the chain's end was removed."))
        );
    }

    private static async Task<long> CheckUnsealedAsync(
        NpgsqlConnection connection,
        List<AuditFault> faults,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select e.organization_id, e.id, e.at < now() - interval '1 minute' and exists (
                select 1 from audit_sealer s where pg_visible_in_snapshot(e.transaction, s.seen))
            from audit_entries e
            where not exists (select 1 from audit_seals s where s.organization_id = e.organization_id and s.entry_id = e.id)
            """,
            connection
        )
        {
            CommandTimeout = 0,
        };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        long waiting = 0;
        while (await reader.ReadAsync(cancel))
        {
            waiting++;
            if (reader.GetBoolean(2) && faults.Count < MostFaults)
            {
                faults.Add(
                    new AuditFault(
                        reader.GetGuid(0),
                        null,
                        reader.GetGuid(1),
                        "The entry is not in the chain although the sealer has passed it: its seal was removed, or it was slipped in."
                    )
                );
            }
        }
        return waiting;
    }
}
