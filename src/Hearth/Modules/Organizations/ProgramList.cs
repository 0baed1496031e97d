using System.Collections.Concurrent;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.Organizations;

/// <summary>
/// The programs of an organization, which nearly every request asks for and which hardly ever change: kept for a few
/// seconds, and forgotten at once by the page that changes them.
/// </summary>
public sealed class ProgramList(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<Guid, (long At, IReadOnlyList<SupportProgram> Programs)> kept = new();

    public async ValueTask<IReadOnlyList<SupportProgram>> AllAsync(Access access)
    {
        var organization = access.RequireOrganization();
        if (kept.TryGetValue(organization.Id, out var known) && clock.GetElapsedTime(known.At) < Fresh)
        {
            return known.Programs;
        }
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Access>().Enter(organization, Role.None);
        var programs = await scope
            .ServiceProvider.GetRequiredService<Db>()
            .Set<SupportProgram>()
            .AsNoTracking()
            .OrderBy(p => p.Name)
            .ToListAsync();
        kept[organization.Id] = (clock.GetTimestamp(), programs);
        return programs;
    }

    public async ValueTask<SupportProgram?> FindAsync(Access access, Guid id) =>
        (await AllAsync(access)).FirstOrDefault(p => p.Id == id);

    public async ValueTask<SupportProgram?> FindAsync(Access access, string? slug) =>
        slug is null ? null : (await AllAsync(access)).FirstOrDefault(p => p.Slug == slug);

    public void Forget(Guid organizationId) => kept.TryRemove(organizationId, out _);
}
