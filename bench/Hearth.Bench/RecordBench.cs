using System.Text;
using Hearth.Foundation;
using Npgsql;

namespace Hearth.Bench;

/// <summary>
/// A contact from the browser's POST to durable, with its audit entry, against the barest insert of the same row by as
/// many database clients on the same database in the same run. synchronous_commit is on for both.
/// </summary>
internal static class RecordBench
{
    private static readonly int[] Clients = [1, 8, 32];

    public static async IAsyncEnumerable<Figure> RunAsync(BenchOptions options)
    {
        await using var server = await BenchServer.StartAsync(contacts: 2000);
        var time = TimeSpan.FromSeconds(options.Seconds);
        await PostAsync(server, 32, TimeSpan.FromSeconds(15)); // until the code is compiled for good, it runs two to three times slower
        await BareAsync(server, 32, TimeSpan.FromSeconds(2));
        foreach (var clients in Clients)
        {
            // Halves on either side of the rival, so that a slow moment of the machine falls on both.
            var before = await PostAsync(server, clients, time / 2);
            var bare = await BareAsync(server, clients, time);
            var after = await PostAsync(server, clients, time / 2);
            var posts = (before.Count + after.Count) / (before.Seconds + after.Seconds);
            yield return Figure.AtLeastRatio($"record.clients{clients}", posts, "contacts/s", bare.PerSecond, 0.6);
            if (clients == 32)
            {
                yield return Figure.AtMost(
                    "record.p99",
                    Math.Max(before.Quantile(0.99), after.Quantile(0.99)),
                    "ms",
                    50,
                    bare.Quantile(0.99)
                );
                yield return Figure.Told("record.p50", after.Quantile(0.5), "ms");
            }
        }
    }

    private static Task<LoadResult> PostAsync(BenchServer server, int clients, TimeSpan time) =>
        Load.RunAsync(
            clients,
            time,
            _ =>
            {
                var http = new RawHttp(server.Host, server.Port);
                Func<Task> once = async () =>
                {
                    var (status, _) = await http.SendAsync(server.QuickRecord(Ids.New(TimeProvider.System)));
                    if (status != 303)
                    {
                        throw new InvalidOperationException($"Recording answered {status}.");
                    }
                };
                return (once, http);
            }
        );

    private static Task<LoadResult> BareAsync(BenchServer server, int clients, TimeSpan time) =>
        Load.RunAsync(
            clients,
            time,
            _ =>
            {
                var connection = server.Database.Owner.OpenConnection();
                using (var table = new NpgsqlCommand(BareTable, connection))
                {
                    table.ExecuteNonQuery();
                }
                var insert = Insert(connection, server);
                Func<Task> once = async () =>
                {
                    insert.Parameters[0].Value = Ids.New(TimeProvider.System);
                    await insert.ExecuteNonQueryAsync();
                };
                return (once, connection);
            }
        );

    private const string BareTable = """
        do $$ begin
          create table if not exists bench_bare (like support_contacts including defaults including constraints, primary key (organization_id, id));
        exception when unique_violation or duplicate_table or duplicate_object then null; end $$
        """;

    private static NpgsqlCommand Insert(NpgsqlConnection connection, BenchServer server)
    {
        var command = new NpgsqlCommand(
            """
            insert into bench_bare (organization_id, id, program_id, started_at, service_day, how, place, kinds, level, headcount, recorded_at)
            values ($2, $1, $3, $4, $5, 1, 1, 4096, 1, 1, $4)
            """,
            connection
        );
        var now = TimeProvider.System.GetUtcNow();
        command.Parameters.Add(new() { Value = Guid.Empty });
        command.Parameters.Add(new() { Value = server.OrganizationId });
        command.Parameters.Add(new() { Value = server.ProgramId });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = DateOnly.FromDateTime(now.UtcDateTime) });
        command.Prepare();
        return command;
    }
}
