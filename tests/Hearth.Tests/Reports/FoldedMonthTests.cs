using Hearth.Modules.Reports;
using Hearth.Modules.Reports.Queries;
using Hearth.Modules.Reports.Rules;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Hearth.Tests.Reports;

/// <summary>Months worked out beforehand say what the contacts say, at every moment.</summary>
public sealed class FoldedMonthTests(ReportDatabase houses) : IClassFixture<ReportDatabase>
{
    private static readonly DateOnly March = new(2026, 3, 1);
    private static readonly DateOnly April = new(2026, 4, 1);
    private static readonly ReportPeriod Spring = new(March, new DateOnly(2026, 5, 31));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_happens_between_two_draws_folded_months_give_the_numbers_of_the_contacts(int ten)
    {
        for (var seed = ten * 10; seed < (ten * 10) + 5; seed++)
        {
            var random = new RandomHouse(seed);
            var house = await (await new ReportHouse(houses.Database).OpenAsync()).FillAsync(random.Example);
            var events = new RandomEvents(house, seed);
            for (var step = 0; step < 12; step++)
            {
                var what = step == 0 ? "nothing" : await events.NextAsync();
                if (step % 3 != 1)
                {
                    await house.FoldAsync(random.Example.Period);
                }
                await SameAsync(house, random.Definition, random.Example.Period, $"{seed}.{step} {what}");
                await SameAsync(
                    house,
                    random.Definition,
                    Ragged(random.Example.Period),
                    $"{seed}.{step} {what}, ragged"
                );
            }
        }
    }

    [Theory]
    [InlineData(
        "insert into support_contacts (organization_id, id, program_id, started_at, service_day, level, recorded_at) select organization_id, gen_random_uuid(), program_id, now(), '2026-03-31', 1, now() from support_contacts where organization_id = $1 limit 1"
    )]
    [InlineData(
        "update support_contacts set headcount = headcount + 1 where organization_id = $1 and service_day < '2026-04-01'"
    )]
    [InlineData(
        "update support_contacts set undone_at = now() where organization_id = $1 and service_day < '2026-04-01'"
    )]
    [InlineData(
        "update support_contacts set service_day = '2026-03-02' where organization_id = $1 and service_day < '2026-04-01'"
    )]
    [InlineData(
        "delete from contact_people where organization_id = $1 and contact_id in (select id from support_contacts where service_day < '2026-04-01')"
    )]
    [InlineData("delete from support_contacts where organization_id = $1 and service_day < '2026-04-01'")]
    [InlineData(
        "update people set code_index = 'x', code_sealed = 'x' where organization_id = $1 and code_index is null"
    )]
    [InlineData(
        "update people set name_index = null, name_sealed = null where organization_id = $1 and name_index is not null and code_index is not null"
    )]
    public async Task What_changes_a_month_makes_that_month_stale_and_no_other(string change)
    {
        var house = await HouseAsync();
        Assert.Equal(3, await house.FoldAsync(Spring));
        Assert.Equal(3, (await house.FreshAsync(Spring)).Count);

        await house.RunAsync(change, house.Organization.Id);

        var fresh = await house.FreshAsync(Spring);
        Assert.DoesNotContain(March, fresh);
        Assert.Contains(April, fresh);
        Assert.Equal(1, await house.FoldAsync(Spring));
        Assert.Equal(0, await house.FoldAsync(Spring));
        Assert.Contains(March, await house.FreshAsync(Spring));
    }

    [Fact]
    public async Task A_contact_that_moves_to_another_month_makes_both_stale()
    {
        var house = await HouseAsync();
        await house.FoldAsync(Spring);

        await house.RunAsync(
            "update support_contacts set service_day = '2026-05-02' where organization_id = $1 and service_day < '2026-04-01'",
            house.Organization.Id
        );

        Assert.Equal([April], await house.FreshAsync(Spring));
    }

