namespace Hearth.X12.Guides;

/// <summary>The segments of the standard as rules that ask for nothing but form: for transactions without a guide.</summary>
internal static class StandardRules
{
    private static readonly Lazy<Dictionary<uint, SegmentRule>> All = new(() =>
        Dictionary.Segments.Select(Make).ToDictionary(rule => rule.Tag)
    );

    /// <summary>Null for a segment that the standard does not know.</summary>
    /// <param name="code">Its id as a number; see <see cref="Tags"/>.</param>
    public static SegmentRule? Of(uint code) => All.Value.GetValueOrDefault(code);

    private static SegmentRule Make(SegmentDefinition definition)
    {
        var text = string.Join(' ', Enumerable.Repeat('S', definition.Elements.Length));
        var line = new GuideLine("segments.txt", 0, 0, definition.Tag);
        return SegmentRules.Of(
            0,
            null,
            definition.Name,
            false,
            int.MaxValue,
            definition,
            new ElementText(line, text, CodeList.Read).Read(definition)
        );
    }
}
