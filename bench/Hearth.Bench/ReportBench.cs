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

namespace Hearth.Bench;

/// <summary>
/// The board one-pager over three years of one organization's contacts, drawn whole: counted, protected, put together.
/// Beside it the barest roll-up of the same rows that PostgreSQL can do: people by program and month.
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
            await DrawAsync(server);
            var drawn = await MedianAsync(() => DrawAsync(server));
            var bare = await MedianAsync(() => RollUpAsync(server));
            yield return Figure.AtMost(
                $"report.board-{contacts / 1_000_000.0:0.###}M",
                drawn,
                "s",
                TargetSeconds,
                bare
            );
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
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await DemoHistory.LoadAsync(
            server.Database,
            scope.ServiceProvider.GetRequiredService<Keyring>(),
            server.OrganizationId,
            programs,
            contacts,
            today.AddYears(-3),
            today,
            seed
        );
        await using var analyze = server.Database.Owner.CreateCommand("vacuum analyze");
        analyze.CommandTimeout = 0;
        await analyze.ExecuteNonQueryAsync();
    }

    private static async Task DrawAsync(BenchServer server)
    {
        await using var scope = server.Enter();
        var access = scope.ServiceProvider.GetRequiredService<Access>();
        var catalog = scope.ServiceProvider.GetRequiredService<ReportCatalog>();
        var definition = (await catalog.FindAsync(access, "board-one-pager"))!;
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var period = new ReportPeriod(today.AddYears(-3), today);
        await scope.ServiceProvider.GetRequiredService<Reporting>().DrawAsync(access, definition, period);
    }

    private static async Task RollUpAsync(BenchServer server)
    {
        await using var command = server.Database.Owner.CreateCommand(
            """
            select program_id, date_trunc('month', service_day), count(*), sum(headcount) from support_contacts
            where organization_id = $1 and undone_at is null group by 1, 2
            """
        );
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = server.OrganizationId });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<double> MedianAsync(Func<Task> once)
    {
        var times = new List<double>();
        for (var i = 0; i < 3; i++)
        {
            var watch = Stopwatch.StartNew();
            await once();
            times.Add(watch.Elapsed.TotalSeconds);
        }
        times.Sort();
        return times[1];
    }
}
