using System.Security.Cryptography;
using Hearth.Foundation.Database;
using Npgsql;

namespace Hearth.Tests;

/// <summary>A database of a test's own, with the present schema, gone afterwards.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestServer server;

    private TestDatabase(TestServer server, string name)
    {
        this.server = server;
        Name = name;
    }

    public string Name { get; }

    /// <summary>How the role that owns the database reaches it.</summary>
    public string ConnectionString => server.ConnectionString(Name);

    /// <summary>A copy of the template, which is made once for each state of the migrations.</summary>
    public static Task<TestDatabase> CreateAsync() => CreateAsync(Schema.Hash, UpdateSchemaAsync);

    /// <param name="hash">Names the template: what <paramref name="prepare"/> makes must depend on it alone.</param>
    /// <param name="prepare">Fills the template, given the connection string of its owner.</param>
    public static async Task<TestDatabase> CreateAsync(string hash, Func<string, Task> prepare)
    {
        var server = await TestServer.Shared;
        var template = await Templates.GetAsync(server, hash, prepare);
        return await CreateAsync(server, $" template \"{template}\"");
    }

    /// <summary>A database without anything, for tests of the migrations themselves.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync() => await CreateAsync(await TestServer.Shared, "");

    private static async Task<TestDatabase> CreateAsync(TestServer server, string like)
    {
        var name = "test_" + RandomNumberGenerator.GetHexString(12, lowercase: true);
        await server.RunAsync($"create database \"{name}\"{like}");
        return new TestDatabase(server, name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        await server.RunAsync(
            $"drop database if exists \"{Name}\" with (force)",
            $"drop role if exists \"hearth_app_{Name}\""
        );
    }

    private static async Task UpdateSchemaAsync(string connectionString)
    {
        await using var owner = NpgsqlDataSource.Create(connectionString);
        await Schema.UpdateAsync(owner);
    }
}
