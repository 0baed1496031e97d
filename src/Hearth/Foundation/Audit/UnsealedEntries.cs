using Npgsql;

namespace Hearth.Foundation.Audit;

/// <summary>
/// The entries that this transaction's snapshot sees and the sealer's last one did not, a batch at a time, in the order
/// of the transactions that wrote them.
/// </summary>
internal sealed class UnsealedEntries : IAsyncDisposable
{
    private const string FromTheBeginning = "1:1:";

    // On a first look after a restore most entries have come with their seals.
    private const string NotSealed =
        "and not exists (select 1 from audit_seals d where d.organization_id = e.organization_id and d.entry_id = e.id)";

    private readonly NpgsqlCommand fetch;

    private UnsealedEntries(NpgsqlCommand fetch, bool isFirstLook) => (this.fetch, IsFirstLook) = (fetch, isFirstLook);

    public bool IsFirstLook { get; }

    public static async Task<UnsealedEntries> OpenAsync(
        NpgsqlConnection connection,
        int batchSize,
        CancellationToken cancel
    )
    {
        var (seen, from) = await SeenAsync(connection, cancel);
        // Looked for several times a second, while the planner knows nothing yet of the newest rows: with a sort or a join
        // of its own choosing, each look could cost what the whole table costs.
        await using var open = new NpgsqlCommand(
            $"""
            set local enable_seqscan = off;
            set local enable_nestloop = off;
            set local cursor_tuple_fraction = 1;
            declare unsealed no scroll cursor for
              select {AuditRows.Columns} from audit_entries e
              where e.transaction >= '{from}' and not pg_visible_in_snapshot(e.transaction, '{seen}')
                {(seen == FromTheBeginning ? NotSealed : "")}
              order by e.transaction, e.id
            """,
            connection
        );
        await open.ExecuteNonQueryAsync(cancel);
        var next = new NpgsqlCommand($"fetch {batchSize} from unsealed", connection) { CommandTimeout = 0 };
        return new(next, seen == FromTheBeginning);
    }

    /// <returns>None when all are taken.</returns>
    public async Task<List<AuditEntry>> NextAsync(CancellationToken cancel)
    {
        var entries = new List<AuditEntry>();
        await using var row = await fetch.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            entries.Add(AuditRows.Read(row));
        }
        return entries;
    }

    // Transaction numbers mean nothing in another cluster: after a restore the sealer starts from the beginning.
    private static async Task<(string Seen, string From)> SeenAsync(
        NpgsqlConnection connection,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select seen::text, pg_snapshot_xmin(seen)::text from audit_sealer
            where system_identifier = (select c.system_identifier::text from pg_control_system() c)
            """,
            connection
        );
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? (row.GetString(0), row.GetString(1)) : (FromTheBeginning, "1");
    }

    public ValueTask DisposeAsync() => fetch.DisposeAsync();
}
