using System.Text;

namespace Hearth.X12.Converting;

/// <summary>Rows of a remittance: lines, what is left of their claims, and what belongs to no claim.</summary>
internal sealed class RemittanceRows(IRows rows)
{
    private static readonly (string Code, string Column)[] Groups =
    [
        ("CO", "adjusted_co"),
        ("PR", "adjusted_pr"),
        ("OA", "adjusted_oa"),
        ("PI", "adjusted_pi"),
        ("CR", "adjusted_cr"),
    ];

    private readonly StringBuilder joined = new();

    public void Write(ClaimPayment claim)
    {
        var (charge, paid) = (claim.ChargeCents, claim.PaidCents);
        for (var i = 0; i < claim.Services.Count; i++)
        {
            var line = claim.Services[i];
            (charge, paid) = (charge - line.ChargeCents, paid - line.PaidCents);
            Begin("line", claim.Payment);
            OfClaim(claim);
            OfLine(i + 1, line);
            OfMoney(line.ChargeCents, line.PaidCents, line.Adjustments);
            rows.Text("remark_codes", Join(line.RemarkCodes, static (to, remark) => to.Append(remark.Code)));
            OfProvider(null);
        }
        if (claim.Services.Count == 0 || claim.Adjustments.Count > 0 || charge != 0 || paid != 0)
        {
            Begin("claim", claim.Payment);
            OfClaim(claim);
            OfLine(null, null);
            OfMoney(charge, paid, claim.Adjustments);
            rows.Text("remark_codes", null);
            OfProvider(null);
        }
    }

    public void Write(PaymentTotals totals)
    {
        foreach (var adjustment in totals.ProviderAdjustments)
        {
            Begin("provider", totals.Payment);
            OfClaim(null);
            OfLine(null, null);
            OfMoney(null, -adjustment.Cents, []);
            rows.Text("remark_codes", null);
            OfProvider(adjustment);
        }
    }

    private void Begin(string level, Payment payment)
    {
        rows.Text("level", level);
        rows.Number("transaction", payment.Origin.Transaction);
        rows.Text("trace_number", payment.TraceNumber);
        rows.Day("payment_date", payment.PaymentDate);
        rows.Money("payment_amount", payment.AmountCents);
        rows.Text("payment_method", payment.Method);
        rows.Text("payer_id", payment.PayerId);
        rows.Text("payer_name", payment.Payer?.Name);
        rows.Text("payee_id", payment.Payee?.Id);
        rows.Text("payee_name", payment.Payee?.Name);
    }

    private void OfClaim(ClaimPayment? claim)
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
        rows.Text("claim_remark_codes", Join(claim?.RemarkCodes ?? [], static (to, code) => to.Append(code)));
    }

    private void OfLine(int? number, ServicePayment? line)
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

    private void OfMoney(long? charge, long? paid, IReadOnlyList<Adjustment> adjustments)
    {
        rows.Money("charge", charge);
        rows.Money("paid", paid);
        long? other = null;
        foreach (var adjustment in adjustments)
        {
            other = Array.Exists(Groups, group => group.Code == adjustment.Group)
                ? other
                : (other ?? 0) + adjustment.Cents;
        }
        foreach (var (code, column) in Groups)
        {
            rows.Money(column, Sum(adjustments, code));
        }
        rows.Money("adjusted_other", other);
        rows.Text(
            "adjustments",
            Join(
                adjustments,
                static (to, a) =>
                    to.Append(a.Group).Append('-').Append(a.Reason).Append(' ').Append(Cents.Show(a.Cents))
            )
        );
    }

    private void OfProvider(ProviderAdjustment? adjustment)
    {
        rows.Text("provider_adjustment", adjustment?.Reason);
        rows.Text("provider_adjustment_reference", adjustment?.Reference);
        rows.Text("provider_id", adjustment?.ProviderId);
        rows.Day("fiscal_period_end", adjustment?.FiscalPeriodEnd);
        rows.End();
    }

    private static long? Sum(IReadOnlyList<Adjustment> adjustments, string group)
    {
        long? sum = null;
        for (var i = 0; i < adjustments.Count; i++)
        {
            sum = adjustments[i].Group == group ? (sum ?? 0) + adjustments[i].Cents : sum;
        }
        return sum;
    }

    private string? Join<T>(IReadOnlyList<T> values, Action<StringBuilder, T> append)
    {
        if (values.Count == 0)
        {
            return null;
        }
        joined.Clear();
        for (var i = 0; i < values.Count; i++)
        {
            joined.Append(i == 0 ? "" : "; ");
            append(joined, values[i]);
        }
        return joined.ToString();
    }
}
