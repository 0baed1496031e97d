using System.Security.Cryptography;
using System.Text;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Modules.Imports;
using Hearth.Modules.Imports.Files;
using Hearth.Modules.Imports.Rules;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hearth.Tests.Imports;

/// <summary>Two organizations with programs, on a real database, and a way to bring sheets into either.</summary>
internal sealed class ImportHouse(TestDatabase own, HearthDatabase database, ServiceProvider services)
    : IAsyncDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 19, 0, 0, TimeSpan.Zero);

    public OrganizationContext Harbor { get; } = Context("harbor");
    public OrganizationContext Meadow { get; } = Context("meadow");
    public HearthDatabase Database => database;
    public TestDatabase Own => own;
    public string Data { get; private init; } = "";

    public static async Task<ImportHouse> OpenAsync()
    {
        var own = await TestDatabase.CreateAsync();
        var database = await DatabaseConnection.OpenAsync(own.ConnectionString, "imports");
        var data = Directory.CreateTempSubdirectory("hearth-imports").FullName;
        var services = new ServiceCollection();
        services.AddLogging();
        Web.AddServices(services, new Installation(Repository.Root, data, null), database, new StoppedClock());
        var house = new ImportHouse(own, database, services.BuildServiceProvider()) { Data = data };
        await house.FoundAsync(house.Harbor);
        await house.FoundAsync(house.Meadow);
        return house;
    }

    public async Task<T> AsAsync<TService, T>(Func<TService, Task<T>> act, OrganizationContext? organization = null)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var access = scope.ServiceProvider.GetRequiredService<Access>();
        access.SignedIn(Ids.New(Now), "Hazel");
        access.Enter(organization ?? Harbor, Role.Coordinator);
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Guesses the map, answers what it leaves open, and runs.</summary>
    public Task<ImportReport> ImportAsync(
        Stream sheet,
        Func<ImportAsk, ImportAsk>? with = null,
        Func<ContactMap, ContactMap>? map = null,
        TextWriter? problems = null,
        OrganizationContext? organization = null
    ) =>
        AsAsync<ContactImport, ImportReport>(
            async import =>
            {
                var sha256 = await SHA256.HashDataAsync(sheet);
                var source = SheetSource.Open(sheet);
                var guess = await import.GuessAsync(source);
                var mapped = (map ?? (m => m))(guess.Map with { FixedProgram = "drop-in" });
                var ask = new ImportAsk(Ids.New(Now), mapped, new SheetFile("sheet.csv", sha256, sheet.Length));
                return await import.RunAsync(source, (with ?? (a => a))(ask), problems);
            },
            organization
        );

    public Task<ImportReport> ImportAsync(
        string sheet,
        Func<ImportAsk, ImportAsk>? with = null,
        Func<ContactMap, ContactMap>? map = null,
        TextWriter? problems = null,
        OrganizationContext? organization = null
    ) => ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(sheet)), with, map, problems, organization);

    public async Task<T> ValueAsync<T>(string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<List<T>> ColumnAsync<T>(string sql)
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

    public Task<long> ContactsAsync() => ValueAsync<long>("select count(*) from support_contacts");

    public async Task RunAsync(string sql)
    {
        await using var command = database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static OrganizationContext Context(string slug) =>
        new(Ids.New(Now), slug, slug, TimeZoneInfo.FindSystemTimeZoneById("America/Denver"), "guest");

    private async Task FoundAsync(OrganizationContext organization)
    {
        await using var command = database.Owner.CreateCommand(
            """
            insert into organizations (id, slug, name, kind, time_zone, is_synthetic, created_at)
              values ($1, $2, $2, 1, 'America/Denver', true, now());
            """
        );
        command.Parameters.Add(new() { Value = organization.Id });
        command.Parameters.Add(new() { Value = organization.Slug });
        await command.ExecuteNonQueryAsync();
        foreach (var (slug, name) in new[] { ("drop-in", "Drop-in center"), ("line", "Warm line") })
        {
            await using var program = database.Owner.CreateCommand(
                """
                insert into programs (id, organization_id, slug, name, model, legal_regime, starting_level, started_on)
                  values ($1, $2, $3, $4, 2, 1, 1, '2015-01-01')
                """
            );
            program.Parameters.Add(new() { Value = Ids.New(Now) });
            program.Parameters.Add(new() { Value = organization.Id });
            program.Parameters.Add(new() { Value = slug });
            program.Parameters.Add(new() { Value = name });
            await program.ExecuteNonQueryAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
        await own.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
