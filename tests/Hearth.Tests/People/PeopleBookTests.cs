using System.Text;
using Hearth.Foundation;
using Hearth.Foundation.Privacy;
using Hearth.Modules.People;
using Hearth.Modules.People.Changes;
using Hearth.Modules.People.Files;
using Hearth.Modules.People.Queries;

namespace Hearth.Tests.People;

public sealed class PeopleBookTests : PeopleTests
{
    [Fact]
    public async Task A_person_is_added_at_their_yes_and_the_yes_is_kept_with_its_words()
    {
        var wren = await House.AddAsync("Wren");
        Assert.Equal(RecordLevel.Personal, wren.Level);
        Assert.Equal(
            [PeopleHouse.Yes.Words],
            await House.RowsAsync<string>(
                "select words from level_decisions where said_yes and from_level = 1 and to_level = 2 and language = 'en'"
            )
        );
    }

    [Fact]
    public async Task A_no_keeps_nothing_at_all()
    {
        var outcome = await House.AsAsync<PeopleBook, PersonOutcome>(b =>
            b.FindOrAddAsync(KnownBy.Name, "Wren", PeopleHouse.No)
        );
        Assert.Contains("nothing was kept", Assert.Single(outcome.Problems).Sentence, StringComparison.Ordinal);
        Assert.Empty(await House.RowsAsync<Guid>("select id from people union all select id from level_decisions"));
    }

    [Fact]
    public async Task Somebody_known_is_found_and_not_added_twice()
    {
        var lark = await House.AddAsync(new PersonDetails { Code = "lark" });
        var outcome = await House.AsAsync<PeopleBook, PersonOutcome>(b => b.FindOrAddAsync(KnownBy.Code, "Lark", null));
        Assert.Equal(lark, outcome.Person);
    }

    [Fact]
    public async Task A_name_that_several_share_asks_which_of_them()
    {
        var both = new[] { await House.AddAsync("Wren"), await House.AddAsync("wren") };
        var outcome = await House.AsAsync<PeopleBook, PersonOutcome>(b =>
            b.FindOrAddAsync(KnownBy.Name, "Wren", PeopleHouse.Yes)
        );
        Assert.False(outcome.Succeeded);
        Assert.Equal(both.Select(p => p.Id).Order(), outcome.Several.Select(p => p.Id).Order());
    }

    [Fact]
    public async Task A_code_is_one_persons_only()
    {
        await House.AddAsync(new PersonDetails { Code = "lark" });
        var outcome = await House.AsAsync<PeopleBook, PersonOutcome>(b =>
            b.AddAsync(new() { Code = "LARK" }, PeopleHouse.Yes)
        );
        Assert.Equal("code", Assert.Single(outcome.Problems).Field);
    }

