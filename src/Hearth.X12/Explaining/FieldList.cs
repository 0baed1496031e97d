namespace Hearth.X12.Explaining;

/// <summary>The fields of a segment while they are said.</summary>
internal sealed class FieldList
{
    private readonly List<ExplainedField> fields = [];

    public IReadOnlyList<ExplainedField> All => fields;

    /// <summary>What the segment's title names.</summary>
    public void Lead(ExplainedValue value) => fields.Insert(0, new("", [value]));

    /// <summary>What comes one after the other under one label is said as one, where it may be.</summary>
    public void Add(string label, ExplainedValue value, bool joins = true)
    {
        if (joins && fields.Count > 0 && fields[^1].Label == label && label.Length > 0)
        {
            fields[^1] = fields[^1] with { Values = [.. fields[^1].Values, value] };
            return;
        }
        fields.Add(new(label, [value]));
    }
}
