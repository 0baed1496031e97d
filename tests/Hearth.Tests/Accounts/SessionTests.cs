using System.Net;
using Hearth.Foundation.Access;
using Hearth.Modules.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.Accounts;

public sealed class SessionTests(TestHearth hearth) : IClassFixture<TestHearth>
{
    private Sessions Sessions => hearth.Services.GetRequiredService<Sessions>();

    [Fact]
    public async Task A_member_sees_their_organization_and_a_stranger_is_asked_to_sign_in()
    {
        var member = await hearth.SignInAsAsync(Role.Director);
        Assert.Equal(HttpStatusCode.OK, (await member.ReadAsync(hearth.Path())).Status);

        var stranger = await hearth.Visit().ReadAsync(hearth.Path());
        Assert.Equal("Sign in", stranger.Heading);
        Assert.StartsWith("/sign-in?next=", stranger.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organization_of_others_is_as_absent_as_one_that_does_not_exist()
    {
        await hearth.MakeOrganizationAsync("elsewhere", "Elsewhere");
        var member = await hearth.SignInAsAsync(Role.Director);

        var others = await member.ReadAsync("/o/elsewhere");
        var absent = await member.ReadAsync("/o/nowhere");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (others.Status, absent.Status));
        Assert.Equal(absent.Words, others.Words);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_says_so_signed_in_or_not()
    {
        Assert.Equal("Nothing here", (await hearth.Visit().ReadAsync("/nowhere")).Heading);
        var member = await hearth.SignInAsAsync(Role.Director);
        Assert.Equal("Nothing here", (await member.ReadAsync("/nowhere")).Heading);
        Assert.Equal("Nothing here", (await member.ReadAsync(hearth.Path("/nowhere"))).Heading);
    }

    [Fact]
    public async Task The_first_page_leads_to_the_only_organization_or_lists_them()
    {
        var member = await hearth.SignInAsAsync(Role.PeerSupporter);
        Assert.Equal(hearth.Path(), (await member.ReadAsync("/")).Path);

        var second = await hearth.MakeOrganizationAsync("second-house", "Second House");
        await hearth.MakeMemberAsync(member.AccountId!.Value, Role.BoardViewer | Role.Biller, second);
        var list = await member.ReadAsync("/");
        Assert.Equal(["Juniper House", "Second House"], list.All(".rows a"));
        Assert.Contains("Biller, Board viewer", list.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ended_elsewhere_is_refused_at_the_next_request()
    {
        var member = await hearth.SignInAsAsync(Role.Director);
        await member.ReadAsync("/");
        await Sessions.EndAllAsync(member.AccountId!.Value);
        Assert.Equal("Sign in", (await member.ReadAsync(hearth.Path())).Heading);
    }

    [Fact]
    public async Task An_ended_session_stays_ended_however_the_checks_fall()
    {
        var account = await hearth.MakeAccountAsync("Busy");
        for (var round = 0; round < 20; round++)
        {
            var session = await Sessions.StartAsync(account, "A test");
            var checks = Enumerable.Range(0, 8).Select(_ => Sessions.HoldsAsync(session, account).AsTask()).ToList();
            await Sessions.EndAsync(session, account);
            await Task.WhenAll(checks);
            Assert.False(await Sessions.HoldsAsync(session, account));
        }
    }

    [Fact]
    public async Task A_session_names_one_account_only()
    {
        var (one, other) = (await hearth.MakeAccountAsync("One"), await hearth.MakeAccountAsync("Other"));
        var session = await Sessions.StartAsync(one, "A test");
        Assert.True(await Sessions.HoldsAsync(session, one));
        Assert.False(await Sessions.HoldsAsync(session, other));
        await Sessions.EndAsync(session, other);
        Assert.True(await Sessions.HoldsAsync(session, one));
    }

    [Fact]
    public async Task An_end_of_membership_takes_effect_at_once_where_it_was_made()
    {
        var member = await hearth.SignInAsAsync(Role.Director);
        Assert.Equal(HttpStatusCode.OK, (await member.ReadAsync(hearth.Path())).Status);
        await hearth.RunAsync("update memberships set ended_at = now() where account_id = $1", member.AccountId!.Value);
        hearth.Services.GetRequiredService<Memberships>().Forget(member.AccountId!.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await member.ReadAsync(hearth.Path())).Status);
    }
}