    [Fact]
    public async Task Every_opening_is_logged_with_what_for_and_a_page_that_cannot_be_logged_does_not_open()
    {
        var wren = await House.AddAsync("Wren");
        await House.AsAsync<Folders, Folder?>(f => f.OpenAsync(wren.Id, WhoLooked.PageRead, "to get back to them"));
        var looks = await House.AsAsync<WhoLooked, IReadOnlyList<Look>>(w => w.ReadAsync(wren.Id, 10));
        Assert.Equal("Hazel opened this page, to get back to them.", looks[0].Sentence);

        await House.RowsAsync<string>(
            $"revoke insert on audit_entries from \"hearth_app_{(await House.RowsAsync<string>("select current_database()::text"))[0]}\""
        );
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
            House.AsAsync<Folders, Folder?>(f => f.OpenAsync(wren.Id, WhoLooked.PageRead))
        );
    }

    [Fact]
    public async Task Two_who_correct_at_once_are_shown_each_others_words_and_nothing_is_lost()
    {
        var wren = await House.AddAsync("Wren");
        Assert.True((await CorrectAsync(wren.Id, 1, new() { Name = "Wren", County = "Wintergreen" })).Succeeded);
        var second = await CorrectAsync(wren.Id, 1, new() { Name = "Wrenna" });
        Assert.False(second.Succeeded);
        Assert.Equal(("Wintergreen", 2), (second.Theirs?.County, second.Version));
        Assert.True((await CorrectAsync(wren.Id, second.Version, new() { Name = "Wrenna" })).Succeeded);
    }

    [Fact]
    public async Task A_no_to_billable_is_kept_and_changes_nothing_a_yes_raises_and_a_stop_brings_the_records_along()
    {
        var wren = await House.AddAsync("Wren");
        Assert.Empty(await AnswerAsync(wren.Id, PeopleHouse.No));
        Assert.Equal([(short)2], await House.RowsAsync<short>("select level from people"));
        Assert.NotEmpty(await AnswerAsync(wren.Id, null));
        Assert.Empty(await AnswerAsync(wren.Id, PeopleHouse.Yes));
        Assert.Equal([(short)3], await House.RowsAsync<short>("select level from people"));

        var billed = await House.RecordAsync(RecordLevel.Billable, "theirs", wren.Id);
        Assert.Empty(
            await House.AsAsync<LevelChanges, IReadOnlyList<Problem>>(l => l.LowerAsync(wren.Id, PeopleHouse.Yes))
        );
        Assert.Equal(
            [(short)2, 2, 2],
            await House.RowsAsync<short>(
                "select level from people union all select level from support_contacts union all select level from contact_people"
            )
        );
        var folder = (await House.AsAsync<Folders, Folder?>(f => f.OpenAsync(wren.Id, WhoLooked.PageRead)))!;
        Assert.Equal((billed.Id, "theirs"), (folder.Records[0].Id, folder.Records[0].Facts["In your words"]));
        Assert.Equal(4, folder.Decisions.Count);
    }

    [Fact]
    public async Task The_lists_of_answers_say_where_they_come_from_and_their_examples_hold()
    {
        var lists = await House.AsAsync<Demographics, Demographics>(Task.FromResult);
        Assert.Equal(8, lists.RaceEthnicity.Answers.Count);
        Assert.All(
            lists.Questions,
            q =>
            {
                Assert.NotEmpty(q.Source);
                Assert.NotEqual(default, q.EffectiveFrom);
                Assert.All(q.Examples, e => Assert.Subset(q.Answers.ToHashSet(), e.Kept.ToHashSet()));
                Assert.NotEmpty(q.Examples);
            }
        );
        Assert.NotEqual(default, lists.CheckedOn);
        Assert.Equal("Spanish", lists.LanguageName("es"));
    }

    [Fact]
    public async Task Hostile_words_come_back_as_they_were_and_break_no_copy()
    {
        var wren = await House.AddAsync(new PersonDetails { Code = "start" });
        var version = 1;
        foreach (var hostile in NaughtyStrings.All)
        {
            var asked = new PersonDetails
            {
                Code = "start",
                Name = hostile,
                Reach = new(hostile, hostile, hostile),
                County = hostile,
            };
            var clean = asked.Clean();
            var outcome = await CorrectAsync(wren.Id, version, asked);
            if (!outcome.Succeeded)
            {
                Assert.All(
                    outcome.Problems,
                    p => Assert.Contains(p.Field, (string[])["name", "phone", "email", "wishes", "county"])
                );
                continue;
            }
            var folder = (
                await House.AsAsync<Folders, Folder?>(f => f.OpenAsync(wren.Id, WhoLooked.CopyRead, mostLooks: 1))
            )!;
            version = folder.Person.Version;
            Assert.True(folder.Details.Says(clean), hostile);
            AssertCopyHolds(folder);
        }
        Assert.True(version > 300);
    }

    private void AssertCopyHolds(Folder folder)
    {
        var copy = new PersonCopy(folder, House.Lantern, House.Lists, DateTimeOffset.UnixEpoch);
        var json = System.Text.Json.JsonDocument.Parse(copy.ToJson()).RootElement.GetProperty("facts");
        Assert.Equal(folder.Details.Name ?? "not asked", json.GetProperty("Name").GetString());
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(Encoding.UTF8.GetString(copy.ToHtml()));
        Assert.Empty(
            page.QuerySelectorAll("script, img, iframe, svg, object, embed, [onclick], [onerror], [onload], form, a")
        );
        Assert.Equal(10, page.QuerySelectorAll("dl:first-of-type dd").Length);
    }

    private Task<CorrectionOutcome> CorrectAsync(Guid id, int version, PersonDetails details) =>
        House.AsAsync<Corrections, CorrectionOutcome>(c => c.CorrectAsync(id, version, details));

    private Task<IReadOnlyList<Problem>> AnswerAsync(Guid id, LevelAnswer? answer) =>
        House.AsAsync<LevelChanges, IReadOnlyList<Problem>>(l => l.AnswerAsync(id, RecordLevel.Billable, answer));
}
