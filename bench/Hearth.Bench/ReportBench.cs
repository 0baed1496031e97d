using System.Diagnostics;
using Hearth.Demo;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hearth.Bench;

/// <summary>
/// The board one-pager over one organization's last 36 whole months, drawn whole: counted, protected, put together. The first
/// draw folds the months and is only told; the next ones are measured. Beside them the barest roll-up of the same rows that
/// PostgreSQL can do: people by program and month.
/// </summary>
internal static class ReportBench
{
    private const double TargetSeconds = 0.3;

    public static async IAsyncEnumerable<Figure> RunAsync(BenchOptions options)
    {
        await using var server = await BenchServer.StartAsync(contacts: 2000);
        var loaded = 0L;
        foreach (var contacts in options.Contacts is { } asked ? [asked] : new[] { 1_000_000, 10_000_000 })
        {
            await LoadAsync(server, contacts - loaded, seed: (ulong)contacts);
            loaded = contacts;
            await UnfoldAsync(server);
            var scale = $"{contacts / 1_000_000.0:0.###}M";
            yield return Figure.Told($"report.first-{scale}", await SecondsAsync(() => DrawAsync(server)), "s");
            await DrawAsync(server);
            var drawn = await MedianAsync(() => DrawAsync(server));
            var bare = await MedianAsync(() => RollUpAsync(server));
            yield return Figure.AtMost($"report.board-{scale}", drawn, "s", TargetSeconds, bare);
        }
    }

    private static async Task LoadAsync(BenchServer server, long contacts, ulong seed)
    {
        await using var scope = server.Enter();
        var programs = await scope
            .ServiceProvider.GetRequiredService<Db>()
            .Set<SupportProgram>()
            .AsNoTracking()
            .ToListAsync();
        var (from, to) = Period;
        await DemoHistory.LoadAsync(
            server.Database,
            scope.ServiceProvider.GetRequiredService<Keyring>(),
            server.OrganizationId,
            programs,
            contacts,
            from,
            to,
            seed
        );
        await using var analyze = server.Database.Owner.CreateCommand("vacuum analyze");
        analyze.CommandTimeout = 0;
        await analyze.ExecuteNonQueryAsync();
    }

    /// <summary>Takes away what the server has folded by itself meanwhile, and stays out of its way while it does.</summary>
    private static async Task UnfoldAsync(BenchServer server)
    {
        await using var connection = await server.Database.Owner.OpenConnectionAsync();
        foreach (
            var sql in new[]
            {
                "select pg_advisory_lock(hashtextextended('report months of ' || $1, 0))",
                "delete from report_months where organization_id = $1::uuid",
                "select pg_advisory_unlock(hashtextextended('report months of ' || $1, 0))",
            }
        )
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            command.Parameters.Add(new() { Value = server.OrganizationId.ToString() });
            await command.ExecuteNonQueryAsync();
        }
    }

    private static async Task DrawAsync(BenchServer server)
    {
        await using var scope = server.Enter();
        var access = scope.ServiceProvider.GetRequiredService<Access>();
        var catalog = scope.ServiceProvider.GetRequiredService<ReportCatalog>();
        var definition = (await catalog.FindAsync(access, "board-one-pager"))!;
        await scope.ServiceProvider.GetRequiredService<Reporting>().DrawAsync(access, definition, Period);
    }

    /// <summary>What a board asks for: three years that are over.</summary>
    private static ReportPeriod Period
    {
        get
        {
            var before = ReportPeriod
                .LastBefore(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime), PeriodKind.Month)
                .To;
            return new ReportPeriod(before.AddDays(1).AddMonths(-36), before);
        }
    }

    private static async Task RollUpAsync(BenchServer server)
    {
        await using var command = server.Database.Owner.CreateCommand(
            """
            select program_id, date_trunc('month', service_day), count(*), sum(headcount) from support_contacts
            where organization_id = $1 and service_day between $2 and $3 and undone_at is null group by 1, 2
            """
        );
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = server.OrganizationId });
        command.Parameters.Add(new() { Value = Period.From });
        command.Parameters.Add(new() { Value = Period.To });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<double> MedianAsync(Func<Task> once)
    {
        var times = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            times.Add(await SecondsAsync(once));
        }
        times.Sort();
        return times[1];
    }

    private static async Task<double> SecondsAsync(Func<Task> once)
    {
        var watch = Stopwatch.StartNew();
        await once();
        return watch.Elapsed.TotalSeconds;
    }
}
