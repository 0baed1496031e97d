namespace Hearth.Tests.Reports;

/// <summary>What happens to a house's records: entries, corrections, what is taken back, people who come and go, imports.</summary>
internal sealed class RandomEvents(ReportHouse house, int seed)
{
    private const string AnyContact =
        "(select id from support_contacts where organization_id = $1 order by md5(id::text || $2) limit 1)";

    private const string AnyPerson =
        "(select id from people where organization_id = $1 order by md5(id::text || $2) limit 1)";

    private static readonly (string What, string[] Sql)[] Events =
    [
        (
            "a contact is recorded",
            [
                $"""
                insert into support_contacts (organization_id, id, program_id, started_at, service_day, how, place, kinds, level, headcount, minutes, first_time, recorded_at)
                select organization_id, gen_random_uuid(), program_id, now(), service_day + (length($2) % 40) - 20, how, place, kinds, 1, 1 + length($2) % 5, 10, true, now()
                from support_contacts where id = {AnyContact}
                """,
            ]
        ),
        (
            "a contact with somebody is recorded",
            [
                $"""
                with one as (
                  insert into support_contacts (organization_id, id, program_id, started_at, service_day, how, place, kinds, level, headcount, recorded_at)
                  select organization_id, gen_random_uuid(), program_id, now(), service_day, 1, 1, 3, 2, 1, now() from support_contacts where id = {AnyContact}
                  returning organization_id, id)
                insert into contact_people (organization_id, contact_id, person_id, level) select organization_id, id, {AnyPerson}, 2 from one
                """,
            ]
        ),
        (
            "a contact is corrected",
            [
                $"update support_contacts set headcount = headcount + 2, minutes = null, kinds = 5, how = 2, version = version + 1 where id = {AnyContact}",
            ]
        ),
        (
            "a contact moves to another day",
            [$"update support_contacts set service_day = service_day + 25 where id = {AnyContact}"]
        ),
        ("fewer were there than are named", [$"update support_contacts set headcount = 1 where id = {AnyContact}"]),
        (
            "a contact is taken back or put back",
            [
                $"update support_contacts set undone_at = case when undone_at is null then now() end where id = {AnyContact}",
            ]
        ),
        (
            "a page is deleted",
            [
                $"with gone as (select {AnyPerson} as id) delete from contact_people where organization_id = $1 and person_id = (select id from gone)",
                "update support_contacts c set level = 1 where organization_id = $1 and level > 1 and $2 is not null and not exists (select from contact_people l where l.contact_id = c.id)",
                "delete from people p where organization_id = $1 and $2 is not null and not exists (select from contact_people l where l.person_id = p.id)",
            ]
        ),
        (
            "a level is raised, and lowered",
            [
                $"update people set level = 3 where id = {AnyPerson}",
                $"update support_contacts set level = case level when 2 then 3 when 3 then 2 else 1 end where id = {AnyContact}",
            ]
        ),
        (
            "somebody takes a code",
            [
                $"update people set code_index = uuid_send(id), code_sealed = '1' where id = {AnyPerson} and code_index is null",
            ]
        ),
        (
            "somebody gives a code up",
            [
                $"update people set code_index = null, code_sealed = null where id = {AnyPerson} and name_index is not null",
            ]
        ),
        (
            "somebody says who they are",
            [
                $"update people set gender = 'Woman', county = null, birth_year = 1961, race_ethnicity = array['White'] where id = {AnyPerson}",
            ]
        ),
        (
            "a sheet is imported",
            [
                """
                insert into support_contacts (organization_id, id, program_id, started_at, service_day, how, place, kinds, level, headcount, import_id, recorded_at)
                select organization_id, gen_random_uuid(), program_id, now(), service_day, how, place, kinds, 1, 2, md5($1::text || $2)::uuid, now()
                from support_contacts where organization_id = $1 and import_id is null
                """,
            ]
        ),
        (
            "an import is taken back",
            [
                "update support_contacts set undone_at = now() where organization_id = $1 and import_id is not null and $2 is not null",
            ]
        ),
        (
            "a program gets another model and name",
            [
                "update programs set model = model % 10 + 1, name = name || '.' where organization_id = $1 and $2 is not null and slug = 'north'",
            ]
        ),
    ];

    private readonly Random chance = new(seed);
    private int count;

    /// <returns>What happened, in words.</returns>
    public async Task<string> NextAsync()
    {
        var (what, sql) = Events[chance.Next(Events.Length)];
        var salt = $"{seed}.{count++}" + new string('.', chance.Next(40));
        foreach (var statement in sql)
        {
            await house.RunAsync(statement, house.Organization.Id, salt);
        }
        return what;
    }
}
