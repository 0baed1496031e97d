using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Modules.People.Rules;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.People.Changes;

/// <summary>What became of a correction.</summary>
/// <param name="Theirs">What somebody else saved in the meantime, with the version it has, where they did.</param>
internal sealed record CorrectionOutcome(IReadOnlyList<Problem> Problems, PersonDetails? Theirs = null, int Version = 0)
{
    public bool Succeeded => Problems.Count == 0 && Theirs is null;
}

/// <summary>Corrects what is held about a person; two people correcting at once get a choice.</summary>
internal sealed class Corrections(Db db, Access access, PersonSeal seal, Demographics lists, TimeProvider clock)
{
    public async Task<CorrectionOutcome> CorrectAsync(
        Guid id,
        int version,
        PersonDetails asked,
        CancellationToken cancel = default
    )
    {
        var details = asked.Clean();
        var problems = DetailRules.Check(details, lists, access.RequireOrganization().Today(clock));
        if (problems.Count > 0)
        {
            return new(problems);
        }
        if (await FindAsync(id, cancel) is not { } person)
        {
            return new([
                new(
                    "called",
                    "This page is not there any more. What you wrote is still in the form, and nothing was saved."
                ),
            ]);
        }
        if (person.Version != version)
        {
            return Conflict(person);
        }
        details.Write(person, seal);
        if (!db.ChangeTracker.HasChanges())
        {
            return new([]);
        }
        person.Version++;
        return await SaveAsync(person, cancel);
    }

    private async Task<CorrectionOutcome> SaveAsync(Person person, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return new([]);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await FindAsync(person.Id, cancel) is { } newer
                ? Conflict(newer)
                : new([new("called", "This page was deleted in the meantime. Nothing was saved.")]);
        }
        catch (DbUpdateException twice) when (PeopleBook.IsCodeTaken(twice))
        {
            db.ChangeTracker.Clear();
            return new([PeopleBook.CodeTaken]);
        }
    }

    private CorrectionOutcome Conflict(Person person) => new([], PersonDetails.Of(person, seal), person.Version);

    private Task<Person?> FindAsync(Guid id, CancellationToken cancel) =>
        db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null, cancel);
}
