using System.Text.Json;
using Hearth.Foundation.Audit;
using Hearth.Modules.People;
using Npgsql;
using NpgsqlTypes;

namespace Hearth.Demo;

/// <summary>What a load brought in.</summary>
public sealed record HistoryCounts(long Contacts, long People, long Decisions);

/// <summary>
/// Writes a history by binary COPY, a slice at a time, so that memory stays small whatever its length. All of it belongs
/// to the caller's transaction.
/// </summary>
internal sealed class HistoryCopy(NpgsqlConnection connection, Guid organizationId)
{
    private const int Slice = 50_000;
    private readonly List<(Guid ContactId, Guid PersonId, short Level)> links = [];
    private readonly List<(DemoContact Contact, string Body)> versions = [];

    public async Task<HistoryCounts> WriteAsync(
        ContactStream stream,
        IProgress<long>? progress,
        CancellationToken cancel
    )
    {
        var counts = new HistoryCounts(0, 0, 0);
        using var contacts = stream.Read().GetEnumerator();
        while (true)
        {
            var written = await ContactsAsync(contacts, cancel);
            counts = new(
                counts.Contacts + written,
                counts.People + stream.Welcome.People.Count,
                counts.Decisions + stream.Welcome.Decisions.Count
            );
            await PeopleAsync(stream.Welcome.People, cancel);
            await DecisionsAsync(stream.Welcome.Decisions, cancel);
            await LinksAsync(cancel);
            await VersionsAsync(cancel);
            progress?.Report(counts.Contacts);
            if (written < Slice)
            {
                return counts;
            }
        }
    }

