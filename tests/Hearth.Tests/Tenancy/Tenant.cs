using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;
using Hearth.Modules.Support;
using Hearth.Tests.People;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.Tenancy;

/// <summary>How much an organization has, drawn at random; one of each at least.</summary>
public sealed record TenantSize(
    int Programs,
    int Sites,
    int Supporters,
    int People,
    int Contacts,
    int Files,
    Role Roles
);

/// <summary>An organization filled at random, with a row in every table that belongs to organizations.</summary>
internal sealed class Tenant
{
    private Tenant(OrganizationContext context, Guid account, Role roles) =>
        (Context, Account, Roles) = (context, account, roles);

    public OrganizationContext Context { get; }
    public Guid Account { get; }
    public Role Roles { get; }
    public Guid Id => Context.Id;

    public static async Task<Tenant> MakeAsync(PeopleHouse house, TenantSize size)
    {
        var id = Guid.CreateVersion7();
        var context = new OrganizationContext(id, "t-" + id, "T", TimeZoneInfo.Utc, "guest");
        var tenant = new Tenant(context, Guid.CreateVersion7(), size.Roles);
        await tenant.FoundAsync(house, size);
        await tenant.FileAsync(house, size.Files);
        await using var scope = tenant.Enter(house);
        await scope.ServiceProvider.GetRequiredService<AuditSealer>().SealAsync();
        return tenant;
    }

    /// <summary>A unit of work as a member in the roles that were drawn.</summary>
    public AsyncServiceScope Enter(PeopleHouse house)
    {
        var scope = house.Enter(Context);
        var access = scope.ServiceProvider.GetRequiredService<Access>();
        access.SignedIn(Account, "Kim");
        access.Enter(Context, Roles);
        return scope;
    }

    private async Task FoundAsync(PeopleHouse house, TenantSize size)
    {
        await using var scope = Enter(house);
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Add(
            new Organization
            {
                Id = Id,
                Slug = Context.Slug,
                Name = "T",
                Kind = OrganizationKind.PeerRun,
                TimeZone = "UTC",
                CreatedAt = DateTimeOffset.UnixEpoch,
            }
        );
        await db.SaveChangesAsync();
        var sites = Make(
            size.Sites,
            i => new Site
            {
                Id = Guid.CreateVersion7(),
                OrganizationId = Id,
                Name = $"Site {i}",
            }
        );
        var supporters = Make(
            size.Supporters,
            i => new Supporter
            {
                Id = Guid.CreateVersion7(),
                OrganizationId = Id,
                Name = $"Hazel {i}",
            }
        );
        var programs = Make(
            size.Programs,
            i => new SupportProgram
            {
                Id = Guid.CreateVersion7(),
                OrganizationId = Id,
                Slug = $"p{i}",
                Name = $"Program {i}",
                Model = ProgramModel.RecoveryCenter,
                LegalRegime = LegalRegime.InternalPromise,
                SiteId = sites[i % sites.Count].Id,
            }
        );
        db.AddRange([.. sites, .. supporters]);
        await db.SaveChangesAsync();
        db.AddRange(programs);
        await db.SaveChangesAsync();
        var book = scope.ServiceProvider.GetRequiredService<PeopleBook>();
        var people = new List<Guid>();
        for (var i = 0; i < size.People; i++)
        {
            people.Add((await book.AddAsync(new() { Code = $"code {i}" }, PeopleHouse.Yes)).Person!.Id);
        }
        var log = scope.ServiceProvider.GetRequiredService<ContactLog>();
        for (var i = 0; i < size.Contacts; i++)
        {
            var contact = new NewContact
            {
                Id = Guid.CreateVersion7(),
                ProgramId = programs[i % programs.Count].Id,
                SiteId = sites[i % sites.Count].Id,
                Start = new DateTime(2026, 11, 20, 10, 0, 0),
                SupporterIds = [supporters[i % supporters.Count].Id],
                Level = i % 2 == 0 ? RecordLevel.Personal : RecordLevel.Counted,
                PersonIds = i % 2 == 0 ? [people[i % people.Count]] : [],
            };
            Assert.Empty((await log.RecordAsync(contact)).Problems);
            Assert.Empty((await log.CorrectAsync(contact.Id, 1, contact with { Minutes = 5 }, "counted")).Problems);
        }
    }

    private static List<T> Make<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];

    // What the pages of other modules write, as rows.
    private async Task FileAsync(PeopleHouse house, int files)
    {
        for (var i = 0; i < files; i++)
        {
            await RunAsync(
                house,
                $"""
                insert into accounts (id, display_name, security_stamp, created_at) values ($2, 'Kim', 's', now()) on conflict do nothing;
                insert into memberships (id, organization_id, account_id, roles, since) values (gen_random_uuid(), $1, $2, {(
                    int
                )Roles}, now()) on conflict do nothing;
                insert into invitations (id, organization_id, token_hash, name, roles, created_at, expires_at)
                  values (gen_random_uuid(), $1, sha256(gen_random_uuid()::text::bytea), 'Robin', 4, now(), now());
                insert into imports (id, organization_id, file_name, sha256, size, state, started_at, actor, map)
                  values (gen_random_uuid(), $1, 'march.csv', '\x00', 1, 1, now(), 'Kim', map_of());
                insert into import_maps (id, organization_id, header_signature, signature_hash, name, map, used_at)
                  values (gen_random_uuid(), $1, 'a', sha256(gen_random_uuid()::text::bytea), 'a', map_of(), now());
                insert into report_packs (organization_id, slug, version, definition, made_at) values ($1, 'pack', {i
                    + 1}, 'x', now());
                insert into report_draws (organization_id, report, from_day, to_day, version, drawn_at)
                  values ($1, 'pack', date '2026-01-01' + {i}, date '2026-02-01' + {i}, 1, now());
                insert into report_months values ($1, date '2025-01-01' + {i}, pg_current_snapshot(), 1);
                insert into report_cells select $1, '2025-01-01', id, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 from programs where organization_id = $1;
                insert into report_people select $1, date '2025-01-01' + {i}, id, '\x00' from programs where organization_id = $1
                """.Replace(
                    "map_of()",
                    "'{}'",
                    StringComparison.Ordinal
                )
            );
        }
    }

    private async Task RunAsync(PeopleHouse house, string statements)
    {
        foreach (var sql in statements.Split(';'))
        {
            await using var command = house.Database.Owner.CreateCommand(
                sql.Replace("$1", $"'{Id}'", StringComparison.Ordinal)
                    .Replace("$2", $"'{Account}'", StringComparison.Ordinal)
            );
            await command.ExecuteNonQueryAsync();
        }
    }
}
