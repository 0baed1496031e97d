namespace Hearth.X12.Remittances;

/// <summary>Collects what may follow a claim as well as a line of it.</summary>
internal sealed class Details(Values values)
{
    public List<Adjustment> Adjustments { get; } = [];
    public List<QualifiedDate> Dates { get; } = [];
    public List<Reference> References { get; } = [];
    public List<QualifiedAmount> Amounts { get; } = [];
    public List<QualifiedQuantity> Quantities { get; } = [];

    /// <summary>Takes one of these.</summary>
    /// <returns>False for a segment that is none of these, or says nothing that can be read.</returns>
    public bool Take(Segment segment, Rest rest)
    {
        switch (segment.Code)
        {
            case Tags.Cas:
                values.Adjustments(segment, Adjustments);
                rest.After(19, segment);
                return true;
            case Ids.Ref:
                References.Add(values.Reference(segment));
                rest.After(3, segment);
                return true;
            case Ids.Dtm when values.Date(segment, 2) is { } date:
                Dates.Add(new(values.Code(segment, 1), date));
                rest.After(2, segment);
                return true;
            case Ids.Amt when values.Amount(segment, 2) is { } cents:
                Amounts.Add(new(values.Code(segment, 1), cents));
                rest.After(2, segment);
                return true;
            case Ids.Qty when values.Quantity(segment, 2) is { } quantity:
                Quantities.Add(new(values.Code(segment, 1), quantity));
                rest.After(2, segment);
                return true;
            default:
                return false;
        }
    }
}
