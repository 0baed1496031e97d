using Hearth.Modules.Accounts.Enrollment;

namespace Hearth.Tests.Accounts;

/// <summary>A person with a browser without JavaScript and an authenticator on their phone.</summary>
internal static class SignUp
{
    public const string Password = "four quiet words here";

    /// <summary>Makes an account through a link, with the second step.</summary>
    /// <returns>The authenticator's key.</returns>
    public static async Task<string> WithPasswordAsync(
        TestHearth hearth,
        Visitor visitor,
        string link,
        string name,
        string email
    )
    {
        var page = await visitor.ReadAsync(link);
        var set = await visitor.SendAsync(
            page,
            "new-password",
            ("name", name),
            ("email", email),
            ("password", Password)
        );
        var (key, codes) = await FinishAsync(hearth, visitor, set);
        Assert.Equal(10, codes.Count);
        return key;
    }

    public static async Task<(string Key, IReadOnlyList<string> Codes)> FinishAsync(
        TestHearth hearth,
        Visitor visitor,
        Page set
    )
    {
        var key = set.One(".key-text").TextContent.Replace(" ", "", StringComparison.Ordinal);
        var shown = await visitor.SendAsync(set, "finish", ("digits", Totp.Code(key, hearth.Clock.GetUtcNow())));
        return (key, shown.All(".codes code"));
    }

    public static async Task<Page> SignInAsync(
        Visitor visitor,
        string email,
        string? code,
        string? recovery = null,
        string next = "",
        string password = Password
    )
    {
        var page = await visitor.ReadAsync("/sign-in" + next);
        var step = await visitor.SendAsync(
            page,
            "password",
            ("Password.Email", email),
            ("Password.Password", password)
        );
        return code is not null
            ? await visitor.SendAsync(step, "code", ("Step.Code", code))
            : await visitor.SendAsync(step, "recovery", ("Recovery.Code", recovery!));
    }
}
