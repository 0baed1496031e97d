using Hearth.Foundation.Database;
using Hearth.Modules.Reports.Rules;

namespace Hearth.Modules.Reports.Queries;

/// <summary>Keeps every organization's ended months folded while the server runs, so that even the first report is quick.</summary>
internal sealed class FoldingJob(HearthDatabase database, TimeProvider clock, ILogger<FoldingJob> log)
    : BackgroundService
{
    private readonly MonthFolding folding = new(database);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        try
        {
            // The first minute belongs to the start.
            while (await minute.WaitForNextTickAsync(stoppingToken))
            {
                await FoldAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }

    internal async Task FoldAsync(CancellationToken stop)
    {
        try
        {
            foreach (var (id, today) in await OrganizationsAsync(stop))
            {
                await folding.FoldAsync(id, DateOnly.MinValue, FoldedMonths.Of(today), stop);
                await folding.TidyAsync(id, stop);
            }
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            log.LogError(
                failure,
                "Months could not be folded for reports; reports count their contacts instead, and it is tried again."
            );
        }
    }

    private async Task<IReadOnlyList<(Guid Id, DateOnly Today)>> OrganizationsAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        await using var command = database.Owner.CreateCommand("select id, time_zone from organizations order by id");
        await using var row = await command.ExecuteReaderAsync(stop);
        var organizations = new List<(Guid, DateOnly)>();
        while (await row.ReadAsync(stop))
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(row.GetString(1));
            organizations.Add((row.GetGuid(0), DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime)));
        }
        return organizations;
    }
}
