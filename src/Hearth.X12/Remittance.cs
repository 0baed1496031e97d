namespace Hearth.X12;

/// <summary>One payment with all its claims: an 835 transaction from ST to SE.</summary>
/// <param name="Payment">What was paid, how, by whom and to whom.</param>
/// <param name="Claims">In the order of the file.</param>
/// <param name="Totals">Its sums, and what belongs to no claim.</param>
public sealed record Remittance(Payment Payment, IReadOnlyList<ClaimPayment> Claims, PaymentTotals Totals)
{
    /// <summary>
    /// Reads the claims of a stream's payments one at a time, in memory that does not grow: the simple way to post a
    /// remittance. <see cref="RemittanceFile.Read(Stream)"/> gives whole payments.
    /// </summary>
    /// <param name="stream">Any number of interchanges; the caller closes it. Nothing in it makes the reader throw.</param>
    public static RemittanceReader Read(Stream stream) => ClaimPayment.Read(stream);

    /// <summary>Money that belongs to no claim (PLB).</summary>
    public IReadOnlyList<ProviderAdjustment> ProviderAdjustments => Totals.ProviderAdjustments;
}

/// <summary>All payments of a stream, each with all its claims.</summary>
/// <param name="Remittances">One for each 835 transaction, in the order of the file.</param>
/// <param name="Findings">What is not as the standard or the sums say: errors, then warnings, each in the order of the file.</param>
/// <param name="MoreFindings">Findings beyond those that are listed.</param>
public sealed record RemittanceFile(
    IReadOnlyList<Remittance> Remittances,
    IReadOnlyList<Finding> Findings,
    long MoreFindings
)
{
    /// <summary>Reads all payments of a stream into memory; <see cref="ClaimPayment.Read"/> reads one claim at a time.</summary>
    /// <param name="stream">Any number of interchanges; the caller closes it. Nothing in it makes the reader throw.</param>
    public static RemittanceFile Read(Stream stream) => Read(ClaimPayment.Read(stream));

    internal static RemittanceFile Read(RemittanceReader reader)
    {
        var remittances = new List<Remittance>();
        var claims = new List<ClaimPayment>();
        var taken = 0;
        while (reader.Read())
        {
            claims.Add(reader.Current);
        }
        foreach (var totals in reader.Payments)
        {
            var own = claims.GetRange(taken, totals.Claims);
            taken += totals.Claims;
            remittances.Add(new(totals.Payment, own, totals));
        }
        return new(remittances, reader.Findings, reader.MoreFindings);
    }
}

/// <summary>The sums of a payment at its end, in whole cents with their signs, and what belongs to no claim of it.</summary>
public sealed record PaymentTotals
{
    /// <summary>The payment.</summary>
    public required Payment Payment { get; init; }

    /// <summary>How many claims it has.</summary>
    public int Claims { get; init; }

    /// <summary>CLP03 of all claims.</summary>
    public long ChargeCents { get; init; }

    /// <summary>CLP04 of all claims.</summary>
    public long PaidCents { get; init; }

    /// <summary>CLP05 of all claims.</summary>
    public long PatientResponsibilityCents { get; init; }

    /// <summary>Money that belongs to no claim (PLB), in the order of the file.</summary>
    public IReadOnlyList<ProviderAdjustment> ProviderAdjustments { get; init; } = [];

    /// <summary>What the provider-level adjustments come to.</summary>
    public long ProviderAdjustmentCents { get; init; }

    /// <summary>What BPR02 should be: what the claims pay less the provider-level adjustments.</summary>
    public long ExpectedCents => PaidCents - ProviderAdjustmentCents;

    /// <summary>BPR02 is what it should be.</summary>
    public bool AddsUp => Payment.AmountCents == ExpectedCents;

    /// <summary>What no member carries, after the last claim.</summary>
    public IReadOnlyList<NotCarried> NotCarried { get; init; } = [];
}
