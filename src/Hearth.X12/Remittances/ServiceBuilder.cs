namespace Hearth.X12.Remittances;

/// <summary>Takes an SVC and what follows it.</summary>
internal sealed class ServiceBuilder(Values values)
{
    private readonly Details details = new(values);
    private readonly List<RemarkCode> remarks = [];
    private ServicePayment? line;

    public bool IsOpen => line is not null;

    public void Open(Segment svc, Rest rest)
    {
        line = new()
        {
            Procedure = values.Procedure(svc, 1) ?? new() { Qualifier = "", Code = "" },
            ChargeCents = Values.Cents(svc, 2),
            PaidCents = Values.Cents(svc, 3),
            RevenueCode = values.MaybeCode(svc, 4),
            UnitsPaid = values.Quantity(svc, 5),
            SubmittedProcedure = values.Procedure(svc, 6),
            UnitsBilled = values.Quantity(svc, 7),
            Place = svc.Place,
        };
        rest.AfterPart(7, svc, 1);
        rest.AfterPart(7, svc, 6);
        rest.After(7, svc);
    }

    /// <summary>Takes what follows an SVC.</summary>
    /// <returns>False for a segment that belongs to no line.</returns>
    public bool Take(Segment segment, Rest rest)
    {
        if (segment.Code != Ids.Lq)
        {
            return details.Take(segment, rest);
        }
        remarks.Add(new(values.Code(segment, 1), values.Code(segment, 2)));
        rest.After(2, segment);
        return true;
    }

    public ServicePayment Build()
    {
        var built = line! with
        {
            Dates = details.Dates.Taken(),
            Adjustments = details.Adjustments.Taken(),
            References = details.References.Taken(),
            Amounts = details.Amounts.Taken(),
            Quantities = details.Quantities.Taken(),
            RemarkCodes = remarks.Taken(),
        };
        line = null;
        return built;
    }
}
