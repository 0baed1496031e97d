using System.Collections.Concurrent;
using Npgsql;

namespace Hearth.Tests;

/// <summary>Databases that tests copy: one for each state of the schema, made once for a server.</summary>
internal static class Templates
{
    private const long Lock = 0x4845_4154_5445; // "HEATTE"
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Made = new(StringComparer.Ordinal);

    public static Task<string> GetAsync(TestServer server, string hash, Func<string, Task> prepare) =>
        Made.GetOrAdd(
            hash,
            key => new Lazy<Task<string>>(() => MakeAsync(server, $"hearth_template_{key}", prepare))
        ).Value;

    private static async Task<string> MakeAsync(TestServer server, string name, Func<string, Task> prepare)
    {
        // Held until the session ends, so that two test runs on one server do not make it twice.
        await using var session = await server.OpenAsync();
        await TestServer.RunAsync(session, $"select pg_advisory_lock({Lock})");
        if (await server.HasDatabaseAsync(session, name))
        {
            return name;
        }
        var unfinished = name + "_new";
        await TestServer.RunAsync(session, $"drop database if exists \"{unfinished}\" with (force)");
        await TestServer.RunAsync(session, $"create database \"{unfinished}\"");
        var target = new NpgsqlConnectionStringBuilder(server.ConnectionString(unfinished)) { Pooling = false };
        await prepare(target.ConnectionString);
        await TestServer.RunAsync(session, $"alter database \"{unfinished}\" rename to \"{name}\"");
        return name;
    }
}
