using Hearth.Foundation.Database;
using Hearth.Modules.Organizations;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.Support.Queries;

/// <summary>Names the supporter who stays in every moment that named the one who goes.</summary>
internal sealed class SupportersInContacts(Db db) : IKnowSupporters
{
    // A higher version makes a correction that is being written meanwhile ask instead of bringing the old name back.
    public Task<int> RenameAsync(Supporter from, Supporter into, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update support_contacts set version = version + 1, supporter_ids = case
                when supporter_ids @> array[{into.Id}] then array_remove(supporter_ids, {from.Id})
                else array_replace(supporter_ids, {from.Id}, {into.Id}) end
            where organization_id = {from.OrganizationId} and supporter_ids @> array[{from.Id}]
            """,
            cancel
        );
}
