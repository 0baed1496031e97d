using Hearth.X12.Checking;
using Hearth.X12.Reading;
using Hearth.X12.Writing;

namespace Hearth.X12;

/// <summary>
/// Writes claims one after the other, so that a file of any size needs no more memory than a claim. Each claim is checked
/// before any of it is written.
/// </summary>
/// <example><code>
/// var writer = new ClaimWriter(stream, envelope);
/// writer.Begin(batch);
/// foreach (var claim in claims)
///     writer.Write(claim);
/// writer.End();
/// </code></example>
public sealed class ClaimWriter
{
    private readonly EnvelopeWriter envelope;
    private readonly ClaimBody body;
    private readonly ClaimCheck? check; // null where all was checked before
    private bool isInTransaction;
    private bool isEnded;
    private int transactions;
    private int claims;

    /// <summary>Begins an interchange.</summary>
    /// <param name="stream">Takes the bytes; the caller closes it.</param>
    /// <param name="envelope">Sender, receiver, control numbers, time, delimiters.</param>
    /// <param name="lineEnd">Written after each segment: nothing, or "\n" for people's eyes.</param>
    /// <exception cref="X12RefusedException">The envelope cannot be written. Nothing was.</exception>
    public ClaimWriter(Stream stream, Envelope envelope, string lineEnd = "")
        : this(stream, envelope, lineEnd, new ClaimCheck(envelope.Delimiters)) => Refuse(this.envelope.Body.Findings);

    private ClaimWriter(Stream stream, Envelope envelope, string lineEnd, ClaimCheck? check)
    {
        this.check = check;
        this.envelope = new EnvelopeWriter(stream, envelope, lineEnd);
        body = new ClaimBody(this.envelope);
        this.envelope.BeginInterchange();
        this.envelope.BeginGroup("HC", ClaimBody.Guide);
    }

    /// <summary>Begins a transaction, after ending the one before. Claims that the batch has are written as well.</summary>
    /// <exception cref="X12RefusedException">The transaction's head or one of its claims cannot be written.</exception>
    /// <exception cref="InvalidOperationException">The file is ended.</exception>
    public void Begin(ClaimBatch batch)
    {
        ObjectDisposedException.ThrowIf(isEnded, this);
        EndTransaction();
        check?.Begin(batch);
        Refuse(check?.Findings, isOfTransaction: true);
        transactions++;
        (isInTransaction, claims) = (true, 0);
        body.Begin(batch);
        foreach (var claim in Ahead.Each(batch.Claims))
        {
            Write(claim);
        }
    }

    /// <summary>Writes a claim into the transaction.</summary>
    /// <exception cref="X12RefusedException">It cannot be written; nothing of it was, and others can still be.</exception>
    /// <exception cref="InvalidOperationException">No transaction was begun, or the file is ended.</exception>
    public void Write(Claim claim)
    {
        if (!isInTransaction)
        {
            throw new InvalidOperationException("A claim stands in a transaction: call Begin first.");
        }
        check?.Check(claim);
        Refuse(check?.Findings);
        body.Write(claim);
        claims++;
    }

    /// <summary>Ends the transaction, the group and the interchange, and hands everything to the stream.</summary>
    /// <exception cref="X12RefusedException">The file has no transactions, or the last one has no claims.</exception>
    public void End()
    {
        if (!isEnded)
        {
            EndTransaction();
            check?.EndFile(transactions);
            Refuse(check?.Findings);
            isEnded = true;
            envelope.End();
        }
    }

    /// <summary>Writes a file that was checked before.</summary>
    internal static void WriteChecked(Stream stream, ClaimFile file, string lineEnd)
    {
        var writer = new ClaimWriter(stream, file.Envelope, lineEnd, check: null);
        for (var i = 0; i < file.Batches.Count; i++)
        {
            writer.Begin(file.Batches[i]);
        }
        writer.End();
    }

    private void EndTransaction()
    {
        if (isInTransaction)
        {
            check?.End(claims);
            Refuse(check?.Findings);
            isInTransaction = false;
            envelope.EndTransaction();
        }
    }

    private void Refuse(IReadOnlyList<Finding>? findings, bool isOfTransaction = false)
    {
        if (findings is null or [])
        {
            return;
        }
        var errors = findings.Where(f => f.Severity == Severity.Error).ToList();
        check?.Forget();
        if (errors.Count > 0 && isOfTransaction)
        {
            check?.Withdraw();
        }
        if (errors.Count > 0)
        {
            throw new X12RefusedException(errors);
        }
    }
}
