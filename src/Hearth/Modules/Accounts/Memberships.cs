using Hearth.Foundation.Access;
using Hearth.Foundation.Database;

namespace Hearth.Modules.Accounts;

/// <summary>Reads what an account may do where, with the account's own eyes (row-level security lets it see no other).</summary>
internal sealed class Memberships(HearthDatabase database) : IMemberships
{
    public async ValueTask<(OrganizationContext Organization, Role Roles)?> FindAsync(Guid accountId, string slug)
    {
        await using var connection = await database.App.OpenConnectionAsync();
        await HearthDatabase.EnterAsync(connection, null, accountId, default);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            select {OrganizationLookup.Columns}, m.roles from memberships m join organizations o on o.id = m.organization_id
            where m.account_id = $1 and o.slug = $2 and m.ended_at is null
            """;
        command.Parameters.Add(new() { Value = accountId });
        command.Parameters.Add(new() { Value = slug });
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? (OrganizationLookup.Read(row), (Role)row.GetInt32(5)) : null;
    }
}
