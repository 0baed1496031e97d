using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace Hearth.Tests.Forms;

/// <summary>Every page that a member can come to by following links: found by walking, not listed.</summary>
internal static partial class PageWalk
{
    private const int MostPages = 400;

    public static async Task<IReadOnlyList<Page>> AllAsync(Visitor visitor, params IEnumerable<string> from)
    {
        var waiting = new Queue<string>(from);
        var seen = waiting.Select(Kind).ToHashSet(StringComparer.Ordinal);
        var pages = new Dictionary<string, Page>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var path) && pages.Count < MostPages)
        {
            using var answer = await visitor.GetAsync(path);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }
            var page = await visitor.ReadAsync(path);
            pages.TryAdd(Kind(page.Path), page);
            foreach (var link in Links(page).Where(link => seen.Add(Kind(link))))
            {
                waiting.Enqueue(link);
            }
        }
        return [.. pages.Values];
    }

    private static IEnumerable<string> Links(Page page) =>
        page
            .Document.QuerySelectorAll("a[href]")
            .Select(a => a.GetAttribute("href")!.Split('#')[0])
            .Where(href => href is ['/', not '/', ..] && !href.StartsWith("/demo", StringComparison.Ordinal));

    // One of a kind: other ids, other answers in the query, the same page.
    private static string Kind(string path)
    {
        var parts = path.Split('?', 2);
        var keys = parts is [_, var query] ? string.Join('&', query.Split('&').Select(p => p.Split('=')[0])) : "";
        return Id().Replace(parts[0], "{id}") + "?" + keys;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, 1000)]
    private static partial Regex Id();

    /// <summary>What no page of ours has, so that it could only come from somebody's words.</summary>
    public static string? Broken(Page page)
    {
        foreach (var element in page.Document.All)
        {
            if (
                element is IHtmlScriptElement script
                && script.Type is not "importmap"
                && script.Source is not ['/', ..]
            )
            {
                return "a script: " + element.OuterHtml;
            }
            if (
                element.LocalName
                is "iframe"
                    or "object"
                    or "embed"
                    or "marquee"
                    or "base"
                    or "audio"
                    or "video"
                    or "img"
            )
            {
                return "a foreign element: " + element.OuterHtml;
            }
            foreach (var attribute in element.Attributes)
            {
                if (
                    attribute.Name.StartsWith("on", StringComparison.Ordinal)
                    || attribute.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)
                        && attribute.Name is "href" or "src" or "action" or "formaction"
                )
                {
                    return "a foreign attribute: " + element.OuterHtml;
                }
            }
        }
        return null;
    }
}
