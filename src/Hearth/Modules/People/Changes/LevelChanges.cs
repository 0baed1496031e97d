using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.People.Changes;

/// <summary>
/// Writes down what a person answered when asked whether records may know more, and does what follows from it: their
/// yes raises, their no changes nothing, and lowering needs no answer at all.
/// </summary>
internal sealed class LevelChanges(
    Db db,
    Access access,
    PeopleBook book,
    IEnumerable<IHeldAboutPerson> held,
    TimeProvider clock
)
{
    /// <summary>Nothing where it was written down; else what is missing.</summary>
    public async Task<IReadOnlyList<Problem>> AnswerAsync(
        Guid id,
        RecordLevel to,
        LevelAnswer? answer,
        CancellationToken cancel = default
    )
    {
        await using var change = await db.Database.BeginTransactionAsync(cancel);
        if (await LockAsync(id, cancel) is not { } person)
        {
            return [Gone];
        }
        var today = access.RequireOrganization().Today(clock);
        if (to <= person.Level)
        {
            return [new("answer", "Their records are at that level already. Nothing was changed.")];
        }
        var problems = LevelRules.Check(person.Level, to, answer, today);
        if (problems.Count > 0)
        {
            return problems;
        }
        db.Add(book.Decision(person, person.Level, to, answer!, clock.GetUtcNow()));
        Move(person, LevelRules.After(person.Level, to, answer, today));
        await db.SaveChangesAsync(cancel);
        await change.CommitAsync(cancel);
        return [];
    }

    /// <summary>Brings the person and all their records down. To be counted only is to have no page: that is a deletion.</summary>
    public async Task<IReadOnlyList<Problem>> LowerAsync(Guid id, LevelAnswer said, CancellationToken cancel = default)
    {
        try
        {
            return await TryLowerAsync(id, said, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return
            [
                new(
                    "answer",
                    "Somebody changed one of their records at this moment. Nothing was changed; do it once more."
                ),
            ];
        }
    }

    private async Task<IReadOnlyList<Problem>> TryLowerAsync(Guid id, LevelAnswer said, CancellationToken cancel)
    {
        await using var change = await db.Database.BeginTransactionAsync(cancel);
        if (await LockAsync(id, cancel) is not { } person)
        {
            return [Gone];
        }
        if (person.Level == RecordLevel.Personal)
        {
            return [];
        }
        db.Add(
            book.Decision(person, person.Level, RecordLevel.Personal, said with { SaidYes = true }, clock.GetUtcNow())
        );
        Move(person, RecordLevel.Personal);
        await db.SaveChangesAsync(cancel);
        foreach (var module in held)
        {
            await module.LowerAsync(person, RecordLevel.Personal, cancel);
        }
        await change.CommitAsync(cancel);
        return [];
    }

    private static Problem Gone { get; } = new("answer", "This page is not there any more. Nothing was changed.");

    private static void Move(Person person, RecordLevel to)
    {
        if (person.Level != to)
        {
            person.Level = to;
            person.Version++;
        }
    }

    private async Task<Person?> LockAsync(Guid id, CancellationToken cancel)
    {
        await PersonLock.HoldAsync(db, id, cancel);
        return await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null, cancel);
    }
}

/// <summary>Makes others wait who change the person or write down a moment with them, until this change is through.</summary>
internal static class PersonLock
{
    public static Task HoldAsync(Db db, Guid id, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select 1 from people where id = {id} for update", cancel);
}
