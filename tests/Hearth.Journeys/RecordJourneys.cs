using Microsoft.Playwright;

namespace Hearth.Journeys;

public sealed class RecordJourneys(DemoServer server)
{
    [Fact]
    public async Task A_visit_is_counted_with_one_interaction_and_undone_with_another()
    {
        await using var journey = await server.SignInAsync("supporter");
        await journey.Page.GotoAsync(journey.Home + "?program=center");

        await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Visit" }).ClickAsync();
        await Assertions.Expect(journey.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Counted: one visit");
        // Readers say what has the focus when a page opens, and nothing that merely stands there.
        await Assertions.Expect(journey.Page.GetByRole(AriaRole.Status)).ToBeFocusedAsync();

        await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Assertions.Expect(journey.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Undone.");
        Assert.Empty(journey.Errors);
    }

    [Fact]
    public async Task Twelve_people_who_dropped_in_take_three_interactions()
    {
        await using var journey = await server.SignInAsync("supporter");
        await journey.Page.GotoAsync(journey.Home + "?program=center");

        await journey.Page.GetByLabel("How many people").ClickAsync(); // one
        await journey.Page.GetByLabel("How many people").FillAsync("12"); // two
        await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Visit" }).ClickAsync(); // three
        await Assertions.Expect(journey.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Counted: 12 people");
    }

    [Fact]
    public async Task A_visit_is_counted_by_keyboard_alone()
    {
        await using var journey = await server.SignInAsync("supporter");
        await journey.Page.GotoAsync(journey.Home + "?program=center");

        await journey.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(journey.Page.GetByText("Skip to the page")).ToBeFocusedAsync();
        await journey.Page.Keyboard.PressAsync("Enter");
        await journey.TabToAsync(journey.Page.GetByRole(AriaRole.Button, new() { Name = "Visit" }));
        await journey.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(journey.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Counted: one visit");

        await journey.TabToAsync(journey.Page.GetByRole(AriaRole.Link, new() { Name = "add a detail" }));
        await journey.Page.Keyboard.PressAsync("Enter");
        await journey.TabToAsync(journey.Page.GetByLabel("Minutes"));
        await journey.Page.Keyboard.TypeAsync("25");
        await journey.TabToAsync(journey.Page.GetByRole(AriaRole.Button, new() { Name = "Save the correction" }));
        await journey.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(journey.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Corrected.");
        Assert.Empty(journey.Errors);
    }

    [Fact]
    public async Task Without_JavaScript_everything_of_it_works()
    {
        await using var journey = await server.SignInAsync("supporter", new() { JavaScriptEnabled = false });
        await journey.Page.GotoAsync(journey.Home + "?program=center");

        await journey.Page.GetByRole(AriaRole.Button, new() { Name = "Conversation" }).ClickAsync();
        await Assertions
            .Expect(journey.Page.GetByRole(AriaRole.Status))
            .ToContainTextAsync("Counted: one conversation");
    }
}
