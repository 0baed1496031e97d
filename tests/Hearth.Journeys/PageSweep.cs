using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Hearth.Journeys;

/// <summary>Every page of the navigation and the pages behind it, at two widths, light and dark.</summary>
public sealed class PageSweep(DemoServer server)
{
    private static readonly string[] Paths =
    [
        "",
        "/support",
        "/support/record",
        "/people",
        "/people/add",
        "/reports",
        "/reports/board-one-pager",
        "/reports/state-contract-monthly",
        "/reports/block-grant-recovery-supports",
        "/imports",
        "/imports/new",
        "/settings",
        "/settings/members",
        "/places",
        "/more",
    ];

    public static TheoryData<int, ColorScheme> Looks() =>
        new()
        {
            { 390, ColorScheme.Light },
            { 390, ColorScheme.Dark },
            { 1280, ColorScheme.Light },
            { 1280, ColorScheme.Dark },
        };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_passes_axe_fits_its_width_and_leaves_the_console_empty(int width, ColorScheme scheme)
    {
        await using var journey = await server.SignInAsync(
            "director",
            new()
            {
                ViewportSize = new() { Width = width, Height = 900 },
                ColorScheme = scheme,
                BypassCSP = true,
            }
        );
        var found = new List<string>();
        foreach (var path in Paths)
        {
            var answer = await journey.Page.GotoAsync(journey.Home + path);
            if (answer!.Status != 200)
            {
                found.Add($"{path}: answered {answer.Status}.");
                continue;
            }
            var result = await journey.Page.RunAxe();
            found.AddRange(result.Violations.Select(v => $"{path}: {v.Id} at {v.Nodes[0].Html}"));
            if (
                await journey.Page.EvaluateAsync<bool>(
                    "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
                )
            )
            {
                found.Add($"{path}: scrolls sideways.");
            }
        }
        Assert.Empty(found);
        Assert.Empty(journey.Errors);
    }

    [Theory]
    [InlineData("/support/record")]
    [InlineData("/support")]
    [InlineData("/people/add")]
    public async Task What_has_the_focus_is_not_under_the_bar_of_a_phone(string path)
    {
        await using var journey = await server.SignInAsync(
            "director",
            new()
            {
                ViewportSize = new() { Width = 390, Height = 640 },
            }
        );
        await journey.Page.GotoAsync(journey.Home + path);
        for (var presses = 0; presses < 40; presses++)
        {
            await journey.Page.Keyboard.PressAsync("Tab");
            Assert.Equal("", await journey.Page.EvaluateAsync<string>(UnderTheBar));
        }
    }

    private const string UnderTheBar = """
        () => {
          const focused = document.activeElement.getBoundingClientRect();
          const bar = document.querySelector("nav.places");
          return !bar.contains(document.activeElement) && (focused.top + focused.bottom) / 2 > bar.getBoundingClientRect().top ? document.activeElement.outerHTML : "";
        }
        """;

    [Fact]
    public async Task Every_page_has_one_heading_of_the_first_level_and_a_title_of_its_own()
    {
        await using var journey = await server.SignInAsync("director");
        var titles = new HashSet<string>();
        foreach (var path in Paths)
        {
            await journey.Page.GotoAsync(journey.Home + path);
            Assert.Equal(1, await journey.Page.Locator("h1").CountAsync());
            Assert.True(titles.Add(await journey.Page.TitleAsync()), $"{path} has the title of another page.");
        }
    }

    [Theory]
    [InlineData("board", "/reports")]
    [InlineData("funder", "/reports")]
    [InlineData("biller", "")]
    [InlineData("partner", "")]
    public async Task Every_role_lands_on_a_page_that_says_what_is_there_for_them(string persona, string path)
    {
        await using var journey = await server.SignInAsync(persona);
        var answer = await journey.Page.GotoAsync(journey.Home + path);

        Assert.Equal(200, answer!.Status);
        Assert.Equal(1, await journey.Page.Locator("h1").CountAsync());
        Assert.Empty((await journey.Page.RunAxe()).Violations.Select(v => v.Id));
    }
}
