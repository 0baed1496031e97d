using System.Globalization;
using Hearth.X12.Writing;

namespace Hearth.X12.Samples;

/// <summary>Loops 2100 and 2110 of a made-up payment.</summary>
internal static class SampleClaimPayment
{
    private static readonly DateOnly Received = new(2026, 11, 7);

    public static void Write(SegmentWriter to, SamplePayment payment)
    {
        var claim = payment.Claim;
        to.Begin("CLP"u8);
        to.Element(claim.Id);
        to.Element(payment.Status);
        to.Amount(payment.Sign * claim.ChargeCents);
        to.Amount(payment.Sign * payment.PaidCents);
        if (payment.PatientCents == 0)
        {
            to.Skip();
        }
        else
        {
            to.Amount(payment.Sign * payment.PatientCents);
        }
        to.Element(claim.Subscriber.FilingIndicator == "CI" ? "12" : claim.Subscriber.FilingIndicator);
        to.Element(payment.PayerNumber);
        to.Element(claim.PlaceOfService);
        to.Element(payment.Frequency);
        to.End();
        Adjustments(to, payment.Own, payment.Sign);
        People(to, claim);
        if (payment.Status == "1" && claim.Subscriber.FilingIndicator == "MB")
        {
            to.Begin("MOA"u8);
            to.Skip(2);
            to.Known("MA07"u8);
            to.End();
        }
        to.Reference("EA"u8, claim.MedicalRecord);
        Day(to, "050"u8, Received);
        for (var line = 0; line < claim.Lines.Count; line++)
        {
            Line(to, payment, line);
        }
    }

    private static void People(SegmentWriter to, Claim claim)
    {
        if (claim.Patient is { } dependent)
        {
            to.Name("QC"u8, dependent.Name, default, null);
            to.Name("IL"u8, claim.Subscriber.Name, "MI"u8, claim.Subscriber.MemberId);
        }
        else
        {
            to.Name("QC"u8, claim.Subscriber.Name, "MI"u8, claim.Subscriber.MemberId);
        }
        if (claim.Rendering is { Npi: { } npi } worker)
        {
            to.Name("82"u8, worker.Name, "XX"u8, npi);
        }
    }

    private static void Line(SegmentWriter to, SamplePayment payment, int number)
    {
        var line = payment.Claim.Lines[number];
        to.Begin("SVC"u8);
        to.BeginComposite();
        to.Element(line.CodeList);
        to.Element(line.Procedure);
        foreach (var modifier in line.Modifiers)
        {
            to.Element(modifier);
        }
        to.EndComposite();
        to.Amount(payment.Sign * line.ChargeCents);
        to.Amount(payment.Sign * payment.Paid(number));
        to.Skip();
        to.Element(line.Quantity.ToString("0.###", CultureInfo.InvariantCulture));
        to.End();
        if (line.Through is { } through)
        {
            Day(to, "150"u8, line.From);
            Day(to, "151"u8, through);
        }
        else
        {
            Day(to, "472"u8, line.From);
        }
        Adjustments(to, payment.OfLine(number), payment.Sign);
        to.Reference("6R"u8, line.ControlNumber);
        if (payment.Status is "1" or "2")
        {
            to.Sum("B6"u8, Allowed(payment, number));
        }
        if (payment.Remark.Length > 0)
        {
            to.Begin("LQ"u8);
            to.Known("HE"u8);
            to.Element(payment.Remark);
            to.End();
        }
    }

    // Of the charge, what is above the fee schedule is not allowed.
    private static long Allowed(SamplePayment payment, int number)
    {
        var allowed = payment.Claim.Lines[number].ChargeCents;
        foreach (var adjustment in payment.OfLine(number))
        {
            allowed -= adjustment.Group == "CO" ? adjustment.Cents : 0;
        }
        return allowed;
    }

    private static void Adjustments(SegmentWriter to, IReadOnlyList<Adjustment> adjustments, int sign)
    {
        foreach (var adjustment in adjustments)
        {
            to.Begin("CAS"u8);
            to.Element(adjustment.Group);
            to.Element(adjustment.Reason);
            to.Amount(sign * adjustment.Cents);
            to.End();
        }
    }

    private static void Day(SegmentWriter to, ReadOnlySpan<byte> qualifier, DateOnly day)
    {
        to.Begin("DTM"u8);
        to.Known(qualifier);
        to.Date(day);
        to.End();
    }
}
