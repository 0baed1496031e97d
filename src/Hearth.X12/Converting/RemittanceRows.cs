using System.Text;

namespace Hearth.X12.Converting;

/// <summary>Rows of a remittance: lines, what is left of their claims, and what belongs to no claim.</summary>
internal static class RemittanceRows
{
    private static readonly string[] Groups = ["CO", "PR", "OA", "PI", "CR"];

    public static void Write(IRows rows, ClaimPayment claim)
    {
        var (charge, paid) = (claim.ChargeCents, claim.PaidCents);
        for (var i = 0; i < claim.Services.Count; i++)
        {
            var line = claim.Services[i];
            (charge, paid) = (charge - line.ChargeCents, paid - line.PaidCents);
            Begin(rows, "line", claim.Payment);
            OfClaim(rows, claim);
            OfLine(rows, i + 1, line);
            OfMoney(rows, line.ChargeCents, line.PaidCents, line.Adjustments);
            rows.Text("remark_codes", Join(line.RemarkCodes, remark => remark.Code));
            OfProvider(rows, null);
        }
        if (claim.Services.Count == 0 || claim.Adjustments.Count > 0 || charge != 0 || paid != 0)
        {
            Begin(rows, "claim", claim.Payment);
            OfClaim(rows, claim);
            OfLine(rows, null, null);
            OfMoney(rows, charge, paid, claim.Adjustments);
            rows.Text("remark_codes", Join(claim.RemarkCodes, code => code));
            OfProvider(rows, null);
        }
    }

    public static void Write(IRows rows, PaymentTotals totals)
    {
        foreach (var adjustment in totals.ProviderAdjustments)
        {
            Begin(rows, "provider", totals.Payment);
            OfClaim(rows, null);
            OfLine(rows, null, null);
            OfMoney(rows, null, -adjustment.Cents, []);
            rows.Text("remark_codes", null);
            OfProvider(rows, adjustment);
        }
    }

    private static void Begin(IRows rows, string level, Payment payment)
    {
        rows.Text("level", level);
        rows.Number("transaction", payment.Transaction);
        rows.Text("trace_number", payment.TraceNumber);
        rows.Day("payment_date", payment.PaymentDate);
        rows.Money("payment_amount", payment.AmountCents);
        rows.Text("payment_method", payment.Method);
        rows.Text("payer_id", payment.PayerId);
        rows.Text("payer_name", payment.Payer?.Name);
        rows.Text("payee_id", payment.Payee?.Id);
        rows.Text("payee_name", payment.Payee?.Name);
    }

    private static void OfClaim(IRows rows, ClaimPayment? claim)
    {
        rows.Text("claim_id", claim?.ClaimId);
        rows.Text("claim_status", claim?.Status);
        rows.Flag("reversal", claim?.IsReversal == true);
        rows.Text("payer_claim_number", claim?.PayerControlNumber);
        rows.Text("filing_indicator", claim?.FilingIndicator);
        rows.Money("claim_charge", claim?.ChargeCents);
        rows.Money("claim_paid", claim?.PaidCents);
        rows.Money("patient_responsibility", claim?.PatientResponsibilityCents);
        rows.Text("patient_last_name", claim?.Patient?.Name);
        rows.Text("patient_first_name", claim?.Patient?.FirstName);
        rows.Text("patient_id", claim?.Patient?.Id);
        rows.Text("insured_id", claim?.Insured?.Id);
        rows.Text("service_provider_id", claim?.ServiceProvider?.Id);
        rows.Day("statement_from", claim?.StatementFrom);
        rows.Day("statement_to", claim?.StatementTo);
    }

    private static void OfLine(IRows rows, int? number, ServicePayment? line)
    {
        rows.Number("line", number);
        rows.Text("line_control_number", line?.ControlNumber);
        rows.Text("procedure_qualifier", line?.Procedure.Qualifier);
        rows.Text("procedure", line?.Procedure.Code);
        rows.Text("modifiers", line is null ? null : string.Join(' ', line.Procedure.Modifiers));
        rows.Text("submitted_procedure", line?.SubmittedProcedure?.Code);
        rows.Text("revenue_code", line?.RevenueCode);
        rows.Day("service_from", line?.From);
        rows.Day("service_to", line?.To);
        rows.Number("units_paid", line?.UnitsPaid);
        rows.Number("units_billed", line?.UnitsBilled);
        rows.Money("allowed", line?.Amounts.FirstOrDefault(amount => amount.Qualifier == "B6")?.Cents);
    }

    private static void OfMoney(IRows rows, long? charge, long? paid, IReadOnlyList<Adjustment> adjustments)
    {
        rows.Money("charge", charge);
        rows.Money("paid", paid);
        foreach (var group in Groups)
        {
            rows.Money($"adjusted_{group.ToLowerInvariant()}", Sum(adjustments, a => a.Group == group));
        }
        rows.Money("adjusted_other", Sum(adjustments, a => !Groups.Contains(a.Group)));
        rows.Text("adjustments", Join(adjustments, a => $"{a.Group}-{a.Reason} {Cents.Show(a.Cents)}"));
    }

    private static void OfProvider(IRows rows, ProviderAdjustment? adjustment)
    {
        rows.Text("provider_adjustment", adjustment?.Reason);
        rows.Text("provider_adjustment_reference", adjustment?.Reference);
        rows.Text("provider_id", adjustment?.ProviderId);
        rows.Day("fiscal_period_end", adjustment?.FiscalPeriodEnd);
        rows.End();
    }

    private static long? Sum(IReadOnlyList<Adjustment> adjustments, Func<Adjustment, bool> counts)
    {
        long? sum = null;
        foreach (var adjustment in adjustments)
        {
            sum = counts(adjustment) ? (sum ?? 0) + adjustment.Cents : sum;
        }
        return sum;
    }

    private static string Join<T>(IReadOnlyList<T> values, Func<T, string> text)
    {
        var joined = new StringBuilder();
        foreach (var value in values)
        {
            joined.Append(joined.Length == 0 ? "" : "; ").Append(text(value));
        }
        return joined.ToString();
    }
}
