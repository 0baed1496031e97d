using Hearth.Foundation;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Npgsql;

namespace Hearth.Demo;

/// <summary>How much history the network has.</summary>
/// <param name="Contacts">Over all organizations, and three years.</param>
public sealed record DemoScale(long Contacts = DemoScale.Ordinary)
{
    public const long Ordinary = 60_000;
    public const int Years = 3;
}

/// <summary>
/// Fills a database with the synthetic network. Each organization lands in one transaction with all that is its own, so a
/// fill that was cut short goes on with the organizations that are missing, and one that was finished does nothing.
/// </summary>
public static class DemoNetwork
{
    private const long Lock = 0x4445_4D4F; // "DEMO"

    /// <param name="today">The last day of the history.</param>
    /// <param name="until">Nothing happens after this moment; by default, noon of today in UTC.</param>
    /// <returns>How many organizations were added.</returns>
    /// <exception cref="HearthException">The database holds an organization that is not synthetic.</exception>
    public static async Task<int> FillAsync(
        HearthDatabase database,
        Keyring keyring,
        DemoScale scale,
        DateOnly today,
        IProgress<string>? progress = null,
        DateTimeOffset? until = null,
        CancellationToken cancel = default
    )
    {
        await using var connection = await database.Owner.OpenConnectionAsync(cancel);
        await RunAsync(connection, $"select pg_advisory_lock({Lock})", cancel);
        try
        {
            var there = await ThereAsync(connection, cancel);
            var missing = DemoOrganizations.All.Where(o => !there.Contains(o.Slug)).ToList();
            var end = until ?? new DateTimeOffset(today, new TimeOnly(12, 0), TimeSpan.Zero);
            foreach (var organization in missing)
            {
                var counts = await FillAsync(
                    connection,
                    keyring,
                    organization,
                    Planned(organization, scale),
                    today,
                    end,
                    cancel
                );
                progress?.Report(
                    counts.Contacts == 0
                        ? organization.Name
                        : $"{organization.Name}: {counts.Contacts:N0} contacts, {counts.People:N0} people"
                );
            }
            if (missing.Count > 0)
            {
                await RunAsync(connection, "analyze", cancel);
            }
            return missing.Count;
        }
        finally
        {
            await RunAsync(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private static async Task<HistoryCounts> FillAsync(
        NpgsqlConnection connection,
        Keyring keyring,
        DemoOrganization organization,
        long contacts,
        DateOnly today,
        DateTimeOffset until,
        CancellationToken cancel
    )
    {
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var settled = new SettledOrganization(organization, keyring, today);
        await settled.WriteAsync(connection, cancel);
        var counts = await DemoHistory.WriteAsync(connection, keyring, settled.Plan(contacts, until), null, cancel);
        await transaction.CommitAsync(cancel);
        return counts;
    }

    private static long Planned(DemoOrganization organization, DemoScale scale) =>
        (long)Math.Round(scale.Contacts * organization.Share / DemoOrganizations.All.Sum(o => o.Share));

    private static async Task<HashSet<string>> ThereAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("select slug, is_synthetic from organizations", connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            if (!row.GetBoolean(1))
            {
                throw new HearthException(
                    "This database holds a real organization, and the demo network never goes beside one. "
                        + "Nothing was changed. Name another database or data folder."
                );
            }
            slugs.Add(row.GetString(0));
        }
        return slugs;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
