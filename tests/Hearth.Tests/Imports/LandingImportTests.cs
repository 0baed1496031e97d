using Hearth.Modules.Imports;
using Hearth.Modules.Imports.Rules;

namespace Hearth.Tests.Imports;

/// <summary>Sheets into a real database: what lands, what does not, and what is left behind.</summary>
public sealed class LandingImportTests
{
    private const string Visits = """
        Date,Start,Minutes,What should we call you?,Who signed you in
        2026-03-01,9:00 am,30,Blue,Jo
        2026-03-01,10:00 am,45,,jo
        2026-03-02,11:00 am,15,Ziggy,Marisol
        2026-03-03,9:30 am,20,blue,Marisol

        """;

    [Theory]
    [InlineData("dropin-form-export.csv", 312, 312, 0, 1, 237)]
    [InlineData("warmline-log-cp1252.csv", 540, 540, 11503, 0, 0)]
    [InlineData("signin-sheet.tsv", 205, 205, 62985, 0, 0)]
    [InlineData("tally-wide.csv", 90, 1446, 0, 0, 0)]
    public async Task The_sheets_of_the_fixtures_land_as_their_answers_say(
        string file,
        int contacts,
        int people,
        int minutes,
        int duplicates,
        int coded
    )
    {
        var path = Sheets.Fixture("contacts/" + file);
        await using var house = await ImportHouse.OpenAsync();
        foreach (var expected in new[] { contacts, 0 })
        {
            await using var sheet = File.OpenRead(path);
            var report = await house.ImportAsync(sheet);
            Assert.True(report.Landed);
            Assert.Equal(
                (expected, 0, duplicates),
                (report.Counts.Contacts, report.Counts.Bad, report.Counts.Duplicates)
            );
            Assert.Equal(contacts, await house.ContactsAsync());
        }
        Assert.Equal(people, await house.ValueAsync<long>("select sum(headcount) from support_contacts"));
        Assert.Equal(minutes, await house.ValueAsync<long>("select coalesce(sum(minutes), 0) from support_contacts"));
        Assert.Equal(coded, await house.ValueAsync<long>("select count(*) from contact_people"));
    }

    [Fact]
    public async Task The_reported_duplicate_of_a_fixture_lands_once_it_is_confirmed()
    {
        var path = Sheets.Fixture("contacts/dropin-form-export.csv");
        await using var house = await ImportHouse.OpenAsync();
        foreach (var expected in new[] { 313, 0 })
        {
            await using var sheet = File.OpenRead(path);
            var report = await house.ImportAsync(sheet, ask => ask with { KeepDuplicates = true });
            Assert.Equal(expected, report.Counts.Contacts);
        }
        Assert.Equal(313, await house.ContactsAsync());
    }

    [Fact]
    public async Task A_code_makes_a_contact_personal_with_a_yes_in_the_sheets_words()
    {
        await using var house = await ImportHouse.OpenAsync();
        var report = await house.ImportAsync(Visits);
        Assert.Equal(
            (4, 3, 2, 2),
            (report.Counts.Contacts, report.Counts.Coded, report.Counts.NewPeople, report.Counts.NewSupporters)
        );
        Assert.Equal(1, await house.ValueAsync<long>("select count(*) from support_contacts where level = 1"));
        Assert.Equal(3, await house.ValueAsync<long>("select count(*) from contact_people where level = 2"));
        var words = await house.ColumnAsync<string>(
            "select words || ' ' || language || ' ' || said_on from level_decisions where said_yes order by said_on"
        );
        Assert.Equal(
            [
                "“What should we call you?” They wrote it on the sheet themselves. en 2026-03-01",
                "“What should we call you?” They wrote it on the sheet themselves. en 2026-03-02",
            ],
            words
        );
    }

