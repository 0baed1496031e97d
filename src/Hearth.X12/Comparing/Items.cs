namespace Hearth.X12.Comparing;

/// <summary>Reads a file as items that can be compared, one claim at a time.</summary>
internal sealed class Items
{
    private readonly RemittanceReader reader;
    private readonly Action<Item> take;
    private int ended; // payments that were handed on
    private Payment? open;
    private List<ProviderSummary> summaries = [];

    public Items(SegmentReader segments, Action<Item> take)
    {
        this.take = take;
        reader = new(segments, new Loops(take, Sums));
    }

    public Sums Sums { get; } = new();

    public IReadOnlyList<Finding> Findings => reader.Findings;

    public int Transactions => reader.Transactions;

    public void Read()
    {
        foreach (var claim in reader)
        {
            EndPayments(claim.Payment);
            open = claim.Payment;
            if (claim.Summary is { } summary && (summaries.Count == 0 || !ReferenceEquals(summaries[^1], summary)))
            {
                summaries.Add(summary);
            }
            Add(claim);
            take(RemittanceItems.Of(claim));
        }
        EndPayments(null);
    }

    // A payment's end is read before the first claim of the next one is handed out.
    private void EndPayments(Payment? unless)
    {
        for (; ended < reader.Payments.Count && !ReferenceEquals(reader.Payments[ended].Payment, unless); ended++)
        {
            var totals = reader.Payments[ended];
            Add(totals);
            take(RemittanceItems.Of(totals, ReferenceEquals(totals.Payment, open) ? summaries : []));
            summaries = ReferenceEquals(totals.Payment, open) ? [] : summaries;
        }
    }

    private void Add(ClaimPayment claim)
    {
        Sums.Count("Claims");
        Sums.Add("Charged", claim.ChargeCents);
        Sums.Add("Paid on claims", claim.PaidCents);
        Sums.Add("Patient responsibility", claim.PatientResponsibilityCents);
        foreach (var adjustment in claim.Adjustments)
        {
            Add(adjustment);
        }
        foreach (var line in claim.Services)
        {
            Sums.Count("Lines");
            Sums.Add("Charged on lines", line.ChargeCents);
            Sums.Add("Paid on lines", line.PaidCents);
            foreach (var adjustment in line.Adjustments)
            {
                Add(adjustment);
            }
        }
    }

    private void Add(Adjustment adjustment) =>
        Sums.Add($"Adjusted {adjustment.Group}-{adjustment.Reason}", adjustment.Cents);

    private void Add(PaymentTotals totals)
    {
        Sums.Count("Payments");
        Sums.Add("Paid out", totals.Payment.AmountCents);
        Sums.Add("Provider-level adjustments", totals.ProviderAdjustmentCents);
    }
}
