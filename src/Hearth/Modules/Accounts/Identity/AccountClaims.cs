using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Hearth.Modules.Accounts.Identity;

/// <summary>What the cookie says of an account: its id and the name others see. Everything else is looked up.</summary>
internal sealed class AccountClaims : IUserClaimsPrincipalFactory<Account>
{
    public Task<ClaimsPrincipal> CreateAsync(Account user) =>
        Task.FromResult(
            new ClaimsPrincipal(
                new ClaimsIdentity(
                    [new(ClaimTypes.NameIdentifier, user.Id.ToString()), new(ClaimTypes.Name, user.DisplayName)],
                    IdentityConstants.ApplicationScheme
                )
            )
        );
}
