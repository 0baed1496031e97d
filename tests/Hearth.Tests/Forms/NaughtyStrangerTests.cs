using System.Diagnostics;
using Hearth.Tests.Accounts;

namespace Hearth.Tests.Forms;

/// <summary>
/// Every field of every form on the way in, found by walking the pages open to everybody at each step of it: whatever is
/// refused is refused in words, and still there.
/// </summary>
public sealed class NaughtyStrangerTests(WaysIn ways) : IClassFixture<WaysIn>
{
    // Nobody gets further with these, so that one form takes many strings; those who do start over.
    private readonly FormTrial trial = new(
        ways.Hearth,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Password.Email"] = WaysIn.Email,
            ["name"] = "Robin Vale",
            ["email"] = "",
            ["present"] = SignUp.Password,
            ["password"] = SignUp.Password,
            ["organization"] = "House",
            ["word"] = "guest",
            ["program"] = "Line",
            ["state"] = "ZZ",
        }
    );

    [Fact]
    public async Task Naughty_strings_at_every_step_of_the_way_in_are_refused_in_words_and_still_there()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var tried = new HashSet<(string, string)>();
        foreach (var enter in ways.Steps)
        {
            var pages = await PageWalk.AllAsync(await enter(), ways.Pages);
            reached.UnionWith(pages.Select(PathOf));
            // What an account says of itself is walked as a member.
            foreach (var form in pages.Where(p => PathOf(p) != "/account").SelectMany(FoundForm.On))
            {
                if (form.TextFields.Count + form.ScriptFields.Count > 0 && tried.Add((PathOf(form.Page), form.Name)))
                {
                    await TryAsync(enter, form);
                }
            }
        }
        Assert.Empty(ways.Pages.Except(reached));
        Assert.True(tried.Count >= 9, "Hardly any form was found.");
        trial.AssertFaultless();
    }

    /// <summary>Every string in all the fields at once, and some alone in each while the others are as they should be.</summary>
    private async Task TryAsync(Func<Task<Visitor>> enter, FoundForm form)
    {
        var (before, watch) = (trial.Sent, Stopwatch.StartNew());
        IReadOnlyList<string> fields = [.. form.TextFields, .. form.ScriptFields];
        var all = TypedWords.Bunches.Select((_, i) => Typed(form, fields, i, TypedWords.Bunches));
        var alone = fields.SelectMany(f => TypedWords.Few.Select((_, i) => Typed(form, [f], i, TypedWords.Few)));
        Visitor? visitor = null;
        foreach (var typed in all.Concat(alone))
        {
            if (visitor is null)
            {
                visitor = await enter();
                trial.StartOver();
            }
            if (await trial.SendAsync(visitor, form, typed) is not false)
            {
                visitor = null;
            }
        }
        trial.Tell(
            $"{form.Page.Path} {form.Name}: {string.Join(' ', fields)} | {trial.Sent - before} in {watch.Elapsed.TotalSeconds:0.0} s"
        );
    }

    private static Dictionary<string, string> Typed(
        FoundForm form,
        IReadOnlyList<string> fields,
        int from,
        IReadOnlyList<string> words
    )
    {
        var typed = TypedWords.Each(fields, from, words);
        foreach (var field in form.ScriptFields.Where(f => from % 2 == 0 && typed.ContainsKey(f)))
        {
            typed[field] = TypedWords.Credential(typed[field]);
        }
        return typed;
    }

    private static string PathOf(Page page) => page.Path.Split('?')[0];
}
