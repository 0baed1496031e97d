using Hearth.Foundation;
using Hearth.Foundation.Database;
using Npgsql;

namespace Hearth.Tests.Reports;

public sealed class ReportDatabase : IAsyncLifetime
{
    public HearthDatabase Database { get; private set; } = null!;
    private string name = "";
    private string server = "";

    public async ValueTask InitializeAsync()
    {
        server = Environment.GetEnvironmentVariable("HEARTH_TEST_DATABASE")!;
        name = "hearth_reports_" + Ids.New(TimeProvider.System).ToString("n")[20..];
        await using (var source = NpgsqlDataSource.Create(server))
        {
            await using var create = source.CreateCommand($"create database {name}");
            await create.ExecuteNonQueryAsync();
        }
        Database = await DatabaseConnection.OpenAsync(new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString, "test");
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await using var source = NpgsqlDataSource.Create(server);
        await using var drop = source.CreateCommand($"drop database {name} with (force)");
        await drop.ExecuteNonQueryAsync();
    }
}
