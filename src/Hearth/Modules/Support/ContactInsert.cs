using Hearth.Foundation.Database;
using Npgsql;

namespace Hearth.Modules.Support;

/// <summary>A group of one organization's contacts as one statement: what a row costs is little, what a statement costs is not.</summary>
internal static class ContactInsert
{
    public static NpgsqlBatchCommand Of(IReadOnlyList<SupportContact> contacts) =>
        new Columns()
            .One(contacts[0].OrganizationId)
            .Each(contacts, c => c.Id)
            .Each(contacts, c => c.ProgramId)
            .Each(contacts, c => c.SiteId)
            .Each(contacts, c => c.StartedAt)
            .Each(contacts, c => c.ServiceDay)
            .Each(contacts, c => c.TimeKnown)
            .Each(contacts, c => c.Minutes)
            .Each(contacts, c => (short)c.How)
            .Each(contacts, c => (short)c.Place)
            .Each(contacts, c => (int)c.Kinds)
            .Each(contacts, c => (short)c.Level)
            .Each(contacts, c => c.Headcount)
            .Each(contacts, c => c.FirstTime)
            // An array of arrays would need them all of one length.
            .Each(contacts, c => $"{{{string.Join(',', c.SupporterIds)}}}")
            .Each(contacts, c => c.NoteSealed)
            .Each(contacts, c => c.RecordedAt)
            .Each(contacts, c => c.RecordedBy)
            .Each(contacts, c => c.IsLate)
            .Command(
                """
                insert into support_contacts (organization_id, id, program_id, site_id, started_at, service_day, time_known, minutes,
                  how, place, kinds, level, headcount, first_time, supporter_ids, note_sealed, recorded_at, recorded_by, is_late)
                select $1, id, program, site, started, day, time_known, minutes,
                  how, place, kinds, level, headcount, first_time, supporters::uuid[], note, recorded, recorder, late
                from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
                  as c (id, program, site, started, day, time_known, minutes,
                    how, place, kinds, level, headcount, first_time, supporters, note, recorded, recorder, late)
                """
            );

    public static NpgsqlBatchCommand OfPeople(IReadOnlyList<PendingContact> group)
    {
        var links = group.SelectMany(p => p.PersonIds, (p, person) => (p.Contact, Person: person)).ToList();
        return new Columns()
            .One(links[0].Contact.OrganizationId)
            .Each(links, l => l.Contact.Id)
            .Each(links, l => l.Person)
            .Each(links, l => (short)l.Contact.Level)
            .Command(
                """
                insert into contact_people (organization_id, contact_id, person_id, level)
                select $1, contact, person, level from unnest($2, $3, $4) as l (contact, person, level)
                """
            );
    }
}