    [Fact]
    public async Task What_should_we_call_you_is_no_telephone_call()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync(Visits);
        Assert.Equal(["1"], await house.ColumnAsync<string>("select distinct how::text from support_contacts"));
    }

    [Fact]
    public async Task Names_are_nowhere_in_the_clear_and_the_audit_has_one_entry_without_them()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync(Visits.Replace("Ziggy", "Quetzalcoatl", StringComparison.Ordinal));
        Assert.Equal(1, await house.ValueAsync<long>("select count(*) from audit_entries where action = 'imported'"));
        foreach (
            var table in await house.ColumnAsync<string>(
                "select tablename::text from pg_tables where schemaname = 'public'"
            )
        )
        {
            Assert.Equal(
                0,
                await house.ValueAsync<long>($"select count(*) from \"{table}\" t where t::text ilike '%quetzal%'")
            );
        }
    }

    [Fact]
    public async Task Supporters_are_found_by_name_or_initials_before_they_are_added()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.RunAsync(
            $"insert into supporters (id, organization_id, name, initials) values (gen_random_uuid(), '{house.Harbor.Id}', 'Marisol Vega', 'MV'), (gen_random_uuid(), '{house.Harbor.Id}', 'Jo', null)"
        );
        var report = await house.ImportAsync(Visits.Replace("Marisol", "mv", StringComparison.Ordinal));
        Assert.Equal(0, report.Counts.NewSupporters);
        Assert.Equal(
            ["Jo", "Marisol Vega"],
            await house.ColumnAsync<string>(
                "select distinct w.name from support_contacts c join supporters w on w.id = c.supporter_ids[1] order by 1"
            )
        );
    }

    [Fact]
    public async Task A_bad_row_holds_everything_back_until_somebody_agrees_to_go_on_without_it()
    {
        const string sheet = "Date,Minutes,People\n2026-03-01,30,1\n2026-03-02,soon,1\n2026-03-03,40,2\n";
        await using var house = await ImportHouse.OpenAsync();
        var problems = new StringWriter();
        var held = await house.ImportAsync(sheet, problems: problems);
        Assert.False(held.Landed);
        Assert.Equal((2, 1), (held.Counts.Good, held.Counts.Bad));
        Assert.Equal(0, await house.ContactsAsync());
        Assert.Equal(0, await house.ValueAsync<long>("select count(*) from imports"));
        Assert.Equal(0, await house.ValueAsync<long>("select count(*) from audit_entries where action = 'imported'"));

        var agreed = await house.ImportAsync(sheet, ask => ask with { SkipBad = true });
        Assert.True(agreed.Landed);
        Assert.Equal(2, await house.ContactsAsync());

        var mended = await house.ImportAsync(problems.ToString().Replace("soon", "25", StringComparison.Ordinal));
        Assert.Equal((1, 0), (mended.Counts.Contacts, mended.Counts.Bad));
        var whole = await house.ImportAsync(sheet.Replace("soon", "25", StringComparison.Ordinal));
        Assert.Equal((0, 3), (whole.Counts.Contacts, whole.Counts.AlreadyThere));
    }

    [Fact]
    public async Task Rows_mended_on_the_page_stand_in_for_their_own()
    {
        const string sheet = "Date,Minutes,People\n2026-03-01,30,1\n2026-03-02,soon,1\n2026-33-03,40,2\n";
        await using var house = await ImportHouse.OpenAsync();
        var first = await house.ImportAsync(sheet, ask => ask with { DryRun = true });
        Assert.Equal([3, 4], first.Problems.Select(p => p.Number));
        var mended = first
            .Problems.Select(p => new MendedRow(p.Number, p.Ordinal, [.. p.Cells.Select(c => c == "soon" ? "25" : c)]))
            .ToList();
        var second = await house.ImportAsync(sheet, ask => ask with { Mended = mended });
        Assert.Equal((2, 1), (second.Counts.Good, second.Counts.Bad));
        Assert.Equal(4, Assert.Single(second.Problems).Number);
        mended[1] = mended[1] with { Cells = ["2026-03-03", "40", "2"] };
        var third = await house.ImportAsync(sheet, ask => ask with { Mended = mended });
        Assert.True(third.Landed);
        Assert.Equal(95, third.Counts.Minutes);
    }

    [Fact]
    public async Task A_bad_cell_of_a_tally_can_be_mended_by_itself()
    {
        const string sheet = "January 2026,1,2,3,4,5,6,7,8,9,10\nDrop in,8,many,9,,1,1,1,1,1,1\nLunch,4,5,6,7,,,,,,\n";
        await using var house = await ImportHouse.OpenAsync();
        var first = await house.ImportAsync(sheet, ask => ask with { DryRun = true });
        var bad = Assert.Single(first.Problems);
        var mended = new MendedRow(bad.Number, bad.Ordinal, [bad.Cells[0], bad.Cells[1], "12"]);
        var second = await house.ImportAsync(sheet, ask => ask with { Mended = [mended] });
        Assert.True(second.Landed);
        Assert.Equal((13, 57), (second.Counts.Contacts, (int)second.Counts.People));
        var whole = await house.ImportAsync(sheet.Replace("many", "12", StringComparison.Ordinal));
        Assert.Equal((0, 13), (whole.Counts.Contacts, whole.Counts.AlreadyThere));
    }

    [Fact]
    public async Task The_rules_of_a_contact_hold_for_a_sheet_too()
    {
        await using var house = await ImportHouse.OpenAsync();
        var report = await house.ImportAsync("Date,Minutes\n2014-12-31,30\n2026-03-02,30\n2027-01-01,5\n");
        Assert.False(report.Landed);
        Assert.Equal([2, 4], report.Problems.Select(p => p.Number));
        Assert.Contains("not running", report.Problems[0].Problems[0].Mend, StringComparison.Ordinal);
        Assert.Equal(["2014-12-31", "30"], report.Problems[0].Cells);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_land_and_keeps_nothing()
    {
        await using var house = await ImportHouse.OpenAsync();
        var report = await house.ImportAsync(Visits, ask => ask with { DryRun = true });
        Assert.Equal((4, 2, 2), (report.Counts.Contacts, report.Counts.NewPeople, report.Counts.NewSupporters));
        foreach (
            var table in new[]
            {
                "support_contacts",
                "people",
                "level_decisions",
                "supporters",
                "imports",
                "import_maps",
                "audit_entries",
            }
        )
        {
            Assert.Equal(0, await house.ValueAsync<long>($"select count(*) from {table}"));
        }
    }

    [Fact]
    public async Task History_is_not_late_and_a_row_with_only_a_day_is_kept_at_its_noon()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync("Date,People\n2026-03-01,3\n");
        Assert.Equal(
            1,
            await house.ValueAsync<long>(
                "select count(*) from support_contacts where not is_late and not time_known and started_at = '2026-03-01 12:00 America/Denver'"
            )
        );
    }

    [Fact]
    public async Task A_time_that_a_clock_change_skips_moves_forward_an_hour()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync("Date,Start\n2026-03-08,02:30\n2026-03-08,01:30\n2026-03-08,14:00\n2026-11-01,14:00\n");
        Assert.Equal(
            ["01:30", "03:30", "14:00", "14:00"],
            await house.ColumnAsync<string>(
                "select to_char(started_at at time zone 'America/Denver', 'HH24:MI') from support_contacts order by started_at"
            )
        );
    }

    [Fact]
    public async Task One_organizations_import_says_nothing_to_another()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync(Visits);
        var other = await house.ImportAsync(Visits, organization: house.Meadow);
        Assert.Equal((4, 0, 2), (other.Counts.Contacts, other.Counts.AlreadyThere, other.Counts.NewPeople));
        Assert.Equal(8, await house.ValueAsync<long>("select count(distinct import_key) from support_contacts"));
        Assert.Equal(
            0,
            await house.ValueAsync<long>(
                "select count(*) from contact_people c join people p on p.id = c.person_id where p.organization_id <> c.organization_id"
            )
        );
    }

    [Fact]
    public async Task A_person_who_deleted_their_page_does_not_come_back_with_an_old_sheet()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync(Visits);
        await house.RunAsync("delete from contact_people; delete from level_decisions; delete from people");
        var again = await house.ImportAsync(Visits);
        Assert.Equal((0, 0), (again.Counts.Contacts, again.Counts.NewPeople));
        Assert.Equal(0, await house.ValueAsync<long>("select count(*) from people"));
    }

    [Fact]
    public async Task A_map_that_served_is_remembered_for_the_next_sheet_with_its_headers()
    {
        const string sheet = "When,How many\n3/4/2026,2\n";
        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync(sheet, map: m => m with { DateOrder = DateOrder.DayMonth });
        Assert.Equal(
            new DateOnly(2026, 4, 3),
            await house.ValueAsync<DateOnly>("select service_day from support_contacts")
        );
        var next = await house.ImportAsync("When,How many\n5/4/2026,7\n");
        Assert.True(next.Landed);
        Assert.Equal(
            new DateOnly(2026, 4, 5),
            await house.ValueAsync<DateOnly>("select max(service_day) from support_contacts")
        );
    }

    [Fact]
    public async Task A_column_with_too_many_names_for_supporters_is_refused()
    {
        var rows = string.Concat(Enumerable.Range(0, 2100).Select(i => $"2026-03-01,Name{i}\n"));
        await using var house = await ImportHouse.OpenAsync();
        var report = await house.ImportAsync("Date,Staff\n" + rows);
        Assert.Contains("more than 2,000", report.Refusal, StringComparison.Ordinal);
        Assert.Equal(0, await house.ContactsAsync());
    }
}
