using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hearth.Journeys;

public sealed class SetUpTests
{
    [Fact]
    public async Task A_browser_opens_a_page_from_a_server_in_this_process()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", () => Results.Content("<!doctype html><title>Hearth</title><h1>Welcome</h1>", "text/html"));
        await app.StartAsync();

        var browser = await Browser.Shared;
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

        Assert.Equal("Welcome", await page.GetByRole(Microsoft.Playwright.AriaRole.Heading).InnerTextAsync());
    }
}
