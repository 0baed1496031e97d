using FsCheck;
using FsCheck.Fluent;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Tests.Architecture;
using Hearth.Tests.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.Tenancy;

public enum Attempt
{
    Count,
    CountOfTheirs,
    Copy,
    Lock,
    ChangeTheirs,
    ChangeAll,
    GiveAway,
    RemoveTheirs,
    RemoveAll,
    Plant,
    TakeOver,
    PointAtTheirs,
    PutOverTheirs,
    Empty,
    FindThroughDb,
    ChangeThroughDb,
    RemoveThroughDb,
    PlantThroughDb,
}

/// <summary>One thing a member of one organization tries with a table: which table and which row are drawn too.</summary>
public sealed record TenantStep(Attempt Attempt, int Table, int Row);

/// <summary>Whatever two organizations hold and whatever a member of one tries, nothing of the other is seen or changed.</summary>
public sealed class TenancyPropertyTests : PeopleTests
{
    // Ids without a foreign key: what they name is looked up among the organization's own rows, so a foreign one opens
    // nothing. The pages refuse them.
    private static readonly HashSet<string> Unbound =
    [
        "level_decisions.contact_id",
        "support_contacts.import_id",
        "support_contacts.supporter_ids",
        "report_cells.program_id",
        "report_people.program_id",
        "audit_entries.id",
        "audit_entries.subject_id",
        "audit_entries.person_id",
    ];

    private static readonly Gen<TenantSize> Sizes =
        from programs in Gen.Choose(1, 3)
        from sites in Gen.Choose(1, 2)
        from supporters in Gen.Choose(1, 3)
        from people in Gen.Choose(1, 4)
        from contacts in Gen.Choose(1, 5)
        from files in Gen.Choose(1, 2)
        from roles in Gen.Choose(1, (int)Role.Anyone)
        select new TenantSize(programs, sites, supporters, people, contacts, files, (Role)roles);

    private static readonly Gen<TenantStep> Steps =
        from attempt in Gen.Elements(Enum.GetValues<Attempt>())
        from table in Gen.Choose(0, 10_000)
        from row in Gen.Choose(0, 10_000)
        select new TenantStep(attempt, table, row);

    private IReadOnlyList<TenantTable> tables = [];
    private int tried;

