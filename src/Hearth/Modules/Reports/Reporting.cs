using System.Data;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Modules.Organizations;
using Hearth.Modules.Reports.Queries;
using Hearth.Modules.Reports.Rules;
using Npgsql;

namespace Hearth.Modules.Reports;

/// <summary>Draws reports: counts in the database, hides what is small, and hands out only what may be shown.</summary>
public sealed class Reporting(HearthDatabase database, TimeProvider clock)
{
    private readonly MonthFolding folding = new(database);

    /// <summary>
    /// Draws a report as of this moment. Ended months that no report has read yet, or that changed since, are folded first:
    /// the next draw is quick.
    /// </summary>
    public async Task<ReportResult> DrawAsync(
        Access access,
        ReportDefinition definition,
        ReportPeriod period,
        CancellationToken cancel = default
    )
    {
        var organization = access.RequireOrganization();
        await FoldAsync(organization, period, cancel);
        await using var connection = await database.OpenAsync(access, cancel);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await PrepareAsync(connection, cancel);
        var (space, tally) = await CountAsync(connection, organization, definition, period, cancel);
        var drawing = new Drawing(definition, space, tally);
        return new ReportResult(
            definition,
            organization,
            await IsSyntheticAsync(connection, organization, cancel),
            period,
            clock.GetUtcNow(),
            drawing.Sections,
            [.. NotOver(organization, period), .. drawing.Missing],
            drawing.LeastWithheld
        );
    }

    private async Task FoldAsync(OrganizationContext organization, ReportPeriod period, CancellationToken cancel)
    {
        var (first, before) = FoldedMonths.Whole(period);
        var now = FoldedMonths.Of(organization.Today(clock));
        var last = before < now ? before : now;
        if (first < last)
        {
            await folding.FoldAsync(organization.Id, first, last, cancel);
        }
    }

    /// <summary>One large pass: room to group in memory, and no compiling of queries that take less time than their compiler.</summary>
    private static async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("set local jit = off; set local work_mem = '96MB'", connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private IEnumerable<string> NotOver(OrganizationContext organization, ReportPeriod period)
    {
        var today = organization.Today(clock);
        if (period.To >= today)
        {
            yield return $"The period is not over: it is drawn up to {ReportPeriod.Long(today)}, and later days are still empty.";
        }
    }

    /// <summary>The true numbers, for tests of definitions; nothing of it is printed.</summary>
    /// <param name="fromContacts">Counts every contact anew, past what is folded.</param>
    internal static async Task<(ReportSpace Space, Tally Tally)> CountAsync(
        NpgsqlConnection connection,
        OrganizationContext organization,
        ReportDefinition definition,
        ReportPeriod period,
        CancellationToken cancel = default,
        bool fromContacts = false
    )
    {
        var programs = await ProgramsAsync(connection, organization, period, cancel);
        var (first, before) = FoldedMonths.Whole(period);
        var folded = fromContacts
            ? []
            : await MonthFolding.FreshAsync(connection, organization.Id, first, before, cancel);
        var source = new ReportSource(connection, organization, period, programs, folded);
        var tally = new Tally();
        foreach (var same in Grid.For(definition).GroupBy(g => g.WhereName))
        {
            var adding = same.Where(g => !g.IsOfPeople && !g.By.Any(d => DimensionFacts.Of(d).IsOfPerson)).ToList();
            if (adding.Count > 0)
            {
                await new ContactPass(source, adding).AddToAsync(tally, cancel);
            }
            foreach (var grid in same.Except(adding))
            {
                var pass = new PersonPass(source, definition.Ages, grid);
                await (grid.IsOfPeople ? pass.AddPeopleAsync(tally, cancel) : pass.AddVisitsAsync(tally, cancel));
            }
        }
        return (new ReportSpace(definition, period, programs), tally);
    }

    private static async Task<IReadOnlyList<ReportProgram>> ProgramsAsync(
        NpgsqlConnection connection,
        OrganizationContext organization,
        ReportPeriod period,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select id, slug, name, model, coalesce(started_on <= $3, true) and coalesce(ended_on >= $2, true)
            from programs where organization_id = $1 order by name, slug
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = organization.Id },
                new() { Value = period.From },
                new() { Value = period.To },
            },
        };
        var programs = new List<ReportProgram>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            programs.Add(
                new(
                    row.GetGuid(0),
                    row.GetString(1),
                    row.GetString(2),
                    ContactWords.Code((ProgramModel)row.GetInt16(3)),
                    row.GetBoolean(4)
                )
            );
        }
        return programs;
    }

    private static async Task<bool> IsSyntheticAsync(
        NpgsqlConnection connection,
        OrganizationContext organization,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand("select is_synthetic from organizations where id = $1", connection)
        {
            Parameters = { new() { Value = organization.Id } },
        };
        return await command.ExecuteScalarAsync(cancel) is true;
    }
}
