using Hearth.Foundation.Database;
using Hearth.Modules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.Accounts;

/// <summary>Names the supporter who stays in the memberships that named the one who goes.</summary>
internal sealed class SupportersInMemberships(Db db) : IKnowSupporters
{
    public Task<int> RenameAsync(Supporter from, Supporter into, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update memberships set version = version + 1, supporter_id = {into.Id}
            where organization_id = {from.OrganizationId} and supporter_id = {from.Id}
            """,
            cancel
        );
}
