using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Modules.People;
using Microsoft.EntityFrameworkCore;

namespace Hearth.Modules.Support.Queries;

/// <summary>Someone who was there, as a page may show them.</summary>
internal sealed record PersonThere(Guid Id, string Called);

/// <summary>One moment with everything it holds.</summary>
internal sealed record OpenMoment(
    SupportContact Contact,
    IReadOnlyList<PersonThere> People,
    string? Note,
    IReadOnlyList<SupportContactVersion> Versions
);

/// <summary>Opens one moment. Where it holds somebody, that they were looked at is written down first.</summary>
internal sealed class ContactReading(Db db, Access access, AuditTrail audit, PersonSeal seal)
{
    public async Task<OpenMoment?> OpenAsync(Guid id, string what)
    {
        var contact = await db.Set<SupportContact>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id);
        if (contact is null)
        {
            return null;
        }
        var people = await (
            from link in db.Set<ContactPerson>()
            join person in db.Set<Person>() on link.PersonId equals person.Id
            where link.ContactId == id
            select person
        )
            .AsNoTracking()
            .ToListAsync();
        foreach (var person in people)
        {
            await audit.ReadAsync(access, person.Id, "a moment of support", what);
        }
        var versions = await db.Set<SupportContactVersion>()
            .AsNoTracking()
            .Where(v => v.ContactId == id)
            .OrderByDescending(v => v.Version)
            .ToListAsync();
        var note = people.Count == 1 ? seal.Open(people[0], contact.NoteSealed, ContactLog.NotePlace(id)) : null;
        return new(contact, [.. people.Select(p => new PersonThere(p.Id, seal.Called(p)))], note, versions);
    }
}
