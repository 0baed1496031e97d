using System.Net.Mail;
using System.Text;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Audit;
using Hearth.Foundation.Forms;
using Microsoft.AspNetCore.Identity;

namespace Hearth.Modules.Accounts.Enrollment;

/// <summary>Makes accounts for those who hold a link: with a passkey, or with a password whose second step follows.</summary>
internal sealed class NewAccounts(
    UserManager<Account> accounts,
    SignIns signIns,
    AuditTrail trail,
    Access access,
    TimeProvider clock
)
{
    // In bytes, as RFC 5321 counts (4.5.3.1.3, less the brackets).
    private const int LongestEmail = 254;

    public async Task<IReadOnlyList<Problem>> MakeWithPasskeyAsync(string? name, string? credential)
    {
        if (CheckName(name) is { } unnamed)
        {
            return [unnamed];
        }
        var attested = await signIns.AttestAsync(credential);
        if (attested is not { Succeeded: true } || !Guid.TryParse(attested.UserEntity.Id, out var id))
        {
            return
            [
                new("passkey-name", "The passkey could not be kept, or it took too long. Nothing was made. Try again."),
            ];
        }
        var account = Make(id, name!);
        if (!(await accounts.CreateAsync(account)).Succeeded)
        {
            return
            [
                new(
                    "passkey-name",
                    "This passkey was used for an account already. Nothing was made. Sign in with it instead."
                ),
            ];
        }
        attested.Passkey.Name = "First passkey";
        await accounts.AddOrUpdatePasskeyAsync(account, attested.Passkey);
        await WelcomeAsync(account);
        return [];
    }

    public async Task<IReadOnlyList<Problem>> MakeWithPasswordAsync(string? name, string? email, string? password)
    {
        var account = Make(Ids.New(clock), name ?? "");
        account.Email = TypedText.Clean(email);
        var problems = new List<Problem>();
        problems.AddRange(CheckName(name) is { } unnamed ? [unnamed with { Field = "name" }] : []);
        problems.AddRange(await CheckEmailAsync(account.Email));
        problems.AddRange(await PasswordRules.CheckAsync(accounts, account, password));
        if (problems.Count > 0)
        {
            return problems;
        }
        if (!(await accounts.CreateAsync(account, password!)).Succeeded)
        {
            return [new("email", "The account could not be made. Nothing was kept. Look at the email and try again.")];
        }
        await WelcomeAsync(account);
        return [];
    }

    public async Task<IReadOnlyList<Problem>> CheckEmailAsync(string? email) =>
        !MailAddress.TryCreate(email, out var read)
        || read.Address != email
        || Encoding.UTF8.GetByteCount(email) > LongestEmail
            ?
            [
                new(
                    "email",
                    "Write an email address, such as kim@example.org. It is what you sign in with; no mail is sent to it."
                ),
            ]
        : await accounts.FindByEmailAsync(email) is not null
            ? [new("email", "An account with this email exists. Sign in with it, then open the link again.")]
        : [];

    private static Problem? CheckName(string? name) =>
        TypedText.Clean(name) is null or { Length: > Account.NameLength }
            ? new Problem(
                "passkey-name",
                $"Write a name of at most {Account.NameLength} letters: what others here see."
            )
            : null;

    private Account Make(Guid id, string name) =>
        new()
        {
            Id = id,
            UserName = id.ToString(),
            DisplayName = TypedText.Clean(name) ?? "",
            CreatedAt = clock.GetUtcNow(),
        };

    private async Task WelcomeAsync(Account account)
    {
        access.SignedIn(account.Id, account.DisplayName);
        await trail.WriteAsync(access, "added", "accounts", account.Id);
        await signIns.SignInAsync(account, isPersistent: true);
    }
}
