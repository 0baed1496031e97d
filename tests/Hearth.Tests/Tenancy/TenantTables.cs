using Hearth.Tests.People;
using Npgsql;

namespace Hearth.Tests.Tenancy;

/// <summary>A table that belongs to organizations, as the catalog knows it.</summary>
/// <param name="Owner">The column that says whose a row is.</param>
internal sealed record TenantTable(string Name, string Owner, IReadOnlyList<string> Columns)
{
    /// <summary>All of them, found in the catalog.</summary>
    public static async Task<IReadOnlyList<TenantTable>> AllAsync(PeopleHouse house)
    {
        var columns = await house.RowsAsync<string>(
            """
            select c.table_name || ' ' || c.column_name from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by c.table_name, c.ordinal_position
            """
        );
        return
        [
            .. columns
                .Select(c => c.Split(' '))
                .GroupBy(c => c[0], c => c[1], StringComparer.Ordinal)
                .Where(t => t.Key == "organizations" || t.Contains("organization_id"))
                .Select(t => new TenantTable(t.Key, t.Key == "organizations" ? "id" : "organization_id", [.. t])),
        ];
    }

    public async Task<long> CountAsync(PeopleHouse house, Tenant of) =>
        (await house.RowsAsync<long>($"select count(*) from {Name} where {Owner} = '{of.Id}'"))[0];

    /// <summary>Says the same as long as not a single value of the organization's rows has changed.</summary>
    public async Task<string> PrintAsync(PeopleHouse house, Tenant of) =>
        (
            await house.RowsAsync<string>(
                $"select coalesce(md5(string_agg(t::text, '|' order by t::text)), 'none') from {Name} t where {Owner} = '{of.Id}'"
            )
        )[0];

    /// <summary>One of the organization's rows, as JSON.</summary>
    public async Task<string> RowAsync(PeopleHouse house, Tenant of, int which)
    {
        var rows = await house.RowsAsync<string>(
            $"select to_jsonb(t)::text from {Name} t where {Owner} = '{of.Id}' order by t::text"
        );
        return rows[which % rows.Count];
    }
}

/// <summary>The application's own session for an organization.</summary>
internal sealed class TenantSession(NpgsqlConnection connection) : IAsyncDisposable
{
    public static async Task<TenantSession> OpenAsync(PeopleHouse house, Tenant tenant)
    {
        var connection = await house.Database.App.OpenConnectionAsync();
        await Hearth.Foundation.Database.HearthDatabase.EnterAsync(connection, tenant.Id, tenant.Account, default);
        return new(connection);
    }

    public async Task<long> CountAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>How many rows a change reaches before it is taken back; the code of its refusal where it is refused.</summary>
    public async Task<(int Rows, string? Refused)> TryAsync(string sql, params object[] values)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        try
        {
            await using var command = Command(sql, values);
            return (await command.ExecuteNonQueryAsync(), null);
        }
        catch (PostgresException refused)
        {
            return (0, refused.SqlState);
        }
    }

    public async Task<string> CopyAsync(string table)
    {
        using var reader = await connection.BeginTextExportAsync($"copy (select t::text from {table} t) to stdout");
        return await reader.ReadToEndAsync();
    }

    public async Task<string> CopyWholeAsync(string table)
    {
        using var reader = await connection.BeginTextExportAsync($"copy {table} to stdout");
        return await reader.ReadToEndAsync();
    }

    private NpgsqlCommand Command(string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        return command;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
