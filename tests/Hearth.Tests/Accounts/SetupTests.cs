using System.Net;
using Hearth.Foundation.Audit;
using Hearth.Modules.Accounts.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.Accounts;

public sealed class SetupTests : IAsyncLifetime
{
    private readonly TestHearth hearth = new();

    private SetupLink Link => hearth.Services.GetRequiredService<SetupLink>();

    public async ValueTask InitializeAsync()
    {
        await hearth.InitializeAsync();
        await hearth.RunAsync("delete from organizations");
    }

    public ValueTask DisposeAsync() => hearth.DisposeAsync();

    [Fact]
    public async Task The_first_start_makes_a_director_an_organization_and_a_program()
    {
        var link = "/setup/" + await Link.MakeAsync();
        var visitor = hearth.Visit();
        var key = await SignUp.WithPasswordAsync(hearth, visitor, link, "Robin Vale", "robin@example.org");

        var second = await visitor.ReadAsync(link);
        Assert.Equal("Your organization", second.Heading);
        var incomplete = await visitor.SendAsync(
            second,
            "organization",
            ("organization", "Café d’Été"),
            ("program", " ")
        );
        Assert.Contains("2 things to look at", incomplete.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["#state", "#program"],
            incomplete.Document.QuerySelectorAll("#problems a").Select(a => a.GetAttribute("href"))
        );

        var home = await visitor.SendAsync(
            incomplete,
            "organization",
            ("state", "AZ"),
            ("zone", "America/Phoenix"),
            ("word", "peer"),
            ("program", "The Line"),
            ("model", "3")
        );
        Assert.Equal(("/o/cafe-dete", HttpStatusCode.OK), (home.Path, home.Status));
        Assert.Equal(
            "Café d’Été|AZ|America/Phoenix|peer",
            await hearth.ReadAsync<string>(
                "select concat_ws('|', name, state, time_zone, person_word) from organizations"
            )
        );
        // When it began was not asked, so what is in older sheets is not refused.
        Assert.Equal(
            "the-line|3",
            await hearth.ReadAsync<string>("select concat_ws('|', slug, model, started_on) from programs")
        );
        Assert.Equal(
            "Robin Vale|1",
            await hearth.ReadAsync<string>(
                "select concat_ws('|', s.name, m.roles) from memberships m join supporters s on s.id = m.supporter_id"
            )
        );
        Assert.Equal("This link no longer works", (await hearth.Visit().ReadAsync(link)).Heading);
        Assert.Null(await Link.MakeAsync());
        Assert.NotEmpty(key);
    }

    [Fact]
    public async Task Of_those_who_send_the_last_form_at_one_moment_exactly_one_becomes_the_first_director()
    {
        var link = "/setup/" + await Link.MakeAsync();
        var forms = new List<(Visitor Visitor, Page Form)>();
        foreach (var name in (string[])["robin", "kim", "hazel", "wren"])
        {
            var visitor = hearth.Visit();
            await SignUp.WithPasswordAsync(hearth, visitor, link, name, name + "@example.org");
            forms.Add((visitor, await visitor.ReadAsync(link)));
        }

        var pages = await Task.WhenAll(
            forms.Select(
                (f, i) =>
                    Task.Run(() =>
                        f.Visitor.SendAsync(
                            f.Form,
                            "organization",
                            ("organization", "House " + i),
                            ("state", "AZ"),
                            ("program", "The Line")
                        )
                    )
            )
        );

        Assert.Equal(1L, await hearth.ReadAsync<long>("select count(*) from memberships"));
        Assert.Equal(1L, await hearth.ReadAsync<long>("select count(*) from organizations"));
        Assert.Single(pages, p => p.Path.StartsWith("/o/house-", StringComparison.Ordinal));
        Assert.Equal(3, pages.Count(p => p.Heading == "This link no longer works"));
    }

