using System.CommandLine;
using System.Net;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Cli;
using Hearth.Modules.Accounts;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;
using Hearth.Modules.Support;
using Microsoft.AspNetCore.Identity;

namespace Hearth.Demo;

/// <summary>The synthetic network: the command that serves it, and sign-in as one of its people.</summary>
public sealed class DemoModule : Module
{
    public override IReadOnlyList<Type> Uses =>
        [typeof(AccountsModule), typeof(OrganizationsModule), typeof(PeopleModule), typeof(SupportModule)];

    public override void Add(IServiceCollection services)
    {
        services.AddSingleton<Personas>();
        services.AddSingleton<ISignInChoices>(p => p.GetRequiredService<Personas>());
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<WebSettings>().IsDemo)
        {
            routes.MapGet("/demo/as/{persona}", SignInAsAsync).AllowAnonymous();
        }
    }

    public override IEnumerable<Command> Commands(CommandHost host) => [DemoCommand.Make(host)];

    private static async Task<IResult> SignInAsAsync(
        string persona,
        HttpContext context,
        Personas personas,
        SignIns signIns,
        UserManager<Account> accounts
    )
    {
        if (!IsThisMachine(context))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }
        var chosen = (await personas.AllAsync()).FirstOrDefault(p => p.Key == persona);
        if (chosen is null || await accounts.FindByIdAsync(chosen.AccountId.ToString()) is not { } account)
        {
            return Results.NotFound();
        }
        await signIns.SignInAsync(account, isPersistent: true);
        return Results.LocalRedirect(chosen.OrganizationPath);
    }

    // Whoever can name a persona is signed in, so only this machine may, and only under its own name: a page elsewhere
    // that resolves its own name to 127.0.0.1 is refused too.
    private static bool IsThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && context.Request.Host.Host is "localhost" or "127.0.0.1";
}
