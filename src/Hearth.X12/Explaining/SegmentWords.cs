using System.Collections.Concurrent;
using System.Globalization;
using Hearth.X12.Guides;

namespace Hearth.X12.Explaining;

/// <summary>Puts the segments of one place of a guide, or of the standard, into words.</summary>
internal sealed class SegmentWords
{
    private static readonly ConcurrentDictionary<SegmentRule, SegmentWords> Made = new();
    private readonly SegmentRule rule;
    private readonly Saying?[] sayings;
    private readonly ulong[] others; // elements that each saying says besides its own, as bits
    private readonly string title;

    private SegmentWords(SegmentRule rule)
    {
        this.rule = rule;
        var tag = rule.Definition.Tag;
        title = rule.Loop is null ? Labels.All.Title(tag) ?? rule.Name : rule.Name;
        sayings = [.. rule.Elements.Select((_, place) => place == 0 ? null : Labels.All.Of(tag, place))];
        others = [.. sayings.Select(Others)];
    }

    public static SegmentWords Of(SegmentRule rule) => Made.GetOrAdd(rule, static r => new(r));

    /// <summary>A segment that the standard does not know.</summary>
    public static (string Title, IReadOnlyList<ExplainedField> Fields) Unknown(in Segment segment)
    {
        var id = segment.Text(0);
        var fields = new List<ExplainedField>();
        for (var n = 1; n <= Math.Min(segment.Count, ElementTexts.Most); n++)
        {
            if (!segment[n].IsEmpty)
            {
                var element = string.Create(CultureInfo.InvariantCulture, $"{id}{n:00}");
                fields.Add(new($"Element {n}", [new(element, segment.Text(n), "")]));
            }
        }
        return ($"Unknown segment {id}", fields);
    }

    public (string Title, IReadOnlyList<ExplainedField> Fields) Say(in Segment segment)
    {
        var texts = new ElementTexts(rule, segment);
        var telling = new Telling(rule, title, texts);
        ulong said = 0;
        for (var n = 1; n < sayings.Length; n++)
        {
            said |= sayings[n] is { } saying && telling.Has(saying, n) ? others[n] : 0;
        }
        var last = Math.Max(texts.Count, sayings.Length - 1);
        for (var n = 1; n <= last; n++)
        {
            var saying = n < sayings.Length ? sayings[n] : null;
            if (saying is not null && telling.Has(saying, n))
            {
                telling.Say(saying, n);
            }
            else if ((said & (1UL << n)) == 0 && texts[n].Length > 0)
            {
                telling.SayPlainly(saying, n);
            }
        }
        return (telling.Title, telling.Fields);
    }

    private static ulong Others(Saying? saying, int place) =>
        saying is null
            ? 0
            : saying.Others.Where(o => o.Element != place).Aggregate(0UL, (bits, o) => bits | (1UL << o.Element));
}
