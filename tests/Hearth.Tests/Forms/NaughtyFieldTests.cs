using System.Diagnostics;
using System.Net;

namespace Hearth.Tests.Forms;

/// <summary>
/// Every field of every form that there is, found by walking the pages, takes what hostile and careless people write:
/// never a broken page, and what was typed comes back whole, or is refused in words and still there.
/// </summary>
public sealed class NaughtyFieldTests(FilledHearth filled) : IClassFixture<FilledHearth>
{
    private readonly List<string> faults = [];
    private int sent;
    private Page? fresh;

    private TestHearth Hearth => filled.Hearth;

    [Fact]
    public async Task Naughty_strings_in_every_field_of_every_form_come_back_whole_or_are_refused_in_words()
    {
        using var lead = await filled.SignInAsync();
        var forms = await FormsAsync(lead);
        Assert.True(forms.Count >= 15, "Hardly any form was found.");
        var watch = Stopwatch.StartNew();
        var told = new List<string>();
        foreach (var form in forms)
        {
            var before = (sent, watch.Elapsed);
            var free = await TryAsync(lead, form);
            told.Add(
                $"{form.Page.Path} {form.Name}: {string.Join(' ', form.TextFields)} | free: {string.Join(' ', free)} | {sent - before.sent} in {(watch.Elapsed - before.Elapsed).TotalSeconds:0.0} s"
            );
        }
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', told));
        Assert.True(
            faults.Count == 0,
            $"{faults.Count} of {sent}:\n{string.Join('\n', faults.Take(60))}\n\n{string.Join('\n', told)}"
        );
    }

    private async Task<IReadOnlyList<FoundForm>> FormsAsync(Visitor lead)
    {
        var pages = await PageWalk.AllAsync(
            lead,
            Hearth.Organization.Path,
            "/account",
            "/account/password",
            "/sign-in",
            filled.Join
        );
        return
        [
            .. pages
                .SelectMany(FoundForm.On)
                .Where(f => f.TextFields.Count > 0)
                .DistinctBy(f => (f.Name, string.Join(' ', f.TextFields))),
        ];
    }

    /// <summary>Sends every string through every field of a form.</summary>
    /// <returns>The fields that take any words at all; the others expect a date, a known code, an address.</returns>
    private async Task<IReadOnlyList<string>> TryAsync(Visitor lead, FoundForm form)
    {
        fresh = null;
        var free = new List<string>();
        foreach (var field in form.TextFields)
        {
            if (await SendAsync(lead, form, new() { [field] = "Kestrel " + sent }) is true)
            {
                free.Add(field);
            }
        }
        // All of a sort at once, each with another string; where free ones are refused, each is tried again alone.
        var others = form.TextFields.Except(free).ToList();
        for (var i = 0; i < TypedWords.Naughty.Count; i++)
        {
            var typed = Typed(free, i);
            if (typed.Count > 0 && await SendAsync(lead, form, typed) is not true && typed.Count > 1)
            {
                foreach (var (field, words) in typed)
                {
                    await SendAsync(lead, form, new() { [field] = words });
                }
            }
            if (others.Count > 0)
            {
                await SendAsync(lead, form, Typed(others, i));
            }
        }
        return free;
    }

    private static Dictionary<string, string> Typed(IReadOnlyList<string> fields, int from) =>
        fields
            .Select((field, n) => (field, Words: TypedWords.Naughty[(from + n * 7) % TypedWords.Naughty.Count]))
            .ToDictionary(f => f.field, f => f.Words);

    /// <returns>Whether what was typed was accepted; null where the form is not there any more.</returns>
    private async Task<bool?> SendAsync(Visitor lead, FoundForm found, Dictionary<string, string> typed)
    {
        // A form that was refused is sent again as it is; one that was accepted has other things in it now.
        var page = fresh ?? await lead.ReadAsync(found.Page.Path);
        fresh = page;
        if (found.On(page, found.Name) is not { } form)
        {
            // What it was for is done, such as the first password of an account.
            return null;
        }
        var own = TypedWords.Valid(filled).Where(v => !typed.ContainsKey(v.Key)).ToDictionary();
        foreach (var (field, words) in typed)
        {
            own[field] = words;
        }
        sent++;
        using var answer = await AnswerAsync(lead, form, form.Filled(own));
        if ((int)answer.StatusCode >= 400)
        {
            Fault(found, typed, $"answered {(int)answer.StatusCode}");
            return false;
        }
        var after = await Visitor.PageOfAsync(answer);
        if (answer.Headers.Location is { } location)
        {
            after = await lead.ReadAsync(location.ToString());
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
            await CheckKeptAsync(lead, found, typed, after);
            return true;
        }
        return CheckShown(found, typed, after);
    }

    private static Task<HttpResponseMessage> AnswerAsync(
        Visitor lead,
        FoundForm form,
        IReadOnlyList<KeyValuePair<string, string>> values
    ) =>
        form.IsPost
            ? lead.PostAsync(form.Target, Content(values))
            : lead.GetAsync(
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

    private async Task CheckKeptAsync(Visitor lead, FoundForm found, Dictionary<string, string> typed, Page after)
    {
        CheckWhole(found, typed, after);
        var again = await lead.ReadAsync(found.Page.Path);
        fresh = again;
        CheckWhole(found, typed, again);
        var form = found.On(again, found.Name);
        var places = new List<Page> { after, again };
        if (
            System.Web.HttpUtility.ParseQueryString(after.Path.Split('?').ElementAtOrDefault(1) ?? "")["recorded"] is
            { } id
        )
        {
            places.Add(await lead.ReadAsync(Hearth.Path("/support/" + id)));
        }
        foreach (var (field, words) in typed)
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
        foreach (var (field, words) in typed)
        {
            var plain = TypedWords.Plain(words);
            if (
                plain.Length > 0
                && TypedWords.Plain(form?.Shown(field)) != plain
                && !Says(after, plain)
                && !field.Contains("assword", StringComparison.Ordinal)
            )
            {
                Fault(
                    found,
                    [new(field, words)],
                    $"came back as {Short(form?.Shown(field) ?? "nothing")}: {Short(after.Words)}"
                );
            }
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
            $"{form.Page.Path} {form.Name} {string.Join(", ", typed.Select(t => $"{t.Key} = {Short(System.Text.Json.JsonSerializer.Serialize(t.Value))}"))}: {what}"
        );

    private static string Short(string text) => text.Length > 120 ? text[..120] + "…" : text;
}
