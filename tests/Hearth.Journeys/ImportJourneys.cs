using System.Text;
using Microsoft.Playwright;

namespace Hearth.Journeys;

public sealed class ImportJourneys(DemoServer server)
{
    // Title lines, a total line, a blank row, an exact duplicate, a day that does not exist, a time that is none.
    private const string Messy = """
        Drop-in – sign in sheet;;;
        September 2026;;;
        ;;;
        Date;Name;In;Out
        9/1/2026;Mouse;9:30am;11:00am
        9/1/2026;Mouse;9:30am;11:00am
        9/31/2026;Renée;10:00am;12:15pm
        ;;;
        9/2/2026;小林;1:00pm;2:30pm
        9/2/2026;O'Neil;half past;3:00pm
        9/3/2026;=cmd|' /C calc'!A0;11:15am;1:00pm
        TOTAL;5;;
        """;

    [Fact]
    public async Task A_messy_sheet_is_brought_in_after_its_errors_are_mended()
    {
        await using var journey = await server.SignInAsync("coordinator");
        var page = journey.Page;
        await page.GotoAsync(journey.Home + "/imports/new");
        await page.GetByLabel("The sheet").SetInputFilesAsync(File("messy.csv"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at the sheet" }).ClickAsync();
        await MapAsync(page);

        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("What the check found", new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("9/31/2026");
        await MendAsync(page, "9/31/2026", "9/30/2026");
        await MendAsync(page, "half past", "2:30pm");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check again" }).ClickAsync();

        var import = page.GetByRole(AriaRole.Button, new() { Name = "Import 5 moments" });
        await import.ClickAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("5 moments", new() { Timeout = 30_000 });
        await Assertions
            .Expect(page)
            .ToHaveURLAsync(
                new System.Text.RegularExpressions.Regex("/imports/[0-9a-f-]{36}$"),
                new() { Timeout = 30_000 }
            );
        Assert.Empty(journey.Errors);
    }

    [Fact]
    public async Task A_sheet_is_brought_in_by_keyboard_alone()
    {
        await using var journey = await server.SignInAsync("coordinator");
        var page = journey.Page;
        await page.GotoAsync(journey.Home + "/imports/new");
        await journey.TabToAsync(page.GetByLabel("The sheet"));
        // The system's own dialog is outside the page; what it hands back is given here.
        await page.GetByLabel("The sheet")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "small.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes("Date,Minutes\n9/14/2026,20\n9/15/2026,25\n"),
                }
            );
        var look = page.GetByRole(AriaRole.Button, new() { Name = "Look at the sheet" });
        await journey.TabToAsync(look);
        await Assertions.Expect(look).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions
            .Expect(page)
            .ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/map$"), new() { Timeout = 60_000 });
        var program = page.GetByLabel("Program", new() { Exact = true });
        await journey.TabToAsync(program);
        // By arrow and not by its letters: those have to come within a second of each other.
        for (var i = 0; i < 20 && await program.InputValueAsync() != "center"; i++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }
        await journey.TabToAsync(page.GetByRole(AriaRole.Button, new() { Name = "Check the whole" }));
        await page.Keyboard.PressAsync("Enter");
        var import = page.GetByRole(AriaRole.Button, new() { Name = "Import 2 moments" });
        await Assertions.Expect(import).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await journey.TabToAsync(import);
        await page.Keyboard.PressAsync("Enter");
        await Assertions
            .Expect(page)
            .ToHaveURLAsync(
                new System.Text.RegularExpressions.Regex("/imports/[0-9a-f-]{36}$"),
                new() { Timeout = 30_000 }
            );
    }

    private static async Task MapAsync(IPage page)
    {
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("What the columns mean");
        await page.GetByLabel("Program", new() { Exact = true }).SelectOptionAsync("center");
        foreach (
            var open in await page.Locator("main form select[aria-invalid], main form select[required]").AllAsync()
        )
        {
            await open.SelectOptionAsync(new SelectOptionValue { Index = 1 });
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the whole" }).ClickAsync();
    }

    private static async Task MendAsync(IPage page, string found, string mended)
    {
        var cell = page.Locator($"main form input[value='{found}']").First;
        await cell.FillAsync(mended);
    }

    private static FilePayload File(string name) =>
        new()
        {
            Name = name,
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(Messy),
        };
}
