using System.Buffers.Text;
using System.Text.Json;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Forms;
using Hearth.Modules.Accounts.Enrollment;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Hearth.Modules.Accounts.Identity;

/// <summary>What the browser needs before it can make or use a passkey. The passkey itself comes back in a form.</summary>
internal static class PasskeyEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var passkeys = routes.MapGroup("/passkeys").AllowAnonymous().RequireRateLimiting(SignInLimit.Policy);
        passkeys.MapPost("/request-options", RequestAsync);
        passkeys.MapPost("/creation-options", CreateAsync);
    }

    // Forms are taken as parameters so that their antiforgery tokens are asked for.
    private static async Task<IResult> RequestAsync(IFormCollection form, SignIns signIns) =>
        Results.Content(await signIns.MakePasskeyRequestOptionsAsync(null), "application/json");

    private static async Task<IResult> CreateAsync(
        IFormCollection form,
        SignIns signIns,
        UserManager<Account> accounts,
        Access access,
        TimeProvider clock
    )
    {
        var account = access.AccountId is { } id ? await accounts.FindByIdAsync(id.ToString()) : null;
        var name = account?.DisplayName ?? TypedText.Clean(form["name"]) ?? "";
        if (name.Length is 0 or > Account.NameLength)
        {
            return Results.BadRequest();
        }
        var entity = new PasskeyUserEntity
        {
            Id = (account?.Id ?? Ids.New(clock)).ToString(),
            Name = account?.Email ?? name,
            DisplayName = name,
        };
        return Results.Content(await signIns.MakePasskeyCreationOptionsAsync(entity), "application/json");
    }

    /// <summary>The credential's id in what the browser sent; null when it is not there.</summary>
    public static byte[]? CredentialId(string credential)
    {
        try
        {
            using var json = JsonDocument.Parse(credential);
            return Base64Url.DecodeFromChars(json.RootElement.GetProperty("id").GetString());
        }
        catch (Exception unreadable)
            when (unreadable is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
