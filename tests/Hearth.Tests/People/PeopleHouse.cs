using System.Text;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;
using Hearth.Modules.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.People;

/// <summary>Two organizations with a program each, on a real database, and a way to act in either.</summary>
internal sealed class PeopleHouse(TestDatabase? own, HearthDatabase database, Installation home) : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 17, 0, 0, TimeSpan.Zero);

    private readonly TickingClock clock = new(Now);
    private ServiceProvider? built;

    private ServiceProvider Services => built ??= Build();

    public OrganizationContext Lantern { get; } = Context("lantern");
    public OrganizationContext Juniper { get; } = Context("juniper");
    public Guid Program { get; private set; }
    public Guid Account { get; } = Ids.New(Now);
    public HearthDatabase Database => database;
    public Demographics Lists => Services.GetRequiredService<Demographics>();

    public static LevelAnswer Yes { get; } = new(true, "May we keep a page for you?", "en", Today);
    public static LevelAnswer No { get; } = Yes with { SaidYes = false };

    /// <summary>On a database of its own.</summary>
    public static async Task<PeopleHouse> OpenAsync()
    {
        var own = await TestDatabase.CreateAsync();
        return await OpenAsync(own, await DatabaseConnection.OpenAsync(own.ConnectionString, "people"));
    }

    /// <summary>On a database that the caller keeps and ends.</summary>
    public static Task<PeopleHouse> OpenAsync(HearthDatabase database) => OpenAsync(null, database);

    private static async Task<PeopleHouse> OpenAsync(TestDatabase? own, HearthDatabase database)
    {
        var home = new Installation(Repository.Root, Directory.CreateTempSubdirectory("hearth-people").FullName, null);
        var house = new PeopleHouse(own, database, home);
        await house.FoundAsync();
        return house;
    }

    public void AddServices(IServiceCollection to) => Web.AddServices(to, home, database, clock);

    private ServiceProvider Build()
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        AddServices(collection);
        return collection.BuildServiceProvider();
    }

    /// <summary>A unit of work as a member of the organization, as one request is.</summary>
    public AsyncServiceScope Enter(OrganizationContext? organization = null)
    {
        var scope = Services.CreateAsyncScope();
        var access = scope.ServiceProvider.GetRequiredService<Access>();
        access.SignedIn(Account, "Hazel");
        access.Enter(organization ?? Lantern, Role.PeerSupporter);
        return scope;
    }

    public async Task<T> AsAsync<TService, T>(Func<TService, Task<T>> act, OrganizationContext? organization = null)
        where TService : notnull
    {
        await using var scope = Enter(organization);
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async Task<PersonRef> AddAsync(PersonDetails details, OrganizationContext? organization = null)
    {
        var outcome = await AsAsync<PeopleBook, PersonOutcome>(b => b.AddAsync(details, Yes), organization);
        Assert.Empty(outcome.Problems);
        return outcome.Person!;
    }

    public Task<PersonRef> AddAsync(string name) => AddAsync(new PersonDetails { Name = name });

    public async Task<SupportContact> RecordAsync(RecordLevel level, string? note, params Guid[] people)
    {
        var contact = new NewContact
        {
            Id = Ids.New(Now),
            ProgramId = Program,
            Start = new DateTime(2026, 11, 22, 10, 0, 0),
            Minutes = 45,
            Headcount = Math.Max(1, people.Length),
            Level = level,
            PersonIds = people,
            Note = note,
        };
        var outcome = await AsAsync<ContactLog, ContactOutcome>(log => log.RecordAsync(contact));
        Assert.Empty(outcome.Problems);
        return outcome.Contact!;
    }

    public async Task<Guid> AddSupporterAsync(string name, OrganizationContext organization)
    {
        await using var scope = Enter(organization);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var supporter = new Supporter
        {
            Id = Ids.New(Now),
            OrganizationId = organization.Id,
            Name = name,
        };
        db.Add(supporter);
        await db.SaveChangesAsync();
        return supporter.Id;
    }

    public async Task<List<T>> RowsAsync<T>(string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        await using var row = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await row.ReadAsync())
        {
            rows.Add(row.GetFieldValue<T>(0));
        }
        return rows;
    }

    /// <summary>The tables in which a text can be found, in any column, as text or as bytes.</summary>
    public async Task<List<string>> TablesHoldingAsync(string text)
    {
        var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text));
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=')[..^1];
        var found = new List<string>();
        foreach (
            var table in await RowsAsync<string>("select tablename::text from pg_tables where schemaname = 'public'")
        )
        {
            await using var command = database.Owner.CreateCommand(
                $"select exists (select 1 from \"{table}\" t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0 or strpos(t::text, $3) > 0)"
            );
            foreach (var form in new[] { text, hex, base64 })
            {
                command.Parameters.Add(new() { Value = form });
            }
            if (await command.ExecuteScalarAsync() is true)
            {
                found.Add(table);
            }
        }
        return found;
    }

    private static OrganizationContext Context(string slug) =>
        new(Ids.New(Now), slug, slug, TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"), "guest");

    private async Task FoundAsync()
    {
        foreach (var organization in new[] { Lantern, Juniper })
        {
            await using var scope = Enter(organization);
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            db.Add(
                new Organization
                {
                    Id = organization.Id,
                    Slug = organization.Slug,
                    Name = organization.Name,
                    Kind = OrganizationKind.PeerRun,
                    TimeZone = "America/Chicago",
                    CreatedAt = Now,
                }
            );
            await db.SaveChangesAsync();
            var program = new SupportProgram
            {
                Id = Ids.New(Now),
                OrganizationId = organization.Id,
                Slug = "riverside",
                Name = "Riverside",
                Model = Enum.GetValues<ProgramModel>()[0],
                LegalRegime = Enum.GetValues<LegalRegime>()[0],
            };
            db.Add(program);
            await db.SaveChangesAsync();
            Program = organization == Lantern ? program.Id : Program;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (own is not null)
        {
            await database.DisposeAsync();
            await own.DisposeAsync();
        }
    }

    // Two things never happen at one instant, so that what was last is known.
    private sealed class TickingClock(DateTimeOffset from) : TimeProvider
    {
        private int ticks;

        public override DateTimeOffset GetUtcNow() => from.AddMilliseconds(Interlocked.Increment(ref ticks));
    }
}
