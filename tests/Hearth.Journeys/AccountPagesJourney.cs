using System.Globalization;
using Deque.AxeCore.Playwright;
using Hearth.Foundation.Access;
using Hearth.Modules.Accounts;
using Hearth.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Hearth.Journeys;

/// <summary>Every page of accounts, at both widths and in both themes: no axe finding, no sideways scrolling.</summary>
public sealed class AccountPagesJourney(TestHearth hearth) : IClassFixture<TestHearth>
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("HEARTH_PICTURES");

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Pages_of_accounts_are_without_findings(int width, ColorScheme scheme)
    {
        var browser = await Browser.Shared;
        await using var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = scheme,
            }
        );
        var page = await context.NewPageAsync();
        await LookAsync(page, "/sign-in", width, scheme);
        await LookAsync(page, "/setup/none", width, scheme);

        var director = await hearth.SignInAsAsync(Role.Director);
        var invite = await director.SendAsync(
            await director.ReadAsync(hearth.Path("/settings/members/invite")),
            "invite",
            ("name", "Kim"),
            ("role", ((int)(Role.PeerSupporter | Role.None)).ToString(CultureInfo.InvariantCulture))
        );
        await LookAsync(page, new Uri(invite.One(".invitation").TextContent).AbsolutePath, width, scheme);

        await SignInAsync(context, director);
        await LookAsync(page, "/account", width, scheme);
        await LookAsync(page, hearth.Path("/settings/members"), width, scheme);
        await LookAsync(page, hearth.Path("/settings/members/invite"), width, scheme);
        var member = await hearth.ReadAsync<Guid>(
            "select id from memberships where account_id = $1",
            director.AccountId!.Value
        );
        await LookAsync(page, hearth.Path("/settings/members/" + member), width, scheme);
        await LookAsync(page, "/account/password", width, scheme);
        await page.GetByLabel("Email").FillAsync($"{director.AccountId:N}@example.org");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("four quiet words here");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await page.Locator(".qr").WaitForAsync();
        await CheckAsync(page, "authenticator", width, scheme);
        var sessions = hearth.Services.GetRequiredService<Sessions>();
        await sessions.EndAllAsync(director.AccountId!.Value);
    }

    private async Task LookAsync(IPage page, string path, int width, ColorScheme scheme)
    {
        await page.GotoAsync(hearth.Address.GetLeftPart(UriPartial.Authority) + path);
        await CheckAsync(page, path, width, scheme);
    }

    private static async Task CheckAsync(IPage page, string name, int width, ColorScheme scheme)
    {
        if (Pictures is not null)
        {
            var file = string.Concat(name.Trim('/').Select(c => char.IsAsciiLetter(c) ? c : '-'));
            await page.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(Pictures, $"{file[..Math.Min(40, file.Length)]}-{width}-{scheme}.png"),
                    FullPage = true,
                }
            );
        }
        var findings = await page.RunAxe();
        Assert.True(
            findings.Violations.Length == 0,
            $"{name} at {width}, {scheme}: "
                + string.Join("; ", findings.Violations.Select(v => $"{v.Id}: {v.Nodes[0].Html}"))
        );
        Assert.True(
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width,
            $"{name} scrolls sideways at {width}."
        );
    }

    private async Task SignInAsync(IBrowserContext context, Visitor visitor)
    {
        var cookies = visitor.Cookies.GetCookies(hearth.Address);
        await context.AddCookiesAsync(
            cookies.Select(c => new Cookie
            {
                Name = c.Name,
                Value = c.Value,
                Domain = hearth.Address.Host,
                Path = "/",
            })
        );
    }
}
