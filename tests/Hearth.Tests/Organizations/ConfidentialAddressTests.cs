using System.Net;
using Hearth.Foundation.Access;

namespace Hearth.Tests.Organizations;

public sealed class ConfidentialAddressTests(TestHearth hearth) : IClassFixture<TestHearth>
{
    private const string Street = "9 Quiet Heron Court";

    [Fact]
    public async Task A_confidential_address_is_read_by_those_who_give_support_and_by_nobody_else()
    {
        await AddSiteAsync();
        foreach (var role in new[] { Role.Director, Role.Coordinator, Role.PeerSupporter })
        {
            Assert.Contains(
                Street,
                (await (await hearth.SignInAsAsync(role)).ReadAsync(hearth.Path("/places"))).Words,
                StringComparison.Ordinal
            );
        }

        var elsewhere = await hearth.MakeOrganizationAsync("quiet-other", "Another");
        var outsiders = new List<Visitor> { hearth.Visit(), await hearth.SignInAsAsync(Role.Director, elsewhere) };
        foreach (var role in new[] { Role.Biller, Role.BoardViewer, Role.Partner, Role.FunderViewer })
        {
            outsiders.Add(await hearth.SignInAsAsync(role));
        }
        foreach (var outsider in outsiders)
        {
            foreach (var path in await PathsAsync())
            {
                var answer = await outsider.GetAsync(path);
                Assert.DoesNotContain(Street, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                Assert.DoesNotContain("Heron", answer.Headers.ToString(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_confidential_address_is_in_no_address_and_in_the_database_only_sealed()
    {
        var lead = await hearth.SignInAsAsync(Role.Director);
        var answer = await AddSiteAsync(lead);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("Heron", answer.Headers.Location!.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await hearth.ReadAsync<long>("select count(*) from sites s where s::text like '%Heron%'"));
        Assert.Equal(
            0,
            await hearth.ReadAsync<long>("select count(*) from audit_entries e where e::text like '%Heron%'")
        );
    }

    private async Task AddSiteAsync() => await AddSiteAsync(await hearth.SignInAsAsync(Role.Director));

    private async Task<HttpResponseMessage> AddSiteAsync(Visitor lead) =>
        await lead.PostAsync(
            await lead.ReadAsync(hearth.Path("/settings/sites/add")),
            "site",
            ("name", "The house"),
            ("street", Street),
            ("city", "Bath"),
            ("confidential", "yes")
        );

    private async Task<IReadOnlyList<string>> PathsAsync()
    {
        var id = await hearth.ReadAsync<Guid>(
            "select id from sites where organization_id = $1 limit 1",
            hearth.Organization.Id
        );
        return
        [
            hearth.Path(),
            hearth.Path("/places"),
            hearth.Path("/settings"),
            hearth.Path("/settings/sites"),
            hearth.Path($"/settings/sites/{id}"),
            hearth.Path("/support"),
            hearth.Path("/support.csv"),
            hearth.Path("/reports"),
            hearth.Path("/people"),
        ];
    }
}
