using System.Globalization;
using Hearth.X12.Guides;

namespace Hearth.X12.Explaining;

/// <summary>The elements of one segment as text, with what its rule says about each.</summary>
internal sealed class ElementTexts
{
    /// <summary>Elements that are looked at: a segment with more is broken, and the check says so.</summary>
    public const int Most = 63;

    private const int MostRepeats = 99; // as the standard has it
    private readonly SegmentRule rule;
    private readonly string[] elements;
    private readonly char component;
    private readonly char repetition;

    public ElementTexts(SegmentRule rule, in Segment segment)
    {
        this.rule = rule;
        (component, repetition) = ((char)segment.Delimiters.Component, (char)segment.Delimiters.Repetition);
        elements = new string[Math.Min(segment.Count, Most) + 1];
        for (var n = 0; n < elements.Length; n++)
        {
            elements[n] = segment.Text(n).Trim();
        }
    }

    public int Count => elements.Length - 1;

    /// <summary>Without blanks around it; empty where there is none.</summary>
    public string this[int n] => n < elements.Length ? elements[n] : "";

    public string this[ElementId spot] =>
        spot.Part == 0 ? this[spot.Element] : Part(Parts(this[spot.Element]), spot.Part);

    public string[] Parts(string composite) => composite.Split(component, Most + 1);

    public static string Part(string[] parts, int part) => part > 0 && part <= parts.Length ? parts[part - 1] : "";

    public string[] Repeats(int n) =>
        repetition != '\0' && rule.Elements[n].Repeats > 1 && this[n].Contains(repetition, StringComparison.Ordinal)
            ? this[n].Split(repetition, MostRepeats + 1, StringSplitOptions.RemoveEmptyEntries)
            : [this[n]];

    /// <summary>Null beyond what the standard has.</summary>
    public ElementRule? Rule(ElementId spot)
    {
        var rules = rule.Elements;
        return spot.Element >= rules.Length ? null
            : spot.Part == 0 ? rules[spot.Element]
            : rules[spot.Element].Parts is { } parts && spot.Part < parts.Elements.Length ? parts.Elements[spot.Part]
            : null;
    }

    /// <summary>As people read it.</summary>
    public string Value(ElementId spot) =>
        this[spot] is { Length: > 0 } text && Rule(spot) is { } element
            ? ValueText.Of(text, element, spot.Part == 0 ? this[spot.Element - 1] : "")
            : this[spot];

    /// <summary>Such as CLP04.</summary>
    public string Id(int n) => string.Create(CultureInfo.InvariantCulture, $"{rule.Definition.Tag}{n:00}");
}