    [Fact]
    public async Task Nothing_of_another_organization_is_ever_seen_counted_changed_or_pointed_at()
    {
        tables = await TenantTable.AllAsync(House);
        Assert.True(tables.Count >= 15, "Hardly any table was found.");
        var cases =
            from ours in Sizes
            from theirs in Sizes
            from steps in Steps.ArrayOf(60)
            select (ours, theirs, steps);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(12),
            Prop.ForAll(
                cases.ToArbitrary(),
                c =>
                {
                    HoldAsync(c.ours, c.theirs, c.steps).GetAwaiter().GetResult();
                    return true;
                }
            )
        );
        Assert.True(tried > 500);
    }

    [Fact]
    public async Task Every_attempt_at_every_table_is_in_vain()
    {
        tables = await TenantTable.AllAsync(House);
        var size = new TenantSize(2, 2, 2, 2, 3, 2, Role.Director);
        await HoldAsync(
            size,
            size,
            [
                .. from attempt in Enum.GetValues<Attempt>()
                from table in Enumerable.Range(0, tables.Count)
                from row in Enumerable.Range(0, 2)
                select new TenantStep(attempt, table, row),
            ]
        );
    }

    private async Task HoldAsync(TenantSize ours, TenantSize theirs, IReadOnlyList<TenantStep> steps)
    {
        var (we, they) = (await Tenant.MakeAsync(House, ours), await Tenant.MakeAsync(House, theirs));
        var before = await PrintsAsync(they);
        foreach (var table in tables.Where(t => t.Name != "audit_sealer"))
        {
            Assert.True(await table.CountAsync(House, they) > 0, $"{table.Name} has no row to find.");
        }
        foreach (var step in steps)
        {
            tried++;
            var table = tables[step.Table % tables.Count];
            if (await FaultAsync(we, they, table, step) is { } fault)
            {
                Assert.Fail($"{step.Attempt} {table.Name}: {fault}");
            }
        }
        Assert.Equal(before, await PrintsAsync(they));
    }

    private async Task<string[]> PrintsAsync(Tenant tenant) =>
        await Task.WhenAll(tables.Select(t => t.PrintAsync(House, tenant)));

    private async Task<string?> FaultAsync(Tenant we, Tenant they, TenantTable table, TenantStep step)
    {
        if (step.Attempt >= Attempt.FindThroughDb)
        {
            return await new ThroughDb(House, we, they).FaultAsync(step);
        }
        await using var session = await TenantSession.OpenAsync(House, we);
        var (name, owner) = (table.Name, table.Owner);
        var ours = await table.CountAsync(House, we);
        switch (step.Attempt)
        {
            case Attempt.Count:
                return await session.CountAsync($"select count(*) from {name}") is var all && all != ours
                    ? $"{all} rows where {ours} are ours"
                    : null;
            case Attempt.CountOfTheirs:
                return
                    await session.CountAsync($"select count(*) from {name} where {owner} <> $1", we.Id)
                        is var seen
                            and > 0
                    ? $"{seen} of theirs are seen"
                    : null;
            case Attempt.Copy:
                var copy = await session.CopyAsync(name) + await session.CopyWholeAsync(name);
                return copy.Contains(they.Id.ToString(), StringComparison.Ordinal) ? "theirs are in the copy" : null;
            case Attempt.Lock:
                return Reached(await session.TryAsync($"select 1 from {name} where {owner} = $1 for update", they.Id));
            case Attempt.ChangeTheirs:
                var column = table.Columns[step.Row % table.Columns.Count];
                return Reached(
                    await session.TryAsync($"update {name} set {column} = {column} where {owner} = $1", they.Id)
                );
            case Attempt.ChangeAll:
                return Reached(await session.TryAsync($"update {name} set {owner} = {owner}"), ours);
            case Attempt.GiveAway:
                return Reached(await session.TryAsync($"update {name} set {owner} = $1", they.Id));
            case Attempt.RemoveTheirs:
                return Reached(await session.TryAsync($"delete from {name} where {owner} = $1", they.Id));
            case Attempt.RemoveAll:
                return Reached(await session.TryAsync($"delete from {name}"), ours);
            case Attempt.Empty:
                return (await session.TryAsync($"truncate {name} cascade")).Refused is null ? "it was emptied" : null;
            default:
                return await PlantedAsync(session, we, they, table, step);
        }
    }

    private async Task<string?> PlantedAsync(
        TenantSession session,
        Tenant we,
        Tenant they,
        TenantTable table,
        TenantStep step
    )
    {
        var row = await table.RowAsync(House, they, step.Row);
        var fresh =
            table.Columns.Contains("id") && table.Owner != "id"
                ? """ || jsonb_build_object('id', gen_random_uuid()) """
                : "";
        var ours =
            step.Attempt == Attempt.PointAtTheirs ? $" || jsonb_build_object('{table.Owner}', '{we.Id}'::uuid)" : "";
        var over = step.Attempt is Attempt.TakeOver or Attempt.PutOverTheirs ? "" : fresh;
        var insert =
            $"insert into {table.Name} select * from jsonb_populate_record(null::{table.Name}, $1::jsonb{over}{ours})";
        if (step.Attempt == Attempt.PutOverTheirs)
        {
            insert += " on conflict do nothing";
        }
        if (step.Attempt != Attempt.PointAtTheirs)
        {
            return Reached(await session.TryAsync(insert, row));
        }
        var (rows, refused) = await session.TryAsync(insert, row);
        if (refused is not null || rows == 0)
        {
            return null;
        }
        return await PointsAtAsync(they, table, row);
    }

    /// <summary>The column of a row that was taken as ours and still names a row of theirs.</summary>
    private async Task<string?> PointsAtAsync(Tenant they, TenantTable table, string row)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var other in tables.Where(t => t.Columns.Contains("id")))
        {
            ids.UnionWith(
                await House.RowsAsync<string>($"select id::text from {other.Name} where {other.Owner} = '{they.Id}'")
            );
        }
        using var json = System.Text.Json.JsonDocument.Parse(row);
        return json
            .RootElement.EnumerateObject()
            .Where(v =>
                v.Name is not "id"
                && v.Name != table.Owner
                && !Unbound.Contains($"{table.Name}.{v.Name}")
                && Ids(v.Value).Any(ids.Contains)
            )
            .Select(v => $"a row of ours points at theirs with {v.Name}")
            .FirstOrDefault();
    }

    private static IEnumerable<string> Ids(System.Text.Json.JsonElement value) =>
        value.ValueKind switch
        {
            System.Text.Json.JsonValueKind.Array => value.EnumerateArray().SelectMany(Ids),
            System.Text.Json.JsonValueKind.String => [value.GetString()!],
            _ => [],
        };

    private static string? Reached((int Rows, string? Refused) done, long most = 0) =>
        done.Rows > most ? $"{done.Rows} rows were reached where {most} are ours" : null;

    /// <summary>The same through the entities, each type found in the model.</summary>
    private sealed class ThroughDb(PeopleHouse house, Tenant we, Tenant they)
    {
        private static readonly Type[] Types =
        [
            .. RecordClassTests.Model.GetEntityTypes().Select(e => e.ClrType).Where(typeof(IOwned).IsAssignableFrom),
        ];

        public Task<string?> FaultAsync(TenantStep step) =>
            (Task<string?>)
                typeof(ThroughDb)
                    .GetMethod(
                        nameof(TryAsync),
                        System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance
                    )!
                    .MakeGenericMethod(Types[step.Table % Types.Length])
                    .Invoke(this, [step])!;

        private async Task<string?> TryAsync<T>(TenantStep step)
            where T : class, IOwned
        {
            await using var theirs = they.Enter(house);
            var rows = await Of(theirs).Set<T>().AsNoTracking().Where(e => e.OrganizationId == they.Id).ToListAsync();
            await using var scope = we.Enter(house);
            var db = Of(scope);
            var filtered = await db.Set<T>().CountAsync(e => e.OrganizationId != we.Id);
            var bare = await db.Set<T>().IgnoreQueryFilters().CountAsync(e => e.OrganizationId != we.Id);
            if (filtered + bare > 0)
            {
                return $"{typeof(T).Name}: {filtered} and {bare} of theirs are seen";
            }
            if (step.Attempt == Attempt.FindThroughDb || rows.Count == 0)
            {
                return null;
            }
            db.Entry(rows[step.Row % rows.Count]).State = step.Attempt switch
            {
                Attempt.ChangeThroughDb => EntityState.Modified,
                Attempt.RemoveThroughDb => EntityState.Deleted,
                _ => EntityState.Added,
            };
            try
            {
                await db.SaveChangesAsync();
                return $"{typeof(T).Name}: a change to theirs was saved";
            }
            catch (DbUpdateException)
            {
                return null;
            }
        }

        private static Db Of(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<Db>();
    }
}
