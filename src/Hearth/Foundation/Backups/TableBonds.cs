using System.Globalization;
using Npgsql;

namespace Hearth.Foundation.Backups;

/// <summary>
/// Foreign keys, untied while rows come in table by table and tied again after, when PostgreSQL checks every row at once.
/// That is faster than row by row, needs no order among the tables, and no superuser.
/// </summary>
internal sealed class TableBonds
{
    private readonly List<string> ties = [];

    public static async Task<TableBonds> LoosenAsync(
        NpgsqlConnection connection,
        IReadOnlyList<TableShape> tables,
        CancellationToken cancel
    )
    {
        var bonds = new TableBonds();
        var loosen = new List<string>();
        if (tables.Count > 0)
        {
            // Rows that a step of the schema brings are in the backup as well.
            loosen.Add("truncate " + string.Join(", ", tables.Select(t => t.Quoted)));
        }
        foreach (var table in tables)
        {
            loosen.Add($"alter table {table.Quoted} disable trigger user");
            bonds.ties.Add($"alter table {table.Quoted} enable trigger user");
        }
        await using (
            var always = new NpgsqlCommand(
                """
                select format('alter table %s enable always trigger %I', tgrelid::regclass, tgname) from pg_trigger t
                join pg_class c on c.oid = t.tgrelid
                where c.relnamespace = current_schema()::regnamespace and not tgisinternal and tgenabled = 'A' order by 1
                """,
                connection
            )
        )
        {
            // "enable trigger user" makes ordinary triggers of them.
            await using var row = await always.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
            {
                bonds.ties.Add(row.GetString(0));
            }
        }
        await using (
            var keys = new NpgsqlCommand(
                """
                select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) from pg_constraint
                where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace order by 1, 2
                """,
                connection
            )
        )
        {
            await using var row = await keys.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
            {
                var (table, name) = (row.GetString(0), row.GetString(1));
                loosen.Add($"alter table {table} drop constraint {name}");
                bonds.ties.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"alter table {table} add constraint {name} {row.GetString(2)}"
                    )
                );
            }
        }
        await RunAsync(connection, loosen, cancel);
        return bonds;
    }

    public async Task TieAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await RunAsync(connection, ["set constraints all immediate", .. ties], cancel);
        var views = new List<string>();
        await using (
            var query = new NpgsqlCommand(
                "select format('refresh materialized view %s', oid::regclass) from pg_class where relkind = 'm' and relnamespace = current_schema()::regnamespace",
                connection
            )
        )
        {
            await using var row = await query.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
            {
                views.Add(row.GetString(0));
            }
        }
        await RunAsync(connection, views, cancel);
    }

    private static async Task RunAsync(
        NpgsqlConnection connection,
        IEnumerable<string> statements,
        CancellationToken cancel
    )
    {
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancel);
        }
    }
}
