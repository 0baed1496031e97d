using Hearth.Demo;
using Hearth.Foundation;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;

namespace Hearth.Tests.Demo;

/// <summary>A database that holds the demo network.</summary>
public sealed class DemoDatabase : IAsyncLifetime
{
    public static readonly DateOnly Today = new(2026, 6, 30);
    private TestDatabase? test;

    public HearthDatabase Database { get; private set; } = null!;
    public Keyring Keyring { get; } = new(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());
    public long Scale { get; init; } = 24_000;

    public async ValueTask InitializeAsync()
    {
        test = await TestDatabase.CreateAsync();
        Database = await DatabaseConnection.OpenAsync(test.ConnectionString, "only-for-tests");
        await FillAsync();
    }

    public Task<int> FillAsync() => DemoNetwork.FillAsync(Database, Keyring, new DemoScale(Scale), Today);

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Database.Owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await test!.DisposeAsync();
    }
}
