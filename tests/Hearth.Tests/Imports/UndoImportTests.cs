using Hearth.Modules.Imports.Uploads;

namespace Hearth.Tests.Imports;

/// <summary>Taking a whole import back.</summary>
public sealed class UndoImportTests
{
    private const string Sheet = "Date,Minutes\n2026-03-01,30\n2026-03-02,40\n2026-03-03,50\n";

    [Fact]
    public async Task An_undone_import_counts_nowhere_and_its_sheet_can_come_in_again()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync(Sheet);
        await UndoAsync(house);
        Assert.Equal(
            3,
            await house.ValueAsync<long>("select count(*) from support_contacts where undone_at is not null")
        );
        Assert.Equal(
            """{"undone":3,"kept":0}""",
            await house.ValueAsync<string>("select new_value from audit_entries where action = 'undone'")
        );
        Assert.Equal(3, (await house.ImportAsync(Sheet, map: m => m with { FixedProgram = "line" })).Counts.Contacts);
        Assert.Equal(3, await house.ValueAsync<long>("select count(*) from support_contacts where undone_at is null"));
    }

    [Fact]
    public async Task What_somebody_corrected_since_stays_and_is_told()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync(Sheet);
        await house.RunAsync("update support_contacts set minutes = 35, version = 2 where service_day = '2026-03-01'");
        await UndoAsync(house);
        Assert.Equal(1, await house.ValueAsync<long>("select count(*) from support_contacts where undone_at is null"));
        Assert.Equal(1, await house.ValueAsync<int>("select kept_corrected from imports"));
    }

    [Fact]
    public async Task A_single_moment_taken_back_stays_away_when_its_sheet_comes_again()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync(Sheet);
        await house.RunAsync(
            "update support_contacts set undone_at = now(), version = 2 where service_day = '2026-03-01'"
        );
        Assert.Equal((0, 3), (await house.ImportAsync(Sheet)).Counts is var c ? (c.Contacts, c.AlreadyThere) : default);
    }

    [Fact]
    public async Task An_undo_reaches_no_other_organization()
    {
        await using var house = await ImportHouse.OpenAsync();
        await house.ImportAsync(Sheet);
        var id = await house.ValueAsync<Guid>("select id from imports");
        await house.AsAsync<ImportDesk, int>(
            async desk =>
            {
                await desk.UndoAsync(id);
                return 0;
            },
            house.Meadow
        );
        Assert.Equal(
            0,
            await house.ValueAsync<long>("select count(*) from support_contacts where undone_at is not null")
        );
    }

    private static async Task UndoAsync(ImportHouse house)
    {
        var id = await house.ValueAsync<Guid>("select id from imports");
        await house.AsAsync<ImportDesk, int>(async desk =>
        {
            await desk.UndoAsync(id);
            return 0;
        });
    }
}
