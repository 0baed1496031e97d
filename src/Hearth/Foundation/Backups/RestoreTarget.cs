using Npgsql;

namespace Hearth.Foundation.Backups;

/// <summary>The database a backup goes into: empty, or given up knowingly.</summary>
internal static class RestoreTarget
{
    private const string Others =
        "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usesysid is not null";

    // What an extension brought stays with the extension.
    private const string Drop = """
        do $$ declare thing record; begin
          for thing in
            select format('drop %s if exists %s cascade',
                case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end,
                c.oid::regclass) as sql
            from pg_class c
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S') and not c.relispartition
              and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype in ('e', 'i', 'a'))
            union all
            select format('drop routine if exists %s cascade', p.oid::regprocedure)
            from pg_proc p
            where p.pronamespace = current_schema()::regnamespace
              and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
            union all
            select format('drop type if exists %s cascade', t.oid::regtype)
            from pg_type t
            where t.typnamespace = current_schema()::regnamespace and t.typtype in ('e', 'd')
              and not exists (select 1 from pg_depend d where d.objid = t.oid and d.deptype = 'e')
          loop execute thing.sql; end loop;
        end $$;
        """;

    /// <summary>Takes away what is there, within the caller's transaction.</summary>
    public static async Task ClearAsync(NpgsqlConnection connection, bool replace, CancellationToken cancel)
    {
        if (await NumberAsync(connection, Others, cancel) is > 0 and var others)
        {
            throw new HearthException(
                $"The database is in use ({others} {(others == 1 ? "connection" : "connections")}). Nothing was changed. Stop Hearth and whatever else is connected to it, then restore again."
            );
        }
        var tables = await TableCatalog.TablesAsync(connection, cancel);
        if (
            tables.Count > 0
            && await NumberAsync(
                connection,
                "select count(*) from pg_class where relname = 'schema_migrations' and relnamespace = current_schema()::regnamespace",
                cancel
            ) == 0
        )
        {
            throw new HearthException(
                "The database holds tables that are not Hearth's. Nothing was changed. Name an empty database with --database."
            );
        }
        if (!replace && await FirstWithRowsAsync(connection, tables, cancel) is not null)
        {
            throw new HearthException(
                "The database already holds an installation. Nothing was changed. Take a backup of it, then restore again with --replace to put this backup in its place."
            );
        }
        await using var drop = new NpgsqlCommand(Drop, connection);
        await drop.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<string?> FirstWithRowsAsync(
        NpgsqlConnection connection,
        IReadOnlyList<TableShape> tables,
        CancellationToken cancel
    )
    {
        foreach (var table in tables.Where(t => t.Name != "installation"))
        {
            if (
                await NumberAsync(connection, $"select count(*) from (select 1 from {table.Quoted} limit 1) r", cancel)
                > 0
            )
            {
                return table.Name;
            }
        }
        return null;
    }

    private static async Task<long> NumberAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }
}
