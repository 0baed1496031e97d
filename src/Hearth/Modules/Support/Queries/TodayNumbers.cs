using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Modules.Organizations;

namespace Hearth.Modules.Support.Queries;

/// <summary>What the first page says about a program: today by kind of moment, and the month so far.</summary>
internal sealed record TodayNumbers(
    IReadOnlyDictionary<(ContactHow, ContactPlace, SupportKinds), int> Today,
    MonthNumbers Month
);

/// <param name="Entries">Contacts recorded.</param>
/// <param name="People">Sum of headcounts.</param>
/// <param name="Coded">Contacts that carried at least one person.</param>
/// <param name="Known">Different people among those.</param>
/// <param name="Minutes">Sum of minutes, of <paramref name="Timed"/> contacts; the others have none written down.</param>
internal sealed record MonthNumbers(
    long Entries,
    long People,
    long Coded,
    long Known,
    long Minutes,
    long Timed,
    long Days
);

internal sealed class TodayQuery(HearthDatabase database, Access access)
{
    public async Task<TodayNumbers> RunAsync(SupportProgram program, DateOnly today)
    {
        await using var connection = await database.OpenAsync(access);
        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(
            new(
                """
                select how, place, kinds, sum(headcount)::int from support_contacts
                where organization_id = $1 and program_id = $2 and service_day = $3 and undone_at is null group by how, place, kinds
                """
            )
            {
                Parameters =
                {
                    new() { Value = program.OrganizationId },
                    new() { Value = program.Id },
                    new() { Value = today },
                },
            }
        );
        batch.BatchCommands.Add(
            new(
                """
                with month as materialized (
                  select organization_id, id, headcount, minutes, service_day, level from support_contacts
                  where organization_id = $1 and program_id = $2 and service_day between $3 and $4 and undone_at is null),
                known as (
                  select count(distinct cp.contact_id) as coded, count(distinct cp.person_id) as people
                  from month m join contact_people cp on cp.organization_id = m.organization_id and cp.contact_id = m.id
                  where m.level > 1)
                select count(*), coalesce(sum(headcount), 0), (select coded from known), (select people from known),
                  coalesce(sum(minutes), 0), count(minutes), count(distinct service_day) from month
                """
            )
            {
                Parameters =
                {
                    new() { Value = program.OrganizationId },
                    new() { Value = program.Id },
                    new() { Value = new DateOnly(today.Year, today.Month, 1) },
                    new() { Value = today },
                },
            }
        );
        await using var reader = await batch.ExecuteReaderAsync();
        var kinds = new Dictionary<(ContactHow, ContactPlace, SupportKinds), int>();
        while (await reader.ReadAsync())
        {
            kinds.Add(
                ((ContactHow)reader.GetInt16(0), (ContactPlace)reader.GetInt16(1), (SupportKinds)reader.GetInt32(2)),
                reader.GetInt32(3)
            );
        }
        await reader.NextResultAsync();
        await reader.ReadAsync();
        var month = new MonthNumbers(
            reader.GetInt64(0),
            reader.GetInt64(1),
            reader.GetInt64(2),
            reader.GetInt64(3),
            reader.GetInt64(4),
            reader.GetInt64(5),
            reader.GetInt64(6)
        );
        return new TodayNumbers(kinds, month);
    }
}
