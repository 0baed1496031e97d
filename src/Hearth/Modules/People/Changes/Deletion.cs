using System.Security.Cryptography;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.People.Changes;

internal enum Deleted
{
    /// <summary>Everything of theirs is gone.</summary>
    Whole,

    /// <summary>What the law keeps is still there, and nothing else.</summary>
    ButKept,

    /// <summary>Somebody changed the page since it was looked at; nothing was deleted.</summary>
    ChangedMeanwhile,

    /// <summary>There was no such page any more.</summary>
    WasGone,
}

/// <summary>
/// Deletes a person: their row with its key, their decisions, their place in every record. Without the key nothing that
/// the audit or a version holds of them opens again. Where the law keeps billable records, those stay under a new key.
/// </summary>
internal sealed class Deletion(Db db, PersonSeal seal, IEnumerable<IHeldAboutPerson> held, TimeProvider clock)
{
    private const string Why = "their page was deleted";

    public async Task<Deleted> DeleteAsync(Guid id, int version, CancellationToken cancel = default)
    {
        try
        {
            return await TryAsync(id, version, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody corrected one of their moments at the same time; all of it is as it was before.
            db.ChangeTracker.Clear();
            return Deleted.ChangedMeanwhile;
        }
    }

    private async Task<Deleted> TryAsync(Guid id, int version, CancellationToken cancel)
    {
        await using var change = await db.Database.BeginTransactionAsync(cancel);
        await PersonLock.HoldAsync(db, id, cancel);
        var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == id && p.ForgottenAt == null, cancel);
        if (person is null)
        {
            return Deleted.WasGone;
        }
        if (person.Version != version)
        {
            return Deleted.ChangedMeanwhile;
        }
        var key = seal.NewKey(person);
        var kept = 0;
        foreach (var module in held)
        {
            kept += await module.ForgetAsync(person, key, cancel);
        }
        var decisions = await db.Set<LevelDecision>().Where(d => d.PersonId == id).ToListAsync(cancel);
        db.RemoveRange(decisions.Where(d => kept == 0 || d.ToLevel != RecordLevel.Billable));
        if (kept == 0)
        {
            db.Remove(person);
        }
        else
        {
            Reduce(person, key);
        }
        db.Why = Why;
        await db.SaveChangesAsync(cancel);
        await change.CommitAsync(cancel);
        return kept == 0 ? Deleted.Whole : Deleted.ButKept;
    }

    // What a payer's record needs is whose it is: the name, or the code where there is no name.
    private void Reduce(Person person, KeyChange key)
    {
        var name = seal.Name(person);
        var code = name is null ? seal.Code(person) : null;
        person.OwnKey = key.Wrapped;
        seal.SetName(person, name);
        seal.SetCode(person, code);
        // Nobody finds them by it any more, and the code is free for someone else.
        person.NameIndex = name is null ? null : RandomNumberGenerator.GetBytes(BlindIndex.Length);
        person.CodeIndex = code is null ? null : RandomNumberGenerator.GetBytes(BlindIndex.Length);
        seal.SetReach(person, null);
        person.BirthYear = null;
        person.Gender = null;
        person.RaceEthnicity = [];
        person.Language = null;
        person.County = null;
        person.ForgottenAt = clock.GetUtcNow();
        person.Version++;
    }
}
