using System.Net;
using Hearth.Foundation;
using Hearth.Foundation.Access;

namespace Hearth.Tests.Organizations;

public sealed class SettingsTests(TestHearth hearth) : IClassFixture<TestHearth>
{
    private const string Settings = "/settings";

    [Fact]
    public async Task A_program_is_added_changed_and_ended_and_keeps_its_address()
    {
        var lead = await hearth.SignInAsAsync(Role.Coordinator);
        var page = await lead.SendAsync(
            await lead.ReadAsync(hearth.Path("/settings/programs/add")),
            "program",
            ("name", "Línea de Apoyo"),
            ("model", "WarmLine")
        );
        Assert.Contains("Línea de Apoyo", page.Words, StringComparison.Ordinal);
        var address = hearth.Path("/settings/programs/linea-de-apoyo");

        page = await lead.SendAsync(
            await lead.ReadAsync(address),
            "program",
            ("name", "Warm Line"),
            ("ended", "2020-01-31"),
            ("started", "2019-01-01")
        );

        Assert.Contains("Warm Line", page.Words, StringComparison.Ordinal);
        Assert.Contains("ended Jan 31, 2020", page.Words, StringComparison.Ordinal);
        Assert.Equal("Warm Line", (await lead.ReadAsync(address)).Heading);
    }

    [Fact]
    public async Task Two_programs_of_one_name_get_two_addresses()
    {
        var lead = await hearth.SignInAsAsync(Role.Director);
        for (var i = 0; i < 2; i++)
        {
            await lead.SendAsync(
                await lead.ReadAsync(hearth.Path("/settings/programs/add")),
                "program",
                ("name", "Drop-in"),
                ("model", "RecoveryCenter")
            );
        }

        Assert.Equal("Drop-in", (await lead.ReadAsync(hearth.Path("/settings/programs/drop-in"))).Heading);
        Assert.Equal("Drop-in", (await lead.ReadAsync(hearth.Path("/settings/programs/drop-in-2"))).Heading);
    }

    [Fact]
    public async Task What_cannot_be_saved_says_why_and_keeps_what_was_typed()
    {
        var lead = await hearth.SignInAsAsync(Role.Director);

        var page = await lead.SendAsync(
            await lead.ReadAsync(hearth.Path("/settings/programs/add")),
            "program",
            ("name", " "),
            ("word", "<neighbor>"),
            ("started", "2026-02-01"),
            ("ended", "2026-01-01")
        );

        Assert.Contains("3 things to look at", page.Words, StringComparison.Ordinal);
        Assert.Equal("<neighbor>", page.One("#word").GetAttribute("value"));
    }

    [Fact]
    public async Task Two_people_who_change_the_settings_get_a_choice_and_neither_loses_a_word()
    {
        var (ash, birch) = (await hearth.SignInAsAsync(Role.Director), await hearth.SignInAsAsync(Role.Coordinator));
        var (first, second) = (
            await ash.ReadAsync(hearth.Path(Settings)),
            await birch.ReadAsync(hearth.Path(Settings))
        );
        await ash.SendAsync(first, "organization", ("word", "member"));

        var choice = await birch.SendAsync(second, "organization", ("word", "participant"));
        Assert.Contains("Somebody else changed this", choice.Words, StringComparison.Ordinal);
        Assert.Contains("member", choice.Words, StringComparison.Ordinal);
        Assert.Equal("participant", choice.One("#word").GetAttribute("value"));
        Assert.Equal("member", await WordAsync());

        await birch.SendAsync(choice, "organization");
        Assert.Equal("participant", await WordAsync());
    }

    [Fact]
    public async Task What_somebody_else_saved_meanwhile_has_its_days_as_people_write_them()
    {
        var lead = await hearth.SignInAsAsync(Role.Director);
        await lead.SendAsync(
            await lead.ReadAsync(hearth.Path("/settings/supporters/add")),
            "supporter",
            ("name", "Hazel Vale"),
            ("started", "2019-01-31")
        );
        var address = (await lead.ReadAsync(hearth.Path("/settings/supporters")))
            .Document.QuerySelectorAll(".rows a")
            .Single(a => a.TextContent == "Hazel Vale")
            .GetAttribute("href")!;
        var late = await lead.ReadAsync(address);
        await lead.SendAsync(await lead.ReadAsync(address), "supporter", ("initials", "HV"));

        var choice = await lead.SendAsync(late, "supporter", ("initials", "HVA"));
        Assert.Contains("Jan 31, 2019", choice.All(".notice dd"));
        Assert.Equal("2019-01-31", choice.One("#started").GetAttribute("value"));
    }

    [Fact]
    public async Task Those_who_do_not_lead_find_no_settings()
    {
        foreach (
            var role in new[] { Role.PeerSupporter, Role.Biller, Role.BoardViewer, Role.Partner, Role.FunderViewer }
        )
        {
            var visitor = await hearth.SignInAsAsync(role);
            foreach (
                var path in new[]
                {
                    "/settings",
                    "/settings/programs",
                    "/settings/programs/add",
                    "/settings/sites",
                    "/settings/supporters",
                    "/settings/supporters/same",
                }
            )
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync(hearth.Path(path))).StatusCode);
            }
        }
    }

    [Fact]
    public async Task Two_names_of_one_supporter_become_one_in_every_record()
    {
        var lead = await hearth.SignInAsAsync(Role.Director);
        var (keep, goes, contact) = (Ids.New(hearth.Clock), Ids.New(hearth.Clock), Ids.New(hearth.Clock));
        var program = Ids.New(hearth.Clock);
        await hearth.RunAsync(
            "insert into supporters (id, organization_id, name) values ($1, $3, 'Hazel Moore'), ($2, $3, 'H. Moore')",
            keep,
            goes,
            hearth.Organization.Id
        );
        await hearth.RunAsync(
            "insert into programs (id, organization_id, slug, name, model, legal_regime, starting_level) values ($1, $2, 'same', 'Same', 3, 1, 1)",
            program,
            hearth.Organization.Id
        );
        await hearth.RunAsync(
            "insert into support_contacts (organization_id, id, program_id, started_at, service_day, level, supporter_ids, recorded_at) values ($1, $2, $3, now(), current_date, 1, $4, now())",
            hearth.Organization.Id,
            contact,
            program,
            new[] { goes, keep }
        );

        var page = await lead.SendAsync(
            await lead.ReadAsync(hearth.Path("/settings/supporters/same")),
            "same",
            ("keep", keep.ToString()),
            ("other", goes.ToString())
        );

        Assert.Contains("They are one person now. 1 record names", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("H. Moore", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            [keep],
            (await hearth.ReadAsync<Guid[]>("select supporter_ids from support_contacts where id = $1", contact))!
        );
    }

    private Task<string?> WordAsync() =>
        hearth.ReadAsync<string>("select person_word from organizations where id = $1", hearth.Organization.Id);
}
