using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Hearth.Tests.Forms;

/// <summary>A form on a page, as a browser would send it, and the fields in it that take words.</summary>
internal sealed class FoundForm
{
    private readonly IHtmlFormElement form;

    private FoundForm(Page page, IHtmlFormElement form) => (Page, this.form) = (page, form);

    public Page Page { get; }
    public bool IsPost => string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase);
    public string Name => form.QuerySelector("input[name=_handler]")?.GetAttribute("value") ?? Target;
    public string Target => form.GetAttribute("action") is { Length: > 0 } action ? action : Page.Path;

    /// <summary>What a script asks for before it sends the form: "request" or "creation" of a passkey; else null.</summary>
    public string? Passkey =>
        form.GetAttribute("data-passkey") switch
        {
            "get" => "request",
            "create" => "creation",
            _ => null,
        };

    /// <summary>Fields in which somebody writes.</summary>
    public IReadOnlyList<string> TextFields => [.. Fields.Where(TakesWords).Select(NameOf).Distinct()];

    /// <summary>Fields that come empty and hidden, for a script to fill in.</summary>
    public IReadOnlyList<string> ScriptFields =>
        [.. Fields.Where(f => f.GetAttribute("type") == "hidden" && ValueOf(f).Length == 0).Select(NameOf).Distinct()];

    /// <summary>Whether the field keeps to itself what was in it: a secret, and what a script filled in.</summary>
    public bool Keeps(string field) => ScriptFields.Contains(field) || IsSecret(field);

    /// <summary>A password, or digits that hold for a moment: written again each time.</summary>
    public bool IsSecret(string field) =>
        Fields.Any(f =>
            NameOf(f) == field
            && (f.GetAttribute("type") == "password" || f.GetAttribute("autocomplete") == "one-time-code")
        );

    /// <summary>All that is sent, whoever fills it in: also what a browser would only let somebody choose.</summary>
    public IReadOnlyList<string> AllFields => [.. Fields.Select(NameOf).Distinct()];

    public static IEnumerable<FoundForm> On(Page page) =>
        page.Document.QuerySelectorAll("form").OfType<IHtmlFormElement>().Select(f => new FoundForm(page, f));

    /// <summary>The same form on a fresh copy of the page; null where it is not there any more.</summary>
    public FoundForm? On(Page page, string name) => On(page).FirstOrDefault(f => f.Name == name && f.IsPost == IsPost);

    /// <summary>What the field holds as it was shown.</summary>
    public string? Shown(string field) => Fields.Where(f => NameOf(f) == field).Select(ValueOf).FirstOrDefault();

    /// <summary>What a browser would send, with these in place of its own.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Filled(IReadOnlyDictionary<string, string> own)
    {
        // The first of its buttons is the one that is pressed.
        var pressed = Fields.FirstOrDefault(IsButton);
        var values = Fields
            .Where(f => !own.ContainsKey(NameOf(f)) && (IsSent(f) || f == pressed))
            .Select(f => KeyValuePair.Create(NameOf(f), ValueOf(f)));
        return [.. values, .. own.Where(o => AllFields.Contains(o.Key))];
    }

    private IEnumerable<IHtmlElement> Fields =>
        form.Elements.OfType<IHtmlElement>().Where(e => NameOf(e).Length > 0 && e.GetAttribute("type") != "file");

    private static bool TakesWords(IHtmlElement element) =>
        element is IHtmlTextAreaElement
        || element is IHtmlInputElement { Type: "text" or "search" or "email" or "tel" or "url" or "password" };

    private static bool IsSent(IHtmlElement element) =>
        element switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } choice => choice.IsChecked,
            _ => !IsButton(element),
        };

    private static bool IsButton(IHtmlElement element) =>
        element is IHtmlButtonElement or IHtmlInputElement { Type: "submit" or "button" or "image" };

    private static string NameOf(IElement element) => element.GetAttribute("name") ?? "";

    private static string ValueOf(IHtmlElement element) =>
        element switch
        {
            IHtmlInputElement input => input.GetAttribute("value") ?? "",
            IHtmlTextAreaElement area => area.Value,
            IHtmlButtonElement button => button.Value,
            IHtmlSelectElement { Value: { Length: > 0 } chosen } => chosen,
            IHtmlSelectElement select => select.Options.Select(o => o.Value).FirstOrDefault(v => v.Length > 0) ?? "",
            _ => "",
        };
}
