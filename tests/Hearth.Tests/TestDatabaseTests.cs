using Npgsql;

namespace Hearth.Tests;

public sealed class TestDatabaseTests
{
    [Fact]
    public async Task Every_test_gets_a_database_of_its_own_with_the_present_schema()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TestDatabase.CreateAsync()));
        Assert.Equal(4, databases.Select(d => d.Name).Distinct(StringComparer.Ordinal).Count());
        await Task.WhenAll(databases.Select(async d => Assert.True(await CountAsync(d, "schema_migrations") > 0)));
        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_is_gone_after_its_test()
    {
        var database = await TestDatabase.CreateAsync();
        await database.DisposeAsync();
        var gone = await Assert.ThrowsAsync<PostgresException>(() => CountAsync(database, "schema_migrations"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, gone.SqlState);
    }

    private static async Task<long> CountAsync(TestDatabase database, string table)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand($"select count(*) from {table}");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
