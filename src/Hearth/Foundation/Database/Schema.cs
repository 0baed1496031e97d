using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Hearth.Foundation.Database;

/// <summary>One numbered step of the schema, forward only.</summary>
public sealed record Migration(int Number, string Name, string Sql)
{
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>All steps, in order, from the files under Migrations.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        .. from resource in Assembly.GetExecutingAssembly().GetManifestResourceNames()
        where resource.EndsWith(".sql", StringComparison.Ordinal)
        let file = resource.Split('.')[^2]
        orderby file
        select new Migration(int.Parse(file[..4], null), file[5..], Read(resource)),
    ];

    private static string Read(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>Brings a database up to date and gives the application's role its narrow rights.</summary>
public static class Schema
{
    private const long Lock = 0x4845_4152_5448; // "HEARTH"

    private const string StepsTable = """
        create table if not exists schema_migrations (
          number int primary key, name text not null, hash text not null, applied_at timestamptz not null default now());
        """;

    /// <summary>Identifies the schema as a whole; test templates are named by it.</summary>
    public static string Hash { get; } =
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Migration.All.Select(m => m.Hash))))
        )[..12];

    /// <summary>Applies what is missing, one transaction a step, under an advisory lock.</summary>
    /// <returns>How many steps were applied.</returns>
    /// <exception cref="HearthException">The database is newer than this program, or an applied step was changed.</exception>
    public static async Task<int> UpdateAsync(NpgsqlDataSource owner, int? upTo = null)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await RunAsync(connection, $"select pg_advisory_lock({Lock})");
        try
        {
            await RunAsync(connection, StepsTable);
            var applied = await AppliedAsync(connection);
            Check(applied);
            var missing = Migration.All.Where(m =>
                !applied.ContainsKey(m.Number) && m.Number <= (upTo ?? int.MaxValue)
            );
            var count = 0;
            foreach (var step in missing)
            {
                await ApplyAsync(connection, step);
                count++;
            }
            return count;
        }
        finally
        {
            await RunAsync(connection, $"select pg_advisory_unlock({Lock})");
        }
    }

    private static void Check(Dictionary<int, string> applied)
    {
        if (applied.Keys.Except(Migration.All.Select(m => m.Number)).Any())
        {
            throw new HearthException(
                "This database was made by a newer Hearth. Nothing was changed. Start that newer version instead."
            );
        }
        if (
            Migration.All.FirstOrDefault(m => applied.TryGetValue(m.Number, out var hash) && hash != m.Hash) is
            { } changed
        )
        {
            throw new HearthException(
                $"Step {changed.Number:0000} of the schema is not the one this database was made with. Nothing was changed."
            );
        }
    }

    private static async Task<Dictionary<int, string>> AppliedAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select number, hash from schema_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var applied = new Dictionary<int, string>();
        while (await reader.ReadAsync())
        {
            applied.Add(reader.GetInt32(0), reader.GetString(1));
        }
        return applied;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration step)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await RunStepAsync(connection, step);
        await transaction.CommitAsync();
    }

    /// <summary>Makes the schema within the caller's transaction: the steps named, in order, in an empty database.</summary>
    internal static async Task MakeAsync(NpgsqlConnection connection, IEnumerable<Migration> steps)
    {
        await RunAsync(connection, StepsTable);
        foreach (var step in steps)
        {
            await RunStepAsync(connection, step);
        }
    }

    /// <summary>Keeps every other process from changing the schema until the caller's transaction ends.</summary>
    internal static Task HoldAsync(NpgsqlConnection connection) =>
        RunAsync(connection, $"select pg_advisory_xact_lock({Lock})");

    private static async Task RunStepAsync(NpgsqlConnection connection, Migration step)
    {
        await RunAsync(connection, step.Sql);
        await using var note = new NpgsqlCommand(
            "insert into schema_migrations (number, name, hash) values ($1, $2, $3)",
            connection
        )
        {
            Parameters =
            {
                new() { Value = step.Number },
                new() { Value = step.Name },
                new() { Value = step.Hash },
            },
        };
        await note.ExecuteNonQueryAsync();
    }

    /// <summary>
    /// Makes the application's role where it is missing and grants what it may do: everything on ordinary tables (row-level
    /// security narrows that to one organization), only to add and read on the audit, nothing on the schema itself.
    /// </summary>
    public static async Task GrantAsync(NpgsqlDataSource owner, string role, string password)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await RunAsync(connection, $"select pg_advisory_lock({Lock})");
        try
        {
            await MakeRoleAsync(connection, role, password);
            await RunAsync(
                connection,
                $"""
                grant usage on schema public to "{role}";
                grant select, insert, update, delete on all tables in schema public to "{role}";
                grant usage on all sequences in schema public to "{role}";
                revoke all on schema_migrations from "{role}";
                revoke update, delete, truncate on audit_entries from "{role}";
                revoke insert, update, delete, truncate on audit_seals, audit_heads, audit_sealer from "{role}";
                """
            );
        }
        finally
        {
            await RunAsync(connection, $"select pg_advisory_unlock({Lock})");
        }
    }

    private static async Task MakeRoleAsync(NpgsqlConnection connection, string role, string password)
    {
        try
        {
            await RunAsync(
                connection,
                $"""
                do $$ begin
                  if not exists (select 1 from pg_roles where rolname = '{role}') then
                    create role "{role}" login nosuperuser nocreatedb nocreaterole nobypassrls;
                  end if;
                exception when duplicate_object or unique_violation then null;
                end $$;
                alter role "{role}" password '{password}';
                """
            );
        }
        catch (PostgresException denied) when (denied.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new HearthException(
                "The database account may not create roles, and Hearth needs one of its own that row-level security binds. "
                    + "Nothing was changed. Give the account CREATEROLE, then start again.",
                denied
            );
        }
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
