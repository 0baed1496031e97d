using System.Diagnostics;

namespace Hearth.Tests.Forms;

/// <summary>
/// Every field of every form that a member has, found by walking the pages, takes what hostile and careless people write:
/// never a broken page, and what was typed comes back whole, or is refused in words and still there.
/// </summary>
public sealed class NaughtyFieldTests(FilledHearth filled) : IClassFixture<FilledHearth>
{
    private readonly FormTrial trial = new(filled.Hearth, TypedWords.Valid);

    [Fact]
    public async Task Naughty_strings_in_every_field_of_every_form_come_back_whole_or_are_refused_in_words()
    {
        using var lead = await filled.SignInAsync();
        var forms = await FormsAsync(lead);
        Assert.True(forms.Count >= 15, "Hardly any form was found.");
        var watch = Stopwatch.StartNew();
        foreach (var form in forms)
        {
            var before = (trial.Sent, watch.Elapsed);
            var free = await TryAsync(lead, form);
            trial.Tell(
                $"{form.Page.Path} {form.Name}: {string.Join(' ', form.TextFields)} | free: {string.Join(' ', free)} | {trial.Sent - before.Sent} in {(watch.Elapsed - before.Elapsed).TotalSeconds:0.0} s"
            );
        }
        trial.AssertFaultless();
    }

    private async Task<IReadOnlyList<FoundForm>> FormsAsync(Visitor lead)
    {
        var pages = await PageWalk.AllAsync(lead, filled.Hearth.Organization.Path, "/account", "/account/password");
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
        trial.StartOver();
        var free = new List<string>();
        foreach (var field in form.TextFields)
        {
            if (await trial.SendAsync(lead, form, new() { [field] = "Kestrel " + trial.Sent }) is true)
            {
                free.Add(field);
            }
        }
        // All of a sort at once, each with another string; where free ones are refused, each is tried again alone.
        var others = form.TextFields.Except(free).ToList();
        for (var i = 0; i < TypedWords.Naughty.Count; i++)
        {
            var typed = TypedWords.Each(free, i, TypedWords.Naughty);
            if (typed.Count > 0 && await trial.SendAsync(lead, form, typed) is not true && typed.Count > 1)
            {
                foreach (var (field, words) in typed)
                {
                    await trial.SendAsync(lead, form, new() { [field] = words });
                }
            }
            if (others.Count > 0)
            {
                await trial.SendAsync(lead, form, TypedWords.Each(others, i, TypedWords.Naughty));
            }
        }
        return free;
    }
}
