using System.Globalization;

namespace Hearth.X12.Guides;

/// <summary>Reads NAME.guide; the form is in README.md beside this file.</summary>
internal sealed class GuideReader
{
    private readonly Dictionary<string, string> head = new(StringComparer.Ordinal);
    private readonly List<string> also = [];
    private readonly Dictionary<string, CodeList> lists = new(StringComparer.Ordinal);
    private readonly Stack<LoopRule> open = new();
    private int ids;

    public static Guide Read(string name) => new GuideReader().ReadFile(name);

    private Guide ReadFile(string name)
    {
        var all = new List<LoopRule>();
        open.Push(Loop("", "R", "1", ""));
        all.Add(open.Peek());
        foreach (var line in GuideText.Lines(name + ".guide"))
        {
            var (key, value) = line.Pair();
            if (key is "guide" or "also" or "transaction" or "group" or "name" or "source" or "checked")
            {
                Head(key, value);
                continue;
            }
            while (open.Count - 1 > line.Indent / 2)
            {
                open.Pop();
            }
            if (line.Indent != (open.Count - 1) * 2)
            {
                throw line.Wrong("it is indented by what no loop before it asks for");
            }
            if (key == "loop")
            {
                var words = value.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries);
                var loop = Loop(words[0], words[1], words[2], words.Length > 3 ? words[3] : words[0]);
                open.Peek().Children.Add(loop);
                all.Add(loop);
                open.Push(loop);
            }
            else
            {
                open.Peek().Children.Add(Segment(line, key, value));
            }
        }
        foreach (var loop in all)
        {
            if (loop.Children.Count is 0 or > LoopRule.MostChildren || loop.Children[0] is not SegmentRule)
            {
                throw new FormatException(
                    $"{name}.guide: loop {loop.LoopId} has too many children, or does not begin with a segment."
                );
            }
            loop.Seal();
        }
        DropUselessKeys(all);
        return new(head, also, all[0], ids);
    }

    // Namesakes that all take the same codes are told apart by their place alone, and a wrong code is just a wrong code.
    private static void DropUselessKeys(List<LoopRule> all)
    {
        foreach (var namesakes in all.SelectMany(l => l.Children).OfType<SegmentRule>().GroupBy(s => s.Tag))
        {
            if (namesakes.Select(s => string.Join(',', s.Keys?.Codes ?? [])).Distinct().Count() == 1)
            {
                foreach (var segment in namesakes)
                {
                    segment.Keys = null;
                }
            }
        }
    }

    private void Head(string key, string value)
    {
        if (key == "also")
        {
            also.Add(value);
        }
        else
        {
            head[key] = value;
        }
    }

    private LoopRule Loop(string id, string usage, string most, string name) =>
        new()
        {
            Id = ids++,
            LoopId = id,
            Loop = open.Count > 0 ? open.Peek() : null,
            Depth = open.Count,
            Name = name,
            IsRequired = usage == "R",
            Most = Most(most),
        };

    private SegmentRule Segment(GuideLine line, string tag, string value)
    {
        var cells = value.Split('|', 2, StringSplitOptions.TrimEntries);
        var words = cells[0].Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 3 || cells.Length < 2 || words[0] is not ("R" or "S"))
        {
            throw line.Wrong("a usage, a number of repeats, a name and the elements belong here");
        }
        var definition = Dictionary.Segment(tag) ?? throw line.Wrong($"there is no segment {tag}");
        var elements = new ElementText(line, cells[1], List).Read(definition);
        return SegmentRules.Of(ids++, open.Peek(), words[2], words[0] == "R", Most(words[1]), definition, elements);
    }

    private CodeList List(string name) =>
        lists.TryGetValue(name, out var list) ? list : lists[name] = CodeList.Read(name);

    private static int Most(string text) => text == "*" ? int.MaxValue : int.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>Makes a segment's rule, and finds what it is told from its namesakes by.</summary>
internal static class SegmentRules
{
    public static SegmentRule Of(
        int id,
        LoopRule? loop,
        string name,
        bool isRequired,
        int most,
        SegmentDefinition definition,
        ElementRule[] elements
    )
    {
        var (place, keys) = Key(definition.Tag, elements);
        return new()
        {
            Id = id,
            Loop = loop,
            Name = name,
            IsRequired = isRequired,
            Most = most,
            Tag = Tags.Of(System.Text.Encoding.ASCII.GetBytes(definition.Tag)),
            Definition = definition,
            Elements = elements,
            Required = PartRules.Bits(elements, Usage.Required),
            NotUsed = PartRules.Bits(elements, Usage.NotUsed),
            Conditions = [.. definition.Conditions],
            ConditionsOn = definition.Conditions.Aggregate(0u, (on, condition) => on | condition.On),
            KeyPlace = place,
            Keys = keys,
        };
    }

    private static (KeyPlace Place, CodeSet? Keys) Key(string tag, ElementRule[] elements)
    {
        if (tag == "HL" && elements.Length > 3)
        {
            return (KeyPlace.Third, elements[3].Codes);
        }
        if (elements.Length < 2)
        {
            return (KeyPlace.None, null);
        }
        var first = elements[1];
        // A list that others keep tells nothing apart: its unknown codes are welcome.
        return first.Parts?.Elements is { Length: > 1 } parts && parts[1].Codes is { } inParts && parts[1].IsClosed
            ? (KeyPlace.FirstPart, inParts)
            : (KeyPlace.First, first.IsClosed ? first.Codes : null);
    }
}
