using Hearth.Demo;
using Hearth.Foundation;
using Hearth.Foundation.Database;
using Hearth.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Hearth.Journeys.DemoServer))]

namespace Hearth.Journeys;

/// <summary>A whole Hearth with the made-up network, which every journey walks through in a browser of its own.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("hearth-journeys-").FullName;
    private TestDatabase? own;
    private HearthDatabase? database;
    private WebApplication? app;

    /// <summary>Under the name localhost, which passkeys accept.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        own = await TestDatabase.CreateAsync();
        database = await DatabaseConnection.OpenAsync(own.ConnectionString, "journeys");
        var installation = new Installation(Repository.Root, data, own.ConnectionString);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await DemoNetwork.FillAsync(database, installation.OpenKeyring(), new DemoScale(4000), today);
        app = Web.Build(
            new WebSettings(installation, "http://127.0.0.1:0", IsDemo: true) { SignInTriesPerMinute = 100_000 },
            database
        );
        await app.StartAsync();
        Address = app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
    }

    /// <summary>A page in a fresh browser context, signed in as a persona and standing on the first page.</summary>
    public async Task<JourneyPage> SignInAsync(string persona, BrowserNewContextOptions? options = null)
    {
        var browser = await Browser.Shared;
        var context = await browser.NewContextAsync(options);
        var page = await context.NewPageAsync();
        var journey = new JourneyPage(context, page);
        await page.GotoAsync($"{Address}/demo/as/{persona}");
        journey.Home = page.Url.Split('?')[0];
        return journey;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        await (database?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (own?.DisposeAsync() ?? ValueTask.CompletedTask);
        Directory.Delete(data, recursive: true);
    }
}

/// <summary>A page, what went wrong in its console, and the way home.</summary>
public sealed class JourneyPage : IAsyncDisposable
{
    private readonly IBrowserContext context;

    public JourneyPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Errors.Add(error);
    }

    public IPage Page { get; }
    public List<string> Errors { get; } = [];

    /// <summary>The address of the organization's first page.</summary>
    public string Home { get; set; } = "";

    /// <summary>Goes on by the Tab key until what has the focus is what was meant; fails when it is not reached.</summary>
    public async Task TabToAsync(ILocator target, int most = 120)
    {
        for (var i = 0; i < most; i++)
        {
            if (await target.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }
            await Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The Tab key does not reach {target}.");
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
