using System.Globalization;

namespace Hearth.X12.Guides;

/// <summary>The data elements, composites and segments of the standard, and what qualifiers mean.</summary>
internal static class Dictionary
{
    private static readonly Lazy<Dictionary<string, DataElement>> AllElements = new(ReadElements);
    private static readonly Lazy<Dictionary<string, SegmentDefinition>> AllSegments = new(ReadSegments);
    private static readonly Lazy<Dictionary<(string, string), string>> AllMeanings = new(ReadMeanings);

    /// <summary>All segments, without the composites.</summary>
    public static IEnumerable<SegmentDefinition> Segments => AllSegments.Value.Values.Where(s => IsSegment(s.Tag));

    /// <summary>A segment, or a composite by its number.</summary>
    public static SegmentDefinition? Segment(string tag) => AllSegments.Value.GetValueOrDefault(tag);

    public static DataElement? Element(string number) => AllElements.Value.GetValueOrDefault(number);

    /// <summary>What a qualifier says, or null where nobody wrote it down.</summary>
    public static string? Meaning(string element, string code) => AllMeanings.Value.GetValueOrDefault((element, code));

    /// <summary>An id that the standard has for a segment. Composites have longer ones.</summary>
    public static bool IsSegment(string tag) => tag.Length <= 3 && AllSegments.Value.ContainsKey(tag);

    private static Dictionary<string, DataElement> ReadElements()
    {
        var all = new Dictionary<string, DataElement>(StringComparer.Ordinal);
        foreach (var line in GuideText.Lines("elements.txt"))
        {
            var cells = line.Text.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (cells.Length < 4 || cells[2].Split('-') is not [var from, var to])
            {
                throw line.Wrong("a number, a type, lengths and a name belong here");
            }
            var type = Type(line, cells[1]);
            if (!all.TryAdd(cells[0], new(cells[0], type, Number(from), Number(to), cells[3])))
            {
                throw line.Wrong("the element is there already");
            }
        }
        return all;
    }

    private static Dictionary<string, SegmentDefinition> ReadSegments()
    {
        var all = new Dictionary<string, SegmentDefinition>(StringComparer.Ordinal);
        foreach (var line in GuideText.Lines("segments.txt"))
        {
            if (line.Text.Split(';', StringSplitOptions.TrimEntries) is not [var elements, var conditions, var name])
            {
                throw line.Wrong("elements, conditions and a name belong here");
            }
            var words = elements.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var definition = new SegmentDefinition(
                words[0],
                name,
                [.. words.Skip(1).Select(Place)],
                [.. conditions.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Condition)]
            );
            if (!all.TryAdd(words[0], definition))
            {
                throw line.Wrong("the segment is there already");
            }
        }
        return all;
    }

    private static Dictionary<(string, string), string> ReadMeanings()
    {
        var all = new Dictionary<(string, string), string>();
        foreach (var line in GuideText.Lines("meanings.txt"))
        {
            var cells = line.Text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (cells.Length < 3 || !all.TryAdd((cells[0], cells[1]), cells[2]))
            {
                throw line.Wrong("an element, a code and its meaning belong here, once");
            }
        }
        return all;
    }

    private static ElementPlace Place(string text)
    {
        var parts = text.Split('^');
        return new(parts[0], parts.Length > 1 ? Number(parts[1]) : 1);
    }

    private static Condition Condition(string text)
    {
        uint bits = 0;
        for (var i = 1; i + 1 < text.Length; i += 2)
        {
            bits |= 1u << Number(text.Substring(i, 2));
        }
        return new(text[0], bits, 1u << Number(text.Substring(1, 2)));
    }

    private static ElementType Type(GuideLine line, string text) =>
        text switch
        {
            "AN" => ElementType.Text,
            "ID" => ElementType.Code,
            "R" => ElementType.Decimal,
            "N0" or "N1" or "N2" => ElementType.Whole,
            "DT" => ElementType.Date,
            "TM" => ElementType.Time,
            "B" => ElementType.Binary,
            _ => throw line.Wrong($"{text} is no type"),
        };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A segment or composite of the standard.</summary>
internal sealed record SegmentDefinition(
    string Tag,
    string Name,
    ElementPlace[] Elements,
    IReadOnlyList<Condition> Conditions
);

/// <summary>A place in a segment: a data element or composite, and how often it may repeat.</summary>
internal sealed record ElementPlace(string Number, int Repeats);
