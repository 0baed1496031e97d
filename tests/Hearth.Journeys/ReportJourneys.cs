using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Hearth.Journeys;

public sealed class ReportJourneys(DemoServer server)
{
    [Fact]
    public async Task A_funders_pack_is_made_on_a_page_read_and_printed()
    {
        await using var journey = await server.SignInAsync("coordinator");
        var page = journey.Page;
        await page.GotoAsync(journey.Home + "/reports/new");
        var title = "County pack " + Guid.CreateVersion7().ToString("n")[^6..];
        await page.Locator("#title").FillAsync(title);
        await page.Locator("#recipient").FillAsync("Dogwood County");
        await page.Locator("input[name=figures]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at it first" }).ClickAsync();
        await Assertions.Expect(page.Locator("#preview")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Keep the pack" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(title);
        await page.GotoAsync(journey.Home + "/reports");
        await page.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(title);

        await PrintAsync(page);
        Assert.Empty(journey.Errors);
    }

    [Fact]
    public async Task The_board_report_is_opened_and_its_days_changed_by_keyboard_alone()
    {
        await using var journey = await server.SignInAsync("director");
        var page = journey.Page;
        await journey.TabToAsync(page.Locator("nav.places").GetByRole(AriaRole.Link, new() { Name = "Reports" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/reports$"));
        await journey.TabToAsync(page.GetByRole(AriaRole.Link, new() { Name = "Board one-pager" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/reports/board-one-pager"));
        await journey.TabToAsync(page.GetByLabel("From", new() { Exact = true }));
        await page.Keyboard.TypeAsync("01012026");
        await journey.TabToAsync(page.GetByRole(AriaRole.Button, new() { Name = "Show these days" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("from=2026-01-01"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Three honest numbers");

        await journey.TabToAsync(page.GetByRole(AriaRole.Link, new() { Name = "Take for print" }));
        await page.Keyboard.PressAsync("Enter");
        Assert.Empty(journey.Errors);
    }

    [Fact]
    public async Task A_number_of_the_report_leads_to_the_moments_behind_it()
    {
        await using var journey = await server.SignInAsync("director");
        await journey.Page.GotoAsync(journey.Home + "/reports/board-one-pager?from=2026-01-01&to=2026-06-30");
        var number = journey.Page.Locator(".figure .value a").First;
        var said = (await number.InnerTextAsync()).Trim();
        await number.ClickAsync();

        await Assertions.Expect(journey.Page.Locator("p.lead")).ToContainTextAsync(said);
    }

    /// <summary>Prints as a person does and looks at the paper: a page of Letter size, without the places and the buttons.</summary>
    private static async Task PrintAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator("nav.places")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("header .actions").First).ToBeHiddenAsync();
        var paper = await page.PdfAsync(new() { Format = "Letter", Tagged = true });
        Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(paper, 0, 5), StringComparison.Ordinal);
        Assert.True(paper.Length > 5_000, "Hardly anything was printed.");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }
}
