using System.Runtime.InteropServices;
using Hearth.X12.Reading;

namespace Hearth.X12.Remittances;

/// <summary>Takes an SVC and what follows it.</summary>
internal sealed class ServiceBuilder(Values values)
{
    private static readonly Procedure Unnamed = new() { Qualifier = "", Code = "" };
    private readonly Details details = new(values);
    private readonly List<RemarkCode> remarks = [];
    private readonly Memo<Procedure> procedures = new();
    private readonly Memo<RemarkCode> knownRemarks = new();
    private Head head;

    public bool IsOpen { get; private set; }

    public void Open(in Segment svc, Rest rest)
    {
        IsOpen = true;
        head = new(
            Named(svc, 1, rest) ?? Unnamed,
            Named(svc, 6, rest),
            Values.Cents(svc, 2),
            Values.Cents(svc, 3),
            values.MaybeCode(svc, 4),
            values.Quantity(svc, 5),
            values.Quantity(svc, 7),
            svc.Place
        );
        rest.After(7, svc);
    }

    /// <summary>Takes what follows an SVC.</summary>
    /// <returns>False for a segment that belongs to no line.</returns>
    public bool Take(in Segment segment, Rest rest)
    {
        if (segment.Code != Tags.Lq)
        {
            return details.Take(segment, rest);
        }
        if (knownRemarks.Find(segment.Whole, segment.Delimiters) is not { } remark)
        {
            remark = new(values.Code(segment, 1), values.Code(segment, 2));
            remark = segment.Count == 2 ? knownRemarks.Keep(segment.Whole, remark) : remark;
            rest.After(2, segment);
        }
        remarks.Add(remark);
        return true;
    }

    public ServicePayment Build()
    {
        IsOpen = false;
        return new()
        {
            Procedure = head.Procedure,
            SubmittedProcedure = head.Submitted,
            ChargeCents = head.Charge,
            PaidCents = head.Paid,
            RevenueCode = head.Revenue,
            UnitsPaid = head.UnitsPaid,
            UnitsBilled = head.UnitsBilled,
            Place = head.Place,
            Dates = details.Dates.Taken(),
            Adjustments = details.Adjustments.Taken(),
            References = details.References.Taken(),
            Amounts = details.Amounts.Taken(),
            Quantities = details.Quantities.Taken(),
            RemarkCodes = remarks.Taken(),
        };
    }

    private Procedure? Named(in Segment svc, int element, Rest rest)
    {
        var bytes = svc[element];
        if (bytes.IsEmpty)
        {
            return null;
        }
        if (procedures.Find(bytes, svc.Delimiters) is { } known)
        {
            return known;
        }
        var (procedure, left) = (values.Procedure(svc, element)!, rest.Count);
        rest.AfterPart(7, svc, element);
        return rest.Count == left ? procedures.Keep(bytes, procedure) : procedure;
    }

    // What the SVC itself says; the record is made once, when all is known.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Head(
        Procedure Procedure,
        Procedure? Submitted,
        long Charge,
        long Paid,
        string? Revenue,
        decimal? UnitsPaid,
        decimal? UnitsBilled,
        Place Place
    );
}
