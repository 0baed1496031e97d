using Hearth.Foundation;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Hearth.Tests.Architecture;
using Hearth.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hearth.Tests.Tenancy;

/// <summary>Below the pages: what the application's own database role can reach of another organization.</summary>
public sealed class RowSecurityTests : IAsyncLifetime
{
    // No organization's rows: accounts are people's own, the rest is bookkeeping of the installation.
    private static readonly string[] Shared =
    [
        "accounts",
        "account_claims",
        "account_logins",
        "account_tokens",
        "account_passkeys",
        "sessions",
        "schema_migrations",
        "setup_links",
        "installation",
    ];

    private PeopleHouse house = null!;

    public async ValueTask InitializeAsync()
    {
        house = await PeopleHouse.OpenAsync();
        var person = await house.AddAsync("Wren");
        await house.RecordAsync(RecordLevel.Counted, null);
        await house.RecordAsync(RecordLevel.Personal, "A quiet morning.", person.Id);
    }

    public async ValueTask DisposeAsync()
    {
        await house.DisposeAsync();
    }

    [Fact]
    public async Task Every_table_that_is_not_shared_has_row_level_security_and_a_policy()
    {
        var bare = await ListAsync(
            """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind in ('r', 'p')
              and (not c.relrowsecurity or (c.relname <> 'audit_sealer' and not exists (select 1 from pg_policy p where p.polrelid = c.oid)))
            """
        );

        Assert.Empty(bare.Except(Shared));
    }

    [Fact]
    public async Task Every_table_with_an_organization_is_owned_by_another_role_and_the_application_cannot_bypass_it()
    {
        var role = "hearth_app_" + new NpgsqlConnectionStringBuilder(house.Database.Owner.ConnectionString).Database;

        Assert.Empty(
            await ListAsync(
                $"select relname from pg_class where relowner = (select oid from pg_roles where rolname = '{role}')"
            )
        );
        Assert.Empty(
            await ListAsync(
                $"select rolname from pg_roles where rolname = '{role}' and (rolbypassrls or rolsuper or rolcreaterole)"
            )
        );
        Assert.Empty(
            await ListAsync(
                $"select 1::text from pg_auth_members where member = (select oid from pg_roles where rolname = '{role}')"
            )
        );
    }

    [Fact]
    public async Task As_another_organization_no_table_shows_changes_or_takes_a_row()
    {
        var tables = await OwnedTablesAsync();
        var held = 0;
        foreach (var table in tables)
        {
            held += await CountAsOwnerAsync(table) > 0 ? 1 : 0;
            await using var session = await SessionAsync(house.Juniper.Id);
            Assert.Equal(
                0L,
                await ScalarAsync(session, $"select count(*) from {table} where organization_id = '{house.Lantern.Id}'")
            );
            Assert.Equal(
                0,
                await ChangeAsync(session, $"delete from {table} where organization_id = '{house.Lantern.Id}'")
            );
            Assert.Equal(
                0,
                await ChangeAsync(
                    session,
                    $"update {table} set organization_id = '{house.Juniper.Id}' where organization_id = '{house.Lantern.Id}'"
                )
            );
        }

        Assert.True(tables.Count >= 8, "Hardly any owned table was found.");
        Assert.True(held >= 5, "Hardly any owned table had a row to find.");
    }

    [Fact]
    public async Task Without_an_organization_a_session_sees_nothing_at_all()
    {
        await using var session = await SessionAsync(null);
        foreach (var table in await OwnedTablesAsync())
        {
            Assert.Equal(0L, await ScalarAsync(session, $"select count(*) from {table}"));
        }
        Assert.Equal(0L, await ScalarAsync(session, "select count(*) from organizations"));
    }

    [Fact]
    public async Task A_row_cannot_be_planted_in_another_organization()
    {
        await using var session = await SessionAsync(house.Juniper.Id);

        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            ChangeAsync(
                session,
                $"insert into programs (id, organization_id, slug, name, model, legal_regime, starting_level) values ('{Guid.CreateVersion7()}', '{house.Lantern.Id}', 'planted', 'Planted', 1, 1, 1)"
            )
        );
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_audit_can_be_neither_changed_nor_removed_by_the_application()
    {
        await using var session = await SessionAsync(house.Lantern.Id);

        foreach (
            var sql in new[]
            {
                "update audit_entries set why = 'x'",
                "delete from audit_entries",
                "truncate audit_entries",
                "delete from audit_seals",
            }
        )
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => ChangeAsync(session, sql, passive: false));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task Every_entity_type_read_as_another_organization_is_empty()
    {
        await using var mine = house.Enter();
        await using var theirs = house.Enter(house.Juniper);
        var found = 0;
        foreach (
            var type in RecordClassTests
                .Model.GetEntityTypes()
                .Select(e => e.ClrType)
                .Where(typeof(IOwned).IsAssignableFrom)
        )
        {
            found +=
                await CountAsync(mine.ServiceProvider.GetRequiredService<Db>(), type, house.Lantern.Id, filtered: true)
                > 0
                    ? 1
                    : 0;
            Assert.Equal(
                0,
                await CountAsync(
                    theirs.ServiceProvider.GetRequiredService<Db>(),
                    type,
                    house.Lantern.Id,
                    filtered: true
                )
            );
            Assert.Equal(
                0,
                await CountAsync(
                    theirs.ServiceProvider.GetRequiredService<Db>(),
                    type,
                    house.Lantern.Id,
                    filtered: false
                )
            );
        }

        Assert.True(found >= 5, "Hardly any entity had a row to find.");
    }

    private static Task<int> CountAsync(Db db, Type type, Guid organization, bool filtered) =>
        (Task<int>)
            typeof(RowSecurityTests)
                .GetMethod(
                    nameof(CountOfAsync),
                    System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static
                )!
                .MakeGenericMethod(type)
                .Invoke(null, [db, organization, filtered])!;

    private static Task<int> CountOfAsync<T>(Db db, Guid organization, bool filtered)
        where T : class, IOwned
    {
        var rows = db.Set<T>().AsNoTracking();
        return (filtered ? rows : rows.IgnoreQueryFilters()).CountAsync(e => e.OrganizationId == organization);
    }

    private Task<List<string>> OwnedTablesAsync() =>
        ListAsync(
            """
            select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where c.table_schema = 'public' and c.column_name = 'organization_id' and t.table_type = 'BASE TABLE' order by 1
            """
        );

    private async Task<NpgsqlConnection> SessionAsync(Guid? organization)
    {
        var connection = await house.Database.App.OpenConnectionAsync();
        await HearthDatabase.EnterAsync(connection, organization, null, default);
        return connection;
    }

    private async Task<long> CountAsOwnerAsync(string table)
    {
        await using var command = house.Database.Owner.CreateCommand(
            $"select count(*) from {table} where organization_id = '{house.Lantern.Id}'"
        );
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var command = house.Database.Owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }
        return rows;
    }

    private static async Task<long> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>How many rows a change reached; being refused outright counts as none where that is what is asked.</summary>
    private static async Task<int> ChangeAsync(NpgsqlConnection connection, string sql, bool passive = true)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteNonQueryAsync();
        }
        catch (PostgresException refused)
            when (passive
                && refused.SqlState == PostgresErrorCodes.InsufficientPrivilege
                && !sql.StartsWith("insert", StringComparison.Ordinal)
            )
        {
            return 0;
        }
    }
}
