using Hearth.X12.Reading;

namespace Hearth.X12.Converting;

/// <summary>A file as one table.</summary>
internal sealed class CsvConverter : ITransactions
{
    private readonly CsvRows rows;
    private readonly RemittanceReader reader;
    private readonly RemittanceRows remittances;
    private readonly ClaimRows claims;
    private readonly Findings leftOut = new();
    private string table = ""; // the kind of transaction that the table holds
    private int left; // the transaction last left out
    private bool isOpen; // claims that the table holds
    private int ended; // payments

    public CsvConverter(SegmentReader segments, CsvRows rows, IProgress<long>? progress)
    {
        this.rows = rows;
        remittances = new(rows);
        claims = new(rows);
        reader = new(segments, this, progress);
    }

    public Converted Convert()
    {
        foreach (var claim in reader)
        {
            EndPayments(claim.Payment);
            if (Holds("835", claim.Payment.Origin.Transaction, claim.Payment.Place))
            {
                remittances.Write(claim);
            }
        }
        EndPayments(null);
        return new(
            rows.Count,
            [.. leftOut.Errors, .. reader.Findings, .. leftOut.Warnings],
            reader.MoreFindings + leftOut.Beyond
        );
    }

    public void Begin(in Segment st, Origin origin)
    {
        EndPayments(null);
        var kind = st.Text(1);
        if (kind != "837")
        {
            LeaveOut(
                kind,
                origin.Transaction,
                st.Place,
                "Only remittances (835) and claims (837) make a table. Convert it to JSON."
            );
        }
        else if (Holds(kind, origin.Transaction, st.Place))
        {
            isOpen = true;
            claims.Begin(st, origin);
        }
    }

    public void Take(in Segment segment)
    {
        if (isOpen)
        {
            claims.Take(segment);
        }
    }

    public void End()
    {
        if (isOpen)
        {
            claims.End();
        }
        isOpen = false;
    }

    private void EndPayments(Payment? unless)
    {
        for (; ended < reader.Payments.Count && !ReferenceEquals(reader.Payments[ended].Payment, unless); ended++)
        {
            var totals = reader.Payments[ended];
            if (Holds("835", totals.Payment.Origin.Transaction, totals.Payment.Place))
            {
                remittances.Write(totals);
            }
        }
    }

    private bool Holds(string kind, int transaction, Place place)
    {
        table = table.Length == 0 ? kind : table;
        if (table != kind)
        {
            LeaveOut(kind, transaction, place, "Convert a file that holds only this kind, or convert to JSON.");
        }
        return table == kind;
    }

    private void LeaveOut(string kind, int transaction, Place place, string next)
    {
        if (left == transaction)
        {
            return;
        }
        left = transaction;
        leftOut.Add(
            new(Severity.Error, $"Transaction {transaction} is of kind {kind} and is not in the table.", next)
            {
                Transaction = transaction,
                Place = place,
                Segment = "ST",
                Element = 1,
                Found = kind,
            }
        );
    }
}
