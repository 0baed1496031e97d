using System.Security.Cryptography;
using System.Text.Json;
using Hearth.Foundation;
using Hearth.Foundation.Privacy;
using Hearth.Modules.People;
using Hearth.Modules.People.Changes;
using Hearth.Modules.Support;

namespace Hearth.Tests.People;

public sealed class DeletionTests : PeopleTests
{
    [Fact]
    public async Task A_deleted_person_is_in_no_table_any_more_but_as_an_id_in_the_audit()
    {
        var wren = await House.AddAsync(
            new PersonDetails
            {
                Name = "Wren Ashgrove",
                Code = "ash-9",
                County = "Wintergreen",
            }
        );
        await House.RecordAsync(RecordLevel.Personal, "about the long river", wren.Id);
        await House.RecordAsync(RecordLevel.Personal, null, wren.Id, (await House.AddAsync("Sorrel")).Id);

        Assert.Equal(Deleted.Whole, await DeleteAsync(wren.Id));

        Assert.Equal(["audit_entries"], await House.TablesHoldingAsync(wren.Id.ToString()));
        foreach (var text in (string[])["Ashgrove", "ash-9", "Wintergreen", "long river", "May we keep"])
        {
            Assert.DoesNotContain("audit_entries", await House.TablesHoldingAsync(text));
        }
        Assert.Empty(await House.TablesHoldingAsync("Wintergreen"));
    }

    [Fact]
    public async Task Their_moments_stay_as_counts_without_words_and_a_group_stays_with_the_others()
    {
        var wren = await House.AddAsync("Wren");
        var alone = await House.RecordAsync(RecordLevel.Personal, "hers", wren.Id);
        var group = await House.RecordAsync(RecordLevel.Personal, null, wren.Id, (await House.AddAsync("Sorrel")).Id);

        await DeleteAsync(wren.Id);

        var counted = (await FindAsync(alone.Id))!;
        Assert.Equal((RecordLevel.Counted, 1, 45), (counted.Level, counted.Headcount, counted.Minutes));
        Assert.Null(counted.NoteSealed);
        var others = (await FindAsync(group.Id))!;
        Assert.Equal((RecordLevel.Personal, 2), (others.Level, others.Headcount));
        Assert.Single(await House.RowsAsync<Guid>("select person_id from contact_people"));
    }

    [Fact]
    public async Task With_the_key_gone_what_the_audit_holds_of_them_opens_no_more()
    {
        var wren = await House.AddAsync("Wren Ashgrove");
        await House.RecordAsync(RecordLevel.Personal, "about the river", wren.Id);
        var key = (await House.RowsAsync<byte[]>($"select own_key from people where id = '{wren.Id}'"))[0];
        var boxes = await BoxesAsync(wren.Id, "name_sealed");
        Assert.NotEmpty(boxes);

        var keyring = await House.AsAsync<Keyring, Keyring>(Task.FromResult);
        var own = Sealed.Open(keyring.WrappingKey(House.Lantern.Id), key, $"person/key/{wren.Id}");
        Assert.Equal("Wren Ashgrove", Sealed.OpenText(own, boxes[0], $"person/name/{wren.Id}"));

        Assert.Equal(["people"], await House.TablesHoldingAsync(Convert.ToHexStringLower(key)));
        await DeleteAsync(wren.Id);

        Assert.Empty(await House.TablesHoldingAsync(Convert.ToHexStringLower(key)));
        Assert.Empty(await House.TablesHoldingAsync(Convert.ToBase64String(key)));
        var left = await BoxesAsync(wren.Id, "name_sealed");
        Assert.NotEmpty(left);
        var every = new[]
        {
            keyring.WrappingKey(House.Lantern.Id),
            keyring.IndexKey(House.Lantern.Id),
            keyring.OrganizationKey(House.Lantern.Id),
            keyring.AuditKey,
        };
        Assert.All(
            from box in left
            from root in every
            select (box, root),
            pair =>
                Assert.ThrowsAny<CryptographicException>(() =>
                    Sealed.OpenText(pair.root, pair.box, $"person/name/{wren.Id}")
                )
        );
    }

