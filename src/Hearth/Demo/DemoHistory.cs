using System.Globalization;
using Hearth.Foundation;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;
using Npgsql;

namespace Hearth.Demo;

/// <summary>Loads a made-up history into one organization: for the demo network, and for measuring at scale.</summary>
public static class DemoHistory
{
    /// <summary>
    /// Loads exactly <paramref name="contacts"/> contacts, with the people who chose to be known, in one transaction and with
    /// one audit entry. The same seed gives the same contacts; loading it twice into one organization is refused.
    /// </summary>
    /// <param name="to">The last day.</param>
    public static async Task<HistoryCounts> LoadAsync(
        HearthDatabase database,
        Keyring keyring,
        Guid organizationId,
        IReadOnlyList<SupportProgram> programs,
        long contacts,
        DateOnly from,
        DateOnly to,
        ulong seed,
        IProgress<long>? progress = null,
        CancellationToken cancel = default
    )
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var plan = new HistoryPlan
        {
            OrganizationId = organizationId,
            TimeZone = await TimeZoneAsync(connection, organizationId, cancel),
            Programs = [.. programs.Select(p => new PlannedProgram(p, 1))],
            Supporters = await SupportersAsync(connection, organizationId, cancel),
            From = from,
            To = to,
            Contacts = contacts,
            Seed = seed,
            CodeMark = seed.ToString("x", CultureInfo.InvariantCulture) + ".",
        };
        var counts = await WriteAsync(connection, keyring, plan, progress, cancel);
        await transaction.CommitAsync(cancel);
        return counts;
    }

    /// <summary>Writes the plan's history and its audit entry in the caller's transaction.</summary>
    internal static async Task<HistoryCounts> WriteAsync(
        NpgsqlConnection connection,
        Keyring keyring,
        HistoryPlan plan,
        IProgress<long>? progress,
        CancellationToken cancel
    )
    {
        var checks = await SetOfChecks.PutOffAsync(connection, cancel);
        var stream = new ContactStream(plan, new PersonSeal(keyring));
        var counts = await new HistoryCopy(connection, plan.OrganizationId).WriteAsync(stream, progress, cancel);
        await checks.CatchUpAsync(plan.OrganizationId, cancel);
        await AuditAsync(connection, plan, counts, cancel);
        return counts;
    }

    private static async Task AuditAsync(
        NpgsqlConnection connection,
        HistoryPlan plan,
        HistoryCounts counts,
        CancellationToken cancel
    )
    {
        await using var clock = new NpgsqlCommand("select now()", connection);
        var now = new DateTimeOffset((DateTime)(await clock.ExecuteScalarAsync(cancel))!);
        var entry = new AuditEntry
        {
            Id = Ids.New(now),
            OrganizationId = plan.OrganizationId,
            At = now,
            Actor = "demo network",
            Action = "added",
            Subject = "demo_history",
            SubjectId = plan.OrganizationId,
            NewValue = string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"contacts":{{counts.Contacts}},"people":{{counts.People}},"decisions":{{counts.Decisions}},"from":"{{plan.From:yyyy-MM-dd}}","to":"{{plan.To:yyyy-MM-dd}}"}"""
            ),
        };
        await using var command = AuditTrail.Command(entry, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<TimeZoneInfo> TimeZoneAsync(
        NpgsqlConnection connection,
        Guid id,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand("select time_zone from organizations where id = $1", connection)
        {
            Parameters = { new() { Value = id } },
        };
        return await command.ExecuteScalarAsync(cancel) is string zone
            ? TimeZoneInfo.FindSystemTimeZoneById(zone)
            : throw new HearthException("There is no such organization. Nothing was loaded.");
    }

    private static async Task<IReadOnlyList<Supporter>> SupportersAsync(
        NpgsqlConnection connection,
        Guid id,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            "select id, name, is_volunteer, account_id, started_on, ended_on from supporters where organization_id = $1 order by id",
            connection
        )
        {
            Parameters = { new() { Value = id } },
        };
        var supporters = new List<Supporter>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            supporters.Add(
                new Supporter
                {
                    Id = row.GetGuid(0),
                    OrganizationId = id,
                    Name = row.GetString(1),
                    IsVolunteer = row.GetBoolean(2),
                    AccountId = await row.GetFieldValueAsync<Guid?>(3, cancel),
                    StartedOn = await row.GetFieldValueAsync<DateOnly?>(4, cancel),
                    EndedOn = await row.GetFieldValueAsync<DateOnly?>(5, cancel),
                }
            );
        }
        return supporters;
    }
}
