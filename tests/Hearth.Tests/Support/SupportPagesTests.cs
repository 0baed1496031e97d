using System.Net;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Modules.Organizations;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.Support;

public sealed class SupportPagesTests(TestHearth hearth) : IClassFixture<TestHearth>, IAsyncLifetime
{
    private string slug = "";

    public async ValueTask InitializeAsync()
    {
        slug = "center-" + Ids.New(TimeProvider.System).ToString("n")[^8..];
        await using var scope = hearth.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Access>().Enter(hearth.Organization, Role.Director);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Add(
            new SupportProgram
            {
                Id = Ids.New(hearth.Clock),
                OrganizationId = hearth.Organization.Id,
                Slug = slug,
                Name = "Riverside " + slug,
                Model = ProgramModel.RecoveryCenter,
                LegalRegime = LegalRegime.InternalPromise,
            }
        );
        await db.SaveChangesAsync();
        scope.ServiceProvider.GetRequiredService<ProgramList>().Forget(hearth.Organization.Id);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<(Visitor Visitor, Page Today)> OpenAsync(Role role = Role.PeerSupporter)
    {
        var visitor = await hearth.SignInAsAsync(role);
        return (visitor, await visitor.ReadAsync(hearth.Path("?program=" + slug)));
    }

    private string Quick => $"form[action='{hearth.Path("/support/quick")}']";

    [Fact]
    public async Task One_press_counts_a_visit_and_says_so()
    {
        var (visitor, today) = await OpenAsync();
        var after = await visitor.SendAsync(today, Quick, ("kind", "visit"));

        Assert.Contains("Counted: one visit", after.Words, StringComparison.Ordinal);
        Assert.Contains("No name kept.", after.Words, StringComparison.Ordinal);
        Assert.Contains("1 today", after.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twelve_people_are_one_entry()
    {
        var (visitor, today) = await OpenAsync();
        var after = await visitor.SendAsync(today, Quick, ("kind", "visit"), ("people", "12"));

        Assert.Contains("Counted: 12 people, visit", after.Words, StringComparison.Ordinal);
        Assert.Contains("in 1 entry", after.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("a dozen")]
    [InlineData("999999999999")]
    public async Task A_count_that_is_none_is_told_and_nothing_is_recorded(string people)
    {
        var (visitor, today) = await OpenAsync();
        var after = await visitor.SendAsync(today, Quick, ("kind", "visit"), ("people", people));

        Assert.Contains("whole number from 1 to 100,000", after.Words, StringComparison.Ordinal);
        Assert.Contains("Nothing is counted yet today", after.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_press_sent_twice_counts_once()
    {
        var (visitor, today) = await OpenAsync();
        await visitor.SendAsync(today, Quick, ("kind", "visit"));
        var after = await visitor.SendAsync(today, Quick, ("kind", "visit"));

        Assert.Contains("1 today", after.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_takes_it_back_and_can_be_taken_back_itself()
    {
        var (visitor, today) = await OpenAsync();
        var counted = await visitor.SendAsync(today, Quick, ("kind", "visit"));
        var undone = await visitor.SendAsync(counted, "form[action$='/undo']");
        Assert.Contains("Undone.", undone.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("1 today", undone.Words, StringComparison.Ordinal);

        var back = await visitor.SendAsync(undone, "form[action$='/undo']");
        Assert.Contains("1 today", back.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.BoardViewer, "Reports")]
    [InlineData(Role.Partner, null)]
    public async Task Whoever_has_few_places_finds_them_all_in_the_bar_of_a_phone_and_knows_where_they_are(
        Role role,
        string? other
    )
    {
        var (_, today) = await OpenAsync(role);
        string[] places = other is null ? ["Today"] : ["Today", other];
        Assert.Equal(places, today.All("nav.places li:not(.wide, .narrow)"));
        Assert.Equal(["Today"], today.All("nav.places [aria-current]"));
    }

    [Fact]
    public async Task A_moment_without_a_kind_is_named_for_how_it_happened()
    {
        var (visitor, _) = await OpenAsync();
        var form = await visitor.ReadAsync(hearth.Path("/support/record?program=" + slug));
        var after = await visitor.SendAsync(form, "record", ("how", "Phone"));
        Assert.Equal(["Phone call"], after.All("[aria-labelledby=latest] .what a"));
    }

    [Fact]
    public async Task Without_the_forms_own_token_nothing_is_recorded()
    {
        var (visitor, today) = await OpenAsync();
        using var answer = await visitor.PostAsync(
            today,
            Quick,
            ("kind", "visit"),
            ("__RequestVerificationToken", "forged")
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "Nothing is counted yet today",
            (await visitor.ReadAsync(hearth.Path("?program=" + slug))).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_full_form_gives_back_what_was_written_with_its_problems()
    {
        var (visitor, _) = await OpenAsync();
        var form = await visitor.ReadAsync(hearth.Path("/support/record?program=" + slug));
        var back = await visitor.SendAsync(
            form,
            "main form",
            ("minutes", "about an hour"),
            ("note", "<script>alert(1)</script>")
        );

        Assert.Contains("Write a whole number", back.Words, StringComparison.Ordinal);
        Assert.Equal("about an hour", back.Document.QuerySelector("#minutes")!.GetAttribute("value"));
        Assert.Equal("<script>alert(1)</script>", back.Document.QuerySelector("#note")!.TextContent);
        Assert.Equal(
            "minutes-hint minutes-error",
            back.Document.QuerySelector("#minutes")!.GetAttribute("aria-describedby")
        );
    }

    [Fact]
    public async Task A_name_nobody_has_is_told_and_words_on_a_counted_moment_are_refused()
    {
        var (visitor, _) = await OpenAsync();
        var form = await visitor.ReadAsync(hearth.Path("/support/record?program=" + slug));
        var unknown = await visitor.SendAsync(form, "main form", ("people", "Nobody Known"), ("level", "Personal"));
        Assert.Contains("Nobody here is known as “Nobody Known”", unknown.Words, StringComparison.Ordinal);

        var words = await visitor.SendAsync(form, "main form", ("note", "she said"));
        Assert.Contains("Words about a moment belong to one person", words.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_after_somebody_elses_shows_both_and_lets_one_choose()
    {
        var (visitor, today) = await OpenAsync();
        var counted = await visitor.SendAsync(today, Quick, ("kind", "visit"));
        var address = counted.Document.QuerySelector("a[href$='/correct']")!.GetAttribute("href")!;
        var mine = await visitor.ReadAsync(address);
        var theirs = await visitor.ReadAsync(address);
        Assert.Contains(
            "Corrected.",
            (await visitor.SendAsync(theirs, "main form", ("headcount", "2"))).Words,
            StringComparison.Ordinal
        );

        var conflict = await visitor.SendAsync(mine, "main form", ("headcount", "3"));
        Assert.Contains("Somebody else changed this moment", conflict.Words, StringComparison.Ordinal);
        Assert.Equal("3", conflict.Document.QuerySelector("#headcount")!.GetAttribute("value"));

        var chosen = await visitor.SendAsync(conflict, "main form");
        Assert.Contains("Corrected.", chosen.Words, StringComparison.Ordinal);
        Assert.Contains("2 people", chosen.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_filters_by_its_address_and_the_download_says_the_same()
    {
        var (visitor, today) = await OpenAsync();
        await visitor.SendAsync(today, Quick, ("kind", "visit"), ("people", "7"));
        var list = await visitor.ReadAsync(
            hearth.Path($"/support?program={slug}&how=InPerson&kind=APlaceToBe&from=&to=")
        );
        Assert.Contains("1 entry, 7 people counted", list.Words, StringComparison.Ordinal);

        var csv = await visitor.GetStringAsync(hearth.Path($"/support.csv?program={slug}&from=&to="));
        Assert.Equal(2, csv.Trim().Split('\n').Length);
        Assert.Contains(
            "No moment fits",
            (await visitor.ReadAsync(hearth.Path($"/support?program={slug}&how=Video"))).Words,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Role.BoardViewer)]
    [InlineData(Role.FunderViewer)]
    [InlineData(Role.Partner)]
    public async Task Those_who_only_look_see_no_moments(Role role)
    {
        var (visitor, today) = await OpenAsync(role);
        Assert.DoesNotContain("What just happened?", today.Words, StringComparison.Ordinal);
        using var list = await visitor.GetAsync(hearth.Path("/support"));
        Assert.NotEqual(HttpStatusCode.OK, list.StatusCode);
    }
}
