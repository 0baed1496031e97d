using System.Globalization;
using Hearth.X12.Guides;

namespace Hearth.X12.Explaining;

/// <summary>A composite element while its parts are said.</summary>
internal sealed class PartTelling(ElementRule element, string id, string[] parts)
{
    private readonly ElementRule[] rules = element.Parts!.Elements;
    private readonly string composite = element.Element.Number;

    /// <summary>Says each part that is there.</summary>
    /// <param name="called">What its first part is called, whatever stands in the table; empty for what stands there.</param>
    /// <param name="fields">Gets a field for each part.</param>
    public void Say(string called, FieldList fields)
    {
        for (var part = 1; part <= parts.Length; part++)
        {
            if (parts[part - 1].Length == 0 || IsSaid(part))
            {
                continue;
            }
            fields.Add(called.Length > 0 ? called : Label(part), Value(part));
            called = "";
        }
    }

    private ExplainedValue Value(int part)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{id}-{part}");
        var text = parts[part - 1];
        return part >= rules.Length
            ? new(place, text, "")
            : new(
                place,
                ValueText.Of(text, rules[part], ElementTexts.Part(parts, part - 1)),
                CodeMeaning.Of(rules[part], text.Trim())
            );
    }

    private string Label(int part)
    {
        if (part >= rules.Length)
        {
            return $"Part {part}";
        }
        var saying = Labels.All.Of(composite, part);
        var own = saying is { Label.Length: > 0 } ? saying.Label : rules[part].Element.Name;
        if (saying?.By is not { } by || ElementTexts.Part(parts, by.Element) is not { Length: > 0 } qualifier)
        {
            return own;
        }
        return Labels.Capital(
            Labels.All.Qualifier(rules[by.Element].Element.Number, qualifier) ?? $"{own} {qualifier}"
        );
    }

    // Hidden, the qualifier of another part that is there, or the format of the one after it.
    private bool IsSaid(int part)
    {
        if (part >= rules.Length)
        {
            return false;
        }
        if (
            Labels.All.Of(composite, part) is { IsHidden: true }
            || (ValueText.IsFormat(rules[part]) && ElementTexts.Part(parts, part + 1).Length > 0)
        )
        {
            return true;
        }
        for (var other = 1; other <= parts.Length; other++)
        {
            if (parts[other - 1].Length > 0 && Labels.All.Of(composite, other)?.By?.Element == part)
            {
                return true;
            }
        }
        return false;
    }
}
