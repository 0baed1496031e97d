namespace Hearth.X12.Comparing;

/// <summary>Payments, claims and lines of a remittance as items, in a biller's words.</summary>
internal static class RemittanceItems
{
    public static Item Of(PaymentTotals totals, IReadOnlyList<ProviderSummary> summaries)
    {
        var payment = totals.Payment;
        var item = new Item(Label(payment), payment.Place, "P|" + Key(payment))
        {
            Gist = $"paid {Cents.Show(payment.AmountCents)}, {totals.Claims} claims",
        };
        PaymentFields.Add(item, payment);
        foreach (var summary in summaries)
        {
            PaymentFields.Add(item, summary);
        }
        foreach (var adjustment in totals.ProviderAdjustments)
        {
            PaymentFields.Add(item, adjustment);
        }
        AddRest(item, totals.NotCarried, payment.Origin.Envelope.Delimiters);
        return item;
    }

    public static Item Of(ClaimPayment claim)
    {
        var (payment, number) = (Key(claim.Payment), claim.PayerControlNumber);
        var item = new Item(
            claim.IsReversal ? $"Reversal of claim {claim.ClaimId}" : $"Claim {claim.ClaimId}",
            claim.Place,
            $"C|{payment}|{claim.ClaimId}|{number}|{claim.Status}",
            $"C|{payment}|{claim.ClaimId}|{number}|{claim.IsReversal}",
            $"C|{payment}|{claim.ClaimId}|{claim.IsReversal}"
        )
        {
            Around = [Label(claim.Payment)],
            Claim = claim.ClaimId,
            Gist = $"charged {Cents.Show(claim.ChargeCents)}, paid {Cents.Show(claim.PaidCents)}",
        };
        ClaimFields.Add(item, claim);
        AddRest(item, claim.NotCarried, claim.Payment.Origin.Envelope.Delimiters);
        foreach (var line in claim.Services)
        {
            item.Add(Of(line));
        }
        return item;
    }

    private static Item Of(ServicePayment line)
    {
        var day = Normal.Day(line.From);
        var looks = $"{line.Procedure.Qualifier}|{line.Procedure}|{day}|{line.ChargeCents}";
        var item = new Item(
            $"Line {line.Procedure}{(day is null ? "" : " of " + day)}{(line.ControlNumber is { } number ? $" ({number})" : "")}",
            line.Place,
            line.ControlNumber is { } own ? "6R|" + own : looks,
            looks,
            $"{line.Procedure.Code}|{day}",
            line.Procedure.Code
        )
        {
            Gist = $"charged {Cents.Show(line.ChargeCents)}, paid {Cents.Show(line.PaidCents)}",
        };
        LineFields.Add(item, line);
        return item;
    }

    private static void AddRest(Item to, IReadOnlyList<NotCarried> rest, Delimiters by)
    {
        foreach (var segment in rest)
        {
            to.Add("Other segment", Normal.Text(segment.Text, by));
        }
    }

    private static string Key(Payment payment) => $"{payment.TraceNumber}|{payment.PayerId}";

    private static string Label(Payment payment) => $"Payment {payment.TraceNumber} of {payment.PayerId}";
}
