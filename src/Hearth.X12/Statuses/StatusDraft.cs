using Hearth.X12.Reading;

namespace Hearth.X12.Statuses;

/// <summary>What a receiver, provider, claim or line is told, while its segments come.</summary>
internal sealed class StatusDraft(Fields? head)
{
    private readonly List<Fields> amounts = [];

    /// <summary>The TRN or SVC that began it.</summary>
    public Fields? Head => head;

    /// <summary>STC.</summary>
    public List<Fields> Statuses { get; } = [];

    /// <summary>REF.</summary>
    public List<Fields> References { get; } = [];

    public (DateOnly From, DateOnly To)? Days { get; private set; }

    public List<StatusDraft> Lines { get; } = [];

    /// <summary>Takes what may follow a TRN or an SVC.</summary>
    /// <returns>False where it is none of that, or stands there twice.</returns>
    public bool Take(Fields fields)
    {
        switch (fields.Tag)
        {
            case "STC":
                Statuses.Add(fields);
                return true;
            case "REF":
                References.Add(fields);
                return true;
            case "DTP" when fields.Look(1) == "472" && Days is null:
                fields.Pass(1);
                Days = fields.Days(2, 3);
                return true;
            case "QTY" or "AMT":
                amounts.Add(fields);
                return true;
            default:
                return false;
        }
    }

    public IReadOnlyList<StatusInformation> ReadStatuses() => [.. Statuses.Select(s => s.Status())];

    public IReadOnlyList<Reference> ReadReferences() => [.. References.Select(r => r.Reference())];

    public AcknowledgementTotals Totals() =>
        new()
        {
            AcceptedClaims = Amount("QTY", "90", "QA")?.Number(2),
            RejectedClaims = Amount("QTY", "AA", "QC")?.Number(2),
            AcceptedCents = Amount("AMT", "YU")?.Cents(2),
            RejectedCents = Amount("AMT", "YY")?.Cents(2),
        };

    /// <summary>The amount under a qualifier; the segment counts as carried.</summary>
    public Fields? Amount(string tag, params ReadOnlySpan<string> qualifiers)
    {
        foreach (var fields in amounts)
        {
            if (fields.Tag == tag && qualifiers.Contains(fields.Look(1)))
            {
                fields.Pass(1);
                return fields;
            }
        }
        return null;
    }

    public ServiceLineStatus Line()
    {
        var svc = head!;
        return new()
        {
            Procedure = svc.Procedure(1),
            ChargeCents = svc.Cents(2),
            PaidCents = svc.Cents(3),
            RevenueCode = svc.Maybe(4),
            Units = svc.Number(7),
            Statuses = ReadStatuses(),
            References = ReadReferences(),
            From = Days?.From,
            Through = Days?.To,
        };
    }
}
