using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Hearth.Modules.People;
using Hearth.Modules.Support.Pages;
using Hearth.Modules.Support.Queries;
using Hearth.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.Support;

public sealed class PersonFilterTests : IAsyncLifetime
{
    private PeopleHouse house = null!;

    public async ValueTask InitializeAsync() => house = await PeopleHouse.OpenAsync();

    public async ValueTask DisposeAsync() => await house.DisposeAsync();

    [Theory]
    [InlineData("coded", 2)]
    [InlineData("named", 2)]
    [InlineData("known", 3)]
    [InlineData("none", 1)]
    [InlineData(null, 4)]
    public async Task Moments_with_a_code_a_name_either_or_neither(string? person, int count)
    {
        var coded = await house.AddAsync(new PersonDetails { Code = "fern-7" });
        var named = await house.AddAsync("Wren");
        var both = await house.AddAsync(new PersonDetails { Code = "moss-2", Name = "Ash" });
        await house.RecordAsync(RecordLevel.Personal, null, coded.Id);
        await house.RecordAsync(RecordLevel.Personal, null, named.Id);
        await house.RecordAsync(RecordLevel.Personal, null, both.Id);
        await house.RecordAsync(RecordLevel.Counted, null);

        var (rows, found, _) = await house.AsAsync<
            ContactQuery,
            (IReadOnlyList<ContactRow> Rows, long Count, long People)
        >(q => q.PageAsync(new ContactFilter { Person = person }, 1));
        Assert.Equal(count, found);
        Assert.Equal(count, rows.Count);
    }

    [Fact]
    public async Task Whom_the_form_finds_can_see_that_it_did()
    {
        var wren = await house.AddAsync("Wren");
        var (ids, _) = await house.AsAsync<
            PersonLookup,
            (IReadOnlyList<Guid> Ids, IReadOnlyList<Hearth.Foundation.Problem> Problems)
        >(l => l.FindAsync("Wren\nNobody"));

        Assert.Equal([wren.Id], ids);
        await using var scope = house.Enter();
        var entries = scope.ServiceProvider.GetRequiredService<Db>().Set<AuditEntry>();
        Assert.Equal(1, await entries.CountAsync(e => e.PersonId == wren.Id && e.Action == "read"));
    }
}
