using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Modules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.Accounts.Members;

/// <summary>One member as a director sees them.</summary>
internal sealed record MemberRow(Guid Id, Guid AccountId, string Name, Role Roles, DateTimeOffset Since, int Version);

/// <summary>Who is a member of the organization in scope, and changes to that.</summary>
internal sealed class MemberBook(
    Db db,
    HearthDatabase database,
    Access access,
    Memberships memberships,
    TimeProvider clock
)
{
    private Guid Organization => access.RequireOrganization().Id;

    public async Task<IReadOnlyList<MemberRow>> ListAsync()
    {
        await using var connection = await database.OpenAsync(access);
        await using var command = connection.CreateCommand();
        // An account also sees its own memberships elsewhere, hence the condition.
        command.CommandText = """
            select m.id, m.account_id, a.display_name, m.roles, m.since, m.version
            from memberships m join accounts a on a.id = m.account_id
            where m.organization_id = $1 and m.ended_at is null order by lower(a.display_name), m.id
            """;
        command.Parameters.Add(new() { Value = Organization });
        await using var row = await command.ExecuteReaderAsync();
        var members = new List<MemberRow>();
        while (await row.ReadAsync())
        {
            members.Add(
                new MemberRow(
                    row.GetGuid(0),
                    row.GetGuid(1),
                    row.GetString(2),
                    (Role)row.GetInt32(3),
                    row.GetFieldValue<DateTimeOffset>(4),
                    row.GetInt32(5)
                )
            );
        }
        return members;
    }

    public Task<string?> ChangeRolesAsync(Guid id, Role roles, int version) =>
        ChangeAsync(id, roles, version, member => member.Roles = roles);

    public Task<string?> EndAsync(Guid id, int version) =>
        ChangeAsync(id, Role.None, version, member => member.EndedAt = clock.GetUtcNow());

    /// <summary>Makes the account a member, or adds to the roles it has. The caller's transaction holds.</summary>
    public async Task AddAsync(Guid accountId, string name, Role roles)
    {
        var member = await db.Set<Membership>()
            .SingleOrDefaultAsync(m => m.AccountId == accountId && m.EndedAt == null);
        if (member is not null)
        {
            member.Roles |= roles;
            member.Version++;
        }
        else
        {
            db.Add(
                new Membership
                {
                    Id = Ids.New(clock),
                    OrganizationId = Organization,
                    AccountId = accountId,
                    Roles = roles,
                    SupporterId = (roles & Role.Recorders) != 0 ? await SupporterAsync(accountId, name) : null,
                    Since = clock.GetUtcNow(),
                }
            );
        }
        await db.SaveChangesAsync();
        memberships.Forget(accountId);
    }

    // Those who record are supporters too. A volunteer of before, known by name alone, becomes this account's.
    private async Task<Guid> SupporterAsync(Guid accountId, string name)
    {
        var supporters = db.Set<Supporter>();
        var sameName = await supporters
            .FromSql($"select * from supporters where lower(name) = lower({name})")
            .FirstOrDefaultAsync();
        var known =
            await supporters.FirstOrDefaultAsync(s => s.AccountId == accountId)
            ?? (sameName is { AccountId: null } ? sameName : null);
        if (known is not null)
        {
            known.AccountId = accountId;
            known.Version++;
            return known.Id;
        }
        var added = new Supporter
        {
            Id = Ids.New(clock),
            OrganizationId = Organization,
            Name = sameName is null ? name : $"{name} ({accountId.ToString()[^4..]})",
            AccountId = accountId,
            StartedOn = access.RequireOrganization().Today(clock),
        };
        db.Add(added);
        // The membership points at it.
        await db.SaveChangesAsync();
        return added.Id;
    }

    // Two directors who take the role from each other at the same moment must not both succeed.
    private async Task<string?> ChangeAsync(Guid id, Role becomes, int version, Action<Membership> change)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"members/" + Organization}, 0))"
        );
        var members = await db.Set<Membership>().Where(m => m.EndedAt == null).ToListAsync();
        if (members.Find(m => m.Id == id) is not { } member || member.Version != version)
        {
            return "Somebody else changed this member in the meantime. Nothing was changed now. Look at the list again.";
        }
        if (MemberRules.LeavesNoDirector(members.Select(m => (m.Id, m.Roles)), id, becomes))
        {
            return MemberRules.LastDirector;
        }
        change(member);
        member.Version++;
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        memberships.Forget(member.AccountId);
        return null;
    }
}
