using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Microsoft.AspNetCore.Identity;

namespace Hearth.Modules.Accounts.Enrollment;

/// <summary>
/// Sets up the second step of a password. A new key waits beside the present one until its first digits came back, so
/// that nobody is locked out by a set-up that was left halfway.
/// </summary>
internal sealed class AuthenticatorSetup(
    UserManager<Account> accounts,
    IUserStore<Account> store,
    SignIns signIns,
    Sessions sessions,
    AuditTrail trail,
    Access access,
    TimeProvider clock
)
{
    public const int RecoveryCodes = 10;
    private const string Provider = "hearth";
    private const string Pending = "pending-authenticator";

    /// <summary>The key that waits for its first digits; null when none is being set up.</summary>
    public Task<string?> PendingKeyAsync(Account account) =>
        accounts.GetAuthenticationTokenAsync(account, Provider, Pending);

    public async Task<string> StartAsync(Account account)
    {
        if (await PendingKeyAsync(account) is { } begun)
        {
            return begun;
        }
        var key = accounts.GenerateNewAuthenticatorKey();
        await accounts.SetAuthenticationTokenAsync(account, Provider, Pending, key);
        return key;
    }

    public Task LeaveAsync(Account account) => accounts.RemoveAuthenticationTokenAsync(account, Provider, Pending);

    /// <summary>What an authenticator reads from the QR picture.</summary>
    public static string Address(Account account, string key) =>
        $"otpauth://totp/Hearth:{Uri.EscapeDataString(account.Email ?? account.DisplayName)}?secret={key}&issuer=Hearth&digits=6";

    /// <summary>Takes the waiting key into use when the digits are right.</summary>
    /// <returns>Recovery codes to show once; null when the digits do not match.</returns>
    public async Task<IReadOnlyList<string>?> FinishAsync(Account account, string digits)
    {
        var plain = string.Concat(digits.Where(char.IsAsciiDigit));
        if (await PendingKeyAsync(account) is not { } key || Totp.StepOf(key, plain, clock.GetUtcNow()) is not { } step)
        {
            return null;
        }
        await OneTimeDigits.ForgetAsync(accounts, account);
        await OneTimeDigits.UseAsync(accounts, account, step);
        await ((IUserAuthenticatorKeyStore<Account>)store).SetAuthenticatorKeyAsync(account, key, default);
        await accounts.SetTwoFactorEnabledAsync(account, true);
        await LeaveAsync(account);
        await trail.WriteAsync(access, "changed", "accounts", account.Id, why: "authenticator set up");
        await signIns.EndOthersAsync(account);
        await signIns.RenewAsync(account);
        return await NewCodesAsync(account);
    }

    /// <summary>Ten new recovery codes; the ones before no longer work.</summary>
    public async Task<IReadOnlyList<string>> NewCodesAsync(Account account)
    {
        var codes = await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes);
        await trail.WriteAsync(access, "changed", "accounts", account.Id, why: "new recovery codes");
        return [.. codes!];
    }

    /// <summary>Takes away password, authenticator and recovery codes together: one without the others is no way in.</summary>
    public async Task RemoveAsync(Account account)
    {
        await accounts.SetTwoFactorEnabledAsync(account, false);
        await accounts.RemovePasswordAsync(account);
        await accounts.RemoveAuthenticationTokenAsync(account, "[AspNetUserStore]", "AuthenticatorKey");
        await accounts.RemoveAuthenticationTokenAsync(account, "[AspNetUserStore]", "RecoveryCodes");
        await OneTimeDigits.ForgetAsync(accounts, account);
        await LeaveAsync(account);
        await trail.WriteAsync(access, "changed", "accounts", account.Id, why: "password and authenticator removed");
        await sessions.EndAllAsync(account.Id, signIns.CurrentSession);
    }
}
