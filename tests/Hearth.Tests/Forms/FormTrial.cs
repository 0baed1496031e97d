using System.Net;
using System.Text.Json;

namespace Hearth.Tests.Forms;

/// <summary>
/// Sends what somebody typed as a browser would, and keeps every answer that is not as it should be: a broken page,
/// something accepted and not shown, something refused that is not in the form any more.
/// </summary>
/// <param name="valid">What fields of these names hold where nothing else is typed, and what the form shows is not enough.</param>
internal sealed class FormTrial(TestHearth hearth, IReadOnlyDictionary<string, string> valid)
{
    private readonly List<string> faults = [];
    private readonly List<string> told = [];
    private Page? fresh;

    public int Sent { get; private set; }

    /// <summary>Somebody else, or another form: nothing read before is sent again.</summary>
    public void StartOver() => fresh = null;

    public void Tell(string line) => told.Add(line);

    public void AssertFaultless()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', told));
        Assert.True(
            faults.Count == 0,
            $"{faults.Count} faults, {Sent} times sent:\n{string.Join('\n', faults.Take(60))}\n\n{string.Join('\n', told)}"
        );
    }

    /// <returns>Whether what was typed was accepted; null where the form is not there any more.</returns>
    public async Task<bool?> SendAsync(Visitor visitor, FoundForm found, Dictionary<string, string> typed)
    {
        // A form that was refused is sent again as it is; one that was accepted has other things in it now.
        var page = fresh ?? await visitor.ReadAsync(found.Page.Path);
        fresh = page;
        if (found.On(page, found.Name) is not { } form)
        {
            // What it was for is done, such as the first password of an account.
            return null;
        }
        var own = valid.Where(v => !typed.ContainsKey(v.Key)).ToDictionary();
        foreach (var (field, words) in typed)
        {
            own[field] = words;
        }
        Sent++;
        var values = form.Filled(own);
        if (form.Passkey is { } ceremony)
        {
            await BeginAsync(visitor, found, ceremony, typed, values);
        }
        using var answer = await AnswerAsync(visitor, form, values);
        if ((int)answer.StatusCode >= 400)
        {
            Fault(found, typed, $"answered {(int)answer.StatusCode}");
            return false;
        }
        var after = await Visitor.PageOfAsync(answer);
        if (answer.Headers.Location is { } location)
        {
            after = await visitor.ReadAsync(location.ToString());
            if ((int)after.Status >= 400)
            {
                Fault(found, typed, $"led to {after.Path}, which answered {(int)after.Status}");
                return false;
            }
            // The one-tap count says on the page it leads to what is wrong with a number.
            if (after.Document.QuerySelector("main [role=alert]:not([hidden])") is not null)
            {
                CheckWhole(found, typed, after);
                return false;
            }
            await CheckKeptAsync(visitor, found, typed, after);
            return true;
        }
        return CheckShown(found, typed, after);
    }

    /// <summary>A page that shows these words whole, and nothing that came alive in them.</summary>
    public void CheckSays(Page page, params IEnumerable<string> words)
    {
        if (PageWalk.Broken(page) is { } broken)
        {
            faults.Add($"{page.Path}: {broken}");
        }
        foreach (var one in words.Where(w => !Says(page, TypedWords.Plain(w))))
        {
            faults.Add($"{page.Path} ({(int)page.Status}) does not say {Json(one)}: {Short(page.Words)}");
        }
    }

    // The script asks for a challenge first; where it is refused, it says so and sends nothing.
    private async Task BeginAsync(
        Visitor visitor,
        FoundForm found,
        string ceremony,
        Dictionary<string, string> typed,
        IReadOnlyList<KeyValuePair<string, string>> values
    )
    {
        using var options = await visitor.PostAsync($"/passkeys/{ceremony}-options", Content(values));
        if (options.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.BadRequest))
        {
            Fault(found, typed, $"was answered {(int)options.StatusCode} before the form was sent");
        }
    }

    private static Task<HttpResponseMessage> AnswerAsync(
        Visitor visitor,
        FoundForm form,
        IReadOnlyList<KeyValuePair<string, string>> values
    ) =>
        form.IsPost
            ? visitor.PostAsync(form.Target, Content(values))
            : visitor.GetAsync(
                form.Target.Split('?')[0]
                    + "?"
                    + string.Join(
                        '&',
                        values.Select(v => $"{WebUtility.UrlEncode(v.Key)}={WebUtility.UrlEncode(v.Value)}")
                    )
            );

    // A form that holds NUL cannot be sent as an address is written: it is refused before anybody reads it.
    private static HttpContent Content(IReadOnlyList<KeyValuePair<string, string>> values)
    {
        if (!values.Any(v => v.Value.Contains('\0', StringComparison.Ordinal)))
        {
            return new FormUrlEncodedContent(values);
        }
        var parts = new MultipartFormDataContent();
        foreach (var (field, words) in values)
        {
            parts.Add(new StringContent(words), field);
        }
        return parts;
    }

    private async Task CheckKeptAsync(Visitor visitor, FoundForm found, Dictionary<string, string> typed, Page after)
    {
        CheckWhole(found, typed, after);
        var again = await visitor.ReadAsync(found.Page.Path);
        fresh = again;
        CheckWhole(found, typed, again);
        var form = found.On(again, found.Name);
        var places = new List<Page> { after, again };
        if (
            System.Web.HttpUtility.ParseQueryString(after.Path.Split('?').ElementAtOrDefault(1) ?? "")["recorded"] is
            { } id
        )
        {
            places.Add(await visitor.ReadAsync(hearth.Path("/support/" + id)));
        }
        foreach (var (field, words) in typed.Where(t => !found.Keeps(t.Key)))
        {
            var plain = TypedWords.Plain(words);
            if (
                plain.Length > 0
                && TypedWords.Plain(form?.Shown(field)) != plain
                && !places.Exists(p => Says(p, plain))
            )
            {
                Fault(found, [new(field, words)], $"was accepted and is shown neither at {after.Path} nor in the form");
            }
        }
    }

    private bool CheckShown(FoundForm found, Dictionary<string, string> typed, Page after)
    {
        CheckWhole(found, typed, after);
        var form = found.On(after, found.Name);
        foreach (var (field, words) in typed.Where(t => !found.Keeps(t.Key)))
        {
            var plain = TypedWords.Plain(words);
            if (plain.Length > 0 && TypedWords.Plain(form?.Shown(field)) != plain && !Says(after, plain))
            {
                Fault(
                    found,
                    [new(field, words)],
                    $"came back as {Short(form?.Shown(field) ?? "nothing")}: {Short(after.Words)}"
                );
            }
        }
        if (
            typed.Keys.Any(found.IsSecret)
            && after.Words.Contains("what you wrote is still here.", StringComparison.OrdinalIgnoreCase)
        )
        {
            Fault(found, typed, "is said to be still there, though a secret is not");
        }
        return after.Document.QuerySelector("main [role=alert]:not([hidden])") is null;
    }

    private static bool Says(Page page, string plain) =>
        TypedWords.Plain(page.Document.Body!.TextContent).Contains(plain, StringComparison.Ordinal)
        || page.Document.QuerySelectorAll("input, option").Any(e => TypedWords.Plain(e.GetAttribute("value")) == plain);

    private void CheckWhole(FoundForm found, Dictionary<string, string> typed, Page page)
    {
        if (PageWalk.Broken(page) is { } broken)
        {
            Fault(found, typed, broken);
        }
    }

    private void Fault(FoundForm form, IEnumerable<KeyValuePair<string, string>> typed, string what) =>
        faults.Add(
            $"{form.Page.Path} {form.Name} {string.Join(", ", typed.Select(t => $"{t.Key} = {Json(t.Value)}"))}: {what}"
        );

    private static string Json(string text) => Short(JsonSerializer.Serialize(text));

    private static string Short(string text) => text.Length > 120 ? text[..120] + "…" : text;
}
