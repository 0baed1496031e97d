using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hearth.X12.Checking;

/// <summary>
/// Adds up the money of a file and checks that it adds up: in an 835 each line (SVC02 less its CAS is SVC03), claim (CLP03
/// less all its CAS is CLP04) and payment (the CLP04 less the PLB are BPR02); in an 837 each claim (CLM02 is the sum of its
/// lines). The rules are those of the 005010X221A1 guide's section on balancing and of CLM02 in 005010X222A1.
/// </summary>
internal sealed class Balances(Findings findings, Envelopes envelopes)
{
    private const int LongestAmount = 18; // element 782, in digits
    private readonly AdjustmentSums adjustments = new();
    private readonly ClaimNumber number = new();
    private Claim claim;
    private Line line;
    private long paidInPayment;
    private long plbInPayment;
    private long bprInPayment;
    private Where payment;
    private bool hasPayment;
    private bool isDoubtful; // an amount of the claim could not be read, so that its sums say nothing
    private bool isPaymentDoubtful;

    public long Claims { get; private set; }
    public long Services { get; private set; }
    public long ChargeCents { get; private set; }
    public long PaidCents { get; private set; }
    public long BprCents { get; private set; }
    public long PlbCents { get; private set; }
    public long LineChargeCents { get; private set; }

    /// <summary>Others say it where an element holds no number. Where it is one, but of more than cents, nobody else does.</summary>
    public bool FormIsChecked { get; set; }

    /// <summary>The number that the provider gave the claim that is open; empty outside of one.</summary>
    public string ClaimNumber => number.ToString();

    /// <summary>The elements of the segment last taken that were read as amounts, as bits: element n is bit n.</summary>
    public uint Amounts { get; private set; }

    /// <summary>False once anything did not add up or was no amount.</summary>
    public bool AreRight { get; private set; } = true;

    /// <summary>Sums of adjustments by group and reason, such as CO-45.</summary>
    public SortedDictionary<string, long> Adjustments() => adjustments.Show();

    /// <summary>Takes a segment of a transaction.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="code">Its tag.</param>
    public void Take(in Segment segment, uint code)
    {
        Amounts = 0;
        if (envelopes.IsRemittance)
        {
            TakeRemittance(segment, code);
        }
        else if (envelopes.IsClaims)
        {
            TakeClaim(segment, code);
        }
    }

    /// <summary>A transaction is at its end.</summary>
    public void EndTransaction()
    {
        EndClaim();
        if (hasPayment && !isPaymentDoubtful && bprInPayment != paidInPayment - plbInPayment)
        {
            PaymentIsWrong();
        }
        (hasPayment, isPaymentDoubtful, paidInPayment, plbInPayment, bprInPayment) = (false, false, 0, 0, 0);
    }

