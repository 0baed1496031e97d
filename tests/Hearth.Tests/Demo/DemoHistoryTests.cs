using Hearth.Demo;
using Hearth.Modules.Organizations;

namespace Hearth.Tests.Demo;

/// <summary>The history looks like what it stands for.</summary>
public sealed class DemoHistoryTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    private const string Of =
        "from support_contacts c join programs p on p.organization_id = c.organization_id and p.id = c.program_id";

    [Fact]
    public async Task There_are_about_as_many_contacts_as_asked_for_and_they_end_today()
    {
        Assert.InRange(
            await demo.AskAsync<long>("select count(*) from support_contacts"),
            demo.Scale * 98 / 100,
            demo.Scale
        );
        Assert.InRange(
            await demo.AskAsync<DateOnly>("select max(service_day) from support_contacts"),
            DemoDatabase.Today.AddDays(-1),
            DemoDatabase.Today
        );
        Assert.InRange(
            await demo.AskAsync<DateOnly>("select min(service_day) from support_contacts"),
            DemoDatabase.Today.AddYears(-3),
            DemoDatabase.Today.AddYears(-3).AddDays(3)
        );
        Assert.Equal(
            0L,
            await demo.AskAsync<long>(
                "select count(*) from support_contacts where recorded_at > '2026-06-30 12:00Z' or undone_at > '2026-06-30 12:00Z'"
            )
        );
    }

    [Fact]
    public async Task Every_program_has_contacts_and_only_while_it_runs()
    {
        Assert.Equal(
            0L,
            await demo.AskAsync<long>(
                "select count(*) from programs p where not exists (select from support_contacts c where c.program_id = p.id)"
            )
        );
        Assert.Equal(
            0L,
            await demo.AskAsync<long>(
                $"select count(*) {Of} where c.service_day < p.started_on or c.service_day > p.ended_on"
            )
        );
        Assert.Equal(10L, await demo.AskAsync<long>($"select count(distinct p.model) {Of}"));
    }

    [Fact]
    public async Task Centers_are_closed_on_Sundays_and_holidays()
    {
        var center = (int)ProgramModel.RecoveryCenter;
        Assert.Equal(
            0L,
            await demo.AskAsync<long>(
                $"select count(*) {Of} where p.model = {center} and extract(dow from c.service_day) = 0"
            )
        );
        var holidays = string.Join(
            ',',
            Enumerable.Range(2023, 4).SelectMany(Holidays.Of).Select(d => $"'{d:yyyy-MM-dd}'")
        );
        Assert.Equal(
            0L,
            await demo.AskAsync<long>(
                $"select count(*) {Of} where p.model = {center} and c.service_day in ({holidays})"
            )
        );
    }

    [Fact]
    public async Task A_weekday_at_a_center_is_busier_than_a_Saturday()
    {
        var ratio = await demo.AskAsync<double>(
            $"select (count(*) filter (where extract(dow from c.service_day) between 1 and 5) / 5.0 / count(*) filter (where extract(dow from c.service_day) = 6))::float8 {Of} where p.model = 2"
        );
        Assert.InRange(ratio, 1.5, 3.5);
    }

    [Fact]
    public async Task Lines_are_busier_on_holidays_and_in_the_evening()
    {
        var holidays = string.Join(
            ',',
            Enumerable.Range(2023, 4).SelectMany(Holidays.Of).Select(d => $"'{d:yyyy-MM-dd}'")
        );
        var days = await demo.AskAsync<double>(
            $"""
            select (avg(n) filter (where day in ({holidays})) / avg(n) filter (where day not in ({holidays})))::float8
            from (select c.service_day as day, count(*) n {Of} where p.model = 3 group by 1) d
            """
        );
        Assert.InRange(days, 1.15, 1.6);
        var evening = await demo.AskAsync<double>(
            $"""
            select (count(*) filter (where h between 18 and 23))::float8 / count(*) filter (where h between 3 and 8)
            from (select extract(hour from c.started_at at time zone o.time_zone) h {Of} join organizations o on o.id = p.organization_id where p.model = 3) t
            """
        );
        Assert.InRange(evening, 3, 9);
    }

    [Fact]
    public async Task A_burst_pipe_closes_the_house_for_a_week_and_not_the_line()
    {
        var first = DemoDatabase.Today.AddDays(-Wisconsin.PaperLantern.ClosureDaysAgo!.Value);
        var week =
            $"{Of} where p.organization_id = '{Wisconsin.PaperLantern.Id}' and c.service_day between '{first:yyyy-MM-dd}' and '{first.AddDays(6):yyyy-MM-dd}'";
        Assert.Equal(0L, await demo.AskAsync<long>($"select count(*) {week} and p.model <> 3"));
        Assert.True(await demo.AskAsync<long>($"select count(*) {week} and p.model = 3") > 0);
    }

    [Fact]
    public async Task A_few_callers_make_most_of_the_calls()
    {
        var share = await demo.AskAsync<double>(
            $"""
            select (sum(n) filter (where place <= people * 0.1) / sum(n))::float8 from (
              select count(*) n, row_number() over (order by count(*) desc) place, count(*) over () people
              from contact_people l join support_contacts c on c.organization_id = l.organization_id and c.id = l.contact_id
                join programs p on p.id = c.program_id
              where p.model = 3 group by l.person_id) t
            """
        );
        Assert.InRange(share, 0.45, 0.95);
    }

    [Fact]
    public async Task Whoever_is_known_in_a_counted_program_said_yes_and_so_did_whoever_is_billable()
    {
        Assert.Equal(
            0L,
            await demo.AskAsync<long>(
                """
                select count(*) from contact_people l
                  join support_contacts c on c.organization_id = l.organization_id and c.id = l.contact_id
                  join programs p on p.id = c.program_id
                where c.level > p.starting_level and not exists (
                  select from level_decisions d where d.person_id = l.person_id and d.said_yes and d.to_level >= c.level and d.recorded_at <= c.recorded_at)
                """
            )
        );
        Assert.True(await demo.AskAsync<long>("select count(*) from level_decisions where not said_yes") > 0);
        Assert.True(await demo.AskAsync<long>("select count(*) from support_contacts where level = 3") > 0);
        Assert.Equal(
            0L,
            await demo.AskAsync<long>(
                "select count(*) from people p where not exists (select from contact_people l where l.person_id = p.id)"
            )
        );
        Assert.Equal(
            0L,
            await demo.AskAsync<long>(
                "select count(*) from support_contacts c where level > 1 and not exists (select from contact_people l where l.contact_id = c.id)"
            )
        );
    }

    [Fact]
    public async Task Supporters_are_named_only_while_they_were_there()
    {
        Assert.Equal(
            0L,
            await demo.AskAsync<long>(
                """
                select count(*) from support_contacts c cross join unnest(c.supporter_ids) as who
                  left join supporters s on s.organization_id = c.organization_id and s.id = who
                where s.id is null or c.service_day < s.started_on or c.service_day > s.ended_on
                """
            )
        );
    }

    [Fact]
    public async Task Gaps_and_second_thoughts_are_there()
    {
        async Task<double> Share(string what) =>
            await demo.AskAsync<double>($"select avg(({what})::int)::float8 from support_contacts");
        Assert.InRange(await Share("first_time is null"), 0.15, 0.6);
        Assert.InRange(await Share("first_time"), 0.03, 0.3);
        Assert.InRange(await Share("minutes is null"), 0.05, 0.4);
        Assert.InRange(await Share("is_late"), 0.02, 0.08);
        Assert.InRange(await Share("undone_at is not null"), 0.002, 0.012);
        Assert.InRange(await Share("headcount > 1"), 0.03, 0.3);
        Assert.InRange(await Share("not time_known"), 0.002, 0.05);
        Assert.Equal(
            0L,
            await demo.AskAsync<long>(
                "select count(*) from support_contacts c where version = 2 and not exists (select from support_contact_versions v where v.contact_id = c.id)"
            )
        );
    }
}
