using System.Runtime.InteropServices;
using Hearth.X12.Reading;

namespace Hearth.X12.Remittances;

/// <summary>Takes the segments of one 835 transaction after the other and gives out claims and, at the end, sums.</summary>
internal sealed class TransactionBuilder(Values values)
{
    private readonly PaymentBuilder header = new(values);
    private readonly ClaimBuilder claim = new(values);
    private readonly Rest rest = new(); // after the header, outside of claims
    private readonly Rest unused = new(); // LX, TS3 and TS2 that no claim has come under yet
    private readonly List<ProviderAdjustment> adjustments = [];
    private bool isOpen;
    private Payment? payment;
    private ProviderSummary? summary;
    private ClaimPayment? finished;
    private Sums sums;

    public void Open(in Segment st, Origin origin)
    {
        header.Open(st, origin);
        isOpen = true;
        sums = default;
        (payment, summary) = (null, null);
    }

    public void Take(in Segment segment)
    {
        if (!isOpen)
        {
            return;
        }
        switch (segment.Code)
        {
            case Tags.Lx:
                BeginDetail();
                summary = new() { HeaderNumber = Values.MaybeText(segment[1]) };
                unused.Add(segment);
                rest.After(1, segment);
                break;
            case Tags.Ts3:
                EndClaim();
                summary = values.Summed(summary, segment);
                unused.Add(segment);
                rest.After(24, segment);
                break;
            case Tags.Ts2:
                EndClaim();
                summary = values.Supplemented(summary, segment);
                unused.Add(segment);
                rest.After(19, segment);
                break;
            case Tags.Clp:
                EndClaim();
                unused.Clear();
                claim.Open(segment, EndHeader(), summary);
                break;
            case Tags.Plb:
                BeginDetail();
                Adjust(segment);
                break;
            default:
                TakeOther(segment);
                break;
        }
    }

    /// <summary>The claim that the last segment ended, once.</summary>
    public ClaimPayment? TakeFinished()
    {
        var taken = finished;
        finished = null;
        return taken;
    }

    /// <summary>The transaction is at its end; null where none was open.</summary>
    public PaymentTotals? End()
    {
        if (!isOpen)
        {
            return null;
        }
        isOpen = false;
        BeginDetail();
        return new()
        {
            Payment = EndHeader(),
            Claims = sums.Claims,
            ChargeCents = sums.Charge,
            PaidCents = sums.Paid,
            PatientResponsibilityCents = sums.PatientResponsibility,
            ProviderAdjustmentCents = sums.ProviderAdjustments,
            ProviderAdjustments = adjustments.Taken(),
            NotCarried = rest.Take(),
        };
    }

    private Payment EndHeader() => payment ??= header.Build();

    private void EndClaim()
    {
        EndHeader();
        if (!claim.IsOpen)
        {
            return;
        }
        finished = claim.Build();
        sums.Claims++;
        sums.Charge += finished.ChargeCents;
        sums.Paid += finished.PaidCents;
        sums.PatientResponsibility += finished.PatientResponsibilityCents;
    }

    private void BeginDetail()
    {
        EndClaim();
        unused.MoveTo(rest);
        summary = null;
    }

    private void TakeOther(in Segment segment)
    {
        if (claim.IsOpen)
        {
            claim.Take(segment);
        }
        else if (payment is null)
        {
            header.Take(segment);
        }
        else
        {
            rest.Add(segment);
        }
    }

    // Provider, day, then up to six times reason with reference, amount.
    private void Adjust(in Segment plb)
    {
        var day = values.Date(plb, 2);
        for (var element = 3; element <= plb.Count && element <= 13; element += 2)
        {
            if (plb[element].IsEmpty && plb[element + 1].IsEmpty)
            {
                continue;
            }
            var cents = Values.Cents(plb, element + 1);
            sums.ProviderAdjustments += cents;
            adjustments.Add(
                new(
                    plb.Text(1),
                    day,
                    values.Code(plb.Component(element, 1)),
                    Values.MaybeText(plb.Component(element, 2)),
                    cents
                )
            );
            rest.AfterPart(2, plb, element);
        }
        rest.After(14, plb);
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Sums
    {
        public int Claims;
        public long Charge;
        public long Paid;
        public long PatientResponsibility;
        public long ProviderAdjustments;
    }
}
