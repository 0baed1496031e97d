using Hearth.Foundation.Privacy;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Hearth.Modules.Accounts.Identity;

/// <summary>
/// Identity's store, with authenticator keys and recovery codes sealed: whoever has only the database cannot make the
/// second step.
/// </summary>
internal sealed class AccountStore(AccountsDb db, Keyring keyring) : UserOnlyStore<Account, AccountsDb, Guid>(db)
{
    public override Task SetTokenAsync(
        Account user,
        string loginProvider,
        string name,
        string? value,
        CancellationToken cancellationToken
    )
    {
        var kept = value is null
            ? null
            : Convert.ToBase64String(Sealed.SealText(keyring.AccountKey, value, Place(user, loginProvider, name)));
        return base.SetTokenAsync(user, loginProvider, name, kept, cancellationToken);
    }

    public override async Task<string?> GetTokenAsync(
        Account user,
        string loginProvider,
        string name,
        CancellationToken cancellationToken
    ) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } kept
            ? Sealed.OpenText(keyring.AccountKey, Convert.FromBase64String(kept), Place(user, loginProvider, name))
            : null;

    private static string Place(Account user, string provider, string name) =>
        $"account-token/{user.Id}/{provider}/{name}";
}
