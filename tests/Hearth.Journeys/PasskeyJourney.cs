using System.Net;
using System.Net.Http.Headers;
using Hearth.Modules.Accounts.Setup;
using Hearth.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Hearth.Journeys;

public sealed class PasskeyJourney : IAsyncLifetime
{
    private readonly TestHearth hearth = new();

    // Passkeys are bound to a name; 127.0.0.1 is none.
    private string Address => $"http://localhost:{hearth.Address.Port}";

    public async ValueTask InitializeAsync()
    {
        await hearth.InitializeAsync();
        await hearth.RunAsync("delete from organizations");
    }

    public ValueTask DisposeAsync() => hearth.DisposeAsync();

    [Fact]
    public async Task Who_gives_no_name_is_told_so_and_who_gives_an_odd_one_keeps_it_with_the_passkey()
    {
        var token = await hearth.Services.GetRequiredService<SetupLink>().MakeAsync();
        var browser = await Browser.Shared;
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await VirtualPasskeys.AddAsync(page);

        await page.GotoAsync($"{Address}/setup/{token}");
        await page.Locator("#passkey-name").FillAsync("   ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();

        await Assertions.Expect(page.Locator("#passkey-name-error")).ToContainTextAsync("Write a name");

        const string odd = "<img src=x onerror=alert(1)> \"ثم\" \U0001F469\u200D\U0001F692 Ṱ̺̺̕o͞'; --";
        await page.Locator("#passkey-name").FillAsync(odd);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Heading(page, "Your organization");
        await Assertions.Expect(page.Locator(".who")).ToHaveTextAsync(odd);
    }

    [Fact]
    public async Task The_first_director_signs_up_and_in_again_with_a_passkey_and_cannot_lose_the_only_one()
    {
        var token = await hearth.Services.GetRequiredService<SetupLink>().MakeAsync();
        var browser = await Browser.Shared;
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await VirtualPasskeys.AddAsync(page);

        await page.GotoAsync($"{Address}/setup/{token}");
        await page.Locator("#passkey-name").FillAsync("Robin Vale");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Heading(page, "Your organization");

        await page.GetByLabel("Name of the organization").FillAsync("Alder House");
        await page.GetByLabel("State").SelectOptionAsync("ME");
        await page.GetByLabel("Its first program").FillAsync("The drop-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the house" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Address + "/o/alder-house");

        await page.GotoAsync(Address + "/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove First passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("This is your only way in").First).ToBeVisibleAsync();

        await page.GetByLabel("Name of a new passkey").FillAsync("Another");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByText("already has a passkey")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out here" }).ClickAsync();
        await Heading(page, "Sign in");
        await page.GotoAsync(Address + "/o/alder-house/more");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Address + "/o/alder-house/more");

        await page.GotoAsync(Address + "/account");
        await Assertions.Expect(page.GetByText("last used today")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_second_device_signs_in_by_itself_and_the_first_can_then_be_removed()
    {
        var browser = await Browser.Shared;
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await VirtualPasskeys.AddAsync(page);
        await page.GotoAsync($"{Address}/setup/{await hearth.Services.GetRequiredService<SetupLink>().MakeAsync()}");
        await page.Locator("#passkey-name").FillAsync("Robin Vale");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Heading(page, "Your organization");

        await using var elsewhere = await browser.NewContextAsync(
            new() { StorageState = await context.StorageStateAsync() }
        );
        var second = await elsewhere.NewPageAsync();
        await VirtualPasskeys.AddAsync(second);
        await second.GotoAsync(Address + "/account");
        await second.GetByLabel("Name of a new passkey").FillAsync("Kitchen tablet");
        await second.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(second.GetByText("Kitchen tablet")).ToBeVisibleAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Sign out here" }).ClickAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Heading(second, "Your organizations");

        await second.GotoAsync(Address + "/account");
        await second.GetByRole(AriaRole.Button, new() { Name = "Remove First passkey" }).ClickAsync();
        await Assertions.Expect(second.GetByText("First passkey")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_button_waits_until_the_script_that_asks_for_the_passkey_is_here()
    {
        var browser = await Browser.Shared;
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var here = new TaskCompletionSource();
        await page.RouteAsync(
            "**/passkeys*.js",
            async route =>
            {
                await here.Task;
                await route.ContinueAsync();
            }
        );

        await page.GotoAsync(Address + "/sign-in", new() { WaitUntil = WaitUntilState.Commit });
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" });
        await Assertions.Expect(button).ToBeDisabledAsync();
        here.SetResult();
        await Assertions.Expect(button).ToBeEnabledAsync();
    }

    [Fact]
    public async Task What_a_passkey_answered_opens_once()
    {
        var browser = await Browser.Shared;
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await VirtualPasskeys.AddAsync(page);
        await page.GotoAsync($"{Address}/setup/{await hearth.Services.GetRequiredService<SetupLink>().MakeAsync()}");
        await page.Locator("#passkey-name").FillAsync("Robin Vale");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Heading(page, "Your organization");
        await context.ClearCookiesAsync();
        await page.GotoAsync(Address + "/sign-in");
        var sent = new TaskCompletionSource<string>();
        await page.RouteAsync(
            "**/sign-in",
            async route =>
            {
                sent.SetResult(route.Request.PostData ?? "");
                await route.AbortAsync();
            }
        );
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        var form = await sent.Task;
        var cookies = string.Join("; ", (await context.CookiesAsync()).Select(c => c.Name + "=" + c.Value));
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        async Task<HttpResponseMessage> SendAsync()
        {
            // A passkey that is kept in step on several devices counts no uses.
            await hearth.RunAsync("update account_passkeys set data = jsonb_set(data, '{SignCount}', '0')");
            using var request = new HttpRequestMessage(HttpMethod.Post, Address + "/sign-in");
            request.Headers.Add("Cookie", cookies);
            request.Headers.Add("Origin", Address);
            request.Content = new StringContent(form, MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded"));
            return await client.SendAsync(request);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync()).StatusCode);
        var again = await SendAsync();
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Contains("passkey is not known here", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task Heading(IPage page, string words) =>
        Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(words);
}