    [Fact]
    public async Task What_was_on_its_way_while_a_month_was_folded_makes_it_stale_when_it_lands()
    {
        var house = await HouseAsync();
        await using var writer = await houses.Database.OpenAsync(house.Access);
        await using var late = await writer.BeginTransactionAsync();
        await InsertAsync(writer, house);

        Assert.Equal(3, await house.FoldAsync(Spring));
        Assert.Contains(March, await house.FreshAsync(Spring));
        await late.CommitAsync();

        Assert.DoesNotContain(March, await house.FreshAsync(Spring));
        await SameAsync(house, Visits, Spring, "landed late");
        Assert.Equal(1, await house.FoldAsync(Spring));
        await SameAsync(house, Visits, Spring, "folded again");
    }

    [Fact]
    public async Task What_is_taken_back_on_its_way_leaves_the_month_as_it_was()
    {
        var house = await HouseAsync();
        await house.FoldAsync(Spring);
        await using (var writer = await houses.Database.OpenAsync(house.Access))
        {
            await using var late = await writer.BeginTransactionAsync();
            await InsertAsync(writer, house);
        }

        Assert.Contains(March, await house.FreshAsync(Spring));
    }

    [Fact]
    public async Task A_draw_begun_before_a_folding_keeps_to_its_own_moment()
    {
        var house = await HouseAsync();
        await house.FoldAsync(Spring);
        await using var reader = await houses.Database.OpenAsync(house.Access);
        await using var moment = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        var (space, before) = await Reporting.CountAsync(reader, house.Organization, Visits, Spring);

        await house.RunAsync(OneMore, house.Organization.Id);
        await house.FoldAsync(Spring);

        var (_, after) = await Reporting.CountAsync(reader, house.Organization, Visits, Spring);
        Assert.All(ReportPlan.Of(Visits, space, before).Printed, key => Assert.Equal(before[key], after[key]));
    }

    [Fact]
    public async Task Months_folded_in_another_cluster_are_not_read()
    {
        var house = await HouseAsync();
        await house.FoldAsync(Spring);

        // As after a copy of the files or a dump: the numbers of transactions are another server's.
        await house.RunAsync(
            "update report_months set cluster = 1, seen = '900000000:900000000:' where organization_id = $1",
            house.Organization.Id
        );

        Assert.Empty(await house.FreshAsync(Spring));
        Assert.Equal(3, await house.FoldAsync(Spring));
        Assert.Equal(3, (await house.FreshAsync(Spring)).Count);
    }

    [Fact]
    public async Task Changes_that_every_folded_month_includes_are_not_kept()
    {
        var house = await HouseAsync();
        Assert.True(await house.ReadAsync<long>(Changes) > 0);

        await house.FoldAsync(new ReportPeriod(March, April.AddDays(-1)));
        Assert.Equal(0L, await house.ReadAsync<long>(Changes + " and month = '2026-03-01'"));
        Assert.True(await house.ReadAsync<long>(Changes) > 0);

        await house.RunAsync(OneMore, house.Organization.Id);
        await house.TidyAsync();

        Assert.Equal(1L, await house.ReadAsync<long>(Changes));
        Assert.DoesNotContain(March, await house.FreshAsync(Spring));
    }

    [Fact]
    public async Task The_server_folds_ended_months_by_itself_and_leaves_the_running_one_alone()
    {
        var house = await HouseAsync();
        var today = house.Organization.Today(TimeProvider.System);
        await house.RunAsync(
            "update support_contacts set service_day = $2 where organization_id = $1 and service_day > '2026-04-30'",
            house.Organization.Id,
            today
        );

        await new FoldingJob(houses.Database, TimeProvider.System, NullLogger<FoldingJob>.Instance).FoldAsync(default);

        var fresh = await house.FreshAsync(new ReportPeriod(March, FoldedMonths.Of(today).AddMonths(1).AddDays(-1)));
        Assert.Equal(Enumerable.Range(0, fresh.Count).Select(March.AddMonths), fresh);
        Assert.Equal(FoldedMonths.Of(today), March.AddMonths(fresh.Count));
        Assert.Equal(0L, await house.ReadAsync<long>(Changes));
    }