    private async Task<int> ContactsAsync(IEnumerator<DemoContact> contacts, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy support_contacts (organization_id, id, program_id, site_id, started_at, service_day, time_known, minutes, how,
              place, kinds, level, headcount, first_time, supporter_ids, note_sealed, recorded_at, recorded_by, is_late,
              undone_at, version) from stdin (format binary)
            """,
            cancel
        );
        copy.Timeout = TimeSpan.FromHours(1);
        var written = 0;
        for (; written < Slice && contacts.MoveNext(); written++)
        {
            var contact = contacts.Current;
            Write(copy, contact);
            if (contact.Person is { } person)
            {
                links.Add((contact.Id, person.Id, (short)contact.Level));
            }
            if (contact.ChangedAt is not null)
            {
                versions.Add((contact, JsonSerializer.Serialize(contact.Before(), AuditTrail.Json)));
            }
        }
        await copy.CompleteAsync(cancel);
        return written;
    }

    // The synchronous writes fill a buffer and reach the socket once in thousands of values; awaiting each would cost more
    // than all else together.
    private void Write(NpgsqlBinaryImporter copy, DemoContact c)
    {
        copy.StartRow();
        copy.Write(organizationId, NpgsqlDbType.Uuid);
        copy.Write(c.Id, NpgsqlDbType.Uuid);
        copy.Write(c.ProgramId, NpgsqlDbType.Uuid);
        Optional(copy, c.SiteId, NpgsqlDbType.Uuid);
        copy.Write(c.StartedAt.UtcDateTime, NpgsqlDbType.TimestampTz);
        copy.Write(c.ServiceDay, NpgsqlDbType.Date);
        copy.Write(c.TimeKnown, NpgsqlDbType.Boolean);
        Optional(copy, c.Minutes, NpgsqlDbType.Integer);
        copy.Write((short)c.How, NpgsqlDbType.Smallint);
        copy.Write((short)c.Place, NpgsqlDbType.Smallint);
        copy.Write((int)c.Kinds, NpgsqlDbType.Integer);
        copy.Write((short)c.Level, NpgsqlDbType.Smallint);
        copy.Write(c.Headcount, NpgsqlDbType.Integer);
        Optional(copy, c.FirstTime, NpgsqlDbType.Boolean);
        copy.Write(c.SupporterIds, NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        Bytes(copy, c.NoteSealed);
        copy.Write(c.RecordedAt.UtcDateTime, NpgsqlDbType.TimestampTz);
        Optional(copy, c.RecordedBy, NpgsqlDbType.Uuid);
        copy.Write(c.IsLate, NpgsqlDbType.Boolean);
        Optional(copy, c.UndoneAt?.UtcDateTime, NpgsqlDbType.TimestampTz);
        copy.Write(c.Version, NpgsqlDbType.Integer);
    }

    private async Task PeopleAsync(List<Person> people, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy people (id, organization_id, level, own_key, code_sealed, code_index, name_sealed, name_index, reach_sealed,
              birth_year, gender, race_ethnicity, language, county, created_at) from stdin (format binary)
            """,
            cancel
        );
        foreach (var person in people)
        {
            copy.StartRow();
            copy.Write(person.Id, NpgsqlDbType.Uuid);
            copy.Write(organizationId, NpgsqlDbType.Uuid);
            copy.Write((short)person.Level, NpgsqlDbType.Smallint);
            Bytes(copy, person.OwnKey);
            Bytes(copy, person.CodeSealed);
            Bytes(copy, person.CodeIndex);
            Bytes(copy, person.NameSealed);
            Bytes(copy, person.NameIndex);
            Bytes(copy, person.ReachSealed);
            Optional(copy, person.BirthYear, NpgsqlDbType.Smallint);
            Text(copy, person.Gender);
            copy.Write(person.RaceEthnicity, NpgsqlDbType.Array | NpgsqlDbType.Text);
            Text(copy, person.Language);
            Text(copy, person.County);
            copy.Write(person.CreatedAt.UtcDateTime, NpgsqlDbType.TimestampTz);
        }
        await copy.CompleteAsync(cancel);
        people.Clear();
    }

    private async Task DecisionsAsync(List<LevelDecision> decisions, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy level_decisions (id, organization_id, person_id, from_level, to_level, said_yes, words, language, said_on,
              recorded_at) from stdin (format binary)
            """,
            cancel
        );
        foreach (var decision in decisions)
        {
            copy.StartRow();
            copy.Write(decision.Id, NpgsqlDbType.Uuid);
            copy.Write(organizationId, NpgsqlDbType.Uuid);
            copy.Write(decision.PersonId, NpgsqlDbType.Uuid);
            copy.Write((short)decision.FromLevel, NpgsqlDbType.Smallint);
            copy.Write((short)decision.ToLevel, NpgsqlDbType.Smallint);
            copy.Write(decision.SaidYes, NpgsqlDbType.Boolean);
            copy.Write(decision.Words, NpgsqlDbType.Text);
            copy.Write(decision.Language, NpgsqlDbType.Text);
            copy.Write(decision.SaidOn, NpgsqlDbType.Date);
            copy.Write(decision.RecordedAt.UtcDateTime, NpgsqlDbType.TimestampTz);
        }
        await copy.CompleteAsync(cancel);
        decisions.Clear();
    }

    private async Task LinksAsync(CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "copy contact_people (organization_id, contact_id, person_id, level) from stdin (format binary)",
            cancel
        );
        foreach (var (contactId, personId, level) in links)
        {
            copy.StartRow();
            copy.Write(organizationId, NpgsqlDbType.Uuid);
            copy.Write(contactId, NpgsqlDbType.Uuid);
            copy.Write(personId, NpgsqlDbType.Uuid);
            copy.Write(level, NpgsqlDbType.Smallint);
        }
        await copy.CompleteAsync(cancel);
        links.Clear();
    }

    private async Task VersionsAsync(CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            copy support_contact_versions (organization_id, contact_id, version, replaced_at, replaced_by, why, body)
              from stdin (format binary)
            """,
            cancel
        );
        foreach (var (contact, body) in versions)
        {
            copy.StartRow();
            copy.Write(organizationId, NpgsqlDbType.Uuid);
            copy.Write(contact.Id, NpgsqlDbType.Uuid);
            copy.Write(1, NpgsqlDbType.Integer);
            copy.Write(contact.ChangedAt!.Value.UtcDateTime, NpgsqlDbType.TimestampTz);
            Optional(copy, contact.RecordedBy, NpgsqlDbType.Uuid);
            Text(copy, contact.ChangedWhy);
            copy.Write(body, NpgsqlDbType.Text);
        }
        await copy.CompleteAsync(cancel);
        versions.Clear();
    }

    private static void Optional<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type)
        where T : struct
    {
        if (value is { } known)
        {
            copy.Write(known, type);
        }
        else
        {
            copy.WriteNull();
        }
    }

    private static void Text(NpgsqlBinaryImporter copy, string? value)
    {
        if (value is null)
        {
            copy.WriteNull();
        }
        else
        {
            copy.Write(value, NpgsqlDbType.Text);
        }
    }

    private static void Bytes(NpgsqlBinaryImporter copy, byte[]? value)
    {
        if (value is null)
        {
            copy.WriteNull();
        }
        else
        {
            copy.Write(value, NpgsqlDbType.Bytea);
        }
    }
}
