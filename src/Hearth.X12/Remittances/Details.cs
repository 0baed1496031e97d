namespace Hearth.X12.Remittances;

/// <summary>Collects what may follow a claim as well as a line of it.</summary>
internal sealed class Details(Values values)
{
    private readonly Memo<QualifiedDate> days = new();

    public List<Adjustment> Adjustments { get; } = [];
    public List<QualifiedDate> Dates { get; } = [];
    public List<Reference> References { get; } = [];
    public List<QualifiedAmount> Amounts { get; } = [];
    public List<QualifiedQuantity> Quantities { get; } = [];

    /// <summary>Takes one of these.</summary>
    /// <returns>False for a segment that is none of these, or says nothing that can be read.</returns>
    public bool Take(in Segment segment, Rest rest)
    {
        switch (segment.Code)
        {
            case Tags.Cas:
                values.Adjustments(segment, Adjustments);
                rest.After(19, segment);
                return true;
            case Tags.Ref:
                References.Add(values.Reference(segment));
                rest.After(3, segment);
                return true;
            case Tags.Dtm:
                return TakeDate(segment, rest);
            case Tags.Amt when values.Amount(segment, 2) is { } cents:
                Amounts.Add(new(values.Code(segment, 1), cents));
                rest.After(2, segment);
                return true;
            case Tags.Qty when values.Quantity(segment, 2) is { } quantity:
                Quantities.Add(new(values.Code(segment, 1), quantity));
                rest.After(2, segment);
                return true;
            default:
                return false;
        }
    }

    private bool TakeDate(in Segment dtm, Rest rest)
    {
        if (days.Find(dtm.Whole, dtm.Delimiters) is { } known)
        {
            Dates.Add(known);
            return true;
        }
        if (values.Date(dtm, 2) is not { } day)
        {
            return false;
        }
        var date = new QualifiedDate(values.Code(dtm, 1), day);
        Dates.Add(dtm.Count == 2 ? days.Keep(dtm.Whole, date) : date);
        rest.After(2, dtm);
        return true;
    }
}
