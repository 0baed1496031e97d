using System.Collections.Concurrent;
using Hearth.Foundation;
using Hearth.Foundation.Database;
using Npgsql;

namespace Hearth.Modules.Accounts;

/// <summary>
/// Where accounts are signed in. Every request asks whether its session still holds, so answers are kept for a short
/// while; what ends in this process ends at once, and in another within that while.
/// </summary>
public sealed class Sessions(HearthDatabase database, TimeProvider clock)
{
    /// <summary>However often a session is used, it ends after this.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<Guid, Answer> known = new();

    private sealed record Answer(Guid AccountId, bool Holds, DateTimeOffset Until);

    public async Task<Guid> StartAsync(Guid accountId, string device)
    {
        var now = clock.GetUtcNow();
        var id = Ids.New(now);
        await RunAsync(
            "insert into sessions (id, account_id, started_at, seen_at, device) values ($1, $2, $3, $3, $4)",
            id,
            accountId,
            now,
            device
        );
        return id;
    }

    public async ValueTask<bool> HoldsAsync(Guid id, Guid accountId)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(id, out var answer) && answer.Until > now)
        {
            return answer.Holds && answer.AccountId == accountId;
        }
        if (known.Count >= Most)
        {
            known.Clear();
        }
        var holds = await ReadAsync(id, accountId, now);
        // An end that came in between must win over what was read before it.
        known.AddOrUpdate(
            id,
            new Answer(accountId, holds, now + Holds),
            (_, before) => before with { Holds = holds && (before.Holds || before.Until <= now), Until = now + Holds }
        );
        return holds;
    }

    public async Task EndAsync(Guid id, Guid accountId)
    {
        var ended = await RunAsync(
            "update sessions set ended_at = $3 where id = $1 and account_id = $2 and ended_at is null",
            id,
            accountId,
            clock.GetUtcNow()
        );
        if (ended > 0)
        {
            Forget(id, accountId);
        }
    }

    /// <summary>Signs the account out everywhere, or everywhere but here.</summary>
    public async Task EndAllAsync(Guid accountId, Guid? but = null)
    {
        foreach (var session in await OfAsync(accountId))
        {
            if (session.Id != but)
            {
                await EndAsync(session.Id, accountId);
            }
        }
    }

    /// <summary>Where the account is signed in now, last used first.</summary>
    public async Task<IReadOnlyList<Session>> OfAsync(Guid accountId)
    {
        await using var command = Command(
            """
            select id, account_id, started_at, seen_at, device from sessions
            where account_id = $1 and ended_at is null and started_at > $2 order by seen_at desc, id
            """,
            accountId,
            clock.GetUtcNow() - Longest
        );
        await using var row = await command.ExecuteReaderAsync();
        var sessions = new List<Session>();
        while (await row.ReadAsync())
        {
            sessions.Add(
                new Session
                {
                    Id = row.GetGuid(0),
                    AccountId = row.GetGuid(1),
                    StartedAt = row.GetFieldValue<DateTimeOffset>(2),
                    SeenAt = row.GetFieldValue<DateTimeOffset>(3),
                    Device = row.GetString(4),
                }
            );
        }
        return sessions;
    }

    private void Forget(Guid id, Guid accountId) => known[id] = new Answer(accountId, false, clock.GetUtcNow() + Holds);

    private async Task<bool> ReadAsync(Guid id, Guid accountId, DateTimeOffset now)
    {
        await using var command = Command(
            "select seen_at from sessions where id = $1 and account_id = $2 and ended_at is null and started_at > $3",
            id,
            accountId,
            now - Longest
        );
        if (await command.ExecuteScalarAsync() is not DateTime seen)
        {
            return false;
        }
        if (now.UtcDateTime - seen > SeenEvery)
        {
            await RunAsync("update sessions set seen_at = $2 where id = $1", id, now);
        }
        return true;
    }

    private async Task<int> RunAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync();
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.App.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        return command;
    }
}
