namespace Hearth.Modules.Reports.Queries;

/// <summary>
/// What months are folded by, and read by where they are not. $1 is the organization; a filter chooses among its contacts
/// c. Cells add up exactly what <see cref="ContactPass"/> counts, people what <see cref="PersonPass"/> does.
/// </summary>
internal static class MonthSql
{
    /// <summary>Bytes in a month's people for each of them: their id, and a number of visits, name and code.</summary>
    public const int PersonBytes = 20;

    public const int HasCode = 1;
    public const int HasName = 2;
    public const int VisitsFrom = 2;

    public static string Cells(string filter) =>
        $"""
            select c.program_id, c.how, c.place, c.kinds, c.level, count(*), sum(c.headcount), coalesce(sum(c.minutes), 0),
              count(*) - count(c.minutes), coalesce(sum(c.headcount) filter (where c.first_time), 0),
              coalesce(sum(c.headcount) filter (where not c.first_time), 0), count(k.contact_id)
            from support_contacts c
            left join (select distinct l.contact_id from support_contacts c {Links}
                       join people p on p.organization_id = $1 and p.id = l.person_id
                       where {filter} and c.level > 1 and p.code_index is not null) k on k.contact_id = c.id
            where {filter}
            group by c.program_id, c.how, c.place, c.kinds, c.level
            """;

    /// <summary>Program, month and people. A known person's visits are never more than were counted.</summary>
    public static string People(string filter) =>
        $"""
            select d.program_id, d.month, string_agg(uuid_send(d.person_id) || int4send(
                (d.visits << {VisitsFrom}) + (p.name_index is not null)::int * {HasName} + (p.code_index is not null)::int * {HasCode}), '')
            from (select program_id, month, person_id, (count(*) filter (where nth <= headcount))::int as visits
                  from (select c.program_id, date_trunc('month', c.service_day::timestamp)::date as month, c.headcount, l.person_id,
                          row_number() over (partition by l.contact_id order by l.person_id) as nth
                        from support_contacts c {Links} where {filter} and c.level > 1) there
                  group by program_id, month, person_id) d
            join people p on p.organization_id = $1 and p.id = d.person_id
            group by d.program_id, d.month
            """;

    private const string Links =
        "join contact_people l on l.organization_id = c.organization_id and l.contact_id = c.id";
}
