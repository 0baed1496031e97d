using Hearth.Foundation.Privacy;
using Hearth.Modules.People;

namespace Hearth.Tests.People;

public sealed class SealTests : PeopleTests
{
    [Fact]
    public async Task Nothing_that_says_who_somebody_is_stands_readable_in_any_table()
    {
        await House.AddAsync(
            new PersonDetails
            {
                Name = "Zephyrine Quillfeather",
                Code = "moth-lamp-71",
                Reach = new("555 010 7788", "quill@example.org", "after the kestrels"),
            }
        );
        await House.RecordAsync(
            RecordLevel.Personal,
            "walked along the estuary",
            (await FindAsync("moth-lamp-71"))[0].Id
        );

        foreach (
            var text in (string[])["Quillfeather", "moth-lamp-71", "010 7788", "quill@example", "kestrels", "estuary"]
        )
        {
            Assert.Empty(await House.TablesHoldingAsync(text));
        }
        Assert.NotEmpty(await House.TablesHoldingAsync("Riverside"));
    }

    [Theory]
    [InlineData("josé ÁLVAREZ")]
    [InlineData("JOSE ALVAREZ")]
    [InlineData("  Jose\u0301   Alvarez ")]
    public async Task A_name_is_found_however_it_is_written(string written)
    {
        var jose = await House.AddAsync("José Alvarez");
        Assert.Equal([jose], await FindAsync(written));
        Assert.Empty(await FindAsync("José Alvares"));
    }

    [Fact]
    public async Task The_same_name_has_another_index_in_another_organization_and_is_not_found_there()
    {
        await House.AddAsync("Wren");
        await House.AddAsync(new PersonDetails { Name = "Wren" }, House.Juniper);

        var indexes = await House.RowsAsync<byte[]>("select name_index from people");
        Assert.Equal(2, indexes.Count);
        Assert.NotEqual(indexes[0], indexes[1]);
        Assert.Single(await FindAsync("Wren"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u200b\u200d")]
    [InlineData("\0")]
    public async Task Nothing_is_nobody(string nothing)
    {
        Assert.Empty(await FindAsync(nothing));
        var outcome = await House.AsAsync<PeopleBook, PersonOutcome>(b =>
            b.AddAsync(new() { Name = nothing }, PeopleHouse.Yes)
        );
        Assert.False(outcome.Succeeded);
    }

    private Task<IReadOnlyList<PersonRef>> FindAsync(string called) =>
        House.AsAsync<PeopleBook, IReadOnlyList<PersonRef>>(b => b.FindAsync(called, "because they asked"));
}