    // What each of them does stands apart: most segments are none of these, and should cost no more than to see that.
    private void TakeRemittance(in Segment segment, uint code)
    {
        switch (code)
        {
            case Tags.Bpr:
                TakePayment(segment);
                break;
            case Tags.Clp:
                TakeClaimPayment(segment);
                break;
            case Tags.Svc:
                TakeServicePayment(segment);
                break;
            case Tags.Cas:
                TakeAdjustments(segment);
                break;
            case Tags.Plb:
                TakeProviderAdjustments(segment);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakePayment(in Segment bpr)
    {
        (hasPayment, payment, bprInPayment) = (true, Here(bpr), Amount(bpr, 2));
        BprCents += bprInPayment;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeClaimPayment(in Segment clp)
    {
        EndClaim();
        number.Begin(clp[1]);
        claim = new(Here(clp), Amount(clp, 3), Amount(clp, 4));
        Claims++;
        ChargeCents += claim.Charge;
        PaidCents += claim.Paid;
        paidInPayment += claim.Paid;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeServicePayment(in Segment svc)
    {
        EndLine();
        line = new(Here(svc), Amount(svc, 2), Amount(svc, 3));
        Services++;
        LineChargeCents += line.Charge;
    }

    private void TakeProviderAdjustments(in Segment plb)
    {
        EndClaim();
        for (var element = 3; element <= plb.Count && element <= 13; element += 2)
        {
            if (plb[element].IsEmpty && plb[element + 1].IsEmpty)
            {
                continue;
            }
            var cents = Amount(plb, element + 1);
            plbInPayment += cents;
            PlbCents += cents;
        }
    }

    private void TakeClaim(in Segment segment, uint code)
    {
        switch (code)
        {
            case Tags.Clm:
                TakeClaimAsked(segment);
                break;
            case Tags.Hl:
                EndClaim();
                break;
            case Tags.Sv1 or Tags.Sv3:
                TakeService(Amount(segment, 2));
                break;
            case Tags.Sv2:
                TakeService(Amount(segment, 3));
                break;
            case Tags.Cas:
                TakeAdjustments(segment);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeClaimAsked(in Segment clm)
    {
        EndClaim();
        number.Begin(clm[1]);
        claim = new(Here(clm), Amount(clm, 2), 0) { IsAsked = true };
        Claims++;
        ChargeCents += claim.Charge;
    }

    private void TakeService(long charge)
    {
        Services++;
        LineChargeCents += charge;
        claim.Lines += charge;
        claim.HasLines = true;
    }

    // Group, then up to six times reason, amount, quantity.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TakeAdjustments(in Segment cas)
    {
        for (var element = 2; element <= cas.Count && element <= 17; element += 3)
        {
            if (cas[element].IsEmpty && cas[element + 1].IsEmpty)
            {
                continue;
            }
            var cents = Amount(cas, element + 1);
            adjustments.Add(cas, element, cents);
            claim.Adjusted += cents;
            line.Adjusted += cents;
        }
    }

    private void EndLine()
    {
        if (line.IsOpen && !isDoubtful && line.Charge - line.Adjusted != line.Paid)
        {
            LineIsWrong();
        }
        line = default;
    }

    private void EndClaim()
    {
        EndLine();
        if (claim.IsOpen && !isDoubtful)
        {
            if (
                claim.IsAsked
                    ? claim.HasLines && claim.Lines != claim.Charge
                    : claim.Charge - claim.Adjusted != claim.Paid
            )
            {
                ClaimIsWrong();
            }
        }
        (claim, isDoubtful) = (default, false);
        number.End();
    }

    // What is said of sums stands apart from their check, which is made for each line: text costs even where none is made.
    private void PaymentIsWrong() =>
        Unequal(
            payment,
            "",
            "BPR",
            2,
            bprInPayment,
            paidInPayment - plbInPayment,
            $"BPR02 pays {Cents.Show(bprInPayment)}, but the claims ({Cents.Show(paidInPayment)}) less the provider-level adjustments ({Cents.Show(plbInPayment)}) come to {Cents.Show(paidInPayment - plbInPayment)}.",
            "Do not post it before the payer explains the difference; compare it with the deposit in the bank."
        );

    private void LineIsWrong() =>
        Unequal(
            line.Where,
            "2110",
            "SVC",
            3,
            line.Paid,
            line.Charge - line.Adjusted,
            $"A service line charges {Cents.Show(line.Charge)} and is adjusted by {Cents.Show(line.Adjusted)}, which leaves {Cents.Show(line.Charge - line.Adjusted)}; SVC03 pays {Cents.Show(line.Paid)}.",
            "Post the line by hand once the payer has said which figure is right."
        );

    private void ClaimIsWrong()
    {
        if (claim.IsAsked)
        {
            Unequal(
                claim.Where,
                "2300",
                "CLM",
                2,
                claim.Charge,
                claim.Lines,
                $"CLM02 charges {Cents.Show(claim.Charge)}, but the claim's lines come to {Cents.Show(claim.Lines)}.",
                "Correct the total or the lines before sending; payers reject a claim that does not add up."
            );
            return;
        }
        Unequal(
            claim.Where,
            "2100",
            "CLP",
            4,
            claim.Paid,
            claim.Charge - claim.Adjusted,
            $"The claim charges {Cents.Show(claim.Charge)} and is adjusted by {Cents.Show(claim.Adjusted)}, which leaves {Cents.Show(claim.Charge - claim.Adjusted)}; CLP04 pays {Cents.Show(claim.Paid)}.",
            "Post the claim by hand once the payer has said which figure is right."
        );
    }

    private Where Here(in Segment segment) => new(segment.Place, envelopes.Position);

    private long Amount(in Segment segment, int element)
    {
        if (segment.TryCents(element, out var cents))
        {
            Amounts |= 1u << element;
        }
        else
        {
            NoAmount(segment, element);
        }
        return cents;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NoAmount(in Segment segment, int element)
    {
        (AreRight, isDoubtful, isPaymentDoubtful) = (false, true, true);
        if (FormIsChecked && !ElementForm.IsDecimal(segment[element], LongestAmount))
        {
            return;
        }
        Add(
            Here(segment),
            LoopOf(segment),
            new(
                Severity.Error,
                segment[element].IsEmpty
                    ? $"{segment.Text(0)}{element:00} should hold an amount and is empty."
                    : $"{segment.Text(0)}{element:00} is no amount of money: \"{segment.Text(element)}\".",
                "Ask the sender what the amount is. It was counted as 0.00 here."
            )
            {
                Segment = segment.Text(0),
                Element = element,
                Found = segment.Text(element),
                Expected = "an amount such as 45.00",
                Acknowledgement =
                    FormIsChecked ? null
                    : segment[element].IsEmpty ? "IK403=1"
                    : "IK403=6",
            }
        );
    }

    private string LoopOf(in Segment segment) =>
        segment.Code switch
        {
            Tags.Clp => "2100",
            Tags.Cas => line.IsOpen ? "2110" : "2100",
            Tags.Svc => "2110",
            Tags.Clm => "2300",
            Tags.Sv1 or Tags.Sv2 or Tags.Sv3 => "2400",
            _ => "",
        };

    private void Unequal(
        Where where,
        string loop,
        string segment,
        int element,
        long found,
        long expected,
        string sentence,
        string next
    )
    {
        AreRight = false;
        Add(
            where,
            loop,
            new(Severity.Error, sentence, next)
            {
                Segment = segment,
                Element = element,
                Found = Cents.Show(found),
                Expected = Cents.Show(expected),
            }
        );
    }

    private void Add(Where where, string loop, Finding finding) =>
        findings.Add(
            finding with
            {
                Place = where.Place,
                Position = where.Position,
                Loop = loop,
                Transaction = envelopes.Transaction,
                Claim = ClaimNumber,
            }
        );

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Where(Place Place, int Position);

    [StructLayout(LayoutKind.Auto)]
    private record struct Claim(Where Where, long Charge, long Paid)
    {
        public readonly bool IsOpen => Where.Place.Ordinal > 0;
        public long Adjusted { get; set; }
        public long Lines { get; set; }
        public bool HasLines { get; set; }

        /// <summary>Of an 837: asked for, not yet paid.</summary>
        public bool IsAsked { get; init; }
    }

    [StructLayout(LayoutKind.Auto)]
    private record struct Line(Where Where, long Charge, long Paid)
    {
        public readonly bool IsOpen => Where.Place.Ordinal > 0;
        public long Adjusted { get; set; }
    }
}
