using Hearth.Foundation.Access;
using Hearth.Tests;
using Microsoft.Playwright;

namespace Hearth.Journeys;

/// <summary>
/// A page is loaded anew when a form was refused, and readers do not say what stands on it from the start: what went
/// wrong takes the focus, which reads it aloud and brings it into view.
/// </summary>
public sealed class RefusedFormJourneys(TestHearth hearth) : IClassFixture<TestHearth>
{
    private string Address => $"http://localhost:{hearth.Address.Port}";

    [Fact]
    public async Task What_is_wrong_with_a_form_has_the_focus()
    {
        await using var context = await OpenAsync(await hearth.SignInAsAsync(Role.Director));
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address + hearth.Path("/settings/members/invite"));
        await page.EvaluateAsync("document.querySelector('main form').noValidate = true");
        await page.GetByLabel("Their name").PressAsync("Enter");

        await Assertions.Expect(page.Locator("#problems")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_refused_sign_in_has_the_focus()
    {
        await using var context = await OpenAsync(null);
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address + "/sign-in");
        await page.GetByLabel("Email").FillAsync("nobody@example.org");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("four quiet words");
        await page.GetByLabel("Password", new() { Exact = true }).PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_passkey_that_was_not_used_leaves_the_focus_on_its_button()
    {
        await using var context = await OpenAsync(null);
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/passkeys/**", route => route.FulfillAsync(new() { Status = 429 }));
        await page.GotoAsync(Address + "/sign-in");
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" });
        await button.PressAsync("Enter");

        await Assertions.Expect(page.GetByText("Too many tries")).ToBeVisibleAsync();
        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    private async Task<IBrowserContext> OpenAsync(Visitor? visitor)
    {
        var context = await (await Browser.Shared).NewContextAsync();
        if (visitor is not null)
        {
            await context.AddCookiesAsync(
                visitor
                    .Cookies.GetCookies(hearth.Address)
                    .Select(c => new Cookie
                    {
                        Name = c.Name,
                        Value = c.Value,
                        Domain = "localhost",
                        Path = "/",
                    })
            );
        }
        return context;
    }
}
