using Hearth.X12.Guides;

namespace Hearth.X12.Explaining;

/// <summary>One segment while its elements are said.</summary>
internal sealed class Telling(SegmentRule rule, string title, ElementTexts texts)
{
    private readonly FieldList fields = new();

    public string Title { get; private set; } = title;
    public IReadOnlyList<ExplainedField> Fields => fields.All;

    /// <summary>There is something to say of the element, or of those that are said with it.</summary>
    public bool Has(Saying saying, int n) =>
        !saying.IsHidden && saying.Hides != texts[n] && (texts[n].Length > 0 || HasJoined(saying) || Names(saying));

    public void Say(Saying saying, int n)
    {
        if (rule.Elements[n].Parts is not null)
        {
            SayParts(saying, n);
            return;
        }
        var label = Label(saying, n);
        if (saying.Note is { } note && texts[note].Length > 0)
        {
            var called = saying.NoteBy is { } qualifier ? Called(qualifier, "") : NameOf(note);
            var (text, aside) = (Joined(saying, n), $"{called} {texts.Value(note)}".Trim());
            Put(saying, label, text.Length > 0 ? new(texts.Id(n), text, aside) : new(texts.Id(n), aside, ""));
        }
        else if (saying.Joins.Count > 0)
        {
            Put(saying, label, new(texts.Id(n), Joined(saying, n), ""));
        }
        else
        {
            foreach (var text in texts.Repeats(n))
            {
                Put(saying, label, Value(n, text, saying.IsInWords));
            }
        }
    }

    /// <summary>Says an element that nothing is written about, or that has no value to be said otherwise.</summary>
    public void SayPlainly(Saying? saying, int n)
    {
        if (n >= rule.Elements.Length)
        {
            fields.Add($"Element {n}", new(texts.Id(n), texts[n], ""));
            return;
        }
        var element = rule.Elements[n];
        var isFormat = ValueText.IsFormat(element) && texts[n + 1].Length > 0;
        if (saying is { IsHidden: true } || saying?.Hides == texts[n] || isFormat)
        {
            return;
        }
        if (element.Parts is not null)
        {
            SayParts(saying, n);
            return;
        }
        // Amounts of one name that stand side by side are not one.
        var isFirst = true;
        foreach (var text in texts.Repeats(n))
        {
            fields.Add(element.Element.Name, Value(n, text, isInWords: false), joins: !isFirst);
            isFirst = false;
        }
    }

    private bool HasJoined(Saying saying)
    {
        foreach (var joined in saying.Joins)
        {
            if (texts[joined.Element].Length > 0)
            {
                return true;
            }
        }
        return false;
    }

    // What a segment is called stands even where it says no more: a party is told by its number, or by its role alone.
    private bool Names(Saying saying) =>
        saying.Leads
        && ((saying.Note is { } note && texts[note].Length > 0) || (saying.By is { } by && texts[by].Length > 0));

    private ExplainedValue Value(int n, string text, bool isInWords)
    {
        var element = rule.Elements[n];
        var meaning = CodeMeaning.NamesGuide(element)
            ? CodeMeaning.GuideName(text, texts[1])
            : CodeMeaning.Of(element, text.Trim());
        return isInWords && meaning.Length > 0
            ? new(texts.Id(n), meaning, "")
            : new(texts.Id(n), ValueText.Of(text, element, texts[n - 1]), meaning);
    }

    private string Joined(Saying saying, int n)
    {
        if (saying.Joins.Count == 0)
        {
            return texts.Value(new(n, 0));
        }
        var text = "";
        foreach (var (spot, before) in saying.Joins)
        {
            var value = texts.Value(spot);
            text += text.Length > 0 && value.Length > 0 ? before + value : value;
        }
        return text;
    }

    private void Put(Saying saying, string label, ExplainedValue value)
    {
        if (!saying.Leads)
        {
            fields.Add(label, value);
            return;
        }
        Title = label;
        if (value.Text.Length > 0)
        {
            fields.Lead(value);
        }
    }

    // What the segment is called where it leads; else its own label, its qualifier's, or its codes'.
    private string Label(Saying saying, int n)
    {
        if (saying.Leads)
        {
            return LeadingLabel(saying);
        }
        if (saying.Codes.Count > 0)
        {
            var codes = string.Join('-', saying.Codes.Select(c => texts[c]).Where(c => c.Length > 0));
            var last = saying.Codes[^1];
            return texts.Rule(last) is { } element ? $"{codes} {CodeMeaning.Of(element, texts[last])}".Trim() : codes;
        }
        var own = saying.Label.Length > 0 ? saying.Label : rule.Elements[n].Element.Name;
        return saying.By is { } by && texts[by].Length > 0 ? Labels.Capital(Called(by, own)) : own;
    }

    private string LeadingLabel(Saying saying)
    {
        var name = Title;
        if (saying.By is { } qualifier && texts[qualifier].Length > 0 && !TellsApart(qualifier))
        {
            name = Labels.Capital(Called(qualifier, name));
        }
        return saying.Drops.Length > 0 && name.EndsWith(" " + saying.Drops, StringComparison.Ordinal)
            ? name[..^(saying.Drops.Length + 1)]
            : name;
    }

    // A guide that allows one code alone has named the segment for it.
    private bool TellsApart(ElementId qualifier) =>
        rule is { Loop: not null, Keys.Codes.Count: 1 }
        && qualifier.Element == (rule.KeyPlace == KeyPlace.Third ? 3 : 1);

    private string Called(ElementId qualifier, string otherwise) =>
        texts.Rule(qualifier) is { } element
        && Labels.All.Qualifier(element.Element.Number, texts[qualifier]) is { } called
            ? called
            : $"{otherwise} {texts[qualifier]}".Trim();

    private string NameOf(ElementId spot)
    {
        var (within, place) =
            spot.Part > 0
                ? (rule.Elements[spot.Element].Element.Number, spot.Part)
                : (rule.Definition.Tag, spot.Element);
        return Labels.All.Of(within, place)?.Label ?? texts.Rule(spot)?.Element.Name ?? "";
    }

    // The element's own label, where it has one, is what its first part is called.
    private void SayParts(Saying? saying, int n)
    {
        foreach (var composite in texts.Repeats(n))
        {
            var parts = new PartTelling(rule.Elements[n], texts.Id(n), texts.Parts(composite));
            parts.Say(saying?.Label ?? "", fields);
        }
    }
}