    [Fact]
    public async Task Who_sends_the_last_form_after_somebody_else_did_is_told_that_the_link_is_used()
    {
        var link = "/setup/" + await Link.MakeAsync();
        var (first, second) = (hearth.Visit(), hearth.Visit());
        await SignUp.WithPasswordAsync(hearth, first, link, "robin", "robin@example.org");
        await SignUp.WithPasswordAsync(hearth, second, link, "kim", "kim@example.org");
        var (early, late) = (await first.ReadAsync(link), await second.ReadAsync(link));
        await first.SendAsync(early, "organization", ("organization", "House"), ("state", "AZ"), ("program", "Line"));

        var answer = await second.SendAsync(
            late,
            "organization",
            ("organization", "Home"),
            ("state", "AZ"),
            ("program", "Line")
        );

        Assert.Equal("This link no longer works", answer.Heading);
        Assert.Equal(1L, await hearth.ReadAsync<long>("select count(*) from organizations"));
    }

    [Fact]
    public async Task Whoever_sends_the_first_form_of_a_link_that_was_voided_meanwhile_is_told_so()
    {
        var visitor = hearth.Visit();
        var page = await visitor.ReadAsync("/setup/" + await Link.MakeAsync());
        await Link.MakeAsync();

        var answer = await visitor.SendAsync(
            page,
            "new-password",
            ("name", "Robin"),
            ("email", "robin@example.org"),
            ("password", SignUp.Password)
        );

        Assert.Equal("This link no longer works", answer.Heading);
        Assert.Equal("This link no longer works · Hearth", answer.Document.Title);
        Assert.Equal(0L, await hearth.ReadAsync<long>("select count(*) from accounts"));
    }

    [Fact]
    public async Task A_house_named_as_one_that_nobody_runs_any_more_gets_an_address_of_its_own()
    {
        await hearth.MakeOrganizationAsync("juniper-house", "Juniper House");
        var link = "/setup/" + await Link.MakeAsync();
        var visitor = hearth.Visit();
        await SignUp.WithPasswordAsync(hearth, visitor, link, "Robin", "robin@example.org");
        var home = await visitor.SendAsync(
            await visitor.ReadAsync(link),
            "organization",
            ("organization", "Juniper House"),
            ("state", "AZ"),
            ("program", "Line")
        );
        Assert.Equal(("/o/juniper-house-2", HttpStatusCode.OK), (home.Path, home.Status));
    }

    [Fact]
    public async Task A_new_start_voids_the_link_of_the_one_before_and_a_day_ends_it()
    {
        var first = await Link.MakeAsync();
        var second = await Link.MakeAsync();
        Assert.False(await Link.HoldsAsync(first!));
        Assert.True(await Link.HoldsAsync(second!));
        Assert.False(await Link.HoldsAsync("something-else"));
        hearth.Clock.Advance(TimeSpan.FromHours(25));
        Assert.False(await Link.HoldsAsync(second!));
        Assert.Equal("This link no longer works", (await hearth.Visit().ReadAsync("/setup/" + second)).Heading);
    }

    [Fact]
    public async Task A_password_alone_enters_no_organization()
    {
        var link = "/setup/" + await Link.MakeAsync();
        var visitor = hearth.Visit();
        var page = await visitor.ReadAsync(link);
        var authenticator = await visitor.SendAsync(
            page,
            "new-password",
            ("name", "Robin"),
            ("email", "r@example.org"),
            ("password", SignUp.Password)
        );
        Assert.Equal("Your authenticator", authenticator.Heading);
        Assert.Equal("Your authenticator", (await visitor.ReadAsync(link)).Heading);

        var account = await hearth.ReadAsync<Guid>("select id from accounts");
        var organization = await hearth.MakeOrganizationAsync("alder", "Alder");
        await hearth.MakeMemberAsync(account, Hearth.Foundation.Access.Role.Director, organization);
        Assert.Equal("Your authenticator", (await visitor.ReadAsync("/o/alder")).Heading);

        var again = hearth.Visit();
        var signIn = await again.ReadAsync("/sign-in");
        var unfinished = await again.SendAsync(
            signIn,
            "password",
            ("Password.Email", "r@example.org"),
            ("Password.Password", SignUp.Password)
        );
        Assert.Equal("Your authenticator", unfinished.Heading);
        Assert.Equal("Your authenticator", (await again.ReadAsync("/o/alder")).Heading);
    }
}
