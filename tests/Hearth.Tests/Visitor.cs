using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Hearth.Tests;

/// <summary>A browser without JavaScript: keeps cookies, follows nothing by itself, reads pages and sends their forms.</summary>
public sealed class Visitor : HttpClient
{
    private static readonly HtmlParser Parser = new();

    public Visitor(Uri address, string? cookie)
        : this(address, new CookieContainer())
    {
        if (cookie is not null)
        {
            Cookies.SetCookies(address, cookie);
        }
    }

    private Visitor(Uri address, CookieContainer cookies)
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies })
    {
        BaseAddress = address;
        Cookies = cookies;
    }

    public CookieContainer Cookies { get; }
    public Guid? AccountId { get; init; }

    /// <summary>The page at an address, through at most five redirects.</summary>
    public async Task<Page> ReadAsync(string path) => await FollowAsync(await GetAsync(path));

    /// <summary>Sends a form of the page as a browser would: its own fields, with these filled in.</summary>
    public async Task<Page> SendAsync(Page page, string form, params (string Name, string Value)[] fields) =>
        await FollowAsync(await PostAsync(page, form, fields));

    /// <summary>The same, without following where it leads.</summary>
    public Task<HttpResponseMessage> PostAsync(Page page, string form, params (string Name, string Value)[] fields)
    {
        var found = page.Form(form);
        var values = found
            .Elements.OfType<IHtmlElement>()
            .Select(e => (Name: e.GetAttribute("name"), Value: ValueOf(e)))
            .Where(f => f is { Name: not null, Value: not null } && fields.All(own => own.Name != f.Name))
            .Select(f => KeyValuePair.Create(f.Name!, f.Value!))
            .Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var target = found.GetAttribute("action") is { Length: > 0 } action ? action : page.Path;
        return PostAsync(target, new FormUrlEncodedContent(values));
    }

    private static string? ValueOf(IHtmlElement element) =>
        element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } choice => choice.IsChecked ? choice.Value : null,
            IHtmlInputElement { Type: "submit" or "button" } => null,
            IHtmlInputElement input => input.Value,
            IHtmlTextAreaElement area => area.Value,
            IHtmlSelectElement select => select.Value,
            _ => null,
        };

    private async Task<Page> FollowAsync(HttpResponseMessage answer)
    {
        for (var hops = 0; hops < 5 && answer.Headers.Location is { } location; hops++)
        {
            answer = await GetAsync(location);
        }
        return await PageOfAsync(answer);
    }

    /// <summary>What an answer holds, where it is a page.</summary>
    public static async Task<Page> PageOfAsync(HttpResponseMessage answer) =>
        new(
            answer.StatusCode,
            answer.RequestMessage!.RequestUri!.PathAndQuery,
            Parser.ParseDocument(await answer.Content.ReadAsStringAsync())
        );
}

/// <summary>What came back: the answer's code, the address it was found at, and the page itself.</summary>
public sealed record Page(HttpStatusCode Status, string Path, IHtmlDocument Document)
{
    /// <summary>The words of the page's main part, spaces run together.</summary>
    public string Words => Plain(Document.QuerySelector("main") ?? Document.Body!);

    /// <summary>What the page calls itself. Where it does not, the failure says what came instead.</summary>
    public string Heading =>
        Plain(
            Document.QuerySelector("h1")
                ?? throw new InvalidOperationException($"{Path} answered {(int)Status} without a heading: \"{Words}\"")
        );

    public IElement One(string selector) =>
        Document.QuerySelector(selector) ?? throw new InvalidOperationException($"{Path} has no {selector}: {Words}");

    /// <summary>The words of each element the selector finds.</summary>
    public IReadOnlyList<string> All(string selector) => [.. Document.QuerySelectorAll(selector).Select(Plain)];

    /// <summary>A form by its name (@formname), or by a selector.</summary>
    public IHtmlFormElement Form(string name)
    {
        var handler = Document
            .QuerySelectorAll("input[name=_handler]")
            .FirstOrDefault(i => i.GetAttribute("value") == name);
        return handler?.Closest("form") as IHtmlFormElement
            ?? (name.IndexOfAny(['[', '.', '#', ' ']) >= 0 ? Document.QuerySelector(name) as IHtmlFormElement : null)
            ?? throw new InvalidOperationException($"{Path} has no form {name}: {Words}");
    }

    private static string Plain(INode node) =>
        string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
