using System.Security.Claims;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Modules.Accounts;
using Hearth.Modules.Accounts.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hearth.Tests;

/// <summary>
/// A whole Hearth for a class of tests: a server, a database of its own, one organization. Take it as a class fixture:
/// <c>var visitor = await hearth.SignInAsAsync(Role.Director); var page = await visitor.ReadAsync(hearth.Path("/people"));</c>
/// </summary>
public sealed class TestHearth : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("hearth-test-").FullName;
    private TestDatabase? own;
    private WebApplication? app;

    /// <summary>The organization that every class has: Juniper House, on New York time.</summary>
    public OrganizationContext Organization { get; private set; } = null!;
    public HearthDatabase Database { get; private set; } = null!;
    public TestClock Clock { get; } = new();
    public Uri Address { get; private set; } = null!;
    public IServiceProvider Services => app!.Services;

    /// <summary>Changes how the server runs, for a test that makes a Hearth of its own.</summary>
    public Func<WebSettings, WebSettings> Settings { get; init; } = settings => settings;

    public async ValueTask InitializeAsync()
    {
        own = await TestDatabase.CreateAsync();
        Database = await DatabaseConnection.OpenAsync(own.ConnectionString, "test");
        Organization = await MakeOrganizationAsync("juniper-house", "Juniper House");
        var installation = new Installation(Repository.Root, data, own.ConnectionString);
        var settings = new WebSettings(installation, "http://127.0.0.1:0")
        {
            Clock = Clock,
            SignInTriesPerMinute = 100_000,
            RefusalTakes = TimeSpan.Zero,
        };
        app = Web.Build(Settings(settings), Database);
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
    }

    /// <summary>An address of the organization: <c>Path("/people")</c>.</summary>
    public string Path(string path = "") => Organization.Path + path;

    /// <summary>Somebody who is not signed in.</summary>
    public Visitor Visit() => new(Address, null);

    /// <summary>A new member in the roles named, signed in.</summary>
    public async Task<Visitor> SignInAsAsync(Role roles, OrganizationContext? organization = null)
    {
        var account = await MakeAccountAsync("A " + roles);
        await MakeMemberAsync(account, roles, organization);
        return await SignInAsync(account);
    }

    /// <summary>Signs an account in past the sign-in page: a real session, a real cookie.</summary>
    public async Task<Visitor> SignInAsync(Guid account)
    {
        var session = await Services.GetRequiredService<Sessions>().StartAsync(account, "A test");
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.ToString()),
                new(
                    ClaimTypes.Name,
                    (await ReadAsync<string>("select display_name from accounts where id = $1", account))!
                ),
                new(SessionCookie.SessionClaim, session.ToString()),
            ],
            IdentityConstants.ApplicationScheme
        );
        var now = Clock.GetUtcNow();
        var ticket = new AuthenticationTicket(
            new ClaimsPrincipal(identity),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(14) },
            IdentityConstants.ApplicationScheme
        );
        var options = Services
            .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        return new Visitor(Address, $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}")
        {
            AccountId = account,
        };
    }

    public async Task<Guid> MakeAccountAsync(string name)
    {
        var id = Ids.New(Clock);
        await RunAsync(
            "insert into accounts (id, display_name, user_name, normalized_user_name, security_stamp, created_at) values ($1, $2, $3, upper($3), $3, $4)",
            id,
            name,
            id.ToString(),
            Clock.GetUtcNow()
        );
        return id;
    }

    public async Task<Guid> MakeMemberAsync(Guid account, Role roles, OrganizationContext? organization = null)
    {
        var id = Ids.New(Clock);
        await RunAsync(
            "insert into memberships (id, organization_id, account_id, roles, since) values ($1, $2, $3, $4, $5)",
            id,
            (organization ?? Organization).Id,
            account,
            (int)roles,
            Clock.GetUtcNow()
        );
        return id;
    }

    /// <summary>A further organization, to look in from outside.</summary>
    public async Task<OrganizationContext> MakeOrganizationAsync(string slug, string name)
    {
        var id = Ids.New(Clock);
        await RunAsync(
            """
            insert into organizations (id, slug, name, kind, state, time_zone, person_word, created_at)
            values ($1, $2, $3, 1, 'ME', 'America/New_York', 'guest', $4)
            """,
            id,
            slug,
            name,
            Clock.GetUtcNow()
        );
        return (await OrganizationLookup.FindAsync(Database, slug))!;
    }

    /// <summary>Passwords are hashed in no time from now on: for tests that send hundreds of them.</summary>
    public void HashQuickly() =>
        Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount = 1;

    /// <summary>Runs SQL as the owner, past row-level security: for what a test needs to be there.</summary>
    public async Task RunAsync(string sql, params object[] values)
    {
        await using var command = Database.Owner.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Reads one value as the owner: for what a test wants to see kept.</summary>
    public async Task<T?> ReadAsync<T>(string sql, params object[] values)
    {
        await using var command = Database.Owner.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }
        return await command.ExecuteScalarAsync() is T value1 ? value1 : default;
    }

    /// <summary>Services acting for the organization, as the command line would.</summary>
    public AsyncServiceScope Enter(OrganizationContext? organization = null)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Access>().EnterAsCommandLine(organization ?? Organization);
        return scope;
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        await Database.DisposeAsync();
        await own!.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }
}

/// <summary>The present, moved as a test wants.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan ahead;

    public void Advance(TimeSpan by) => ahead += by;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
