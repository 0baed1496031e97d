using Hearth.X12.Writing;

namespace Hearth.X12.Samples;

/// <summary>Writes payments for made-up claims by the 005010X221A1 guide: one for each run of claims.</summary>
internal sealed class SampleRemittance
{
    private static readonly DateOnly Paid = new(2026, 11, 20);
    private const string Trace = "1009999999"; // 1 and the payer's tax number

    private readonly int seed;
    private readonly SampleClaims claims;
    private readonly EnvelopeWriter envelope;
    private readonly SegmentWriter to;
    private readonly List<SamplePayment> payments = [];

    public SampleRemittance(Stream stream, int seed, string lineEnd)
    {
        this.seed = seed;
        claims = new(seed);
        var outer = SampleEnvelope.Of(seed, "SAMPLEPAYER", "OPENPORCH");
        envelope = new(stream, outer with { Time = SampleClaims.Made.AddDays(14) }, lineEnd);
        to = envelope.Segments;
    }

    public void Write(int count)
    {
        envelope.BeginInterchange();
        envelope.BeginGroup("HP", "005010X221A1");
        var written = 0;
        for (var run = 0; written < count; run++)
        {
            payments.Clear();
            for (var i = 0; i < SampleClaims.InRun && written + payments.Count < count; i++)
            {
                var number = (run * SampleClaims.InRun) + i;
                var random = new SampleRandom(seed, (7L << 40) + number);
                SamplePayment.Answer(claims.Of(number), number, ref random, payments);
            }
            // Of what was taken back and corrected at the very end, the correction would be one too many.
            payments.RemoveRange(
                Math.Min(payments.Count, count - written),
                Math.Max(0, written + payments.Count - count)
            );
            Payment(run);
            written += payments.Count;
        }
        envelope.End();
    }

    private void Payment(int number)
    {
        var random = new SampleRandom(seed, (8L << 40) + number);
        var sum = 0L;
        foreach (var payment in payments)
        {
            sum += payment.Sign * payment.PaidCents;
        }
        var adjustments = SamplePlb.For(sum, number, ref random);
        envelope.BeginTransaction("835", "");
        Money(sum - SamplePlb.Sum(adjustments), number);
        Parties(payments[0].Claim);
        to.Begin("LX"u8);
        to.Element(1);
        to.End();
        foreach (var payment in payments)
        {
            SampleClaimPayment.Write(to, payment);
        }
        SamplePlb.Write(to, payments[0].Claim.BillingProvider.Npi!, adjustments);
        envelope.EndTransaction();
    }

    private void Money(long cents, int number)
    {
        to.Begin("BPR"u8);
        to.Known(cents == 0 ? "H"u8 : "I"u8);
        to.Amount(cents);
        to.Known("C"u8);
        if (cents == 0)
        {
            to.Known("NON"u8);
            to.Skip(11);
        }
        else
        {
            to.Known("ACH"u8);
            to.Known("CCP"u8);
            to.Known("01"u8);
            to.Known("999999992"u8);
            to.Known("DA"u8);
            to.Known("123456"u8);
            to.Element(Trace);
            to.Skip();
            to.Known("01"u8);
            to.Known("999988880"u8);
            to.Known("DA"u8);
            to.Known("98765"u8);
        }
        to.Date(Paid);
        to.End();
        to.Begin("TRN"u8);
        to.Known("1"u8);
        to.Element($"SAMPLE{(uint)seed % 10_000}-{SamplePeople.Digits(number + 1, 6)}");
        to.Element(Trace);
        to.End();
        to.Begin("DTM"u8);
        to.Known("405"u8);
        to.Date(Paid);
        to.End();
    }

    private void Parties(Claim claim)
    {
        to.Begin("N1"u8);
        to.Known("PR"u8);
        to.Element(claim.Payer.Name);
        to.End();
        Place("1 Sample Plaza"u8, "Sampleton"u8, "ME"u8, "043300001"u8);
        to.Reference("2U"u8, claim.Payer.Id);
        to.Begin("PER"u8);
        to.Known("BL"u8);
        to.Known("Sample Provider Help"u8);
        to.Known("TE"u8);
        to.Known("8005550155"u8);
        to.End();
        to.Begin("N1"u8);
        to.Known("PE"u8);
        to.Element(claim.BillingProvider.Name.Last);
        to.Known("XX"u8);
        to.Element(claim.BillingProvider.Npi);
        to.End();
        to.Address(claim.BillingProvider.PayTo ?? claim.BillingProvider.Address);
        to.Reference("TJ"u8, claim.BillingProvider.TaxId);
    }

    private void Place(
        ReadOnlySpan<byte> street,
        ReadOnlySpan<byte> city,
        ReadOnlySpan<byte> state,
        ReadOnlySpan<byte> zip
    )
    {
        to.Begin("N3"u8);
        to.Known(street);
        to.End();
        to.Begin("N4"u8);
        to.Known(city);
        to.Known(state);
        to.Known(zip);
        to.End();
    }
}
