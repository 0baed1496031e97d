using System.Net;
using Hearth.Modules.Accounts.Enrollment;

namespace Hearth.Tests.Accounts;

public sealed class SignInGuardTests
{
    [Fact]
    public async Task Too_many_tries_from_one_address_are_put_off()
    {
        await using var hearth = new TestHearth { Settings = s => s with { SignInTriesPerMinute = 3 } };
        await hearth.InitializeAsync();
        var visitor = hearth.Visit();
        var page = await visitor.ReadAsync("/sign-in");
        var codes = new List<HttpStatusCode>();
        for (var round = 0; round < 5; round++)
        {
            codes.Add(
                (
                    await visitor.PostAsync(
                        page,
                        "password",
                        ("Password.Email", "a@example.org"),
                        ("Password.Password", "x")
                    )
                ).StatusCode
            );
        }
        Assert.Equal([200, 200, 200, 429, 429], codes.Select(c => (int)c));
        Assert.Equal("Too many tries", (await visitor.SendAsync(page, "password")).Heading);
        Assert.Equal(HttpStatusCode.OK, (await visitor.ReadAsync("/sign-in")).Status);
    }

    [Fact]
    public async Task Plain_http_is_answered_to_this_machine_alone_and_every_other_cookie_is_secure()
    {
        await using var hearth = new TestHearth();
        await hearth.InitializeAsync();
        var visitor = hearth.Visit();
        using var outside = new HttpRequestMessage(HttpMethod.Get, "/sign-in")
        {
            Headers = { Host = "hearth.example.org" },
        };
        var moved = await visitor.SendAsync(outside);
        Assert.Equal("https://hearth.example.org/sign-in", moved.Headers.Location!.ToString());

        using var proxied = new HttpRequestMessage(HttpMethod.Get, "/sign-in");
        proxied.Headers.Add("X-Forwarded-Proto", "https");
        proxied.Headers.Add("X-Forwarded-For", "203.0.113.7");
        proxied.Headers.Add("X-Forwarded-Host", "hearth.example.org");
        var answer = await visitor.SendAsync(proxied);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.All(
            answer.Headers.GetValues("Set-Cookie"),
            c => Assert.Contains("; secure", c, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task A_server_with_a_name_answers_under_that_name_alone_and_leads_there()
    {
        await using var hearth = new TestHearth { Settings = s => s with { PublicHost = "hearth.example.org" } };
        await hearth.InitializeAsync();
        var visitor = hearth.Visit();
        async Task<HttpResponseMessage> AskAsync(string host, string proxied)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/sign-in?next=%2Faccount");
            request.Headers.Host = host;
            request.Headers.Add("X-Forwarded-Proto", "https");
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            request.Headers.Add("X-Forwarded-Host", proxied);
            return await visitor.SendAsync(request);
        }

        Assert.Equal(HttpStatusCode.OK, (await AskAsync("localhost", "Hearth.example.org")).StatusCode);
        var forged = await AskAsync("hearth.example.org", "elsewhere.example");
        Assert.Equal(HttpStatusCode.TemporaryRedirect, forged.StatusCode);
        Assert.Equal("https://hearth.example.org/sign-in?next=%2Faccount", forged.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/sign-in")).StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/nothing-here")]
    [InlineData("/problem/404")]
    public async Task A_page_that_names_who_is_signed_in_is_not_kept_by_the_browser(string path)
    {
        await using var hearth = new TestHearth();
        await hearth.InitializeAsync();
        var account = await hearth.MakeAccountAsync("Dana");
        var answer = await (await hearth.SignInAsync(account)).GetAsync(path);
        Assert.Contains("Dana", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Personas_are_offered_in_the_demo_only_and_to_this_machine_alone()
    {
        await using var real = new TestHearth();
        await real.InitializeAsync();
        await MakePersonaAsync(real);
        Assert.Equal(HttpStatusCode.NotFound, (await real.Visit().ReadAsync("/demo/as/dana")).Status);
        Assert.DoesNotContain(
            "Look around",
            (await real.Visit().ReadAsync("/sign-in")).Words,
            StringComparison.Ordinal
        );

        await using var demo = new TestHearth { Settings = s => s with { IsDemo = true } };
        await demo.InitializeAsync();
        await MakePersonaAsync(demo);
        var visitor = demo.Visit();
        Assert.Contains("DanaDirector", (await visitor.ReadAsync("/")).Words, StringComparison.Ordinal);
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, "/demo/as/dana")
        {
            Headers = { Host = "rebound.example" },
        };
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SendAsync(elsewhere)).StatusCode);
        using var forwarded = new HttpRequestMessage(HttpMethod.Get, "/demo/as/dana");
        forwarded.Headers.Add("X-Forwarded-For", "203.0.113.7");
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SendAsync(forwarded)).StatusCode);
        Assert.Equal(
            (demo.Path(), HttpStatusCode.OK),
            ((await visitor.ReadAsync("/demo/as/dana")).Path, (await visitor.ReadAsync(demo.Path())).Status)
        );
    }

    // RFC 6238, appendix B, SHA-1, last six of eight digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Digits_are_those_of_the_standard(long seconds, string digits)
    {
        const string key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        Assert.Equal(digits, Totp.Code(key, at));
        Assert.Equal(seconds / 30, Totp.StepOf(key, digits, at.AddSeconds(30)));
        Assert.Null(Totp.StepOf(key, digits, at.AddSeconds(90)));
    }

    private static async Task MakePersonaAsync(TestHearth hearth)
    {
        await hearth.RunAsync("update organizations set is_synthetic = true");
        var account = await hearth.MakeAccountAsync("Dana");
        await hearth.RunAsync(
            "update accounts set user_name = 'demo/dana', normalized_user_name = 'DEMO/DANA' where id = $1",
            account
        );
        await hearth.MakeMemberAsync(account, Hearth.Foundation.Access.Role.Director);
    }
}
