using Hearth.X12.Writing;

namespace Hearth.X12.Samples;

/// <summary>Money of a made-up payment that belongs to none of its claims.</summary>
/// <param name="Reason">L6 interest, WO overpayment that is kept, 72 authorized return, CS adjustment, FB balance forward (PLB03-1).</param>
/// <param name="Reference">PLB03-2.</param>
/// <param name="Cents">What the payment is less for; negative where it is more (PLB04).</param>
internal sealed record SamplePlb(string Reason, string Reference, long Cents)
{
    /// <summary>Two payments in three have some; none is less than nothing.</summary>
    public static IReadOnlyList<SamplePlb> For(long paid, int number, ref SampleRandom random)
    {
        var name = "PLB" + SamplePeople.Digits(number + 1, 6);
        var interest = new SamplePlb("L6", name, -random.Between(1, 9_99));
        if (random.Below(3) == 0 && paid >= 0)
        {
            return [];
        }
        if (paid < 100_00)
        {
            // More was taken back than paid: the rest is kept for a payment to come.
            return paid < 0 ? [new("FB", name, paid)] : [interest];
        }
        return random.Below(3) switch
        {
            0 => [interest, new("WO", name, random.Between(1, 50_00))],
            1 => [new("72", name, random.Between(1, 20_00)), interest],
            _ => [new("CS", name, random.Between(1, 30_00) * (random.Chance(50) ? 1 : -1))],
        };
    }

    public static long Sum(IReadOnlyList<SamplePlb> adjustments)
    {
        var sum = 0L;
        foreach (var adjustment in adjustments)
        {
            sum += adjustment.Cents;
        }
        return sum;
    }

    public static void Write(SegmentWriter to, string provider, IReadOnlyList<SamplePlb> adjustments)
    {
        if (adjustments.Count == 0)
        {
            return;
        }
        to.Begin("PLB"u8);
        to.Element(provider);
        to.Date(new(2026, 12, 31));
        foreach (var adjustment in adjustments)
        {
            to.BeginComposite();
            to.Element(adjustment.Reason);
            to.Element(adjustment.Reference);
            to.EndComposite();
            to.Amount(adjustment.Cents);
        }
        to.End();
    }
}
