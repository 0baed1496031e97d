using System.Text.Json;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Foundation.Exports;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.Operations;

public sealed class ExportTests(TestHearth hearth) : IClassFixture<TestHearth>, IDisposable
{
    private const string Street = "17 Hidden Orchard Lane";
    private readonly string folder = Directory.CreateTempSubdirectory("hearth-export-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_table_and_column_is_explained()
    {
        await using var scope = hearth.Enter();
        var tables = Tables(scope);

        Assert.True(tables.Count >= 10);
        Assert.Empty(from table in tables where ColumnTexts.All.Of(table.Name) is null select table.Name);
        Assert.Empty(
            from table in tables
            from column in table.Columns
            where ColumnTexts.All.Of(table.Name, column.Name) is null
            select $"{table.Name}.{column.Name} has no line in its module's columns.yaml"
        );
    }

    [Fact]
    public async Task Every_sealed_column_opens_for_its_organization_and_no_key_is_exported()
    {
        await using var scope = hearth.Enter();
        var columns = Tables(scope).SelectMany(t => t.Columns).ToList();

        Assert.DoesNotContain(
            columns,
            c => c.Property.Name.EndsWith("Sealed", StringComparison.Ordinal) && c.Opener is null
        );
        Assert.DoesNotContain(columns, c => Records.ClassOf(c.Property) == RecordClass.Key);
    }

    [Fact]
    public async Task Names_are_readable_and_each_reading_is_written_down()
    {
        await using var scope = hearth.Enter();
        var person = await AddPersonAsync(scope, "=Zoë, \"the\" Ñandú");

        await WriteAsync(scope, new(false));

        var row = Assert.Single(Json("people"), p => p.GetProperty("id").GetGuid() == person);
        Assert.Equal("=Zoë, \"the\" Ñandú", row.GetProperty("name").GetString());
        Assert.Contains(
            "\"'=Zoë, \"\"the\"\" Ñandú\"",
            File.ReadAllText(Path.Combine(folder, "people.csv")),
            StringComparison.Ordinal
        );
        Assert.Equal(
            1,
            await hearth.ReadAsync<long>(
                "select count(*) from audit_entries where person_id = $1 and action = 'read'",
                person
            )
        );
        Assert.True(
            await hearth.ReadAsync<bool>(
                "select exists (select 1 from audit_entries where action = 'exported' and organization_id = $1)",
                hearth.Organization.Id
            )
        );
    }

    [Fact]
    public async Task A_confidential_address_is_left_out_unless_it_is_asked_for()
    {
        await using var scope = hearth.Enter();
        await AddSiteAsync(scope);

        await WriteAsync(scope, new(false));
        Assert.All(
            Directory.GetFiles(folder),
            f => Assert.DoesNotContain(Street, File.ReadAllText(f), StringComparison.Ordinal)
        );
        Assert.Contains("left out", File.ReadAllText(Path.Combine(folder, "README.md")), StringComparison.Ordinal);

        await WriteAsync(scope, new(true));
        Assert.Contains(
            Json("sites"),
            s => s.GetProperty("address").GetString()!.StartsWith(Street, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Nothing_of_another_organization_is_in_it()
    {
        var other = await hearth.MakeOrganizationAsync(
            "elsewhere-" + Guid.CreateVersion7().ToString("N")[..8],
            "Elsewhere Entirely"
        );
        await using (var there = hearth.Enter(other))
        {
            await AddPersonAsync(there, "Somebody Elsewhere");
        }
        await using var scope = hearth.Enter();

        await WriteAsync(scope, new(false));

        Assert.All(
            Directory.GetFiles(folder),
            f => Assert.DoesNotContain("Elsewhere", File.ReadAllText(f), StringComparison.Ordinal)
        );
        Assert.Equal(hearth.Organization.Id, Assert.Single(Json("organizations")).GetProperty("id").GetGuid());
    }

    private static IReadOnlyList<ExportedTable> Tables(AsyncServiceScope scope) =>
        ExportedTable.All(
            scope.ServiceProvider.GetRequiredService<Db>().Model,
            scope.ServiceProvider.GetServices<IOpenForExport>()
        );

    private Task<long> WriteAsync(AsyncServiceScope scope, ExportWish wish) =>
        scope.ServiceProvider.GetRequiredService<OrganizationExport>().WriteAsync(folder, wish, null, default);

    private IEnumerable<JsonElement> Json(string table) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, table + ".json"))).RootElement.EnumerateArray();

    private static async Task<Guid> AddPersonAsync(AsyncServiceScope scope, string name)
    {
        var access = scope.ServiceProvider.GetRequiredService<Access>();
        var seal = scope.ServiceProvider.GetRequiredService<PersonSeal>();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var at = TimeProvider.System.GetUtcNow();
        var person = seal.Create(Hearth.Foundation.Ids.New(at), access.RequireOrganization().Id, at, null);
        seal.SetName(person, name);
        db.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }

    private static async Task AddSiteAsync(AsyncServiceScope scope)
    {
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var site = new Site
        {
            Id = Hearth.Foundation.Ids.New(TimeProvider.System),
            OrganizationId = scope.ServiceProvider.GetRequiredService<Access>().RequireOrganization().Id,
            Name = "The orchard house",
            AddressConfidential = true,
        };
        site.SetAddress(new(Street, "Bath", "04530"), scope.ServiceProvider.GetRequiredService<Keyring>());
        db.Add(site);
        await db.SaveChangesAsync();
    }
}
