using System.Net;
using Hearth.Foundation.Access;
using Hearth.Modules.Reports;

namespace Hearth.Tests.Reports;

public sealed class ReportPageTests(TestHearth hearth) : IClassFixture<TestHearth>
{
    private const string October = "?from=2026-10-01&to=2026-10-31";

    private static ReportDefinition State { get; } =
        ReportCatalog
            .ReadShipped(Path.Combine(Repository.Root, "rules", "reports"))
            .Single(d => d.Id == "state-contract-monthly");

    private async Task<ReportHouse> HouseAsync() =>
        await (await new ReportHouse(hearth.Database).OpenAsync()).FillAsync(State.Examples[0]);

    private async Task<Page> ReadAsync(ReportHouse house, Role role, string path) =>
        await (await hearth.SignInAsAsync(role, house.Organization)).ReadAsync(house.Organization.Path + path);

    [Fact]
    public async Task A_coordinator_reads_the_report_and_each_number_leads_to_its_contacts()
    {
        var house = await HouseAsync();
        var page = await ReadAsync(house, Role.Coordinator, "/reports/state-contract-monthly" + October);

        Assert.Equal("Monthly report to the state, October 2026", page.Heading);
        Assert.Contains("145", page.All("dd.value"));
        Assert.Contains("under 11", page.All("td"));
        Assert.Contains("withheld", page.All("td"));
        Assert.Contains("not held here", page.All("td"));
        var calls = page
            .Document.QuerySelectorAll("dd.value a")
            .Select(a => a.GetAttribute("href")!)
            .Single(a => a.Contains("how="));
        Assert.Equal(house.Organization.Path + "/support?from=2026-10-01&to=2026-10-31&how=Phone", calls);
        var moments = await (await hearth.SignInAsAsync(Role.Coordinator, house.Organization)).ReadAsync(calls);
        Assert.Contains("29 entries", moments.Words);
    }

    [Fact]
    public async Task A_report_about_days_before_anything_was_recorded_is_not_late()
    {
        var empty = await new ReportHouse(hearth.Database).OpenAsync();
        var page = await ReadAsync(empty, Role.Director, "/reports");
        Assert.Contains("Nothing recorded then", page.All(".chip"));
        Assert.Empty(page.All(".chip.warn"));
    }

    [Fact]
    public async Task A_board_viewer_reads_protected_numbers_without_a_way_to_the_contacts()
    {
        var house = await HouseAsync();
        var page = await ReadAsync(house, Role.BoardViewer, "/reports/state-contract-monthly" + October);
        Assert.Contains("145", page.All("dd.value"));
        Assert.Empty(page.Document.QuerySelectorAll("a[href*='/support']"));
        Assert.Empty(page.Document.QuerySelectorAll("input[type=date]"));
    }

    [Fact]
    public async Task A_board_viewer_gets_whole_periods_only_because_two_overlapping_ones_would_give_the_difference_away()
    {
        var house = await HouseAsync();
        var page = await ReadAsync(
            house,
            Role.BoardViewer,
            "/reports/state-contract-monthly?from=2026-10-02&to=2026-10-31"
        );
        Assert.Equal("Monthly report to the state, October 2026", page.Heading);
        Assert.Contains("Your role sees whole periods", page.Words);

        var visitor = await hearth.SignInAsAsync(Role.BoardViewer, house.Organization);
        var csv = await visitor.GetStringAsync(
            house.Organization.Path + "/reports/state-contract-monthly/take/csv?from=2026-10-02&to=2026-10-31"
        );
        Assert.Contains(",2026-10-01,2026-10-31,", csv);
    }

    [Fact]
    public async Task A_funder_viewer_sees_only_the_packs_that_were_shared()
    {
        var house = await HouseAsync();
        var funder = await hearth.SignInAsAsync(Role.FunderViewer, house.Organization);
        var list = await funder.ReadAsync(house.Organization.Path + "/reports");
        Assert.Contains("Monthly report to the state", list.Words);
        Assert.DoesNotContain("Board one-pager", list.Words);
        var missing = await funder.ReadAsync(house.Organization.Path + "/reports/board-one-pager");
        Assert.Equal((HttpStatusCode.NotFound, "Nothing here"), (missing.Status, missing.Heading));
        Assert.Equal(house.Organization.Name, missing.One("a.org").TextContent);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await funder.GetAsync(house.Organization.Path + "/reports/board-one-pager/take/json")).StatusCode
        );
    }

    [Theory]
    [InlineData(Role.Biller)]
    [InlineData(Role.Partner)]
    public async Task Others_get_no_report(Role role)
    {
        var house = await HouseAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await ReadAsync(house, role, "/reports")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await ReadAsync(house, role, "/reports/board-one-pager")).Status);
    }

    [Fact]
    public async Task The_files_say_the_same_as_the_page()
    {
        var house = await HouseAsync();
        var visitor = await hearth.SignInAsAsync(Role.Director, house.Organization);
        var take = house.Organization.Path + "/reports/state-contract-monthly/take/";
        foreach (var format in new[] { "html", "csv", "json" })
        {
            var answer = await visitor.GetAsync(take + format + October);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("attachment", answer.Content.Headers.ContentDisposition!.ToString());
            Assert.Contains("under 11", text);
            Assert.Contains("withheld", text);
        }
        Assert.False((await visitor.GetAsync(take + "exe" + October)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_draw_is_remembered_on_the_list_and_in_the_audit()
    {
        var house = await HouseAsync();
        var visitor = await hearth.SignInAsAsync(Role.Director, house.Organization);
        Assert.Contains("not drawn yet", (await visitor.ReadAsync(house.Organization.Path + "/reports")).Words);
        await visitor.ReadAsync(house.Organization.Path + "/reports/state-contract-monthly");
        Assert.Contains("last drawn", (await visitor.ReadAsync(house.Organization.Path + "/reports")).Words);
        Assert.Equal(
            1L,
            await hearth.ReadAsync<long>(
                "select count(*) from audit_entries where organization_id = $1 and action = 'draw'",
                house.Organization.Id
            )
        );
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_says_so_and_shows_the_last_whole_period()
    {
        var house = await HouseAsync();
        var page = await ReadAsync(house, Role.Coordinator, "/reports/board-one-pager?from=someday&to=2026-10-31");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("could not be read", page.Words);
    }
}
