using System.Globalization;
using System.Text.Json;
using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;
using Hearth.Modules.Support.Rules;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.Support.Queries;

/// <summary>The moments of support that name a person: what they are told, and what becomes of them.</summary>
internal sealed class HeldContacts(Db db, Access access, PersonSeal seal, ProgramList programs, TimeProvider clock)
    : IHeldAboutPerson
{
    private const string Deleted = "a page was deleted";

    public async Task<IReadOnlyList<HeldRecord>> ReadAsync(Person person, CancellationToken cancel)
    {
        var mine = db.Set<ContactPerson>().Where(l => l.PersonId == person.Id).Select(l => l.ContactId);
        var contacts = await db.Set<SupportContact>()
            .AsNoTracking()
            .Where(c => mine.Contains(c.Id))
            .OrderByDescending(c => c.StartedAt)
            .ToListAsync(cancel);
        var shared = await SharedAsync(contacts.Select(c => c.Id), person.Id, cancel);
        var called = await db.Set<Supporter>().AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        var names = (await programs.AllAsync(access)).ToDictionary(p => p.Id, p => p.Name);
        return
        [
            .. contacts.Select(c =>
                Tell(c, person, shared.Contains(c.Id), names.GetValueOrDefault(c.ProgramId), called)
            ),
        ];
    }

    public async Task LowerAsync(Person person, RecordLevel to, CancellationToken cancel)
    {
        foreach (var contact in await LinkedAsync(person, cancel))
        {
            if (contact.Level <= to)
            {
                continue;
            }
            db.Add(Before(contact, "the level was lowered"));
            contact.Level = to;
            contact.Version++;
        }
        db.Why = "the level was lowered";
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException failure) when (ContactClash.IsConflict(failure))
        {
            // Whoever asked for this knows the one kind of conflict, not this module's tables.
            throw new DbUpdateConcurrencyException("A contact was changed at the same time.", failure);
        }
    }

    public async Task<int> ForgetAsync(Person person, KeyChange key, CancellationToken cancel)
    {
        var contacts = await LinkedAsync(person, cancel);
        var shared = await SharedAsync(contacts.Select(c => c.Id), person.Id, cancel);
        await UnlinkAsync(person, cancel);
        foreach (var contact in contacts)
        {
            if (contact.Level == RecordLevel.Billable)
            {
                contact.NoteSealed = key.Reseal(contact.NoteSealed, ContactLog.NotePlace(contact.Id));
                continue;
            }
            // Words are kept only where one person was there: these are theirs, and go with them.
            contact.NoteSealed = null;
            contact.Level = shared.Contains(contact.Id) ? contact.Level : RecordLevel.Counted;
            contact.Version++;
        }
        await RewriteVersionsAsync(contacts, key, cancel);
        db.Why = Deleted;
        await db.SaveChangesAsync(cancel);
        return contacts.Count(c => c.Level == RecordLevel.Billable);
    }

    private async Task<List<SupportContact>> LinkedAsync(Person person, CancellationToken cancel)
    {
        var mine = db.Set<ContactPerson>().Where(l => l.PersonId == person.Id).Select(l => l.ContactId);
        return await db.Set<SupportContact>().Where(c => mine.Contains(c.Id)).ToListAsync(cancel);
    }

    private async Task<HashSet<Guid>> SharedAsync(IEnumerable<Guid> contacts, Guid personId, CancellationToken cancel)
    {
        var ids = contacts.ToArray();
        return
        [
            .. await db.Set<ContactPerson>()
                .Where(l => ids.Contains(l.ContactId) && l.PersonId != personId)
                .Select(l => l.ContactId)
                .ToListAsync(cancel),
        ];
    }

    // Links go first: a counted contact can hold nobody, and the schema says so.
    private async Task UnlinkAsync(Person person, CancellationToken cancel)
    {
        db.RemoveRange(
            await db.Set<ContactPerson>()
                .Where(l => l.PersonId == person.Id && l.Level != RecordLevel.Billable)
                .ToListAsync(cancel)
        );
        db.Why = Deleted;
        await db.SaveChangesAsync(cancel);
    }

    // Earlier versions hold earlier words, and reasons that somebody wrote freely: the same becomes of them.
    private async Task RewriteVersionsAsync(List<SupportContact> contacts, KeyChange key, CancellationToken cancel)
    {
        var billable = contacts.Where(c => c.Level == RecordLevel.Billable).Select(c => c.Id).ToHashSet();
        var ids = contacts.Select(c => c.Id).ToArray();
        foreach (
            var version in await db.Set<SupportContactVersion>()
                .Where(v => ids.Contains(v.ContactId))
                .ToListAsync(cancel)
        )
        {
            var facts = JsonSerializer.Deserialize<ContactFacts>(version.Body)!;
            var isKept = billable.Contains(version.ContactId);
            var note = isKept ? key.Reseal(facts.NoteSealed, ContactLog.NotePlace(version.ContactId)) : null;
            version.Body = JsonSerializer.Serialize(facts with { NoteSealed = note }, AuditTrail.Json);
            version.Why = isKept ? version.Why : null;
        }
    }

    private SupportContactVersion Before(SupportContact contact, string why) =>
        new()
        {
            OrganizationId = contact.OrganizationId,
            ContactId = contact.Id,
            Version = contact.Version,
            ReplacedAt = clock.GetUtcNow(),
            ReplacedBy = access.AccountId,
            Why = why,
            Body = JsonSerializer.Serialize(ContactFacts.Of(contact), AuditTrail.Json),
        };

    private HeldRecord Tell(
        SupportContact contact,
        Person person,
        bool shared,
        string? program,
        Dictionary<Guid, string> called
    )
    {
        var local = access.RequireOrganization().Local(contact.StartedAt);
        var day = local.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);
        var facts = new Dictionary<string, string?>
        {
            ["Program"] = program,
            ["Day"] = day,
            ["Time"] = contact.TimeKnown ? Telling.Time(local) : "not recorded",
            ["Minutes"] = contact.Minutes?.ToString(CultureInfo.InvariantCulture) ?? "not recorded",
            ["How"] = SupportWords.Of(contact.How),
            ["Where"] = SupportWords.Of(contact.Place),
            ["What it was"] = SupportWords.Of(contact.Kinds),
            ["People there"] = contact.Headcount.ToString("N0", CultureInfo.InvariantCulture),
            ["With"] = string.Join(", ", contact.SupporterIds.Select(called.GetValueOrDefault).OfType<string>()),
            ["First time"] = contact.FirstTime switch
            {
                true => "yes",
                false => "no",
                null => "not asked",
            },
            ["Taken back"] = contact.UndoneAt is null ? null : "yes, counted nowhere",
            ["In your words"] = shared ? null : seal.Open(person, contact.NoteSealed, ContactLog.NotePlace(contact.Id)),
        };
        var summary = $"{Telling.Capital(Telling.Name(contact))}, {day}{(program is null ? "" : $", {program}")}";
        return new(
            "Moment of support",
            contact.Id,
            contact.StartedAt,
            contact.Level,
            summary,
            facts.Where(f => !string.IsNullOrEmpty(f.Value)).ToDictionary(),
            $"/support/{contact.Id}"
        );
    }
}
