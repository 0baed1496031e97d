using Hearth.Foundation.Access;
using Hearth.Modules.Accounts.Members;
using Hearth.Modules.Accounts.Setup;
using Hearth.Tests.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.Forms;

/// <summary>A Hearth that nobody runs yet, with an invitation that waits, and people at each step of the way in.</summary>
public sealed class WaysIn : IAsyncLifetime
{
    public const string Email = "kim@example.org";
    private string join = "";
    private string setup = "";

    public TestHearth Hearth { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Hearth.InitializeAsync();
        Hearth.HashQuickly();
        setup = (await Hearth.Services.GetRequiredService<SetupLink>().MakeAsync())!;
        await using (var scope = Hearth.Enter())
        {
            var invitations = scope.ServiceProvider.GetRequiredService<Invitations>();
            join = (await invitations.InviteAsync("Robin", Role.PeerSupporter)).ToString();
        }
        var kim = await AtAuthenticatorAsync(Email);
        await SignUp.FinishAsync(Hearth, kim, await kim.ReadAsync("/account/password"));
        // However many wrong codes are sent, each is looked at.
        await Hearth.RunAsync("update accounts set lockout_enabled = false");
    }

    public ValueTask DisposeAsync() => Hearth.DisposeAsync();

    /// <summary>Every page that is open to those who are not signed in.</summary>
    public IReadOnlyList<string> Pages =>
        [
            .. Hearth
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
                .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
                .Select(Path)
                .Distinct(),
        ];

    /// <summary>What shows other forms than before: nobody yet, after the password, before the authenticator, signed in.</summary>
    internal IReadOnlyList<Func<Task<Visitor>>> Steps =>
        [() => Task.FromResult(Hearth.Visit()), AtSecondStepAsync, () => AtAuthenticatorAsync(Another), SignedInAsync];

    private async Task<Visitor> AtSecondStepAsync()
    {
        var visitor = Hearth.Visit();
        var page = await visitor.ReadAsync("/sign-in");
        var step = await visitor.SendAsync(
            page,
            "password",
            ("Password.Email", Email),
            ("Password.Password", SignUp.Password)
        );
        Assert.Equal("Second step", step.Heading);
        return visitor;
    }

    private async Task<Visitor> AtAuthenticatorAsync(string email)
    {
        var visitor = Hearth.Visit();
        var set = await visitor.SendAsync(
            await visitor.ReadAsync("/join/" + join),
            "new-password",
            ("name", "Kim"),
            ("email", email),
            ("password", SignUp.Password)
        );
        Assert.Equal("Your authenticator", set.Heading);
        return visitor;
    }

    private async Task<Visitor> SignedInAsync()
    {
        var visitor = await AtAuthenticatorAsync(Another);
        await SignUp.FinishAsync(Hearth, visitor, await visitor.ReadAsync("/account/password"));
        return visitor;
    }

    private static string Another => $"{Guid.CreateVersion7():N}@example.org";

    private string Path(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(s => Part(endpoint, Assert.Single(s.Parts))));

    // A page with another part in its address needs one here.
    private string Part(RouteEndpoint endpoint, RoutePatternPart part) =>
        (part, endpoint.RoutePattern.RawText) switch
        {
            (RoutePatternLiteralPart literal, _) => literal.Content,
            (_, "/setup/{Token}") => setup,
            (_, "/join/{Token}") => join,
            (_, "/problem/{Code:int}") => "404",
            var (_, route) => throw new NotSupportedException($"What is an address of {route}?"),
        };
}
