using Hearth.Foundation;
using Microsoft.AspNetCore.Identity;

namespace Hearth.Modules.Accounts.Enrollment;

/// <summary>Long rather than odd: twelve characters of any kind, not one of them over and over.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;
    public const int Longest = 200;

    public static async Task<IReadOnlyList<Problem>> CheckAsync(
        UserManager<Account> accounts,
        Account account,
        string? password
    )
    {
        if (password is null || password.Length is < Shortest or > Longest)
        {
            return
            [
                new(
                    "password",
                    $"A password has {Shortest} to {Longest} characters. Four words in a row are a good one."
                ),
            ];
        }
        if (account.Email is { Length: > 0 } email && password.Contains(email, StringComparison.OrdinalIgnoreCase))
        {
            return
            [
                new("password", "The password holds the email address. Choose one that cannot be guessed from it."),
            ];
        }
        foreach (var validator in accounts.PasswordValidators)
        {
            if (!(await validator.ValidateAsync(accounts, account, password)).Succeeded)
            {
                return [new("password", "The password repeats too few characters. Use at least five different ones.")];
            }
        }
        return [];
    }
}
