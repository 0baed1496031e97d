using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Modules.Reports.Files;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.Reports;

/// <summary>Keeps the packs an organization makes. Every version stays, so that what was sent can be drawn again.</summary>
public sealed class ReportPacks(Db db, Access access, ReportCatalog catalog, TimeProvider clock)
{
    /// <summary>A name no other report has: the title's own, or with a number behind it.</summary>
    public async Task<string> FreeNameAsync(string wanted)
    {
        var taken = (await catalog.AllAsync(access)).Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        // The pages "new" lives beside the reports.
        taken.Add("new");
        var name = wanted;
        for (var i = 2; taken.Contains(name); i++)
        {
            name = $"{wanted}-{i}";
        }
        return name;
    }

    /// <summary>Keeps a definition as the version after the one that was read.</summary>
    /// <returns>Null, or the problem when somebody else kept that version in between.</returns>
    public async Task<Problem?> KeepAsync(ReportDefinition definition)
    {
        db.Add(
            new ReportPack
            {
                OrganizationId = access.RequireOrganization().Id,
                Slug = definition.Id,
                Version = definition.Version,
                Definition = DefinitionWriter.Write(definition),
                MadeAt = clock.GetUtcNow(),
                MadeBy = access.AccountId,
            }
        );
        try
        {
            await db.SaveChangesAsync();
            return null;
        }
        catch (DbUpdateException failure)
            when (failure.InnerException
                    is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation }
            )
        {
            return new Problem(
                "title",
                "Somebody else changed this pack just now. Yours is still here and not saved. Open the pack again in another window to compare, then save yours over it."
            );
        }
    }
}
