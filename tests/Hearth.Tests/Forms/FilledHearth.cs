using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;
using Hearth.Modules.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hearth.Tests.Forms;

/// <summary>A Hearth in which every page has something to show.</summary>
public sealed class FilledHearth : IAsyncLifetime
{
    /// <summary>Names of the one known person: by this name alone, and of the place that keeps its address to itself.</summary>
    public const string PersonName = "Zephyrine Quillfeather";
    public const string PersonCode = "moth-lamp-71";
    public const string SecretStreet = "4711 Hiddenbrook Lane";

    /// <summary>Hands the server's settings on to a test that watches more of it.</summary>
    public TestHearth Hearth { get; init; } = new();

    public Guid Person { get; private set; }
    public Guid Contact { get; private set; }
    public string Join { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await Hearth.InitializeAsync();
        using var lead = await SignInAsync();
        await SendAsync(lead, "/settings/sites/add", [.. Place]);
        await SendAsync(
            lead,
            "/settings/programs/add",
            [("name", "Drop-in center"), ("model", nameof(ProgramModel.RecoveryCenter))]
        );
        await SendAsync(lead, "/settings/supporters/add", [("name", "Hazel Vale")]);
        await SendAsync(
            lead,
            "/people/add",
            [("answer", "yes"), ("name", PersonName), ("code", PersonCode), ("county", "Wintergreen")]
        );
        Person = await Hearth.ReadAsync<Guid>("select id from people");
        await SendAsync(
            lead,
            "/support/record",
            [("level", nameof(RecordLevel.Personal)), ("people", PersonCode), ("note", "about the river")]
        );
        Contact = await Hearth.ReadAsync<Guid>("select id from support_contacts");
        await SendAsync(
            lead,
            "/reports/new",
            [("title", "County pack"), ("recipient", "Alder County"), ("measure-1", "visits"), ("act", "keep")]
        );
        var invited = await SendAsync(lead, "/settings/members/invite", [("name", "Robin")]);
        Join = new Uri(invited.One("a.invitation").GetAttribute("href")!).AbsolutePath;
        await UploadAsync(lead);
        await Hearth.MakeMemberAsync(await Hearth.MakeAccountAsync("Kim"), Role.PeerSupporter);
    }

    /// <summary>The id of what pages at such an address show.</summary>
    public Guid IdFor(string route) => route.Contains("/support/", StringComparison.Ordinal) ? Contact : Person;

    /// <summary>Somebody who may do all that can be done here.</summary>
    public Task<Visitor> SignInAsync() => Hearth.SignInAsAsync(Role.Anyone);

    private static (string, string)[] Place =>
        [
            ("name", "The house"),
            ("street", SecretStreet),
            ("city", "Quietwater"),
            ("postal", "04711"),
            ("confidential", "yes"),
        ];

    private async Task<Page> SendAsync(Visitor lead, string path, (string Name, string Value)[] fields)
    {
        var page = await lead.ReadAsync(Hearth.Path(path));
        var form = page.One("main form[method=post] input[name=_handler]").GetAttribute("value")!;
        var after = await lead.SendAsync(page, form, fields);
        Assert.True(after.Document.QuerySelector("main [role=alert]") is null, $"{path}: {after.Words}");
        return after;
    }

    private async Task UploadAsync(Visitor lead)
    {
        var page = await lead.ReadAsync(Hearth.Path("/imports/new"));
        using var content = new MultipartFormDataContent();
        content.Add(
            new StringContent(page.One("main input[name=__RequestVerificationToken]").GetAttribute("value")!),
            "__RequestVerificationToken"
        );
        content.Add(
            new StringContent(
                "Date,Name,In,Out,What\n2026-03-01,Blue,9:00am,10:00am,coffee\n2026-13-02,Ziggy,,,ride\n"
            ),
            "sheet",
            "march.csv"
        );
        using var answer = await lead.PostAsync(Hearth.Path("/imports/upload"), content);
        Assert.Contains("/map", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => Hearth.DisposeAsync();
}
