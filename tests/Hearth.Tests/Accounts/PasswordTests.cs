using System.Net;
using Hearth.Foundation.Access;
using Hearth.Modules.Accounts;
using Hearth.Modules.Accounts.Enrollment;

namespace Hearth.Tests.Accounts;

public sealed class PasswordTests(TestHearth hearth) : IClassFixture<TestHearth>
{
    private async Task<(Guid Account, string Email, string Key, IReadOnlyList<string> Codes)> MemberAsync()
    {
        var visitor = await hearth.SignInAsAsync(Role.Coordinator);
        var email = $"{visitor.AccountId:N}@example.org";
        var page = await visitor.ReadAsync("/account/password");
        var set = await visitor.SendAsync(page, "set", ("email", email), ("password", SignUp.Password));
        var (key, codes) = await SignUp.FinishAsync(hearth, visitor, set);
        return (visitor.AccountId!.Value, email, key, codes);
    }

    /// <summary>The digits that come next on the phone: those before may have been used.</summary>
    private string Now(string key)
    {
        hearth.Clock.Advance(TimeSpan.FromSeconds(30));
        return Totp.Code(key, hearth.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_password_and_the_digits_of_the_phone_open_the_page_that_was_asked_for()
    {
        var member = await MemberAsync();
        var home = await SignUp.SignInAsync(
            hearth.Visit(),
            member.Email,
            Now(member.Key),
            next: "?next=" + Uri.EscapeDataString(hearth.Path("/more"))
        );
        Assert.Equal(hearth.Path("/more"), home.Path);
        Assert.True(
            await hearth.ReadAsync<long>(
                "select count(*) from audit_entries where organization_id = $1 and action = 'signed in' and account_id = $2",
                Guid.Empty,
                member.Account
            ) > 0
        );
    }

    [Theory]
    [InlineData("//evil.example/")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task A_return_address_never_leaves_this_server(string next)
    {
        var member = await MemberAsync();
        var home = await SignUp.SignInAsync(
            hearth.Visit(),
            member.Email,
            Now(member.Key),
            next: "?next=" + Uri.EscapeDataString(next)
        );
        Assert.Equal(hearth.Path(), home.Path);
    }

    [Theory]
    [InlineData("x", 242, true)]
    [InlineData("例", 80, true)]
    [InlineData("例", 81, false)]
    [InlineData("例", 242, false)]
    public async Task The_longest_email_there_is_can_be_shown_to_the_phone(string letter, int times, bool isEmail)
    {
        var visitor = await hearth.SignInAsAsync(Role.Coordinator);
        var set = await visitor.SendAsync(
            await visitor.ReadAsync("/account/password"),
            "set",
            ("email", string.Concat(Enumerable.Repeat(letter, times)) + "@example.org"),
            ("password", SignUp.Password)
        );
        Assert.Equal(isEmail ? "Your authenticator" : "Password and authenticator", set.Heading);
        Assert.Contains(isEmail ? "No camera" : "Write an email address", set.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digits_open_once_and_older_ones_no_more()
    {
        var member = await MemberAsync();
        var digits = Now(member.Key);
        Assert.Equal(hearth.Path(), (await SignUp.SignInAsync(hearth.Visit(), member.Email, digits)).Path);
        var again = await SignUp.SignInAsync(hearth.Visit(), member.Email, digits);
        Assert.Contains("do not match", again.Words, StringComparison.Ordinal);

        var missed = Now(member.Key);
        hearth.Clock.Advance(TimeSpan.FromSeconds(60));
        var late = await SignUp.SignInAsync(hearth.Visit(), member.Email, missed);
        Assert.Contains("do not match", late.Words, StringComparison.Ordinal);
        Assert.Equal(hearth.Path(), (await SignUp.SignInAsync(hearth.Visit(), member.Email, Now(member.Key))).Path);
    }

    [Fact]
    public async Task Of_those_who_use_the_same_digits_at_one_moment_one_is_in()
    {
        var member = await MemberAsync();
        var digits = Now(member.Key);
        var pages = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => SignUp.SignInAsync(hearth.Visit(), member.Email, digits))
        );
        Assert.Single(pages, page => page.Path == hearth.Path());
    }

    [Fact]
    public async Task Digits_that_set_up_an_authenticator_do_not_open_afterwards()
    {
        var member = await MemberAsync();
        var used = Totp.Code(member.Key, hearth.Clock.GetUtcNow());
        var page = await SignUp.SignInAsync(hearth.Visit(), member.Email, used);
        Assert.Contains("do not match", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recovery_code_opens_once()
    {
        var member = await MemberAsync();
        var home = await SignUp.SignInAsync(hearth.Visit(), member.Email, null, member.Codes[3]);
        Assert.Equal(hearth.Path(), home.Path);
        var again = await SignUp.SignInAsync(hearth.Visit(), member.Email, null, member.Codes[3]);
        Assert.Contains("was used before", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_rest_the_account_and_the_answer_does_not_tell_who_exists()
    {
        var member = await MemberAsync();
        var visitor = hearth.Visit();
        var page = await visitor.ReadAsync("/sign-in");
        async Task<Page> TryAsync(string email, string password) =>
            await visitor.SendAsync(page, "password", ("Password.Email", email), ("Password.Password", password));

        var wrong = await TryAsync(member.Email, "not the password");
        var unknown = await TryAsync("nobody@example.org", "not the password");
        Assert.Equal(wrong.One(".notice").TextContent, unknown.One(".notice").TextContent);
        for (var round = 0; round < 4; round++)
        {
            await TryAsync(member.Email, "not the password");
        }
        Assert.Equal("Sign in", (await TryAsync(member.Email, SignUp.Password)).Heading);
        Assert.Equal(
            5,
            await hearth.ReadAsync<long>(
                "select count(*) from audit_entries where action = 'failed to sign in' and subject_id = $1 and why is null",
                member.Account
            ) + 1
        );

        await hearth.RunAsync(
            "update accounts set lockout_end = now() - interval '1 second' where id = $1",
            member.Account
        );
        Assert.Equal("Second step", (await TryAsync(member.Email, SignUp.Password)).Heading);
    }

    [Fact]
    public async Task What_the_second_step_rests_on_is_sealed_in_the_database()
    {
        var member = await MemberAsync();
        var kept = await hearth.ReadAsync<string>(
            "select string_agg(value, ' ') from account_tokens where user_id = $1",
            member.Account
        );
        Assert.DoesNotContain(member.Key, kept, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(member.Codes[0], kept, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_authenticator_is_replaced_only_when_the_new_one_has_shown_its_digits()
    {
        var member = await MemberAsync();
        var visitor = hearth.Visit();
        await SignUp.SignInAsync(visitor, member.Email, Now(member.Key));
        var page = await visitor.ReadAsync("/account/password");
        var moving = await visitor.SendAsync(page, "move");
        Assert.Equal(hearth.Path(), (await SignUp.SignInAsync(hearth.Visit(), member.Email, Now(member.Key))).Path);

        var wrong = await visitor.SendAsync(moving, "finish", ("digits", "000000"));
        Assert.Contains("do not match", wrong.Words, StringComparison.Ordinal);
        var (key, _) = await SignUp.FinishAsync(hearth, visitor, wrong);
        Assert.NotEqual(member.Key, key);
        Assert.Equal("Second step", (await SignUp.SignInAsync(hearth.Visit(), member.Email, Now(member.Key))).Heading);
        Assert.Equal(hearth.Path(), (await SignUp.SignInAsync(hearth.Visit(), member.Email, Now(key))).Path);
    }

    [Fact]
    public async Task A_changed_password_signs_out_every_other_place()
    {
        var member = await MemberAsync();
        var (here, there) = (hearth.Visit(), hearth.Visit());
        await SignUp.SignInAsync(here, member.Email, Now(member.Key));
        await SignUp.SignInAsync(there, member.Email, Now(member.Key));
        var page = await here.ReadAsync("/account/password");
        var refused = await here.SendAsync(
            page,
            "change",
            ("present", "something else here"),
            ("password", "another four quiet words")
        );
        Assert.Contains("not the present password", refused.Words, StringComparison.Ordinal);
        await here.SendAsync(page, "change", ("present", SignUp.Password), ("password", "another four quiet words"));
        Assert.Equal(HttpStatusCode.OK, (await here.ReadAsync(hearth.Path())).Status);
        Assert.Equal("Sign in", (await there.ReadAsync(hearth.Path())).Heading);
    }

    [Fact]
    public async Task The_only_way_in_cannot_be_removed()
    {
        var member = await MemberAsync();
        var visitor = await hearth.SignInAsync(member.Account);
        var page = await visitor.ReadAsync("/account/password");
        Assert.Contains("only way in", page.Words, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => page.Form("remove"));
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_one_by_one_and_everywhere()
    {
        var member = await MemberAsync();
        var (here, there) = (await hearth.SignInAsync(member.Account), await hearth.SignInAsync(member.Account));
        var page = await here.ReadAsync("/account");
        Assert.Contains("This one", page.Words, StringComparison.Ordinal);
        foreach (
            var form in page
                .Document.QuerySelectorAll("#sessions input[name=_handler]")
                .Select(i => i.GetAttribute("value")!)
                .Where(f => f.StartsWith("end-", StringComparison.Ordinal))
                .ToList()
        )
        {
            await here.SendAsync(page, form);
        }
        Assert.Equal("Sign in", (await there.ReadAsync("/account")).Heading);
        Assert.Equal("Sign in", (await here.SendAsync(await here.ReadAsync("/account"), "everywhere")).Heading);
        Assert.Equal("Sign in", (await here.ReadAsync("/account")).Heading);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_a_forged_form_does_not()
    {
        var visitor = await hearth.SignInAsAsync(Role.Director);
        var forged = await visitor.PostAsync("/sign-out", new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        var page = await visitor.ReadAsync("/account");
        Assert.Equal("Sign in", (await visitor.SendAsync(page, "form[action='/sign-out']")).Heading);
        Assert.Equal("Sign in", (await visitor.ReadAsync("/account")).Heading);
    }
}
