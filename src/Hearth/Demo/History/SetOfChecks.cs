using Hearth.Foundation;
using Npgsql;

namespace Hearth.Demo;

/// <summary>
/// Foreign keys asked once for the whole set instead of once a row, which is most of the time of a bulk load. PostgreSQL
/// lets only a superuser put them off (as of the embedded one Hearth is); anywhere else they stay on and the load is slower.
/// </summary>
internal sealed class SetOfChecks
{
    private readonly NpgsqlConnection connection;
    private readonly bool putOff;

    private SetOfChecks(NpgsqlConnection connection, bool putOff) =>
        (this.connection, this.putOff) = (connection, putOff);

    /// <summary>Until <see cref="CatchUpAsync"/>; a transaction that is rolled back takes the setting with it.</summary>
    public static async Task<SetOfChecks> PutOffAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var ask = new NpgsqlCommand(
            "select rolsuper from pg_roles where rolname = current_user",
            connection
        );
        var may = await ask.ExecuteScalarAsync(cancel) is true;
        if (may)
        {
            await RunAsync(connection, "set local session_replication_role = replica", cancel);
        }
        return new(connection, may);
    }

    /// <summary>Makes every check that was put off, for one organization.</summary>
    public async Task CatchUpAsync(Guid organizationId, CancellationToken cancel)
    {
        if (!putOff)
        {
            return;
        }
        // The planner knows nothing yet of rows of this transaction, and would join millions of them one by one.
        await RunAsync(
            connection,
            "set local session_replication_role = origin; set local enable_nestloop = off",
            cancel
        );
        foreach (var (what, query) in Broken)
        {
            await using var command = new NpgsqlCommand($"select exists ({query})", connection)
            {
                Parameters = { new() { Value = organizationId } },
                CommandTimeout = 0,
            };
            if (await command.ExecuteScalarAsync(cancel) is true)
            {
                throw new HearthException($"The history names {what} that is not there. Nothing was loaded.");
            }
        }
        await RunAsync(connection, "set local enable_nestloop = default", cancel);
    }

    private static readonly (string What, string Query)[] Broken =
    [
        (
            "a program or a site",
            """
            select from (select distinct program_id, site_id from support_contacts where organization_id = $1) c
            where not exists (select from programs p where p.organization_id = $1 and p.id = c.program_id)
               or (c.site_id is not null
                   and not exists (select from sites s where s.organization_id = $1 and s.id = c.site_id))
            """
        ),
        (
            "a contact or a person",
            """
            select from contact_people l
              left join support_contacts c on c.organization_id = $1 and c.id = l.contact_id and c.level = l.level
              left join people p on p.organization_id = $1 and p.id = l.person_id
            where l.organization_id = $1 and (c.id is null or p.id is null)
            """
        ),
        (
            "a person",
            """
            select from level_decisions d left join people p on p.organization_id = $1 and p.id = d.person_id
            where d.organization_id = $1 and p.id is null
            """
        ),
        (
            "a contact",
            """
            select from support_contact_versions v
              left join support_contacts c on c.organization_id = $1 and c.id = v.contact_id
            where v.organization_id = $1 and c.id is null
            """
        ),
    ];

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
