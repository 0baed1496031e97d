using Microsoft.AspNetCore.Authorization;

namespace Hearth.Foundation.Access;

/// <summary>Opens a page or endpoint to the roles named. Without it (or AllowAnonymous) the endpoint is closed.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowAttribute(Role roles) : Attribute, IAuthorizeData, IAuthorizationRequirementData
{
    public Role Roles { get; } = roles;

    string? IAuthorizeData.Policy { get; set; }
    string? IAuthorizeData.Roles { get; set; }
    string? IAuthorizeData.AuthenticationSchemes { get; set; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new RoleRequirement(Roles)];
}

/// <summary>Opens a page to whoever is signed in, in any organization or none (their own account, the list of houses).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AllowSignedInAttribute : Attribute, IAuthorizeData, IAuthorizationRequirementData
{
    string? IAuthorizeData.Policy { get; set; }
    string? IAuthorizeData.Roles { get; set; }
    string? IAuthorizeData.AuthenticationSchemes { get; set; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new SignedInRequirement()];
}

internal sealed record RoleRequirement(Role Roles) : IAuthorizationRequirement;

internal sealed record SignedInRequirement : IAuthorizationRequirement;

/// <summary>The requirement nothing satisfies: what an endpoint has until somebody opens it.</summary>
internal sealed record ClosedRequirement : IAuthorizationRequirement;

internal sealed class AllowHandler(Access access) : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        foreach (var requirement in context.PendingRequirements.ToArray())
        {
            if (requirement is RoleRequirement role && access.Has(role.Roles))
            {
                context.Succeed(requirement);
            }
            else if (
                requirement is ClosedRequirement
                && context.Resource is HttpContext http
                && http.GetEndpoint() is null
            )
            {
                // Nothing is there: that is 404, not a closed door.
                context.Succeed(requirement);
            }
            else if (requirement is SignedInRequirement && access.AccountId is not null)
            {
                context.Succeed(requirement);
            }
        }
        return Task.CompletedTask;
    }
}

public static class AllowEndpoints
{
    public static TBuilder Allow<TBuilder>(this TBuilder builder, Role roles)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new AllowAttribute(roles));

    public static TBuilder AllowSignedIn<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new AllowSignedInAttribute());
}
