using System.Globalization;
using Hearth.Foundation;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Npgsql;

namespace Hearth.Tests.Audit;

/// <summary>A database with two organizations whose audit has been sealed, and the ways somebody could tamper with it.</summary>
internal sealed class ChainedDatabase : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase test;

    private ChainedDatabase(TestDatabase test, HearthDatabase database)
    {
        (this.test, Database) = (test, database);
        Sealer = new AuditSealer(database, Keyring);
        Verification = new AuditVerification(database, Keyring);
    }

    public string ConnectionString => test.ConnectionString;
    public HearthDatabase Database { get; }
    public Keyring Keyring { get; } = new(Enumerable.Range(1, 32).Select(i => (byte)i).ToArray());
    public AuditSealer Sealer { get; }
    public AuditVerification Verification { get; }
    public Guid Lantern { get; } = Ids.New(Start);
    public Guid Juniper { get; } = Ids.New(Start);

    public static async Task<ChainedDatabase> CreateAsync(int entries = 8)
    {
        var own = await TestDatabase.CreateAsync();
        var chained = new ChainedDatabase(own, await DatabaseConnection.OpenAsync(own.ConnectionString, "audit tests"));
        foreach (var (id, slug) in new[] { (chained.Lantern, "lantern"), (chained.Juniper, "juniper") })
        {
            await chained.RunAsync(
                $"insert into organizations (id, slug, name, kind, time_zone, created_at) values ('{id}', '{slug}', '{slug}', 1, 'America/Chicago', now())"
            );
            await chained.WriteAsync(id, entries);
        }
        await chained.Sealer.SealAsync();
        await chained.RunAsync(
            "create schema kept; create table kept.entries as table audit_entries; create table kept.seals as table audit_seals; create table kept.heads as table audit_heads"
        );
        return chained;
    }

    /// <summary>Undoes every tampering.</summary>
    public Task ResetAsync() =>
        RunAsync(
            """
            truncate audit_entries, audit_seals, audit_heads;
            insert into audit_entries table kept.entries; insert into audit_seals table kept.seals; insert into audit_heads table kept.heads
            """
        );

    public async Task WriteAsync(Guid organization, int entries)
    {
        await using var connection = await Database.Owner.OpenConnectionAsync();
        for (var i = 0; i < entries; i++)
        {
            var at = Start.AddMinutes(i);
            var entry = new AuditEntry
            {
                Id = Ids.New(at),
                OrganizationId = organization,
                At = at,
                Actor = "Hazel",
                Action = "changed",
                Subject = "programs",
                OldValue = string.Create(CultureInfo.InvariantCulture, $"{{\"name\":\"House {i}\"}}"),
            };
            await using var command = AuditTrail.Command(entry, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    public async Task<IReadOnlyList<AuditFault>> FaultsAsync() => (await Verification.RunAsync()).Faults;

    public Task<AuditFindings> FindingsAsync(params string[] expected) =>
        AuditFindings.FindAsync(Database, Verification, [.. expected.Select(ExpectedHead.Parse)], null, default);

    /// <summary>The id of the entry at a position of Lantern's chain, as it was sealed.</summary>
    public async Task<Guid> EntryAsync(long position)
    {
        await using var command = Database.Owner.CreateCommand(
            "select entry_id from kept.seals where organization_id = $1 and position = $2"
        );
        command.Parameters.Add(new() { Value = Lantern });
        command.Parameters.Add(new() { Value = position });
        return (Guid)(await command.ExecuteScalarAsync())!;
    }

    public async Task RunAsync(string sql)
    {
        await using var command = Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await test.DisposeAsync();
    }
}
