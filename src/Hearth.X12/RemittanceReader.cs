using System.Collections;
using Hearth.X12.Checking;
using Hearth.X12.Reading;
using Hearth.X12.Remittances;

namespace Hearth.X12;

/// <summary>
/// The claim payments of a stream, one after the other and once only. Memory does not grow with the number of claims; one
/// small entry is kept for each payment.
/// </summary>
/// <example><code>
/// foreach (var claim in ClaimPayment.Read(stream))
///     Post(claim.ClaimId, claim.PaidCents, claim.Payment.TraceNumber);
/// </code></example>
public sealed class RemittanceReader : IEnumerable<ClaimPayment>
{
    private readonly Pass<SumsAlone> pass;
    private readonly Surroundings surroundings = new();
    private readonly ITransactions? others;
    private readonly Values values;
    private readonly TransactionBuilder transaction;
    private readonly List<PaymentTotals> payments = [];
    private ClaimPayment? current;
    private bool isAtEnd;
    private bool isOther; // a transaction that is no remittance is open

    /// <summary>Reads segments that others may want as well.</summary>
    /// <param name="reader">The segments.</param>
    /// <param name="others">Takes the transactions that are no remittances; without it they are passed over and said.</param>
    /// <param name="progress">Told now and then how many bytes were read.</param>
    internal RemittanceReader(SegmentReader reader, ITransactions? others = null, IProgress<long>? progress = null)
    {
        this.others = others;
        pass = new(reader) { Progress = progress };
        values = new(pass.Findings);
        transaction = new(values);
    }

    /// <summary>The claim last read.</summary>
    /// <exception cref="InvalidOperationException">None was read yet.</exception>
    public ClaimPayment Current => current ?? throw new InvalidOperationException("No claim was read yet.");

    /// <summary>
    /// The payments that have ended so far, with their sums and provider-level adjustments: all of them after the last claim.
    /// </summary>
    public IReadOnlyList<PaymentTotals> Payments => payments;

    /// <summary>
    /// What is not as the standard or the sums say, as far as the stream was read: errors, then warnings, each in the order
    /// of the file, the first thousand of each.
    /// </summary>
    public IReadOnlyList<Finding> Findings => [.. pass.Findings.Errors, .. pass.Findings.Warnings];

    /// <summary>Findings beyond those that are listed.</summary>
    public long MoreFindings => pass.Findings.Beyond;

    /// <summary>All transactions so far, remittances or not.</summary>
    internal int Transactions => pass.Envelopes.Transactions;

    /// <summary>Moves on to the next claim, over the ends of payments.</summary>
    /// <returns>False at the end of the stream.</returns>
    public bool Read()
    {
        while (!isAtEnd)
        {
            isAtEnd = !pass.Read();
            if (isAtEnd)
            {
                EndTransaction();
            }
            else
            {
                Take(pass.Current);
            }
            if (transaction.TakeFinished() is { } claim)
            {
                current = claim;
                return true;
            }
        }
        return false;
    }

    /// <summary>The claims that are left.</summary>
    public IEnumerator<ClaimPayment> GetEnumerator()
    {
        while (Read())
        {
            yield return Current;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Take(in Segment segment)
    {
        if (pass.IsContent)
        {
            transaction.Take(segment);
            if (isOther)
            {
                others?.Take(segment);
            }
            return;
        }
        if (segment.Code is Tags.Se or Tags.St or Tags.Ge or Tags.Gs or Tags.Iea or Tags.Isa)
        {
            EndTransaction();
        }
        surroundings.Take(segment);
        if (segment.Code == Tags.St)
        {
            Open(segment, surroundings.Begin(segment));
        }
    }

    private void Open(in Segment st, Origin origin)
    {
        var envelopes = pass.Envelopes;
        values.Transaction = envelopes.Transaction;
        if (envelopes.Kind == "835")
        {
            transaction.Open(st, origin);
            return;
        }
        isOther = true;
        others?.Begin(st, origin);
        if (others is not null)
        {
            return;
        }
        pass.Findings.Add(
            new(
                Severity.Warning,
                $"Transaction {envelopes.Transaction} is of kind {envelopes.Kind}, so it is no remittance.",
                "It was passed over. Read it with what is made for its kind."
            )
            {
                Transaction = envelopes.Transaction,
                Place = st.Place,
                Segment = "ST",
                Element = 1,
                Found = envelopes.Kind,
                Expected = "835",
            }
        );
    }

    private void EndTransaction()
    {
        if (transaction.End() is { } totals)
        {
            payments.Add(totals);
        }
        if (isOther)
        {
            isOther = false;
            others?.End();
        }
    }
}
