using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Hearth.Foundation.Access;

/// <summary>Finds what a signed-in account may do in an organization. Implemented by the module that owns memberships.</summary>
public interface IMemberships
{
    ValueTask<(OrganizationContext Organization, Role Roles)?> FindAsync(Guid accountId, string slug);
}

/// <summary>
/// Fills <see cref="Access"/> before authorization. An organization that is not there and one that is not yours give
/// the same answer: 404.
/// </summary>
internal sealed class AccessMiddleware(RequestDelegate next)
{
    public const string RouteValue = "organization";

    public async Task InvokeAsync(HttpContext context, Access access, IMemberships memberships)
    {
        if (Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var accountId))
        {
            access.SignedIn(accountId, context.User.FindFirstValue(ClaimTypes.Name) ?? "someone");
        }

        if (context.Request.RouteValues[RouteValue] is string slug && access.AccountId is { } id)
        {
            if (UnfinishedAccount.Is(context.User))
            {
                context.Response.Redirect(UnfinishedAccount.Path);
                return;
            }
            if (await memberships.FindAsync(id, slug) is not { } found)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            access.Enter(found.Organization, found.Roles);
            context.Items[typeof(AccessMiddleware)] = found;
        }
        else if (context.Items[typeof(AccessMiddleware)] is ValueTuple<OrganizationContext, Role> asked)
        {
            // A page about an error is rendered in a scope of its own, and keeps the frame of the page that was asked for.
            access.Enter(asked.Item1, asked.Item2);
        }

        await next(context);
    }
}

public static class AccessSetup
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, AllowHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(Closed).SetDefaultPolicy(Open);
    }

    /// <summary>A new endpoint starts closed.</summary>
    private static AuthorizationPolicy Closed { get; } = new([new ClosedRequirement()], []);

    /// <summary>Allow brings its own requirement; the default policy adds none but a signed-in account.</summary>
    private static AuthorizationPolicy Open { get; } = new([new SignedInRequirement()], []);
}