    [Fact]
    public async Task Of_two_who_fold_at_once_each_month_is_folded_by_one()
    {
        var house = await HouseAsync();

        var folded = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => house.FoldAsync(Spring)));

        Assert.Equal(3, folded.Sum());
        await SameAsync(house, Visits, Spring, "folded by four");
    }

    [Fact]
    public async Task Only_whole_months_that_have_ended_are_folded_by_a_draw()
    {
        var house = await HouseAsync();

        await house.DrawAsync(Visits, new ReportPeriod(new(2026, 3, 2), new(2026, 5, 30)));
        Assert.Equal([April], await house.FreshAsync(Spring));

        var today = house.Organization.Today(TimeProvider.System);
        await house.DrawAsync(Visits, ReportPeriod.Holding(today, PeriodKind.Year));
        Assert.DoesNotContain(
            FoldedMonths.Of(today),
            await house.FreshAsync(ReportPeriod.Holding(today, PeriodKind.Year))
        );
    }

    private const string Changes = "select count(*) from report_changes where organization_id = $1";

    private const string OneMore =
        "insert into support_contacts (organization_id, id, program_id, started_at, service_day, level, recorded_at) "
        + "select organization_id, gen_random_uuid(), program_id, now(), '2026-03-31', 1, now() from support_contacts where organization_id = $1 limit 1";

    private static async Task InsertAsync(NpgsqlConnection connection, ReportHouse house)
    {
        await using var insert = new NpgsqlCommand(OneMore, connection)
        {
            Parameters = { new() { Value = house.Organization.Id } },
        };
        Assert.Equal(1, await insert.ExecuteNonQueryAsync());
    }

    private static ReportDefinition Visits { get; } =
        ReportCatalog
            .ReadShipped(Path.Combine(Repository.Root, "rules", "reports"))
            .Single(d => d.Id == "board-one-pager");

    /// <summary>Somebody with a code and a name, somebody with a name only, in March; a few more in April and May.</summary>
    private async Task<ReportHouse> HouseAsync()
    {
        ExamplePerson Person(string key, bool code) => new(key, code, true, null, null, [], null, null);
        ExampleContact Contact(DateOnly day, params string[] people) =>
            new(
                day,
                null,
                "center",
                default,
                default,
                default,
                people.Length > 0
                    ? Hearth.Foundation.Privacy.RecordLevel.Personal
                    : Hearth.Foundation.Privacy.RecordLevel.Counted,
                Math.Max(1, people.Length),
                null,
                null,
                people,
                false,
                1
            );
        return await (await new ReportHouse(houses.Database).OpenAsync()).FillAsync(
            new WorkedExample(
                "spring",
                Spring,
                [new("center", Hearth.Modules.Organizations.ProgramModel.RecoveryCenter)],
                [Person("ash", true), Person("birch", false)],
                [Contact(March.AddDays(4), "ash", "birch"), Contact(April), Contact(April.AddMonths(1))],
                new Dictionary<string, string>(),
                new Dictionary<string, string>()
            )
        );
    }

    private static ReportPeriod Ragged(ReportPeriod period) => new(period.From.AddDays(9), period.To.AddDays(-3));

    private static async Task SameAsync(
        ReportHouse house,
        ReportDefinition definition,
        ReportPeriod period,
        string when
    )
    {
        var (space, counted) = await house.CountAsync(definition, period, fromContacts: true);
        var (_, folded) = await house.CountAsync(definition, period);
        Assert.All(
            ReportPlan.Of(definition, space, counted).Printed.Union(ReportPlan.Of(definition, space, folded).Printed),
            key => Assert.Equal((when, key.Name, counted[key]), (when, key.Name, folded[key]))
        );
    }
}
