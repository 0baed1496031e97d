using Hearth.Demo;
using Hearth.Foundation;
using Hearth.Foundation.Audit;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;
using Npgsql;

namespace Hearth.Tests.Demo;

public sealed class DemoNetworkTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    private const string Contacts = """
        select md5(string_agg(concat_ws('|', c.id, c.program_id, c.started_at at time zone 'UTC', c.minutes, c.how, c.place, c.kinds, c.level, c.headcount,
            c.first_time, c.supporter_ids, c.recorded_at at time zone 'UTC', c.is_late, c.undone_at at time zone 'UTC', c.version, l.person_id), ',' order by c.organization_id, c.id))
        from support_contacts c left join contact_people l on l.organization_id = c.organization_id and l.contact_id = c.id
        """;

    [Fact]
    public async Task The_same_day_and_scale_give_the_same_contacts()
    {
        var one = await SmallAsync();
        var two = await SmallAsync();
        Assert.Equal(one, two);
    }

    private static async Task<string> SmallAsync()
    {
        var small = new DemoDatabase { Scale = 1500 };
        await small.InitializeAsync();
        await using (small)
        {
            return await small.AskAsync<string>(Contacts);
        }
    }

    [Fact]
    public async Task Filling_again_adds_nothing()
    {
        var before = await demo.AskAsync<string>(Contacts);
        Assert.Equal(0, await demo.FillAsync());
        Assert.Equal(before, await demo.AskAsync<string>(Contacts));
    }

    [Fact]
    public async Task A_fill_that_was_cut_short_goes_on_with_what_is_missing()
    {
        var cut = new DemoDatabase { Scale = 1500 };
        await cut.InitializeAsync();
        await using (cut)
        {
            var whole = await cut.AskAsync<string>(Contacts);
            await RemoveAsync(cut, "open-porch");
            Assert.Equal(1, await cut.FillAsync());
            Assert.Equal(whole, await cut.AskAsync<string>(Contacts));
        }
    }

    [Fact]
    public async Task A_stop_in_the_middle_of_an_organization_leaves_nothing_of_it()
    {
        var cut = new DemoDatabase { Scale = 1500 };
        await cut.InitializeAsync();
        await using (cut)
        {
            await RemoveAsync(cut, "open-porch");
            await using (
                var block = cut.Database.Owner.CreateCommand(
                    "alter table contact_people add constraint stop check (false) not valid"
                )
            )
            {
                await block.ExecuteNonQueryAsync();
            }
            await Assert.ThrowsAsync<PostgresException>(cut.FillAsync);
            Assert.Equal(0L, await cut.AskAsync<long>("select count(*) from organizations where slug = 'open-porch'"));
            await using (var free = cut.Database.Owner.CreateCommand("alter table contact_people drop constraint stop"))
            {
                await free.ExecuteNonQueryAsync();
            }
            Assert.Equal(1, await cut.FillAsync());
        }
    }

    [Fact]
    public async Task It_never_goes_beside_a_real_organization()
    {
        await using var test = await TestDatabase.CreateAsync();
        await using var database = await DatabaseConnection.OpenAsync(test.ConnectionString, "only-for-tests");
        await using var real = database.Owner.CreateCommand(
            "insert into organizations (id, slug, name, kind, time_zone, created_at) values (gen_random_uuid(), 'real', 'Real', 1, 'UTC', now())"
        );
        await real.ExecuteNonQueryAsync();
        await Assert.ThrowsAsync<HearthException>(() =>
            DemoNetwork.FillAsync(database, demo.Keyring, new DemoScale(100), DemoDatabase.Today)
        );
        await using var count = database.Owner.CreateCommand("select count(*) from organizations");
        Assert.Equal(1L, await count.ExecuteScalarAsync());
    }

    [Fact]
    public async Task The_audit_has_one_entry_an_organization_and_its_chains_hold()
    {
        Assert.Equal(
            DemoOrganizations.All.Count,
            (int)
                await demo.AskAsync<long>(
                    "select count(*) from audit_entries where subject = 'demo_history' and action = 'added'"
                )
        );
        while (await new AuditSealer(demo.Database, demo.Keyring).SealAsync() > 0) { }
        var report = await new AuditVerification(demo.Database, demo.Keyring).RunAsync();
        Assert.Empty(report.Faults);
        Assert.Equal(0, report.Waiting);
        Assert.Equal(DemoOrganizations.All.Count, report.Entries);
    }

    [Fact]
    public async Task Foreign_keys_hold_although_they_were_asked_once_for_the_set()
    {
        await using var command = demo.Database.Owner.CreateCommand(
            """
            select string_agg(format('alter table %s drop constraint %I, add constraint %I %s', conrelid::regclass, conname, conname,
                pg_get_constraintdef(oid)), '; ')
            from pg_constraint where contype = 'f' and conrelid in ('support_contacts'::regclass, 'contact_people'::regclass,
                'people'::regclass, 'level_decisions'::regclass, 'support_contact_versions'::regclass)
            """
        );
        var again = (string)(await command.ExecuteScalarAsync())!;
        await using var checks = demo.Database.Owner.CreateCommand(again);
        await checks.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task People_and_addresses_open_with_the_keyring_and_a_code_is_found()
    {
        var seal = new PersonSeal(demo.Keyring);
        await using var command = demo.Database.Owner.CreateCommand(
            "select id, organization_id, own_key, code_sealed, code_index from people where code_sealed is not null limit 50"
        );
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            var person = new Person
            {
                Id = row.GetGuid(0),
                OrganizationId = row.GetGuid(1),
                OwnKey = row.GetFieldValue<byte[]>(2),
                CodeSealed = row.GetFieldValue<byte[]>(3),
                CreatedAt = default,
            };
            Assert.Equal(row.GetFieldValue<byte[]>(4), seal.CodeIndex(person.OrganizationId, seal.Code(person)!));
        }
    }

    [Fact]
    public async Task A_history_for_measuring_has_exactly_as_many_contacts_as_asked_for()
    {
        var own = new DemoDatabase { Scale = 600 };
        await own.InitializeAsync();
        await using var _ = own;
        var organization = DemoOrganizations.PeerRun[2];
        var programs = new SettledOrganization(organization, own.Keyring, DemoDatabase.Today).Programs;
        var mine = $"select count(*) from support_contacts where organization_id = '{organization.Id}'";
        var before = await own.AskAsync<long>(mine);
        var counts = await DemoHistory.LoadAsync(
            own.Database,
            own.Keyring,
            organization.Id,
            programs,
            contacts: 1234,
            from: new(2020, 1, 1),
            to: new(2021, 12, 31),
            seed: 9
        );
        Assert.Equal(1234, counts.Contacts);
        Assert.Equal(before + 1234, await own.AskAsync<long>(mine));
    }

    private static async Task RemoveAsync(DemoDatabase from, string slug)
    {
        var tables = new[]
        {
            "contact_people",
            "support_contact_versions",
            "support_contacts",
            "level_decisions",
            "people",
            "memberships",
            "supporters",
            "programs",
            "sites",
        };
        var id = $"(select id from organizations where slug = '{slug}')";
        var sql =
            string.Join(';', tables.Select(t => $"delete from {t} where organization_id = {id}"))
            + $";delete from organizations where slug = '{slug}'";
        await using var command = from.Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
