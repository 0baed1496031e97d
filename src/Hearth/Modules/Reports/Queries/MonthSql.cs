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

    /// <summary>Fills a month: $2 its first day, from what a filter on contacts c finds.</summary>
    public static string Fold(string filter) =>
        $"""
            with there as materialized ({Links(filter)}),
            cells as (
              insert into report_cells
              select $1, $2, c.program_id, c.kinds, c.how, c.place, c.level, count(*), sum(c.headcount), coalesce(sum(c.minutes), 0),
                count(*) - count(c.minutes), coalesce(sum(c.headcount) filter (where c.first_time), 0),
                coalesce(sum(c.headcount) filter (where not c.first_time), 0), count(k.contact_id)
              from support_contacts c
              left join (select distinct contact_id from there where has_code) k on k.contact_id = c.id
              where {filter}
              group by c.program_id, c.kinds, c.how, c.place, c.level
              returning *),
            sums as (
              insert into report_cells
              select $1, $2, program_id, kinds, null, null, null, sum(contacts), sum(visits), sum(minutes), sum(without_minutes),
                sum(first_time), sum(not_first_time), sum(with_code)
              from cells group by program_id, kinds)
            insert into report_people (organization_id, program_id, month, people) select $1, p.* from ({Packed}) p
            """;

    /// <summary>Program, month and people of the contacts c that a filter finds.</summary>
    public static string People(string filter) => $"select p.* from (with there as ({Links(filter)}) {Packed}) p";

    // A known person's visits are never more than were counted.
    private static readonly string Packed = $"""
        select program_id, month, string_agg(uuid_send(person_id) || int4send(
            (visits << {VisitsFrom}) + has_name::int * {HasName} + has_code::int * {HasCode}), '')
        from (select program_id, month, person_id, has_code, has_name, (count(*) filter (where nth <= headcount))::int as visits
              from there group by 1, 2, 3, 4, 5) d
        group by program_id, month
        """;

    private static string Links(string filter) =>
        $"""
            select c.program_id, date_trunc('month', c.service_day::timestamp)::date as month, c.headcount, l.contact_id, l.person_id,
              row_number() over (partition by l.contact_id order by l.person_id) as nth,
              p.code_index is not null as has_code, p.name_index is not null as has_name
            from support_contacts c
            join contact_people l on l.organization_id = c.organization_id and l.contact_id = c.id
            join people p on p.organization_id = l.organization_id and p.id = l.person_id
            where {filter} and c.level > 1
            """;
}
