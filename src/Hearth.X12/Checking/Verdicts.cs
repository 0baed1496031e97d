namespace Hearth.X12.Checking;

/// <summary>Sorts findings under the interchange, group and transaction that they are about.</summary>
internal sealed class Verdicts
{
    private InterchangeVerdict? interchange;
    private GroupVerdict? group;
    private TransactionVerdict? transaction;

    public List<InterchangeVerdict> Interchanges { get; } = [];

    /// <summary>An envelope's segment is about to be checked.</summary>
    public void Open(in Segment segment)
    {
        switch (segment.Code)
        {
            case Tags.Isa:
                Interchanges.Add(interchange = Of(segment));
                (group, transaction) = (null, null);
                break;
            case Tags.Gs:
                (interchange ??= Nameless()).Inner.Add(group = OfGroup(segment));
                transaction = null;
                break;
            case Tags.St:
                transaction = new()
                {
                    Kind = Again(segment[1], transaction?.Kind),
                    Control = segment.Text(2),
                    Version = Again(segment[3], transaction?.Version),
                };
                group?.Inner.Add(transaction);
                break;
            case Tags.Ge when group is not null:
                group.Included = segment.Text(1);
                transaction = null;
                break;
            case Tags.Iea:
                (group, transaction) = (null, null);
                break;
        }
    }

    public void Add(Finding finding)
    {
        switch (finding.Acknowledgement?[..2])
        {
            case "TA":
                Keep(interchange?.Own, finding);
                break;
            case "AK":
                Keep(group?.Own, finding);
                break;
            case null when finding.Transaction == 0:
                break; // about the file as a whole
            default:
                AddToTransaction(finding);
                break;
        }
    }

    // Thousands of transactions are of one kind and version, which need be there once.
    private static string Again(ReadOnlySpan<byte> bytes, string? before) =>
        before is not null && System.Text.Ascii.Equals(bytes, before) ? before : Segment.ToText(bytes);

    // What is answered is kept for itself, so that many warnings before it do not hide it.
    private void AddToTransaction(Finding finding)
    {
        if (transaction is null)
        {
            return;
        }
        var found = transaction.Found ??= new();
        Keep(found.All, finding);
        if (finding.Severity != Severity.Error)
        {
            return;
        }
        transaction.Errors++;
        if (finding.Acknowledgement is { } code)
        {
            Keep(IsOfTransaction(code) ? found.OfItself : found.InSegments, finding);
        }
    }

    private static bool IsOfTransaction(string code) => code.StartsWith("IK502", StringComparison.Ordinal);

    private static void Keep(List<Finding>? to, Finding finding)
    {
        if (to?.Count < TransactionVerdict.MostFindings)
        {
            to.Add(finding);
        }
    }

    // A group that no ISA opened still has transactions to speak of.
    private InterchangeVerdict Nameless()
    {
        var nameless = new InterchangeVerdict
        {
            SenderQualifier = "",
            Sender = "",
            ReceiverQualifier = "",
            Receiver = "",
            Date = "",
            Time = "",
            Control = "",
            AsksForAcknowledgement = false,
            Usage = "",
        };
        Interchanges.Add(nameless);
        return nameless;
    }

    private static InterchangeVerdict Of(in Segment isa) =>
        new()
        {
            SenderQualifier = isa.Text(5).Trim(),
            Sender = isa.Text(6).Trim(),
            ReceiverQualifier = isa.Text(7).Trim(),
            Receiver = isa.Text(8).Trim(),
            Date = isa.Text(9),
            Time = isa.Text(10),
            Control = isa.Text(13),
            AsksForAcknowledgement = isa[14].SequenceEqual("1"u8),
            Usage = isa.Text(15),
        };

    private static GroupVerdict OfGroup(in Segment gs) =>
        new()
        {
            FunctionalId = gs.Text(1),
            Sender = gs.Text(2),
            Receiver = gs.Text(3),
            Control = gs.Text(6),
            Version = gs.Text(8),
        };
}
