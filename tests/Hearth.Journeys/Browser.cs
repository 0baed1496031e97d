using Microsoft.Playwright;

namespace Hearth.Journeys;

/// <summary>One real Chromium for the run; each journey opens a context of its own in it.</summary>
internal static class Browser
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // Containers give shared memory sparingly.
        "--disable-dev-shm-usage",
    ];

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    public static Task<IBrowser> Shared => Started.Value;

    private static async Task<IBrowser> StartAsync()
    {
        // A machine that builds and tests at once is slow; what is wrong is wrong after half a minute too.
        Assertions.SetDefaultExpectTimeout(30_000);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("HEARTH_CHROMIUM") ?? "/usr/bin/chromium",
                Args = Arguments,
            }
        );
    }
}
