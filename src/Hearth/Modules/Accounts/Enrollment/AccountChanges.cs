using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Forms;
using Microsoft.AspNetCore.Identity;

namespace Hearth.Modules.Accounts.Enrollment;

/// <summary>What people change about their own account. One way in always remains.</summary>
internal sealed class AccountChanges(
    UserManager<Account> accounts,
    NewAccounts newAccounts,
    SignIns signIns,
    AuditTrail trail,
    Access access
)
{
    private const string OnlyWayIn =
        "This is your only way in, so it stays. Add another passkey, or a password with an authenticator, then remove this one.";

    /// <summary>The signed-in account.</summary>
    public async Task<Account> MeAsync() =>
        await accounts.FindByIdAsync(access.AccountId.ToString()!)
        ?? throw new InvalidOperationException("The session outlived its account.");

    public async Task<IReadOnlyList<Problem>> RenameAsync(Account account, string? name)
    {
        if (TypedText.Clean(name) is not { Length: <= Account.NameLength } trimmed)
        {
            return [new("displayName", $"Write a name of at most {Account.NameLength} letters.")];
        }
        account.DisplayName = trimmed;
        await accounts.UpdateAsync(account);
        await NoteAsync(account, "name");
        await signIns.RenewAsync(account);
        return [];
    }

    public async Task<IReadOnlyList<Problem>> AddPasskeyAsync(Account account, string? name, string? credential)
    {
        var attested = await signIns.AttestAsync(credential);
        if (attested is not { Succeeded: true } || attested.UserEntity.Id != account.Id.ToString())
        {
            return
            [
                new(
                    "passkeyName",
                    "The passkey could not be kept, or it took too long. Nothing was changed. Try again."
                ),
            ];
        }
        attested.Passkey.Name = TypedText.Clean(name) is { Length: <= 60 } given ? given : "A passkey";
        if (!(await accounts.AddOrUpdatePasskeyAsync(account, attested.Passkey)).Succeeded)
        {
            return [new("passkeyName", "This passkey belongs to an account already. Nothing was changed.")];
        }
        await NoteAsync(account, "passkey added");
        await signIns.RenewAsync(account);
        return [];
    }

    public async Task<IReadOnlyList<Problem>> RemovePasskeyAsync(Account account, PasskeyRow passkey)
    {
        if (!account.TwoFactorEnabled && (await accounts.GetPasskeysAsync(account)).Count <= 1)
        {
            return [new("passkeys", OnlyWayIn)];
        }
        await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
        await NoteAsync(account, "passkey removed");
        await signIns.EndOthersAsync(account);
        return [];
    }

    /// <summary>The first password of an account that has a passkey; its authenticator follows.</summary>
    public async Task<IReadOnlyList<Problem>> SetPasswordAsync(Account account, string? email, string? password)
    {
        var problems = new List<Problem>();
        email = TypedText.Clean(email);
        if (email != account.Email)
        {
            problems.AddRange(await newAccounts.CheckEmailAsync(email));
        }
        problems.AddRange(await PasswordRules.CheckAsync(accounts, account, password));
        if (problems.Count > 0)
        {
            return problems;
        }
        await accounts.SetEmailAsync(account, email);
        await accounts.AddPasswordAsync(account, password!);
        await NoteAsync(account, "password set");
        return [];
    }

    public async Task<IReadOnlyList<Problem>> ChangePasswordAsync(Account account, string? present, string? password)
    {
        var problems = await PasswordRules.CheckAsync(accounts, account, password);
        if (problems.Count > 0)
        {
            return problems;
        }
        if (!(await accounts.ChangePasswordAsync(account, present ?? "", password!)).Succeeded)
        {
            return [new("present", "That is not the present password. Nothing was changed.")];
        }
        await NoteAsync(account, "password changed");
        await signIns.EndOthersAsync(account);
        return [];
    }

    private Task NoteAsync(Account account, string what) =>
        trail.WriteAsync(access, "changed", "accounts", account.Id, why: what);
}
