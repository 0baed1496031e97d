using System.CommandLine;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Cli;
using Hearth.Modules.Accounts.Commands;
using Hearth.Modules.Accounts.Enrollment;
using Hearth.Modules.Accounts.Identity;
using Hearth.Modules.Accounts.Members;
using Hearth.Modules.Accounts.Setup;
using Hearth.Modules.Organizations;

namespace Hearth.Modules.Accounts;

public sealed class AccountsModule : Module
{
    public override IReadOnlyList<Type> Uses => [typeof(OrganizationsModule)];

    public override void Add(IServiceCollection services)
    {
        services.AddSingleton<Memberships>();
        services.AddSingleton<IMemberships>(p => p.GetRequiredService<Memberships>());
        services.AddSingleton<Sessions>();
        services.AddScoped<IKnowSupporters, SupportersInMemberships>();
        services.AddSingleton<Passkeys>();
        services.AddSingleton<SetupLink>();
        services.AddScoped<NewAccounts>();
        services.AddScoped<AccountChanges>();
        services.AddScoped<AuthenticatorSetup>();
        services.AddScoped<MemberBook>();
        services.AddScoped<Invitations>();
        services.AddScoped<FirstOrganization>();
        services.AddIdentity();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        PasskeyEndpoints.Map(routes);
        routes.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
    }

    public override IEnumerable<Command> Commands(CommandHost host) => [ServeCommand.Make(host)];

    // The form is taken as a parameter so that its antiforgery token is asked for.
    private static async Task<IResult> SignOutAsync(IFormCollection form, SignIns signIns)
    {
        await signIns.SignOutAsync();
        return Results.LocalRedirect("/sign-in");
    }
}
