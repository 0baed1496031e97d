using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.People.Queries;

/// <summary>Everything that is held about one person.</summary>
public sealed record Folder(
    Person Person,
    string Called,
    PersonDetails Details,
    IReadOnlyList<HeldRecord> Records,
    IReadOnlyList<LevelDecision> Decisions,
    IReadOnlyList<Look> Looks
)
{
    public IReadOnlyList<HeldRecord> At(RecordLevel level) => [.. Records.Where(r => r.Level == level)];

    /// <summary>Deleted, but for what the law keeps.</summary>
    public bool IsKeptOnly => Person.ForgottenAt is not null;
}

/// <summary>Opens a person's folder; the read is logged before anything of it is.</summary>
internal sealed class Folders(
    Db db,
    PeopleBook book,
    PersonSeal seal,
    WhoLooked looked,
    IEnumerable<IHeldAboutPerson> held
)
{
    public async Task<Folder?> OpenAsync(
        Guid id,
        string what,
        string? whatFor = null,
        int mostLooks = WhoLooked.MostOnPage,
        CancellationToken cancel = default
    )
    {
        if (await book.OpenAsync(id, what, whatFor, cancel) is not { } person)
        {
            return null;
        }
        var records = new List<HeldRecord>();
        foreach (var module in held)
        {
            records.AddRange(await module.ReadAsync(person, cancel));
        }
        var decisions = await db.Set<LevelDecision>()
            .AsNoTracking()
            .Where(d => d.PersonId == id)
            .OrderByDescending(d => d.SaidOn)
            .ThenByDescending(d => d.RecordedAt)
            .ToListAsync(cancel);
        return new(
            person,
            seal.Called(person),
            PersonDetails.Of(person, seal),
            [.. records.OrderByDescending(r => r.At)],
            decisions,
            await looked.ReadAsync(id, mostLooks, cancel)
        );
    }
}
