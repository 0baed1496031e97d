using System.Net;
using Hearth.Foundation.Access;
using Hearth.Modules.Reports;
using Hearth.Modules.Reports.Files;
using Hearth.Modules.Reports.Rules;

namespace Hearth.Tests.Reports;

public sealed class PackPageTests(TestHearth hearth) : IClassFixture<TestHearth>
{
    private static readonly (string, string)[] County =
    [
        ("title", "=County \"pack\": visits"),
        ("recipient", "Alder County"),
        ("period", "quarter"),
        ("due", "30"),
        ("shared", "yes"),
        ("measure-1", "visits"),
        ("by-1", "county"),
        ("measure-2", "people"),
        ("by-2", "age-band"),
        ("and-2", "program"),
        ("measure-3", "visits"),
        ("by-3", "month"),
        ("bars-3", "yes"),
        ("not-held", "Bed-nights: kept on paper"),
    ];

    private string Reports => hearth.Path("/reports");

    [Fact]
    public async Task A_coordinator_makes_a_pack_looks_at_it_keeps_it_and_changes_it()
    {
        var visitor = await hearth.SignInAsAsync(Role.Coordinator);
        var page = await visitor.ReadAsync(Reports + "/new");

        var looked = await visitor.SendAsync(page, "pack", [.. County, ("act", "look")]);
        Assert.Contains("How it looks for", looked.Words);
        Assert.Contains("kept on paper", looked.Words);
        Assert.DoesNotContain("County \"pack\"", (await visitor.ReadAsync(Reports)).Words);

        var kept = await visitor.SendAsync(looked, "pack", [.. County, ("act", "keep")]);
        Assert.Equal(Reports + "/county-pack-visits", kept.Path);
        Assert.StartsWith("=County \"pack\": visits, ", kept.Heading);

        var changed = await visitor.SendAsync(
            await visitor.ReadAsync(kept.Path + "/edit"),
            "pack",
            ("recipient", "Bracken County"),
            ("act", "keep")
        );
        Assert.Contains("For Bracken County. Form version 2", changed.Words);
        Assert.Equal(
            2L,
            await hearth.ReadAsync<long>(
                "select count(*) from report_packs where organization_id = $1 and slug = 'county-pack-visits'",
                hearth.Organization.Id
            )
        );

        var yaml = await visitor.GetStringAsync(kept.Path + "/definition.yaml");
        var read = DefinitionReader.Read(yaml, "taken.yaml");
        Assert.Empty(read.Problems);
        Assert.Equal("=County \"pack\": visits", read.Value!.Title);
        Assert.Equal(2, read.Value.Version);

        var csv = await visitor.GetStringAsync(kept.Path + "/take/csv");
        Assert.DoesNotContain(
            csv.Split('\n').SelectMany(l => l.Split(',')),
            cell => cell.TrimStart('"').StartsWith('=')
        );

        var funder = await hearth.SignInAsAsync(Role.FunderViewer);
        Assert.Equal(HttpStatusCode.OK, (await funder.ReadAsync(kept.Path)).Status);
    }

    [Fact]
    public async Task One_table_is_asked_for_at_a_time_and_another_keeps_all_that_was_entered()
    {
        var visitor = await hearth.SignInAsAsync(Role.Director);
        var page = await visitor.ReadAsync(Reports + "/new");
        Assert.Equal(["Table 1"], page.All("#pack-tables legend"));

        var two = await visitor.SendAsync(
            page,
            "pack",
            ("title", "Half a pack"),
            ("due", "soon"),
            ("title-1", "Where"),
            ("act", "table")
        );
        Assert.Equal(["Table 1", "Table 2"], two.All("#pack-tables legend"));
        Assert.Null(two.Document.QuerySelector("[role=alert]"));
        Assert.True(two.One("#measure-2").HasAttribute("autofocus"));
        Assert.Equal("Half a pack", two.One("#title").GetAttribute("value"));
        Assert.Equal("soon", two.One("#due").GetAttribute("value"));
        Assert.Equal("Where", two.One("#title-1").GetAttribute("value"));

        for (var tables = 2; tables < PackForm.MostTables; tables++)
        {
            two = await visitor.SendAsync(two, "pack", ("act", "table"));
        }
        Assert.Equal(PackForm.MostTables, two.All("#pack-tables legend").Count);
        Assert.Null(two.Document.QuerySelector("button[value=table]"));
    }

    [Fact]
    public async Task What_cannot_be_counted_honestly_is_refused_with_a_reason_and_nothing_typed_is_lost()
    {
        var visitor = await hearth.SignInAsAsync(Role.Director);
        var page = await visitor.ReadAsync(Reports + "/new");
        var refused = await visitor.SendAsync(
            page,
            "pack",
            ("title", "Hours by gender"),
            ("recipient", "A funder"),
            ("measure-2", "hours"),
            ("by-2", "gender"),
            ("smallest", "11"),
            ("act", "keep")
        );
        Assert.Contains("Table 2: hours cannot be told by gender", refused.Words);
        Assert.DoesNotContain("sections[", refused.Words);
        Assert.Equal("#measure-2", refused.One("#problems a").GetAttribute("href"));
        Assert.Equal("Hours by gender", refused.One("#title").GetAttribute("value"));
    }

    [Fact]
    public async Task A_smaller_limit_needs_its_source()
    {
        var visitor = await hearth.SignInAsAsync(Role.Director);
        var page = await visitor.ReadAsync(Reports + "/new");
        var refused = await visitor.SendAsync(
            page,
            "pack",
            ("title", "T"),
            ("recipient", "R"),
            ("smallest", "5"),
            ("act", "keep")
        );
        Assert.Contains("Say where this limit comes from", refused.Words);
    }

    [Fact]
    public async Task Two_who_change_a_pack_at_once_do_not_lose_one_unseen()
    {
        var visitor = await hearth.SignInAsAsync(Role.Director);
        var made = await visitor.SendAsync(
            await visitor.ReadAsync(Reports + "/new"),
            "pack",
            ("title", "Shared pack"),
            ("recipient", "R"),
            ("act", "keep")
        );
        var (mine, theirs) = (
            await visitor.ReadAsync(made.Path + "/edit"),
            await visitor.ReadAsync(made.Path + "/edit")
        );
        await visitor.SendAsync(theirs, "pack", ("recipient", "Theirs"), ("act", "keep"));
        var late = await visitor.SendAsync(mine, "pack", ("recipient", "Mine"), ("act", "keep"));
        Assert.Contains("Somebody else changed this pack", late.Words);
    }

    [Fact]
    public async Task Peer_supporters_read_packs_and_do_not_make_them()
    {
        var visitor = await hearth.SignInAsAsync(Role.PeerSupporter);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.ReadAsync(Reports + "/new")).Status);
        Assert.DoesNotContain("Make a pack", (await visitor.ReadAsync(Reports)).Words);
    }
}
