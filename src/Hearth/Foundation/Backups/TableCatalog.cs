using Npgsql;

namespace Hearth.Foundation.Backups;

/// <summary>A table as the database has it: what of it can be copied out and in again.</summary>
internal sealed record TableShape(string Name, bool IsPartitioned, IReadOnlyList<string> Columns, long Size)
{
    public string Quoted => Sql.Name(Name);
    public string QuotedColumns => string.Join(", ", Columns.Select(Sql.Name));
}

internal static class Sql
{
    public static string Name(string name) => '"' + name.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}

/// <summary>Asks the database itself what it holds, so that a new table is in the next backup without anybody's doing.</summary>
internal static class TableCatalog
{
    // Numbers of transactions mean nothing in another cluster: those columns take their default there, and the sealer's
    // memory of them starts anew. The steps of the schema are in the manifest. What is unlogged, a crash may take as well: it
    // can be worked out again.
    private const string Tables = """
        select c.relname, c.relkind = 'p', array_agg(a.attname::text order by a.attnum), pg_total_relation_size(c.oid)
        from pg_class c join pg_attribute a on a.attrelid = c.oid
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
          and c.relname not in ('schema_migrations', 'audit_sealer')
          and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.atttypid <> 'xid8'::regtype
          and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
        group by c.oid, c.relname, c.relkind order by c.relname
        """;

    private const string Sequences =
        "select sequencename::text, last_value from pg_sequences where schemaname = current_schema() order by 1";

    public static async Task<IReadOnlyList<TableShape>> TablesAsync(
        NpgsqlConnection connection,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(Tables, connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var tables = new List<TableShape>();
        while (await row.ReadAsync(cancel))
        {
            tables.Add(new(row.GetString(0), row.GetBoolean(1), row.GetFieldValue<string[]>(2), row.GetInt64(3)));
        }
        return tables;
    }

    public static async Task<IReadOnlyList<BackupSequence>> SequencesAsync(
        NpgsqlConnection connection,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(Sequences, connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var sequences = new List<BackupSequence>();
        while (await row.ReadAsync(cancel))
        {
            sequences.Add(new(row.GetString(0), row.IsDBNull(1) ? null : row.GetInt64(1)));
        }
        return sequences;
    }

    public static async Task<IReadOnlyList<BackupStep>> StepsAsync(
        NpgsqlConnection connection,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            "select number, hash from schema_migrations order by number",
            connection
        );
        await using var row = await command.ExecuteReaderAsync(cancel);
        var steps = new List<BackupStep>();
        while (await row.ReadAsync(cancel))
        {
            steps.Add(new(row.GetInt32(0), row.GetString(1)));
        }
        return steps;
    }
}