    [Fact]
    public async Task Billable_records_stay_readable_under_a_new_key_and_nothing_else_does()
    {
        var wren = await House.AddAsync(
            new PersonDetails
            {
                Name = "Wren Ashgrove",
                Code = "ash-9",
                Reach = new("555", null, null),
                BirthYear = 1980,
            }
        );
        await House.RecordAsync(RecordLevel.Personal, "only hers", wren.Id);
        Assert.Empty(
            await House.AsAsync<LevelChanges, IReadOnlyList<Problem>>(l =>
                l.AnswerAsync(wren.Id, RecordLevel.Billable, PeopleHouse.Yes)
            )
        );
        var billed = await House.RecordAsync(RecordLevel.Billable, "for the payer", wren.Id);
        var oldKey = (await House.RowsAsync<byte[]>("select own_key from people"))[0];

        Assert.Equal(Deleted.ButKept, await DeleteAsync(wren.Id));

        var kept = (await House.AsAsync<PeopleBook, Person?>(b => b.OpenAsync(wren.Id, "page")))!;
        Assert.NotNull(kept.ForgottenAt);
        Assert.NotEqual(oldKey, kept.OwnKey);
        Assert.Equal((null, null, (short?)null), (kept.CodeSealed, kept.ReachSealed, kept.BirthYear));
        Assert.Empty(
            await House.AsAsync<PeopleBook, IReadOnlyList<PersonRef>>(b =>
                b.FindAsync("Wren Ashgrove", "because they asked")
            )
        );
        var records = await House.AsAsync<IHeldAboutPerson, IReadOnlyList<HeldRecord>>(h => h.ReadAsync(kept, default));
        var record = Assert.Single(records);
        Assert.Equal(
            (billed.Id, RecordLevel.Billable, "for the payer"),
            (record.Id, record.Level, record.Facts["In your words"])
        );
        Assert.Equal(
            [(short)RecordLevel.Billable],
            await House.RowsAsync<short>("select to_level from level_decisions")
        );
        Assert.Equal(Deleted.WasGone, await DeleteAsync(wren.Id));
    }

    [Fact]
    public async Task A_code_is_free_again_for_someone_else()
    {
        var first = await House.AddAsync(new PersonDetails { Code = "lark" });
        await DeleteAsync(first.Id);
        var second = await House.AddAsync(new PersonDetails { Code = "LARK" });
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task A_page_that_was_changed_since_it_was_looked_at_is_not_deleted()
    {
        var wren = await House.AddAsync("Wren");
        await House.AsAsync<Corrections, CorrectionOutcome>(c =>
            c.CorrectAsync(wren.Id, 1, new() { Name = "Wren A." })
        );
        Assert.Equal(Deleted.ChangedMeanwhile, await House.AsAsync<Deletion, Deleted>(d => d.DeleteAsync(wren.Id, 1)));
        Assert.Single(await House.RowsAsync<Guid>("select id from people"));
    }

    [Fact]
    public async Task Another_organization_deletes_nothing()
    {
        var wren = await House.AddAsync("Wren");
        Assert.Equal(
            Deleted.WasGone,
            await House.AsAsync<Deletion, Deleted>(d => d.DeleteAsync(wren.Id, 1), House.Juniper)
        );
        Assert.Single(await House.RowsAsync<Guid>("select id from people"));
    }

    private async Task<Deleted> DeleteAsync(Guid id)
    {
        var version = (await House.RowsAsync<int>($"select version from people where id = '{id}'")).SingleOrDefault(0);
        return await House.AsAsync<Deletion, Deleted>(d => d.DeleteAsync(id, version));
    }

    private Task<SupportContact?> FindAsync(Guid id) =>
        House.AsAsync<ContactLog, SupportContact?>(l => l.FindAsync(id));

    private async Task<List<byte[]>> BoxesAsync(Guid id, string column)
    {
        var entries = await House.RowsAsync<string>(
            $"select coalesce(new_value, old_value) from audit_entries where person_id = '{id}' and subject = 'people'"
        );
        return
        [
            .. from e in entries
            select JsonDocument.Parse(e).RootElement.GetProperty(column).GetString() into b
            where b is not null
            select Convert.FromBase64String(b),
        ];
    }
}
