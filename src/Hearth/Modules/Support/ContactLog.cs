using System.Text.Json;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Foundation.Forms;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hearth.Modules.Support;

/// <summary>What became of an attempt to record or correct.</summary>
/// <param name="Conflict">The contact as somebody else left it in the meantime, where they did.</param>
public sealed record ContactOutcome(
    SupportContact? Contact,
    IReadOnlyList<Problem> Problems,
    SupportContact? Conflict = null
)
{
    public bool Succeeded => Problems.Count == 0 && Conflict is null;
}

/// <summary>Records, corrects and takes back moments of support, for the member who asks.</summary>
public sealed class ContactLog(
    Lazy<Db> db,
    Access access,
    ContactWriter writer,
    AuditTrail audit,
    PersonSeal seal,
    ProgramList programs,
    TimeProvider clock
)
{
    // Most moments are recorded without it.
    private Db Db => db.Value;

    private OrganizationContext Organization => access.RequireOrganization();

    public async Task<ContactOutcome> RecordAsync(NewContact asked, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var program = await programs.FindAsync(access, asked.ProgramId);
        var problems = ContactRules.Check(asked, program, Organization.Local(now)).ToList();
        await CheckSupportersAsync(asked, [], problems, cancel);
        var people = problems.Count == 0 ? await PeopleAsync(asked, problems, cancel) : [];
        if (problems.Count > 0)
        {
            return new(null, problems);
        }

        var contact = Build(asked, people, now);
        var entry = audit.Entry(
            access,
            "added",
            "support_contacts",
            contact.Id,
            people.Count == 1 ? people[0].Id : null,
            newValue: JsonSerializer.Serialize(ContactFacts.Of(contact), AuditTrail.Json)
        );
        try
        {
            return await WriteAsync(new PendingContact(contact, asked.PersonIds, entry), cancel);
        }
        catch (PostgresException gone) when (ContactClash.Gone(gone) is { } problem)
        {
            return new(null, [problem]);
        }
    }

    private async Task<ContactOutcome> WriteAsync(PendingContact pending, CancellationToken cancel)
    {
        if (pending.Contact.Level != RecordLevel.Billable)
        {
            await writer.WriteAsync(pending);
            return new(pending.Contact, []);
        }
        await using var transaction = await Db.Database.BeginTransactionAsync(cancel);
        if (!await StillSayYesAsync(pending.PersonIds, cancel))
        {
            return new(null, [NoYes]);
        }
        await writer.WriteAsync(pending);
        await transaction.CommitAsync(cancel);
        return new(pending.Contact, []);
    }

    /// <summary>Corrects a contact; the earlier version is kept. A version that is no longer the newest gives a conflict.</summary>
    public async Task<ContactOutcome> CorrectAsync(
        Guid id,
        int version,
        NewContact asked,
        string? why,
        CancellationToken cancel = default
    )
    {
        if (await FindAsync(id, cancel) is not { } contact)
        {
            return new(null, [ContactClash.NotThere]);
        }
        if (contact.Version != version)
        {
            return new(null, [], contact);
        }
        var now = clock.GetUtcNow();
        var program = await programs.FindAsync(access, asked.ProgramId);
        var problems = ContactRules.Check(asked, program, Organization.Local(now)).ToList();
        await CheckSupportersAsync(asked, contact.SupporterIds, problems, cancel);
        var people = problems.Count == 0 ? await PeopleAsync(asked, problems, cancel) : [];
        if (problems.Count > 0)
        {
            return new(null, problems);
        }

        var reason = TypedText.Clean(why);
        return await SaveAsync(contact, () => ReplaceAsync(contact, asked, people, reason, now, cancel), cancel);
    }

    private async Task<Problem?> ReplaceAsync(
        SupportContact contact,
        NewContact asked,
        List<Person> people,
        string? why,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        // Three steps in one transaction: a counted contact can hold nobody, so links go before it becomes one and come
        // after it is no longer one.
        await using var transaction = await Db.Database.BeginTransactionAsync(cancel);
        if (asked.Level == RecordLevel.Billable && !await StillSayYesAsync(asked.PersonIds, cancel))
        {
            return NoYes;
        }
        await UnlinkAsync(
            contact.Id,
            link => link.Level != asked.Level || !asked.PersonIds.Contains(link.PersonId),
            cancel
        );
        KeepVersion(contact, why, now);
        // Free words about somebody stay with the version, which goes when they go; the audit does not.
        var isAboutNobody = contact.Level == RecordLevel.Counted && asked.Level == RecordLevel.Counted;
        Apply(contact, asked, people);
        contact.Version++;
        Db.Why = isAboutNobody ? why : "corrected";
        await Db.SaveChangesAsync(cancel);
        await LinkAsync(contact, asked.PersonIds, cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Takes a contact back (or puts it back): kept, shown as such, counted nowhere.</summary>
    public async Task<ContactOutcome> UndoAsync(Guid id, bool undone, CancellationToken cancel = default)
    {
        if (await FindAsync(id, cancel) is not { } contact || contact.UndoneAt is not null == undone)
        {
            return new(null, []);
        }
        var now = clock.GetUtcNow();
        KeepVersion(contact, undone ? "undone" : "put back", now);
        contact.UndoneAt = undone ? now : null;
        contact.Version++;
        Db.Why = undone ? "undone" : "put back";
        return await SaveAsync(
            contact,
            async () =>
            {
                await Db.SaveChangesAsync(cancel);
                return null;
            },
            cancel
        );
    }

    public Task<SupportContact?> FindAsync(Guid id, CancellationToken cancel = default) =>
        Db.Set<SupportContact>().SingleOrDefaultAsync(c => c.Id == id, cancel);

    // Of two who change a contact at once the second sees what the first left. A transaction it began is rolled back.
    private async Task<ContactOutcome> SaveAsync(
        SupportContact contact,
        Func<Task<Problem?>> save,
        CancellationToken cancel
    )
    {
        try
        {
            return await save() is { } problem ? new(null, [problem]) : new(contact, []);
        }
        catch (DbUpdateException failure) when (ContactClash.IsConflict(failure))
        {
            Db.ChangeTracker.Clear();
            return await FindAsync(contact.Id, cancel) is { } newer
                ? new(null, [], newer)
                : new(null, [ContactClash.NotThere]);
        }
        catch (DbUpdateException failure) when (ContactClash.Gone(failure.InnerException) is { } problem)
        {
            Db.ChangeTracker.Clear();
            return new(null, [problem]);
        }
    }

    private async Task<List<Person>> PeopleAsync(NewContact asked, List<Problem> problems, CancellationToken cancel)
    {
        if (asked.PersonIds.Count == 0)
        {
            return [];
        }
        var people = await Db.Set<Person>().Where(p => asked.PersonIds.Contains(p.Id)).ToListAsync(cancel);
        if (people.Count < asked.PersonIds.Count)
        {
            problems.Add(new("person", "Someone named here has no page in this organization. Look them up again."));
        }
        if (people.Any(p => p.Level < asked.Level))
        {
            problems.Add(NoYes);
        }
        return people;
    }

    private static Problem NoYes { get; } =
        new(
            "level",
            "A billable record needs the person's recorded yes. Nothing was changed; ask them, or keep it personal."
        );

    /// <summary>
    /// Whether all of them say yes to billable records, and go on saying it until the transaction ends: who takes it back
    /// meanwhile waits, and then finds the record that is being written.
    /// </summary>
    private async Task<bool> StillSayYesAsync(IReadOnlyList<Guid> personIds, CancellationToken cancel)
    {
        var held = await Db
            .Database.SqlQuery<Guid>(
                $"select id from people where id = any({personIds.ToArray()}) and level >= {(short)RecordLevel.Billable} order by id for share"
            )
            .ToListAsync(cancel);
        return held.Count == personIds.Count;
    }

    /// <summary>Those who were named already may stay: a correction is not the place to lose them.</summary>
    private async Task CheckSupportersAsync(
        NewContact asked,
        Guid[] already,
        List<Problem> problems,
        CancellationToken cancel
    )
    {
        var named = asked.SupporterIds.Except(already).ToArray();
        if (named.Length > 0 && await Db.Set<Supporter>().CountAsync(s => named.Contains(s.Id), cancel) < named.Length)
        {
            problems.Add(
                new(
                    "supporters",
                    "One of those who gave support is not in this organization's list. Choose them again."
                )
            );
        }
    }

    private SupportContact Build(NewContact asked, List<Person> people, DateTimeOffset now)
    {
        var contact = new SupportContact
        {
            OrganizationId = Organization.Id,
            Id = asked.Id,
            ProgramId = asked.ProgramId,
            StartedAt = default,
            ServiceDay = default,
            Level = asked.Level,
            RecordedAt = now,
            RecordedBy = access.AccountId,
        };
        Apply(contact, asked, people);
        return contact;
    }

    private void Apply(SupportContact contact, NewContact asked, List<Person> people)
    {
        var start = asked.TimeKnown ? asked.Start : asked.Start.Date.AddHours(12);
        contact.ProgramId = asked.ProgramId;
        contact.SiteId = asked.SiteId;
        contact.StartedAt = Organization.Instant(start);
        contact.ServiceDay = DateOnly.FromDateTime(start);
        contact.TimeKnown = asked.TimeKnown;
        contact.Minutes = asked.Minutes;
        contact.How = asked.How;
        contact.Place = asked.Place;
        contact.Kinds = asked.Kinds;
        contact.Level = asked.Level;
        contact.Headcount = asked.Headcount;
        contact.FirstTime = asked.FirstTime;
        contact.SupporterIds = [.. asked.SupporterIds];
        contact.NoteSealed = people.Count == 1 ? seal.Seal(people[0], asked.Note, NotePlace(contact.Id)) : null;
        contact.IsLate = ContactRules.IsLate(start, Organization.Local(contact.RecordedAt));
    }

    /// <summary>The context a note is sealed in; it does not open on another contact.</summary>
    internal static string NotePlace(Guid contactId) => "note/" + contactId;

    private void KeepVersion(SupportContact contact, string? why, DateTimeOffset now) =>
        Db.Add(
            new SupportContactVersion
            {
                OrganizationId = contact.OrganizationId,
                ContactId = contact.Id,
                Version = contact.Version,
                ReplacedAt = now,
                ReplacedBy = access.AccountId,
                Why = why,
                Body = JsonSerializer.Serialize(ContactFacts.Of(contact), AuditTrail.Json),
            }
        );

    private async Task UnlinkAsync(Guid contactId, Func<ContactPerson, bool> goes, CancellationToken cancel)
    {
        var links = await Db.Set<ContactPerson>().Where(p => p.ContactId == contactId).ToListAsync(cancel);
        Db.RemoveRange(links.Where(goes));
        await Db.SaveChangesAsync(cancel);
    }

    private async Task LinkAsync(SupportContact contact, IReadOnlyList<Guid> personIds, CancellationToken cancel)
    {
        var linked = await Db.Set<ContactPerson>()
            .Where(p => p.ContactId == contact.Id)
            .Select(p => p.PersonId)
            .ToListAsync(cancel);
        Db.AddRange(
            personIds
                .Except(linked)
                .Select(personId => new ContactPerson
                {
                    OrganizationId = contact.OrganizationId,
                    ContactId = contact.Id,
                    PersonId = personId,
                    Level = contact.Level,
                })
        );
        await Db.SaveChangesAsync(cancel);
    }
}
