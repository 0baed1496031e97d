using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace Hearth.Modules.Accounts.Enrollment;

/// <summary>
/// Takes an authenticator's digits once (RFC 6238, 5.2): whoever saw them typed cannot use them too, nor any before them.
/// Identity's own provider takes them again and again for two and a half minutes.
/// </summary>
internal sealed class OneTimeDigits(TimeProvider clock) : IUserTwoFactorTokenProvider<Account>
{
    private const string Provider = "hearth";
    private const string LastStep = "authenticator-step";

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) =>
        await manager.GetAuthenticatorKeyAsync(user) is { Length: > 0 };

    /// <summary>The phone makes them.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) =>
        Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user) =>
        await manager.GetAuthenticatorKeyAsync(user) is { Length: > 0 } key
        && Totp.StepOf(key, token, clock.GetUtcNow()) is { } step
        && await UseAsync(manager, user, step);

    /// <summary>Marks the step as used; false when it was, or when somebody else is using it at this moment.</summary>
    public static async Task<bool> UseAsync(UserManager<Account> manager, Account user, long step)
    {
        var used = await manager.GetAuthenticationTokenAsync(user, Provider, LastStep);
        if (used is not null && long.Parse(used, CultureInfo.InvariantCulture) >= step)
        {
            return false;
        }
        var text = step.ToString(CultureInfo.InvariantCulture);
        // The account changes with it, and of two changes at once the second is refused.
        return (await manager.SetAuthenticationTokenAsync(user, Provider, LastStep, text)).Succeeded;
    }

    public static Task ForgetAsync(UserManager<Account> manager, Account user) =>
        manager.RemoveAuthenticationTokenAsync(user, Provider, LastStep);
}
