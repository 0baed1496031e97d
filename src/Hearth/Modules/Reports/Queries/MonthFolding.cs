using System.Data;
using Hearth.Foundation.Database;
using Npgsql;

namespace Hearth.Modules.Reports.Queries;

/// <summary>
/// Works months out beforehand, so that reports over years need not count every contact again. A folded month remembers
/// what its transaction saw; changes to contacts name their months (see the migration), and one that the folding did not
/// see makes the month stale. Writers never wait for it, and readers take a stale month from the contacts.
/// </summary>
internal sealed class MonthFolding(HearthDatabase database)
{
    private const string ThisCluster = "(select system_identifier from pg_control_system())";
    private const string Unseen = """
        exists (select from report_changes h
          where h.organization_id = f.organization_id and h.month = f.month and not pg_visible_in_snapshot(h.transaction, f.seen))
        """;

    /// <summary>Folds what is missing or stale among the months from one to before another, unless someone else is at it.</summary>
    /// <returns>How many were folded.</returns>
    public async Task<int> FoldAsync(Guid organizationId, DateOnly from, DateOnly before, CancellationToken cancel)
    {
        await using var connection = await EnterAsync(organizationId, cancel);
        if ((await DueAsync(connection, organizationId, from, before, cancel)).Count == 0)
        {
            return 0;
        }
        return await InTurnAsync(
            connection,
            organizationId,
            async () =>
            {
                // Asked again: somebody else may have folded them meanwhile.
                var due = await DueAsync(connection, organizationId, from, before, cancel);
                foreach (var month in due)
                {
                    await FoldAsync(connection, organizationId, month, cancel);
                }
                return due.Count;
            },
            cancel
        );
    }

    /// <summary>
    /// Takes away changes to months that are not folded. No folding is on its way while it has its turn, and a later one
    /// sees all that is seen here.
    /// </summary>
    public async Task TidyAsync(Guid organizationId, CancellationToken cancel)
    {
        await using var connection = await EnterAsync(organizationId, cancel);
        await InTurnAsync(
            connection,
            organizationId,
            () =>
                RunAsync(
                    connection,
                    """
                    delete from report_changes h where h.organization_id = $1
                      and not exists (select from report_months f where f.organization_id = h.organization_id and f.month = h.month)
                    """,
                    [organizationId],
                    cancel
                ),
            cancel
        );
    }

    /// <summary>Which months can be read folded, as the transaction that asks sees it.</summary>
    public static Task<IReadOnlyList<DateOnly>> FreshAsync(
        NpgsqlConnection connection,
        Guid organizationId,
        DateOnly from,
        DateOnly before,
        CancellationToken cancel
    ) =>
        MonthsAsync(
            connection,
            $"""
            select f.month from report_months f
            where f.organization_id = $1 and f.month >= $2 and f.month < $3 and f.cluster = {ThisCluster} and not {Unseen}
            order by 1
            """,
            [organizationId, from, before],
            cancel
        );

    private static Task<IReadOnlyList<DateOnly>> DueAsync(
        NpgsqlConnection connection,
        Guid organizationId,
        DateOnly from,
        DateOnly before,
        CancellationToken cancel
    ) =>
        MonthsAsync(
            connection,
            $"""
            with first as (
              select least((select date_trunc('month', min(service_day)::timestamp)::date from support_contacts where organization_id = $1),
                (select min(month) from report_months where organization_id = $1)) as month)
            select m::date from generate_series(
              greatest($2, (select coalesce(month, $3) from first))::timestamp, $3::timestamp - interval '1 day', interval '1 month') m
            left join report_months f on f.organization_id = $1 and f.month = m::date and f.cluster = {ThisCluster}
            where f.month is null or {Unseen}
            order by 1
            """,
            [organizationId, from, before],
            cancel
        );

    private async Task<NpgsqlConnection> EnterAsync(Guid organizationId, CancellationToken cancel)
    {
        var connection = await database.App.OpenConnectionAsync(cancel);
        try
        {
            await HearthDatabase.EnterAsync(connection, organizationId, null, cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    // The session holds the lock, not a transaction: it is there before the snapshot of each month is taken.
    private static async Task<int> InTurnAsync(
        NpgsqlConnection connection,
        Guid organizationId,
        Func<Task<int>> work,
        CancellationToken cancel
    )
    {
        const string Turn = "hashtextextended('report months of ' || $1, 0)";
        if (await ScalarAsync(connection, $"select pg_try_advisory_lock({Turn})", organizationId, cancel) is not true)
        {
            return 0;
        }
        try
        {
            return await work();
        }
        finally
        {
            await ScalarAsync(connection, $"select pg_advisory_unlock({Turn})", organizationId, CancellationToken.None);
        }
    }

    private static async Task FoldAsync(
        NpgsqlConnection connection,
        Guid organizationId,
        DateOnly month,
        CancellationToken cancel
    )
    {
        const string InMonth =
            "c.organization_id = $1 and c.service_day >= $2 and c.service_day < $3 and c.undone_at is null";
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await using var batch = new NpgsqlBatch(connection) { Timeout = 600 };
        void Add(string sql) =>
            batch.BatchCommands.Add(
                new(sql)
                {
                    Parameters =
                    {
                        new() { Value = organizationId },
                        new() { Value = month },
                        new() { Value = month.AddMonths(1) },
                    },
                }
            );
        batch.BatchCommands.Add(new("set local jit = off"));
        batch.BatchCommands.Add(new("set local work_mem = '96MB'"));
        // A month's links are found one by one in the index; going through everybody's for each month would take far longer.
        batch.BatchCommands.Add(new("set local random_page_cost = 1.1"));
        Add("delete from report_cells where organization_id = $1 and month = $2 and $3::date is not null");
        Add("delete from report_people where organization_id = $1 and month = $2 and $3::date is not null");
        Add(MonthSql.Fold(InMonth));
        // Whatever this snapshot sees of the changes is in what was counted above.
        Add("delete from report_changes where organization_id = $1 and month = $2 and $3::date is not null");
        Add(
            $"""
            insert into report_months (organization_id, month, seen, cluster)
            select $1, $2, pg_current_snapshot(), {ThisCluster} where $3::date is not null
            on conflict (organization_id, month) do update set seen = excluded.seen, cluster = excluded.cluster
            """
        );
        await batch.ExecuteNonQueryAsync(cancel);
        await moment.CommitAsync(cancel);
    }

    private static async Task<IReadOnlyList<DateOnly>> MonthsAsync(
        NpgsqlConnection connection,
        string sql,
        object[] values,
        CancellationToken cancel
    )
    {
        await using var command = Command(connection, sql, values);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var months = new List<DateOnly>();
        while (await row.ReadAsync(cancel))
        {
            months.Add(row.GetFieldValue<DateOnly>(0));
        }
        return months;
    }

    private static async Task<object?> ScalarAsync(
        NpgsqlConnection connection,
        string sql,
        Guid organizationId,
        CancellationToken cancel
    )
    {
        await using var command = Command(connection, sql, [organizationId.ToString()]);
        return await command.ExecuteScalarAsync(cancel);
    }

    private static async Task<int> RunAsync(
        NpgsqlConnection connection,
        string sql,
        object[] values,
        CancellationToken cancel
    )
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        return command;
    }
}
