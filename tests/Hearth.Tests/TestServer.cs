using Hearth.Foundation.Database;
using Npgsql;

[assembly: AssemblyFixture(typeof(Hearth.Tests.TestServerEnd))]

namespace Hearth.Tests;

/// <summary>
/// The PostgreSQL that this test run uses: the one in HEARTH_TEST_DATABASE (a connection string of a role that may
/// create databases and roles), or else an embedded one that lives as long as the process.
/// </summary>
internal sealed class TestServer
{
    private static readonly Lazy<Task<TestServer>> Started = new(StartAsync);
    private readonly NpgsqlConnectionStringBuilder connection;
    private Embedded? own;
    private string? folder;

    private TestServer(string connection) =>
        this.connection = new NpgsqlConnectionStringBuilder(connection) { MaxPoolSize = 20 };

    public static Task<TestServer> Shared => Started.Value;

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Database = database }.ConnectionString;

    /// <summary>Runs statements outside of the tests' databases, such as CREATE DATABASE.</summary>
    public async Task RunAsync(params string[] statements)
    {
        await using var session = await OpenAsync();
        foreach (var statement in statements)
        {
            await RunAsync(session, statement);
        }
    }

    public async Task<bool> HasDatabaseAsync(NpgsqlConnection session, string name)
    {
        await using var command = new NpgsqlCommand("select 1 from pg_database where datname = $1", session);
        command.Parameters.Add(new() { Value = name });
        return await command.ExecuteScalarAsync() is not null;
    }

    public async Task<NpgsqlConnection> OpenAsync()
    {
        var session = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(ConnectionString("postgres")) { Pooling = false }.ConnectionString
        );
        await session.OpenAsync();
        return session;
    }

    public static async Task RunAsync(NpgsqlConnection session, string statement)
    {
        await using var command = new NpgsqlCommand(statement, session) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<TestServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("HEARTH_TEST_DATABASE") is { Length: > 0 } given)
        {
            return new TestServer(given);
        }
        var folder = Directory.CreateTempSubdirectory("hearth-test-");
        var options = EmbeddedOptions.ForHome(Repository.Root, Path.Combine(folder.FullName, "data")) with
        {
            Durable = false,
            Settings = new Dictionary<string, string> { ["max_connections"] = "300" },
        };
        var server = await Embedded.StartAsync(options);
        return new TestServer(server.ConnectionString("postgres")) { own = server, folder = folder.FullName };
    }

    /// <summary>
    /// Ends the embedded server with the last test, while the run still waits for it: at the end of the process the test
    /// runner gives ten seconds and then breaks off.
    /// </summary>
    public static async Task StopAsync()
    {
        if (!Started.IsValueCreated || await Started.Value is not { own: { } server, folder: { } folder })
        {
            return;
        }
        NpgsqlConnection.ClearAllPools();
        await server.DisposeAsync();
        DeleteAll(folder, Path.Combine(folder, "data"));
    }

    /// <summary>
    /// Deletes a folder and the data in it, which may lie outside, behind a link, when the server runs as another user.
    /// </summary>
    internal static void DeleteAll(string folder, string data)
    {
        if (new DirectoryInfo(Path.Combine(data, "postgres")).LinkTarget is { } elsewhere)
        {
            Directory.Delete(Path.GetDirectoryName(elsewhere)!, recursive: true);
        }
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Comes after every test of the assembly.</summary>
public sealed class TestServerEnd : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await TestServer.StopAsync();
}
