using System.Collections.Concurrent;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;

namespace Hearth.Modules.Accounts;

/// <summary>
/// Reads what an account may do where, with the account's own eyes (row-level security lets it see no other). Answers
/// hold for a few seconds; a change made in this process takes effect at once.
/// </summary>
public sealed class Memberships(HearthDatabase database, TimeProvider clock) : IMemberships
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(5);
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<(Guid Account, string Slug), Answer> known = new();

    private sealed record Answer(OrganizationContext Organization, Role Roles, DateTimeOffset Until);

    public async ValueTask<(OrganizationContext Organization, Role Roles)?> FindAsync(Guid accountId, string slug)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue((accountId, slug), out var answer) && answer.Until > now)
        {
            return (answer.Organization, answer.Roles);
        }
        var found = await ReadAsync(accountId, slug);
        if (found is not [var (organization, roles)])
        {
            known.TryRemove((accountId, slug), out _);
            return null;
        }
        if (known.Count >= Most)
        {
            known.Clear();
        }
        known[(accountId, slug)] = new Answer(organization, roles, now + Holds);
        return (organization, roles);
    }

    /// <summary>Every organization the account is a member of, by name.</summary>
    public async Task<IReadOnlyList<(OrganizationContext Organization, Role Roles)>> OfAsync(Guid accountId) =>
        await ReadAsync(accountId, null);

    /// <summary>Call it after any change of the account's memberships.</summary>
    public void Forget(Guid accountId)
    {
        foreach (var key in known.Keys.Where(k => k.Account == accountId))
        {
            known.TryRemove(key, out _);
        }
    }

    private async Task<List<(OrganizationContext, Role)>> ReadAsync(Guid accountId, string? slug)
    {
        await using var connection = await database.App.OpenConnectionAsync();
        await HearthDatabase.EnterAsync(connection, null, accountId, default);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            select {OrganizationLookup.Columns}, m.roles from memberships m join organizations o on o.id = m.organization_id
            where m.account_id = $1 and ($2 is null or o.slug = $2) and m.ended_at is null
            order by lower(o.name), o.id
            """;
        command.Parameters.Add(new() { Value = accountId });
        command.Parameters.Add(
            new() { Value = (object?)slug ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text }
        );
        await using var row = await command.ExecuteReaderAsync();
        var found = new List<(OrganizationContext, Role)>();
        while (await row.ReadAsync())
        {
            found.Add((OrganizationLookup.Read(row), (Role)row.GetInt32(6)));
        }
        return found;
    }
}
