using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Npgsql;

namespace Hearth.Modules.Reports.Queries;

/// <summary>One line of the list of reports: its last whole period, when that is due, and when it was drawn.</summary>
internal sealed record DueReport(
    ReportDefinition Definition,
    ReportPeriod Period,
    DateOnly? Due,
    DateTimeOffset? DrawnAt,
    bool IsBeforeUs
)
{
    /// <summary>A report about days before anything was recorded here is nobody's debt.</summary>
    public bool IsLate(DateOnly today) => DrawnAt is null && Due < today && !IsBeforeUs;
}

/// <summary>What is due when, and what was drawn.</summary>
internal sealed class DueReports(ReportCatalog catalog, HearthDatabase database)
{
    /// <summary>Soonest due first; what has no due date after them.</summary>
    public async Task<IReadOnlyList<DueReport>> AllAsync(Access access, DateOnly today)
    {
        var definitions = await catalog.AllAsync(access);
        var (drawn, first) = await DrawnAsync(access);
        return
        [
            .. definitions
                .Select(d => (Definition: d, Period: ReportPeriod.LastBefore(today, d.Period)))
                .Select(d => new DueReport(
                    d.Definition,
                    d.Period,
                    d.Definition.Due?.On(d.Period),
                    drawn.TryGetValue((d.Definition.Id, d.Period), out var at) ? at : null,
                    first is null || first > d.Period.To
                ))
                .OrderBy(r => r.Due ?? DateOnly.MaxValue)
                .ThenBy(r => r.Definition.Title, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>What was drawn when, and the first day of which anything is recorded.</summary>
    private async Task<(Dictionary<(string, ReportPeriod), DateTimeOffset> Drawn, DateOnly? First)> DrawnAsync(
        Access access
    )
    {
        await using var connection = await database.OpenAsync(access);
        await using var batch = connection.CreateBatch();
        foreach (
            var select in (string[])
                [
                    "select report, from_day, to_day, drawn_at from report_draws where organization_id = $1",
                    "select min(service_day) from support_contacts where organization_id = $1",
                ]
        )
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = select;
            command.Parameters.Add(new NpgsqlParameter { Value = access.RequireOrganization().Id });
            batch.BatchCommands.Add(command);
        }
        var drawn = new Dictionary<(string, ReportPeriod), DateTimeOffset>();
        await using var row = await batch.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            var period = new ReportPeriod(row.GetFieldValue<DateOnly>(1), row.GetFieldValue<DateOnly>(2));
            drawn.Add((row.GetString(0), period), row.GetFieldValue<DateTimeOffset>(3));
        }
        await row.NextResultAsync();
        await row.ReadAsync();
        return (drawn, row.IsDBNull(0) ? null : row.GetFieldValue<DateOnly>(0));
    }
}
