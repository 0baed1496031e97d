using System.Globalization;
using Hearth.Modules.Accounts.Setup;
using Hearth.Tests.Accounts;
using Hearth.Tests.People;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.Forms;

/// <summary>Whoever gets in under an odd name is shown under it, whole, wherever others see it.</summary>
public sealed class NaughtyNewcomerTests : IAsyncLifetime
{
    private readonly TestHearth hearth = new();
    private readonly FormTrial trial;

    public NaughtyNewcomerTests() => trial = new(hearth, TypedWords.Valid);

    public async ValueTask InitializeAsync()
    {
        await hearth.InitializeAsync();
        hearth.HashQuickly();
    }

    public ValueTask DisposeAsync() => hearth.DisposeAsync();

    [Fact]
    public async Task Who_joins_under_an_odd_name_is_shown_under_it_and_signs_in_with_what_they_chose()
    {
        using var director = await hearth.SignInAsAsync(Hearth.Foundation.Access.Role.Director);
        var names = Some(30, 100);
        foreach (var name in names)
        {
            await JoinAsync(director, name);
        }
        var members = await director.ReadAsync(hearth.Path("/settings/members"));
        trial.CheckSays(members, names);
        var links = members.Document.QuerySelectorAll(".rows a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(names.Count + 1, links.Count);
        foreach (var link in links)
        {
            trial.CheckSays(await director.ReadAsync(link));
        }
        trial.CheckSays(await director.ReadAsync(hearth.Path("/settings/supporters")), names);
        trial.AssertFaultless();
    }

    [Fact]
    public async Task A_house_set_up_under_odd_names_shows_them_whole()
    {
        var (names, words) = (Some(20, 100), Some(10, 40));
        for (var i = 0; i < words.Count; i++)
        {
            await SetUpAsync(names[i], words[i], names[i + 10], names[^(i + 1)]);
            // Nobody runs it any more, so that the next start prints a link again.
            await hearth.RunAsync("delete from memberships");
        }
        trial.AssertFaultless();
    }

    private async Task JoinAsync(Visitor director, string name)
    {
        var invite = await director.ReadAsync(hearth.Path("/settings/members/invite"));
        var invited = await director.SendAsync(invite, "invite", ("name", name));
        trial.CheckSays(invited, name);
        var link = new Uri(invited.One("a.invitation").GetAttribute("href")!).AbsolutePath;
        using var visitor = hearth.Visit();
        var password = name.Length >= 12 && name.Distinct().Count() >= 5 ? name : SignUp.Password;
        var (email, codes) = await SignUpAsync(visitor, link, name, password);
        trial.CheckSays(await visitor.SendAsync(await visitor.ReadAsync(link), "accept"), name);
        trial.CheckSays(await visitor.ReadAsync("/account"), name, email);

        using var again = hearth.Visit();
        trial.CheckSays(await SignUp.SignInAsync(again, email, null, codes[0], password: password), name);
    }

    private async Task SetUpAsync(string house, string word, string program, string name)
    {
        var link = "/setup/" + await hearth.Services.GetRequiredService<SetupLink>().MakeAsync();
        using var visitor = hearth.Visit();
        await SignUpAsync(visitor, link, name, SignUp.Password);
        var home = await visitor.SendAsync(
            await visitor.ReadAsync(link),
            "organization",
            ("organization", house),
            ("state", "AZ"),
            ("word", word),
            ("program", program)
        );
        trial.CheckSays(home, house, name);
        trial.CheckSays(await visitor.ReadAsync(home.Path + "/settings"), house, word);
        trial.CheckSays(await visitor.ReadAsync(home.Path + "/settings/programs"), program);
        trial.CheckSays(await visitor.ReadAsync(home.Path + "/settings/members"), name);
    }

    /// <summary>Makes an account: with an odd email where that is one, else with a plain one, and the form says why.</summary>
    private async Task<(string Email, IReadOnlyList<string> Codes)> SignUpAsync(
        Visitor visitor,
        string link,
        string name,
        string password
    )
    {
        var page = await visitor.ReadAsync(link);
        foreach (var email in (string[])[$"\"{name}\"@example.org", $"{name}@example.org", Plain()])
        {
            page = await visitor.SendAsync(
                page,
                "new-password",
                ("name", name),
                ("email", email),
                ("password", password)
            );
            trial.CheckSays(page, name);
            if (page.Heading == "Your authenticator")
            {
                var (_, codes) = await SignUp.FinishAsync(hearth, visitor, page);
                return (email, codes);
            }
            trial.CheckSays(page, email, "Write an email address");
        }
        throw new InvalidOperationException($"{name}: {page.Words}");
    }

    private static string Plain() => Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture) + "@example.org";

    private static IReadOnlyList<string> Some(int count, int longest)
    {
        var fitting = NaughtyStrings.All.Where(s => TypedWords.Plain(s).Length > 0 && s.Length <= longest).ToList();
        return [.. Enumerable.Range(0, count).Select(i => fitting[i * fitting.Count / count])];
    }
}
