using System.Globalization;
using System.Net;
using Hearth.Foundation.Access;
using Hearth.Modules.Accounts;
using Hearth.Modules.Accounts.Members;

namespace Hearth.Tests.Accounts;

public sealed class MemberTests : IAsyncLifetime
{
    private readonly TestHearth hearth = new();
    private Visitor director = null!;

    private string Members => hearth.Path("/settings/members");

    public async ValueTask InitializeAsync()
    {
        await hearth.InitializeAsync();
        director = await hearth.SignInAsAsync(Role.Director);
    }

    public ValueTask DisposeAsync() => hearth.DisposeAsync();

    private async Task<string> InviteAsync(string name, Role roles)
    {
        var page = await director.ReadAsync(Members + "/invite");
        var fields = RoleWords
            .All.Where(r => roles.HasFlag(r.Role))
            .Select(r => ("role", ((int)r.Role).ToString(CultureInfo.InvariantCulture)))
            .Prepend(("name", name));
        var made = await director.SendAsync(page, "invite", [.. fields]);
        return new Uri(made.One(".invitation").TextContent).AbsolutePath;
    }

    [Fact]
    public async Task An_invited_person_makes_an_account_and_joins_in_the_roles_chosen()
    {
        var link = await InviteAsync("Kim Ñandú", Role.PeerSupporter | Role.BoardViewer);
        var kim = hearth.Visit();
        Assert.Equal("Join Juniper House", (await kim.ReadAsync(link)).Heading);
        await SignUp.WithPasswordAsync(hearth, kim, link, "Kim Ñandú", "kim@example.org");
        var home = await kim.SendAsync(await kim.ReadAsync(link), "accept");
        Assert.Equal((hearth.Path(), HttpStatusCode.OK), (home.Path, home.Status));

        var list = await director.ReadAsync(Members);
        Assert.Contains(
            list.All(".what"),
            m => m.StartsWith("Kim ÑandúPeer supporter, Board viewer", StringComparison.Ordinal)
        );
        Assert.Contains("None waits", list.Words, StringComparison.Ordinal);
        Assert.Equal("This link no longer works", (await hearth.Visit().ReadAsync(link)).Heading);
        Assert.Equal(
            "Kim Ñandú",
            await hearth.ReadAsync<string>(
                "select s.name from supporters s join memberships m on m.supporter_id = s.id and m.account_id = s.account_id"
            )
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await kim.ReadAsync(Members)).Status);
    }

    [Fact]
    public async Task A_member_of_another_organization_joins_with_the_account_they_have_and_a_supporter_known_by_name_becomes_theirs()
    {
        await hearth.RunAsync(
            "insert into supporters (id, organization_id, name) values ($1, $2, 'a director')",
            Guid.CreateVersion7(),
            hearth.Organization.Id
        );
        var other = await hearth.MakeOrganizationAsync("other-house", "Other House");
        var guest = await hearth.SignInAsync(await hearth.MakeAccountAsync("A director"));
        await hearth.MakeMemberAsync(guest.AccountId!.Value, Role.Director, other);
        var link = await InviteAsync("A tester", Role.Coordinator);
        await guest.SendAsync(await guest.ReadAsync(link), "accept");
        Assert.Equal(["Juniper House", "Other House"], (await guest.ReadAsync("/")).All(".rows a"));
    }

    [Fact]
    public async Task A_link_that_was_withdrawn_used_or_is_too_old_opens_nothing()
    {
        var withdrawn = await InviteAsync("One", Role.Biller);
        var list = await director.ReadAsync(Members);
        await director.SendAsync(list, list.One("input[name=_handler][value^=withdraw]").GetAttribute("value")!);
        Assert.Equal("This link no longer works", (await hearth.Visit().ReadAsync(withdrawn)).Heading);

        var old = await InviteAsync("Two", Role.Biller);
        hearth.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal("This link no longer works", (await hearth.Visit().ReadAsync(old)).Heading);
        Assert.Equal("This link no longer works", (await hearth.Visit().ReadAsync("/join/x")).Heading);
    }

    [Fact]
    public async Task Whoever_sends_a_form_of_a_link_that_was_used_meanwhile_is_told_so()
    {
        var link = await InviteAsync("Somebody", Role.Partner);
        var (member, stranger) = (await hearth.SignInAsync(await hearth.MakeAccountAsync("Kim")), hearth.Visit());
        var (open, late) = (await member.ReadAsync(link), await stranger.ReadAsync(link));
        await member.SendAsync(open, "accept");

        var again = await member.SendAsync(open, "accept");
        var account = await stranger.SendAsync(
            late,
            "new-password",
            ("name", "Lee"),
            ("email", "lee@example.org"),
            ("password", SignUp.Password)
        );

        Assert.Equal("This link no longer works", again.Heading);
        Assert.Equal("This link no longer works · Hearth", again.Document.Title);
        Assert.Equal("This link no longer works", account.Heading);
        Assert.Equal(0L, await hearth.ReadAsync<long>("select count(*) from accounts where email = 'lee@example.org'"));
    }

    [Fact]
    public async Task Of_two_who_accept_the_same_link_at_once_one_becomes_a_member()
    {
        var link = await InviteAsync("Somebody", Role.Partner);
        var people = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(async i => await hearth.SignInAsync(await hearth.MakeAccountAsync("P" + i)))
        );
        var pages = await Task.WhenAll(people.Select(p => p.ReadAsync(link)));
        await Task.WhenAll(people.Zip(pages, (person, page) => person.PostAsync(page, "accept")));
        Assert.Equal(
            1,
            await hearth.ReadAsync<long>("select count(*) from memberships where roles = $1", (int)Role.Partner)
        );
    }

    [Fact]
    public async Task The_last_director_stays_one()
    {
        var id = await hearth.ReadAsync<Guid>(
            "select id from memberships where account_id = $1",
            director.AccountId!.Value
        );
        var page = await director.ReadAsync($"{Members}/{id}");
        var changed = await director.SendAsync(
            page,
            "roles",
            ("role", ((int)Role.Biller).ToString(CultureInfo.InvariantCulture))
        );
        Assert.Contains("only director", changed.Words, StringComparison.Ordinal);
        Assert.Contains("only director", (await director.SendAsync(page, "end")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_directors_who_remove_each_other_at_once_leave_one()
    {
        var second = await hearth.SignInAsAsync(Role.Director);
        async Task<Page> PageOf(Visitor reader, Visitor member) =>
            await reader.ReadAsync(
                $"{Members}/{await hearth.ReadAsync<Guid>("select id from memberships where account_id = $1", member.AccountId!.Value)}"
            );
        var (one, two) = (await PageOf(director, second), await PageOf(second, director));
        await Task.WhenAll(director.PostAsync(one, "end"), second.PostAsync(two, "end"));
        Assert.Equal(
            1,
            await hearth.ReadAsync<long>("select count(*) from memberships where ended_at is null and roles = 1")
        );
    }

    [Fact]
    public async Task Changed_roles_hold_at_once_and_are_in_the_audit()
    {
        var member = await hearth.SignInAsAsync(Role.PeerSupporter);
        var id = await hearth.ReadAsync<Guid>(
            "select id from memberships where account_id = $1",
            member.AccountId!.Value
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await member.ReadAsync(Members)).Status);
        await director.SendAsync(await director.ReadAsync($"{Members}/{id}"), "roles", ("role", "1"));
        Assert.Equal(HttpStatusCode.OK, (await member.ReadAsync(Members)).Status);
        await director.SendAsync(await director.ReadAsync($"{Members}/{id}"), "end");
        Assert.Equal(HttpStatusCode.NotFound, (await member.ReadAsync(Members)).Status);
        Assert.Equal(
            2,
            await hearth.ReadAsync<long>(
                "select count(*) from audit_entries where organization_id = $1 and subject_id = $2 and action = 'changed' and account_id = $3",
                hearth.Organization.Id,
                id,
                director.AccountId!.Value
            )
        );
    }

    [Fact]
    public void A_house_without_a_director_is_refused_whoever_goes()
    {
        var (one, two) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.True(MemberRules.LeavesNoDirector([(one, Role.Director), (two, Role.Coordinator)], one, Role.None));
        Assert.False(MemberRules.LeavesNoDirector([(one, Role.Director), (two, Role.Coordinator)], two, Role.None));
        Assert.False(
            MemberRules.LeavesNoDirector([(one, Role.Director | Role.Biller), (two, Role.Director)], one, Role.Biller)
        );
    }

    [Fact]
    public void A_token_reads_back_as_written_and_anything_else_reads_as_nothing()
    {
        var token = InvitationToken.New(Guid.CreateVersion7());
        var read = InvitationToken.Read(token.ToString());
        Assert.Equal(token.OrganizationId, read!.Value.OrganizationId);
        Assert.Equal(token.Secret, read.Value.Secret);
        foreach (var other in new[] { "", "x", "!", token + "A", token.ToString()[1..], new string('A', 65) })
        {
            Assert.Null(InvitationToken.Read(other));
        }
    }
}
