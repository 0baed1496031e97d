using System.Net;
using System.Text;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.Imports;

/// <summary>A messy sheet's way in, page by page, without JavaScript.</summary>
public sealed class ImportPagesTests(TestHearth hearth) : IClassFixture<TestHearth>, IAsyncLifetime
{
    private const string Messy = """
        Harbor drop-in

        Date,Name,In,Out,What
        2026-03-01,Blue,9:00am,10:00am,coffee
        2026-03-01,Blue,9:00am,10:00am,coffee
        2026-13-02,Ziggy,9:30am,10:00am,a ride
        2026-03-03,,noonish,,group
        TOTAL,4,,,

        """;

    public async ValueTask InitializeAsync()
    {
        foreach (var left in Uploads())
        {
            File.Delete(left);
        }
        await hearth.RunAsync("truncate support_contacts, people, imports, import_maps cascade");
        await hearth.RunAsync(
            """
            insert into programs (id, organization_id, slug, name, model, legal_regime, starting_level)
              select gen_random_uuid(), id, 'drop-in', 'Drop-in center', 2, 1, 1 from organizations
              on conflict do nothing
            """
        );
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_messy_sheet_is_mapped_checked_mended_imported_and_undone()
    {
        using var lead = await hearth.SignInAsAsync(Role.Coordinator);
        var map = await UploadAsync(lead, "march.csv", Messy);
        Assert.Equal("What the columns mean", map.Heading);
        Assert.Contains("Blue", map.Words, StringComparison.Ordinal);

        var check = await WaitAsync(
            lead,
            await lead.SendAsync(map, "map", ("program", "drop-in"), ("names", "KeepAsCode"), ("then", "check"))
        );
        Assert.Equal("What the check found", check.Heading);
        Assert.Contains("2 rows to mend", check.Words, StringComparison.Ordinal);
        Assert.Contains("exactly what an earlier row says", check.Words, StringComparison.Ordinal);

        var held = await lead.SendAsync(check, "import");
        Assert.Contains("2 rows need mending first", held.Words, StringComparison.Ordinal);
        Assert.Equal(0, await ContactsAsync());

        var mended = await WaitAsync(
            lead,
            await lead.SendAsync(check, "mend", ("cell-0-0", "2026-03-02"), ("cell-1-2", "12:00pm"))
        );
        Assert.DoesNotContain("to mend", mended.Heading, StringComparison.Ordinal);
        Assert.Empty(mended.All("fieldset.mend"));

        var done = await WaitAsync(lead, await lead.SendAsync(mended, "import"));
        Assert.Contains("3 moments imported", done.Words, StringComparison.Ordinal);
        Assert.Equal(3, await ContactsAsync());
        Assert.Equal(2, await hearth.ReadAsync<long>("select count(*) from people"));
        Assert.Empty(Uploads());

        var undone = await lead.SendAsync(done, "undo");
        Assert.Contains("counted nowhere", undone.Words, StringComparison.Ordinal);
        Assert.Equal(
            3,
            await hearth.ReadAsync<long>("select count(*) from support_contacts where undone_at is not null")
        );
        Assert.Contains("march.csv", (await lead.ReadAsync(hearth.Path("/imports"))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_good_rows_land_with_consent_and_the_others_can_be_taken()
    {
        using var lead = await hearth.SignInAsAsync(Role.Director);
        var map = await UploadAsync(lead, "march.csv", Messy);
        var check = await WaitAsync(lead, await lead.SendAsync(map, "map", ("program", "drop-in"), ("then", "check")));
        var done = await WaitAsync(lead, await lead.SendAsync(check, "import", ("skip", "yes"), ("keep", "yes")));
        Assert.Contains("2 moments imported", done.Words, StringComparison.Ordinal);
        var file = await lead.GetStringAsync(done.Path + "/problems.csv");
        Assert.Contains("2026-13-02", file, StringComparison.Ordinal);
        Assert.Contains("noonish", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_sheet_leaves_open_must_be_said_before_the_check()
    {
        using var lead = await hearth.SignInAsAsync(Role.Coordinator);
        await hearth.RunAsync(
            "insert into programs (id, organization_id, slug, name, model, legal_regime, starting_level) select gen_random_uuid(), id, 'line', 'Warm line', 3, 1, 1 from organizations on conflict do nothing"
        );
        await Task.Delay(5500); // the list of programs is kept for a few seconds
        var map = await UploadAsync(lead, "open.csv", "Date,Minutes\n3/4/2026,10\n");
        var asked = await lead.SendAsync(map, "map", ("then", "check"));
        Assert.Contains("2 things to look at", asked.Words, StringComparison.Ordinal);
        var check = await WaitAsync(
            lead,
            await lead.SendAsync(asked, "map", ("program", "line"), ("date-order", "DayMonth"), ("then", "check"))
        );
        Assert.Equal("What the check found", check.Heading);
        await hearth.RunAsync("delete from programs where slug = 'line'");
        await Task.Delay(5500);
    }

    [Fact]
    public async Task A_workbook_shows_its_sheets_and_the_chosen_one_is_imported()
    {
        using var lead = await hearth.SignInAsAsync(Role.Coordinator);
        var map = await UploadAsync(
            lead,
            "2026.xlsx",
            Books.OfSheets(
                new BookSheet(
                    "March",
                    [
                        ["Date", "Minutes"],
                        [new Shown(Books.Serial(2026, 3, 4), Books.Day), 30],
                    ]
                ),
                new BookSheet(
                    "April",
                    [
                        ["Day", "In", "Out"],
                        [
                            new Shown(Books.Serial(2026, 4, 5), Books.Day),
                            new Shown(9 / 24.0, Books.Clock),
                            new Shown(10 / 24.0, Books.Clock),
                        ],
                        [new Shown(Books.Serial(2026, 4, 6), Books.Day), "noonish", null],
                    ]
                )
            )
        );
        Assert.Equal("What the columns mean", map.Heading);
        Assert.Contains("2026.xlsx (March)", map.Words, StringComparison.Ordinal);
        Assert.Contains("not read: “April”", map.Words, StringComparison.Ordinal);

        var chosen = await lead.SendAsync(map, "choose", ("sheet", "April"));
        Assert.Contains("2026.xlsx (April)", chosen.Words, StringComparison.Ordinal);
        Assert.Contains("2026-04-05", chosen.Words, StringComparison.Ordinal);

        var check = await WaitAsync(
            lead,
            await lead.SendAsync(chosen, "map", ("program", "drop-in"), ("then", "check"))
        );
        Assert.Contains("1 row to mend", check.Words, StringComparison.Ordinal);
        var mended = await WaitAsync(lead, await lead.SendAsync(check, "mend", ("cell-0-1", "12:00")));
        var done = await WaitAsync(lead, await lead.SendAsync(mended, "import"));
        Assert.Contains("2 moments imported", done.Words, StringComparison.Ordinal);
        Assert.Equal(2, await ContactsAsync());
        Assert.Empty(Uploads());
    }

    [Fact]
    public async Task A_damaged_workbook_is_refused_and_not_kept()
    {
        using var lead = await hearth.SignInAsAsync(Role.Coordinator);
        var book = Books.Of([
            ["Date"],
            [new Shown(Books.Serial(2026, 3, 4), Books.Day)],
        ]);
        var page = await UploadAsync(lead, "torn.xlsx", book[..^30]);
        Assert.Equal("Bring in a sheet", page.Heading);
        Assert.Contains("This workbook is damaged", page.One("p.error").TextContent, StringComparison.Ordinal);
        Assert.Empty(Uploads());
    }

    [Fact]
    public async Task A_file_that_is_no_sheet_is_refused_with_a_reason()
    {
        using var lead = await hearth.SignInAsAsync(Role.Coordinator);
        var page = await UploadAsync(lead, "paper.pdf", "%PDF-1.7\n1 0 obj\n");
        Assert.Equal("Bring in a sheet", page.Heading);
        Assert.NotEmpty(page.All("p.error"));
        Assert.Contains("empty", (await UploadAsync(lead, "none.csv", "")).Words, StringComparison.Ordinal);
        Assert.Empty(Uploads());
    }

    [Fact]
    public async Task Without_the_forms_token_nothing_is_kept()
    {
        using var lead = await hearth.SignInAsAsync(Role.Coordinator);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("not it"), "__RequestVerificationToken" },
            { new StringContent("Date\n"), "sheet", "a.csv" },
        };
        using var answer = await lead.PostAsync(hearth.Path("/imports/upload"), form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(Uploads());
    }

    [Fact]
    public async Task Only_leads_and_only_their_own_organization_reach_an_import()
    {
        using var lead = await hearth.SignInAsAsync(Role.Coordinator);
        var map = await UploadAsync(lead, "march.csv", Messy);
        using var supporter = await hearth.SignInAsAsync(Role.PeerSupporter);
        Assert.Equal(HttpStatusCode.Forbidden, (await supporter.ReadAsync(map.Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await supporter.ReadAsync(hearth.Path("/imports"))).Status);
        var other = await hearth.MakeOrganizationAsync("elsewhere", "Elsewhere");
        using var stranger = await hearth.SignInAsAsync(Role.Director, other);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.ReadAsync(map.Path)).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (
                await stranger.ReadAsync(
                    map.Path.Replace(hearth.Organization.Slug, "elsewhere", StringComparison.Ordinal)
                )
            ).Status
        );
    }

    private Task<long> ContactsAsync() => hearth.ReadAsync<long>("select count(*) from support_contacts");

    private string[] Uploads()
    {
        var folder = Path.Combine(hearth.Services.GetRequiredService<Installation>().Data, "uploads");
        return Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
    }

    private Task<Page> UploadAsync(Visitor lead, string name, string sheet) =>
        UploadAsync(lead, name, Encoding.UTF8.GetBytes(sheet));

    private async Task<Page> UploadAsync(Visitor lead, string name, byte[] sheet)
    {
        var page = await lead.ReadAsync(hearth.Path("/imports/new"));
        var token = page.One("main input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new ByteArrayContent(sheet), "sheet", name },
        };
        using var answer = await lead.PostAsync(hearth.Path("/imports/upload"), form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await lead.ReadAsync(answer.Headers.Location!.ToString());
    }

    /// <summary>Looks again, as the page does by itself, while a check or an import goes on.</summary>
    private static async Task<Page> WaitAsync(Visitor lead, Page page)
    {
        for (var tries = 0; tries < 60 && page.Document.QuerySelector("progress") is not null; tries++)
        {
            await Task.Delay(250);
            page = await lead.ReadAsync(page.Path);
        }
        return page;
    }
}
