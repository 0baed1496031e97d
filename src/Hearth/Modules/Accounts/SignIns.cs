using System.Security.Claims;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Forms;
using Hearth.Modules.Accounts.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Hearth.Modules.Accounts;

/// <summary>
/// The one gate through which every sign-in goes: it starts the session, names it in the cookie and writes the audit.
/// </summary>
public sealed class SignIns(
    UserManager<Account> accounts,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation,
    Sessions sessions,
    Passkeys passkeys,
    AuditTrail trail,
    Access access,
    WebSettings settings,
    TimeProvider clock
) : SignInManager<Account>(accounts, http, claims, options, log, schemes, confirmation)
{
    public override async Task SignInWithClaimsAsync(
        Account user,
        AuthenticationProperties? authenticationProperties,
        IEnumerable<Claim> additionalClaims
    )
    {
        access.SignedIn(user.Id, user.DisplayName);
        var session = await sessions.StartAsync(user.Id, Device.Describe(Context.Request.Headers.UserAgent));
        await trail.WriteAsync(access, "signed in", "accounts", user.Id);
        await WriteCookieAsync(user, session, additionalClaims);
    }

    /// <summary>Writes the cookie anew, in the same session: after a change of name, or when the second step was set up.</summary>
    public async Task RenewAsync(Account account)
    {
        if (SessionCookie.SessionOf(Context.User) is { } session)
        {
            await WriteCookieAsync(account, session, []);
        }
    }

    /// <summary>
    /// The password as the first of two steps. Without a second step it opens only the page that sets one up. A refusal
    /// takes <see cref="WebSettings.RefusalTakes"/>.
    /// </summary>
    public async Task<SignInResult> WithPasswordAsync(string email, string password)
    {
        var began = clock.GetTimestamp();
        var result = await CheckAsync(email, password);
        if (
            result is { Succeeded: false, RequiresTwoFactor: false }
            && settings.RefusalTakes - clock.GetElapsedTime(began) is { Ticks: > 0 } left
        )
        {
            // A timer is due by the millisecond and may be early by one.
            await Task.Delay(left + TimeSpan.FromMilliseconds(1), clock);
        }
        return result;
    }

    private async Task<SignInResult> CheckAsync(string email, string password)
    {
        if (await UserManager.FindByEmailAsync(TypedText.Clean(email) ?? "") is not { } account)
        {
            // The same work as for a known address, also where the machine is so busy that it takes longer than a refusal.
            UserManager.PasswordHasher.HashPassword(new Account { DisplayName = "", CreatedAt = default }, password);
            return await RefusedAsync(null, SignInResult.Failed);
        }
        var check = await CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (!check.Succeeded)
        {
            return await RefusedAsync(account, check);
        }
        if (!account.TwoFactorEnabled && await HasPasskeyAsync(account))
        {
            return await RefusedAsync(account, SignInResult.NotAllowed);
        }
        return await SignInOrTwoFactorAsync(account, isPersistent: true);
    }

    /// <summary>The second step: six digits from the authenticator, or one of the recovery codes.</summary>
    public async Task<SignInResult> WithSecondStepAsync(string code, bool isRecoveryCode)
    {
        var account = await GetTwoFactorAuthenticationUserAsync();
        var plain = code.Replace(" ", "", StringComparison.Ordinal);
        // Identity throws where no recovery code is given.
        var result =
            plain.Length == 0 ? SignInResult.Failed
            : isRecoveryCode ? await TwoFactorRecoveryCodeSignInAsync(plain)
            : await TwoFactorAuthenticatorSignInAsync(plain.Replace("-", "", StringComparison.Ordinal), true, false);
        return result.Succeeded ? result : await RefusedAsync(account, result);
    }

    public async Task<SignInResult> WithPasskeyAsync(string credential)
    {
        if (PasskeyAnswers.NameOf(credential) is not { } answer || !passkeys.Answers.Take(answer))
        {
            return await RefusedAsync(null, SignInResult.Failed);
        }
        var result = await AttemptAsync(() => PasskeySignInAsync(credential), SignInResult.Failed);
        if (!result.Succeeded)
        {
            passkeys.Answers.Leave(answer);
            return await RefusedAsync(null, result);
        }
        await passkeys.UsedAsync(credential);
        return result;
    }

    /// <summary>Checks a new passkey that the browser made; null when nothing of use was sent.</summary>
    public Task<PasskeyAttestationResult?> AttestAsync(string? credential) =>
        string.IsNullOrEmpty(credential)
            ? Task.FromResult<PasskeyAttestationResult?>(null)
            : AttemptAsync<PasskeyAttestationResult?>(
                async () => await PerformPasskeyAttestationAsync(credential),
                null
            );

    /// <summary>The session of this request.</summary>
    public Guid? CurrentSession => SessionCookie.SessionOf(Context.User);

    /// <summary>Signs the account out everywhere but here: whoever knew what was just changed is out.</summary>
    public Task EndOthersAsync(Account account) => sessions.EndAllAsync(account.Id, CurrentSession);

    public override async Task SignOutAsync()
    {
        if (SessionCookie.SessionOf(Context.User) is { } session && access.AccountId is { } account)
        {
            await sessions.EndAsync(session, account);
            await trail.WriteAsync(access, "signed out", "accounts", account);
        }
        await base.SignOutAsync();
    }

    // Without the short-lived cookie that began it (too late, or made by hand) Identity throws instead of refusing.
    private static async Task<T> AttemptAsync<T>(Func<Task<T>> attempt, T otherwise)
    {
        try
        {
            return await attempt();
        }
        catch (InvalidOperationException)
        {
            return otherwise;
        }
    }

    private async Task WriteCookieAsync(Account account, Guid session, IEnumerable<Claim> additionalClaims)
    {
        var principal = await ClaimsFactory.CreateAsync(account);
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.AddClaims(additionalClaims);
        identity.AddClaim(new Claim(SessionCookie.SessionClaim, session.ToString()));
        if (await IsUnfinishedAsync(account))
        {
            identity.AddClaim(new Claim(UnfinishedAccount.Claim, "1"));
        }
        await Context.SignInAsync(
            AuthenticationScheme,
            principal,
            new AuthenticationProperties { IsPersistent = true }
        );
        Context.User = principal;
    }

    private async Task<bool> IsUnfinishedAsync(Account account) =>
        account is { PasswordHash: not null, TwoFactorEnabled: false } && !await HasPasskeyAsync(account);

    private async Task<bool> HasPasskeyAsync(Account account) =>
        (await UserManager.GetPasskeysAsync(account)).Count > 0;

    private async Task<SignInResult> RefusedAsync(Account? account, SignInResult result)
    {
        var why =
            result.IsLockedOut ? "locked after too many tries"
            : result.IsNotAllowed ? "second step missing"
            : null;
        await trail.WriteAsync(access, "failed to sign in", "accounts", account?.Id, why: why);
        return result;
    }
}
