namespace Hearth.X12.Reading;

/// <summary>What a reader of transactions has come to.</summary>
internal enum Step
{
    Begin,
    Segment,
    End,
    InterchangeAcknowledgement,
}

/// <summary>
/// Walks the transactions of one kind in a stream: their beginning, their segments between ST and SE, their end. A
/// transaction without SE ends where the next header or trailer stands. Others are passed over.
/// </summary>
internal sealed class TransactionReader(SegmentReader reader, Func<TransactionKind, bool> isWanted)
{
    private readonly Surroundings surroundings = new();
    private string kind = "";
    private Origin beginning = Surroundings.Nowhere;
    private bool isOpen;
    private bool isNew; // ST was read; the segment after it decides
    private bool isPending; // the segment that was read has not been looked at

    public Step Step { get; private set; }

    /// <summary>The segment, where the step is one.</summary>
    public Segment Current => reader.Current;

    /// <summary>Where the transaction stands.</summary>
    public Origin Origin { get; private set; } = Surroundings.Nowhere;

    /// <summary>The interchange around it, for what stands in no group.</summary>
    public Envelope Interchange => surroundings.Interchange;

    public bool Read()
    {
        while (isPending || reader.Read())
        {
            isPending = false;
            if (Take(reader.Current))
            {
                return true;
            }
        }
        return Close();
    }

    // True where there is something to say; the segment is looked at again where it was not the thing.
    private bool Take(Segment segment)
    {
        switch (segment.Code)
        {
            case Tags.Isa or Tags.Gs or Tags.St or Tags.Se or Tags.Ge or Tags.Iea when Close():
                isPending = segment.Code != Tags.Se;
                return true;
            case Tags.Isa or Tags.Gs or Tags.Ge:
                surroundings.Take(segment);
                return false;
            case Tags.St:
                Open(segment);
                return false;
            case Tags.Se or Tags.Iea:
                isNew = false;
                return false;
            case Tags.Ta1 when !isOpen:
                Step = Step.InterchangeAcknowledgement;
                return true;
            default:
                return TakeContent(segment);
        }
    }

    private bool TakeContent(Segment segment)
    {
        if (isNew)
        {
            isNew = false;
            isOpen = isWanted(new(kind, beginning.Guide, segment.Code == Tags.Bht ? segment.Text(1) : ""));
            Origin = beginning;
            (Step, isPending) = (Step.Begin, isOpen);
            return isOpen;
        }
        Step = Step.Segment;
        return isOpen;
    }

    private void Open(Segment st)
    {
        (isNew, kind, beginning) = (true, st.Text(1), surroundings.Begin(st));
    }

    private bool Close()
    {
        var wasOpen = isOpen;
        (isOpen, isNew, Step) = (false, false, Step.End);
        return wasOpen;
    }
}

/// <summary>What tells transactions of one ST01 from each other.</summary>
/// <param name="Transaction">ST01.</param>
/// <param name="Guide">ST03 or GS08.</param>
/// <param name="Structure">BHT01, where BHT follows ST.</param>
internal sealed record TransactionKind(string Transaction, string Guide, string Structure);
