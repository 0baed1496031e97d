using Npgsql;
using NpgsqlTypes;

namespace Hearth.Modules.Organizations;

/// <summary>
/// Finds or adds the supporters that a file names, all in the caller's transaction: the same name whatever its case, or
/// the initials of exactly one.
/// </summary>
public static class SupporterLanding
{
    /// <summary>Makes the session's temporary table, empty.</summary>
    public static async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            drop table if exists staged_supporters;
            create temp table staged_supporters (n int primary key, name text not null, new_id uuid not null, id uuid);
            """,
            connection
        );
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Stages the names in order: the first has number 1.</summary>
    public static void Stage(NpgsqlConnection connection, IEnumerable<(string Name, Guid NewId)> names)
    {
        using var copy = connection.BeginBinaryImport(
            "copy staged_supporters (n, name, new_id) from stdin (format binary)"
        );
        var n = 0;
        foreach (var (name, id) in names)
        {
            copy.StartRow();
            copy.Write(++n, NpgsqlDbType.Integer);
            copy.Write(name, NpgsqlDbType.Text);
            copy.Write(id, NpgsqlDbType.Uuid);
        }
        copy.Complete();
    }

    /// <summary>Adds those that are not known yet and that a new contact (<c>staged_fresh</c>) names.</summary>
    /// <returns>How many were added.</returns>
    public static async Task<int> LandAsync(NpgsqlConnection connection, Guid organizationId, CancellationToken cancel)
    {
        await using var find = new NpgsqlCommand(Find, connection)
        {
            Parameters = { new() { Value = organizationId } },
        };
        await find.ExecuteNonQueryAsync(cancel);
        await using var add = new NpgsqlCommand(
            """
            insert into supporters (id, organization_id, name)
              select new_id, $1, name from staged_supporters
              where id is null and n in (select supporter from staged_fresh)
              order by n
              on conflict (organization_id, lower(name)) do nothing
            """,
            connection
        )
        {
            CommandTimeout = 0,
            Parameters = { new() { Value = organizationId } },
        };
        var added = await add.ExecuteNonQueryAsync(cancel);
        await using var again = new NpgsqlCommand(Find, connection)
        {
            Parameters = { new() { Value = organizationId } },
        };
        await again.ExecuteNonQueryAsync(cancel);
        return added;
    }

    private const string Find = """
        update staged_supporters s set id = coalesce(
          (select w.id from supporters w where w.organization_id = $1 and lower(w.name) = lower(s.name)),
          (select min(w.id::text)::uuid from supporters w where w.organization_id = $1 and lower(w.initials) = lower(s.name)
            having count(*) = 1))
        where s.id is null
        """;
}
