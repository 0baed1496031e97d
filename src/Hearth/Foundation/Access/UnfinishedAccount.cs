using System.Security.Claims;

namespace Hearth.Foundation.Access;

/// <summary>
/// An account with a password and no second step yet. It is signed in only to set one up, and enters no organization.
/// </summary>
public static class UnfinishedAccount
{
    public const string Claim = "hearth/unfinished";
    public const string Path = "/account/password";

    public static bool Is(ClaimsPrincipal principal) => principal.HasClaim(c => c.Type == Claim);
}
