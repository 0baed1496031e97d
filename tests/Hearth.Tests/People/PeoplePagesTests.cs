using System.Net;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Privacy;
using Hearth.Modules.People;
using Hearth.Modules.People.Rules;
using Hearth.Modules.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.People;

public sealed class PeoplePagesTests(TestHearth hearth) : IClassFixture<TestHearth>
{
    [Fact]
    public async Task There_is_no_list_of_everyone_and_the_page_says_why()
    {
        await AddAsync("Oriole Nightjar");
        using var visitor = await hearth.SignInAsAsync(Role.PeerSupporter);
        var page = await visitor.ReadAsync(hearth.Path("/people"));
        Assert.Contains("Nobody browses people here", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Oriole", page.Words, StringComparison.Ordinal);
        Assert.Equal("post", page.Form("find").Method);
    }

    [Fact]
    public async Task Somebody_is_found_in_the_body_of_a_form_and_their_page_says_who_opened_it_and_what_for()
    {
        var wren = await AddAsync("Wren Ashgrove");
        using var visitor = await hearth.SignInAsAsync(Role.PeerSupporter);
        var find = await visitor.ReadAsync(hearth.Path("/people"));
        var page = await visitor.SendAsync(find, "find", ("called", "WREN ashgrove"), ("for", "reach"));
        Assert.Equal(hearth.Path($"/people/{wren}?for=reach"), page.Path);
        Assert.Equal("Wren Ashgrove", page.Heading);
        Assert.Contains("opened this page, to get back to them.", page.Words, StringComparison.Ordinal);
        Assert.Contains("May we keep a page for you?", page.Words, StringComparison.Ordinal);

        var lately = await visitor.ReadAsync(hearth.Path("/people/lately"));
        Assert.Contains("Wren Ashgrove", lately.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adding_asks_first_and_a_no_keeps_nothing()
    {
        using var visitor = await hearth.SignInAsAsync(Role.PeerSupporter);
        var form = await visitor.ReadAsync(hearth.Path("/people/add"));
        var before = await hearth.ReadAsync<long>("select count(*) from people");
        var unanswered = await visitor.SendAsync(form, "add", ("name", "Swift"));
        Assert.Contains("only with the person's yes", unanswered.Words, StringComparison.Ordinal);
        var no = await visitor.SendAsync(form, "add", ("name", "Swift"), ("answer", "no"));
        Assert.Contains("They said no, so nothing was kept", no.Words, StringComparison.Ordinal);
        Assert.Equal(before, await hearth.ReadAsync<long>("select count(*) from people"));

        var yes = await visitor.SendAsync(
            form,
            "add",
            ("name", "Swift"),
            ("answer", "yes"),
            ("birthYear", "1980"),
            ("language", "es"),
            ("phone", "404.555.0134"),
            ("raceEthnicity", "White"),
            ("raceEthnicity", "Asian")
        );
        Assert.Equal("Swift", yes.Heading);
        Assert.Contains("1980", yes.Words, StringComparison.Ordinal);
        Assert.Contains("White, Asian", yes.Words, StringComparison.Ordinal);
        Assert.Contains("Spanish", yes.All(".facts dd"));
        Assert.Contains("(404) 555-0134", yes.All(".facts dd"));
    }

    [Theory]
    [InlineData("4045550134", "(404) 555-0134")]
    [InlineData("1 (404) 555-0134", "(404) 555-0134")]
    [InlineData("+14045550134", "(404) 555-0134")]
    [InlineData("+4045550134", "+4045550134")]
    [InlineData("555-0134", "555-0134")]
    [InlineData("404 555 0134, evenings", "404 555 0134, evenings")]
    public void A_phone_number_is_shown_as_people_write_it_and_any_other_as_it_was_typed(string typed, string shown) =>
        Assert.Equal(shown, PeopleWords.Phone(typed));

    [Fact]
    public async Task Two_corrections_at_once_end_in_a_choice()
    {
        var id = await AddAsync("Plover");
        using var visitor = await hearth.SignInAsAsync(Role.PeerSupporter);
        var form = await visitor.ReadAsync(hearth.Path($"/people/{id}/correct"));
        var first = await visitor.SendAsync(form, "correct", ("county", "Wintergreen"));
        Assert.Contains("Corrected.", first.Words, StringComparison.Ordinal);

        var choice = await visitor.SendAsync(form, "correct", ("county", "Clover"));
        Assert.Contains("Somebody else changed this page", choice.Words, StringComparison.Ordinal);
        Assert.Equal(["Wintergreen", "Clover"], choice.All("table td"));
        await visitor.SendAsync(choice, "correct");
        Assert.Equal("Clover", await hearth.ReadAsync<string>("select county from people where id = $1", id));
    }

    [Fact]
    public async Task A_level_is_raised_at_a_yes_and_lowered_with_one_button()
    {
        var id = await AddAsync("Dipper");
        using var visitor = await hearth.SignInAsAsync(Role.PeerSupporter);
        var path = hearth.Path($"/people/{id}/level");
        await visitor.SendAsync(await visitor.ReadAsync(path), "raise", ("answer", "no"));
        Assert.Equal(2, await LevelAsync(id));
        await visitor.SendAsync(await visitor.ReadAsync(path), "raise", ("answer", "yes"));
        Assert.Equal(3, await LevelAsync(id));
        await visitor.SendAsync(await visitor.ReadAsync(path), "lower");
        Assert.Equal(2, await LevelAsync(id));
    }

    [Fact]
    public async Task Deleting_says_what_goes_and_starts_on_the_safe_answer()
    {
        var id = await AddAsync("Siskin");
        await RecordAsync(id, "theirs");
        using var visitor = await hearth.SignInAsAsync(Role.PeerSupporter);
        var page = await visitor.ReadAsync(hearth.Path($"/people/{id}/delete"));
        Assert.Equal("Keep it", page.One("[autofocus]").TextContent);
        Assert.Contains("1 moment stays as a count", page.Words, StringComparison.Ordinal);
        var after = await visitor.SendAsync(page, "delete");
        Assert.Contains("The page is deleted", after.Words, StringComparison.Ordinal);
        using var gone = await visitor.GetAsync(hearth.Path($"/people/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task The_copies_are_files_whose_names_say_nothing()
    {
        var id = await AddAsync("Linnet <b>Ashgrove</b>");
        await RecordAsync(id, "about the river");
        using var visitor = await hearth.SignInAsAsync(Role.PeerSupporter);
        foreach (var form in (string[])["html", "json"])
        {
            using var answer = await visitor.GetAsync(hearth.Path($"/people/{id}/copy.{form}"));
            Assert.Matches(
                $@"^hearth-copy-\d{{4}}-\d\d-\d\d\.{form}$",
                answer.Content.Headers.ContentDisposition?.FileName
            );
            var body = await answer.Content.ReadAsStringAsync();
            Assert.Contains("about the river", body, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>Ashgrove", body, StringComparison.Ordinal);
        }
        var page = await visitor.ReadAsync(hearth.Path($"/people/{id}"));
        Assert.Contains("took a copy", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turned_around_the_page_shows_all_that_is_theirs_and_no_way_to_anybody_else()
    {
        var id = await AddAsync("Pipit");
        await RecordAsync(id, "about the river");
        using var visitor = await hearth.SignInAsAsync(Role.PeerSupporter);
        var page = await visitor.ReadAsync(hearth.Path($"/people/{id}/hand"));
        Assert.Contains("about the river", page.Words, StringComparison.Ordinal);
        Assert.Empty(page.All("nav"));
        Assert.Equal(
            ["#main", hearth.Path($"/people/{id}?for=asked")],
            page.Document.QuerySelectorAll("a").Select(a => a.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task Nothing_opens_for_another_organization_or_another_role()
    {
        var id = await AddAsync("Dunnock");
        var other = await hearth.MakeOrganizationAsync("other-house", "Other House");
        using var stranger = await hearth.SignInAsAsync(Role.Director, other);
        using var board = await hearth.SignInAsAsync(Role.BoardViewer | Role.Partner | Role.FunderViewer | Role.Biller);
        foreach (var tail in (string[])["", "/correct", "/level", "/delete", "/hand", "/copy.json", "/copy.html"])
        {
            using var inOwn = await stranger.GetAsync($"{other.Path}/people/{id}{tail}");
            Assert.Equal(HttpStatusCode.NotFound, inOwn.StatusCode);
            using var inOurs = await stranger.GetAsync(hearth.Path($"/people/{id}{tail}"));
            Assert.Equal(HttpStatusCode.NotFound, inOurs.StatusCode);
            using var closed = await board.GetAsync(hearth.Path($"/people/{id}{tail}"));
            Assert.False(closed.IsSuccessStatusCode);
            Assert.DoesNotContain("Dunnock", await closed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Hostile_words_go_through_every_field_and_come_back_escaped()
    {
        using var visitor = await hearth.SignInAsAsync(Role.PeerSupporter);
        var form = await visitor.ReadAsync(hearth.Path("/people/add"));
        var fields = (string[])
            ["name", "phone", "email", "wishes", "county", "birthYear", "gender", "language", "saidOn"];
        foreach (var hostile in NaughtyStrings.All)
        {
            var page = await visitor.SendAsync(
                form,
                "add",
                [("answer", "yes"), ("words", "May we? " + hostile), .. fields.Select(f => (f, hostile))]
            );
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Empty(page.All("script, img, iframe, object, embed, [onerror], [onload], [onclick], [onfocus]"));
        }
    }

    private async Task<Guid> AddAsync(string name)
    {
        await using var scope = hearth.Enter();
        var yes = new LevelAnswer(true, "May we keep a page for you?", "en", new DateOnly(2020, 1, 1));
        var outcome = await scope.ServiceProvider.GetRequiredService<PeopleBook>().AddAsync(new() { Name = name }, yes);
        Assert.Empty(outcome.Problems);
        return outcome.Person!.Id;
    }

    private async Task RecordAsync(Guid person, string note)
    {
        var program = Ids.New(hearth.Clock);
        await hearth.RunAsync(
            "insert into programs (id, organization_id, slug, name, model, legal_regime, starting_level) values ($1, $2, $3, 'Riverside', 1, 1, 1)",
            program,
            hearth.Organization.Id,
            "p" + program.ToString("N")
        );
        await using var scope = hearth.Enter();
        var contact = new NewContact
        {
            Id = Ids.New(hearth.Clock),
            ProgramId = program,
            Start = new DateTime(2024, 5, 6, 10, 0, 0),
            Level = RecordLevel.Personal,
            PersonIds = [person],
            Note = note,
        };
        // The list of programs is kept for a few seconds; a new one has to be seen.
        scope
            .ServiceProvider.GetRequiredService<Hearth.Modules.Organizations.ProgramList>()
            .Forget(hearth.Organization.Id);
        var outcome = await scope.ServiceProvider.GetRequiredService<ContactLog>().RecordAsync(contact);
        Assert.Empty(outcome.Problems);
    }

    private async Task<short> LevelAsync(Guid id) =>
        await hearth.ReadAsync<short>("select level from people where id = $1", id);
}
