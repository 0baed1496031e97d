using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.Forms;

/// <summary>Whoever reads the logs, an address bar or the pages of somebody else learns nobody's name and no secret.</summary>
public sealed class SecretsInLogsTests : IAsyncLifetime
{
    private readonly KeptLines lines = new();
    private readonly FilledHearth filled;

    public SecretsInLogsTests() =>
        filled = new() { Hearth = new() { Settings = s => s with { Quiet = false, Logs = lines } } };

    public ValueTask InitializeAsync() => filled.InitializeAsync();

    public ValueTask DisposeAsync() => filled.DisposeAsync();

    [Fact]
    public async Task A_walk_over_every_page_leaves_no_name_address_or_secret_in_logs_addresses_or_other_peoples_pages()
    {
        var hearth = filled.Hearth;
        using var lead = await filled.SignInAsync();
        var pages = await PageWalk.AllAsync(lead, hearth.Organization.Path, "/account", "/account/password");
        var find = await lead.ReadAsync(hearth.Path("/people"));
        var found = await lead.SendAsync(find, "find", ("called", FilledHearth.PersonName));
        Assert.Equal(FilledHearth.PersonName, found.Heading);
        var key = await SignUp.WithPasswordAsync(hearth, hearth.Visit(), filled.Join, "Robin", "robin@example.org");
        await SignUp.SignInAsync(hearth.Visit(), "robin@example.org", "000000");
        await lead.GetAsync(hearth.Path("/support?people=" + Uri.EscapeDataString("\0")));

        var people = (string[])
            [FilledHearth.PersonName, "Quillfeather", FilledHearth.PersonCode, FilledHearth.SecretStreet];
        var secrets = (string[])
            [
                filled.Join["/join/".Length..],
                SignUp.Password,
                key,
                (await File.ReadAllTextAsync(hearth.Services.GetRequiredService<Installation>().RootKeyFile)).Trim(),
            ];
        Assert.True(pages.Count > 20, "Hardly any page was walked.");
        Assert.Contains(pages, p => p.Words.Contains(FilledHearth.PersonName, StringComparison.Ordinal));
        Assert.True(lines.All.Count > 200, "Hardly anything was logged.");
        AssertNone([.. people, .. secrets], lines.All);
        AssertNone([.. people, .. secrets], pages.Append(found).SelectMany(AddressesOn));

        var other = await hearth.MakeOrganizationAsync("elsewhere", "Elsewhere");
        foreach (
            var visitor in new[]
            {
                (await hearth.SignInAsAsync(Role.Anyone, other), other),
                (await hearth.SignInAsAsync(Role.Partner), hearth.Organization),
                (await hearth.SignInAsAsync(Role.FunderViewer), hearth.Organization),
                (await hearth.SignInAsAsync(Role.BoardViewer), hearth.Organization),
            }
        )
        {
            var theirs = await PageWalk.AllAsync(visitor.Item1, visitor.Item2.Path);
            AssertNone([.. people, .. secrets], theirs.Select(p => p.Document.DocumentElement.OuterHtml));
        }
    }

    private static IEnumerable<string> AddressesOn(Page page) =>
        page
            .Document.QuerySelectorAll("[href], [action], [src]")
            .SelectMany(e => new[] { e.GetAttribute("href"), e.GetAttribute("action"), e.GetAttribute("src") })
            .OfType<string>()
            .Where(a =>
                !a.StartsWith("mailto:", StringComparison.Ordinal) && !a.StartsWith("tel:", StringComparison.Ordinal)
            )
            .Append(page.Path)
            .Select(Uri.UnescapeDataString);

    private static void AssertNone(IEnumerable<string> secrets, IEnumerable<string> places)
    {
        var all = places.ToList();
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(all, place => place.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }
}
