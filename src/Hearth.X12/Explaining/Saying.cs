using System.Globalization;
using System.Runtime.InteropServices;

namespace Hearth.X12.Explaining;

/// <summary>An element, or a part of a composite one.</summary>
/// <param name="Element">Counted from 1.</param>
/// <param name="Part">Counted from 1; 0 for the element as a whole.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ElementId(int Element, int Part)
{
    public static ElementId Parse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? new(Number(text), 0) : new(Number(text[..dash]), Number(text[(dash + 1)..]));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>One of several elements that are said as one, with what parts it from the one before.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Joined(ElementId Element, string Before);

/// <summary>How an element is said; see labels.txt.</summary>
internal sealed record Saying
{
    /// <summary>What it is called; empty where the data element's own name serves.</summary>
    public string Label { get; init; } = "";

    /// <summary>It is not said: its value says nothing to people.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The value that says nothing to people, where others do.</summary>
    public string? Hides { get; init; }

    /// <summary>It comes first, and what it is called is what the segment is called.</summary>
    public bool Leads { get; init; }

    /// <summary>What a code means stands for the code.</summary>
    public bool IsInWords { get; init; }

    /// <summary>It is called what this qualifier means.</summary>
    public ElementId? By { get; init; }

    /// <summary>It is called by these codes and what the last of them means.</summary>
    public IReadOnlyList<ElementId> Codes { get; init; } = [];

    /// <summary>What is said as one with it, in this order.</summary>
    public IReadOnlyList<Joined> Joins { get; init; } = [];

    /// <summary>Said in brackets behind it.</summary>
    public ElementId? Note { get; init; }

    /// <summary>The qualifier of <see cref="Note"/>.</summary>
    public ElementId? NoteBy { get; init; }

    /// <summary>A last word of a guide's name that is left out, such as the "name" of "Billing provider name".</summary>
    public string Drops { get; init; } = "";

    /// <summary>All elements that it says, itself left out.</summary>
    public IEnumerable<ElementId> Others =>
        [.. new[] { By, Note, NoteBy }.OfType<ElementId>(), .. Codes, .. Joins.Select(j => j.Element)];
}
