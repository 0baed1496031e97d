namespace Hearth.X12.Samples;

/// <summary>What a payer did with a made-up claim. Each line is charge less adjustments, and so is the claim.</summary>
internal sealed class SamplePayment
{
    private readonly List<Adjustment>[] lines;

    private SamplePayment(Claim claim)
    {
        Claim = claim;
        lines = new List<Adjustment>[claim.Lines.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = [];
        }
    }

    public Claim Claim { get; }

    /// <summary>1 paid as the first payer, 2 as the second, 4 denied, 22 taken back (CLP02).</summary>
    public string Status { get; private set; } = "1";

    public string Frequency { get; private set; } = "1";

    public string PayerNumber { get; private set; } = "";

    /// <summary>-1 where the payment is taken back.</summary>
    public int Sign { get; private set; } = 1;

    /// <summary>On the claim as a whole.</summary>
    public List<Adjustment> Own { get; } = [];

    /// <summary>Remark code of the lines; empty where there is none.</summary>
    public string Remark { get; private set; } = "";

    public IReadOnlyList<Adjustment> OfLine(int line) => lines[line];

    public long Paid(int line) => Claim.Lines[line].ChargeCents - Sum(lines[line]);

    public long PaidCents
    {
        get
        {
            var paid = -Sum(Own);
            for (var i = 0; i < lines.Length; i++)
            {
                paid += Paid(i);
            }
            return paid;
        }
    }

    public long PatientCents
    {
        get
        {
            var owed = OfPatient(Own);
            foreach (var line in lines)
            {
                owed += OfPatient(line);
            }
            return owed;
        }
    }

    /// <summary>
    /// The answer to a claim: one payment, or one that was taken back and the one that stands in its place; of a void, what
    /// was taken back.
    /// </summary>
    public static void Answer(Claim claim, int number, ref SampleRandom random, List<SamplePayment> to)
    {
        var luck = random.Below(100);
        var own = "R" + SamplePeople.Digits(number, 11);
        if (claim.Frequency == "8")
        {
            to.Add(Reduced(claim, own, ref random).TakenBack());
        }
        else if (luck < 8)
        {
            to.Add(Denied(claim, own, ref random));
        }
        else if (luck < 11)
        {
            var first = Reduced(claim, own, ref random);
            to.Add(first.TakenBack());
            var second = Reduced(claim, own + "A", ref random);
            second.Frequency = "7";
            to.Add(second);
        }
        else
        {
            to.Add(Reduced(claim, own, ref random));
        }
    }

    private static SamplePayment Denied(Claim claim, string number, ref SampleRandom random)
    {
        var reason = random.Of(["197", "29", "16", "96"]);
        var payment = new SamplePayment(claim)
        {
            Status = "4",
            Frequency = claim.Frequency,
            PayerNumber = number,
            Remark = reason switch
            {
                "16" => "M51",
                "96" => "N130",
                _ => "",
            },
        };
        for (var i = 0; i < payment.lines.Length; i++)
        {
            payment.lines[i].Add(new("CO", reason, claim.Lines[i].ChargeCents, null));
        }
        return payment;
    }

    private static SamplePayment Reduced(Claim claim, string number, ref SampleRandom random)
    {
        var payment = new SamplePayment(claim)
        {
            Status = claim.OtherCoverage.Count > 0 ? "2" : "1",
            Frequency = claim.Frequency,
            PayerNumber = number,
            Remark = random.Chance(10) ? "N381" : "",
        };
        var (allowed, share) = (random.Between(60, 100), random.Below(10));
        for (var i = 0; i < payment.lines.Length; i++)
        {
            Reduce(payment.lines[i], claim.Lines[i].ChargeCents, allowed, share);
        }
        if (payment.Status == "2")
        {
            payment.LeaveToFirst();
        }
        else if (share == 3 && payment.PaidCents > 3_00)
        {
            payment.Own.Add(new("PR", "3", 3_00, null));
        }
        return payment;
    }

    // Above the fee schedule, then a share that the patient owes.
    private static void Reduce(List<Adjustment> line, long charge, int allowed, int share)
    {
        var above = charge * (100 - allowed) / 100;
        if (above > 0)
        {
            line.Add(new("CO", "45", above, null));
        }
        var owed = (charge - above) / 10;
        if (share < 3 && owed > 0)
        {
            line.Add(
                new(
                    "PR",
                    share == 0 ? "1"
                        : share == 1 ? "2"
                        : "3",
                    owed,
                    null
                )
            );
        }
    }

    // Half of what would be paid has come from the payer before.
    private void LeaveToFirst()
    {
        for (var i = 0; i < lines.Length; i++)
        {
            var half = Paid(i) / 2;
            if (half > 0)
            {
                lines[i].Add(new("OA", "23", half, null));
            }
        }
    }

    private SamplePayment TakenBack() =>
        new(Claim, this)
        {
            Status = "22",
            Frequency = "8",
            PayerNumber = PayerNumber,
            Sign = -1,
        };

    private SamplePayment(Claim claim, SamplePayment before)
        : this(claim)
    {
        Own.AddRange(before.Own);
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i].AddRange(before.lines[i]);
        }
    }

    private static long Sum(List<Adjustment> adjustments)
    {
        var sum = 0L;
        foreach (var adjustment in adjustments)
        {
            sum += adjustment.Cents;
        }
        return sum;
    }

    private static long OfPatient(List<Adjustment> adjustments)
    {
        var sum = 0L;
        foreach (var adjustment in adjustments)
        {
            sum += adjustment.Group == "PR" ? adjustment.Cents : 0;
        }
        return sum;
    }
}
