using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.Accounts.Members;

/// <summary>What the holder of a link is offered.</summary>
internal sealed record OpenInvitation(Guid Id, string Name, Role Roles, OrganizationContext Organization);

/// <summary>Invitations of the organization in scope, and the way in for those who hold one's link.</summary>
internal sealed class Invitations(Db db, HearthDatabase database, Access access, MemberBook members, TimeProvider clock)
{
    /// <summary>Makes an invitation.</summary>
    /// <returns>The token of its link, which is kept nowhere.</returns>
    public async Task<InvitationToken> InviteAsync(string name, Role roles)
    {
        var now = clock.GetUtcNow();
        var token = InvitationToken.New(access.RequireOrganization().Id);
        db.Add(
            new Invitation
            {
                Id = Ids.New(now),
                OrganizationId = token.OrganizationId,
                TokenHash = token.Hash,
                Name = name.Trim(),
                Roles = roles,
                CreatedAt = now,
                CreatedBy = access.AccountId,
                ExpiresAt = now + Invitation.Holds,
            }
        );
        await db.SaveChangesAsync();
        return token;
    }

    /// <summary>Those that wait for somebody, newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> OpenAsync()
    {
        var now = clock.GetUtcNow();
        return await db.Set<Invitation>()
            .AsNoTracking()
            .Where(i => i.AcceptedAt == null && i.WithdrawnAt == null && i.ExpiresAt > now)
            .OrderByDescending(i => i.CreatedAt)
            .ToListAsync();
    }

    public async Task WithdrawAsync(Guid id)
    {
        if (
            await db.Set<Invitation>().SingleOrDefaultAsync(i => i.Id == id) is
            { AcceptedAt: null, WithdrawnAt: null } open
        )
        {
            open.WithdrawnAt = clock.GetUtcNow();
            await SaveAsync();
        }
    }

    /// <summary>The open invitation of a link, read as its organization; null when it was used, withdrawn or too old.</summary>
    public async Task<OpenInvitation?> FindAsync(string text)
    {
        if (InvitationToken.Read(text) is not { } token)
        {
            return null;
        }
        await using var connection = await database.App.OpenConnectionAsync();
        await HearthDatabase.EnterAsync(connection, token.OrganizationId, null, default);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            select {OrganizationLookup.Columns}, i.id, i.name, i.roles
            from invitations i join organizations o on o.id = i.organization_id
            where i.token_hash = $1 and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > $2
            """;
        command.Parameters.Add(new() { Value = token.Hash });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync()
            ? new OpenInvitation(row.GetGuid(6), row.GetString(7), (Role)row.GetInt32(8), OrganizationLookup.Read(row))
            : null;
    }

    /// <summary>Makes the signed-in account a member as the link says.</summary>
    /// <returns>The organization; null when the link was used, withdrawn or too old.</returns>
    public async Task<OrganizationContext?> AcceptAsync(string text)
    {
        if (await FindAsync(text) is not { } invitation)
        {
            return null;
        }
        access.Enter(invitation.Organization, invitation.Roles);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var open = await db.Set<Invitation>().SingleAsync(i => i.Id == invitation.Id);
        if (open.AcceptedAt is not null || open.WithdrawnAt is not null)
        {
            // Somebody else was quicker between the look and the transaction.
            return null;
        }
        open.AcceptedAt = clock.GetUtcNow();
        open.AcceptedBy = access.AccountId;
        if (!await SaveAsync())
        {
            return null;
        }
        await members.AddAsync(access.AccountId!.Value, access.Actor, invitation.Roles);
        await transaction.CommitAsync();
        return invitation.Organization;
    }

    private async Task<bool> SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
