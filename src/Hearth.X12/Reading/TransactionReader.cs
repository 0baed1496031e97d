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
    private static readonly TradingPartner Nobody = new("", "");
    private Envelope interchange = Empty(default);
    private Envelope envelope = Empty(default);
    private string groupGuide = "";
    private string kind = "";
    private string control = "";
    private string guide = "";
    private int transactions;
    private bool isOpen;
    private bool isNew; // ST was read; the segment after it decides
    private bool isPending; // the segment that was read has not been looked at

    public Step Step { get; private set; }

    /// <summary>The segment, where the step is one.</summary>
    public Segment Current => reader.Current;

    /// <summary>Where the transaction stands.</summary>
    public Origin Origin { get; private set; } = new(Empty(default), "", "", 0);

    /// <summary>The interchange around it, for what stands in no group.</summary>
    public Envelope Interchange => interchange;

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
            case Tags.Isa:
                (interchange, groupGuide) = (ReadInterchange(segment), "");
                envelope = interchange;
                return false;
            case Tags.Gs:
                ReadGroup(segment);
                return false;
            case Tags.Ge:
                (envelope, groupGuide) = (interchange, "");
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
            isOpen = isWanted(new(kind, guide, segment.Code == Tags.Bht ? segment.Text(1) : ""));
            Origin = new(envelope, control, guide, transactions);
            (Step, isPending) = (Step.Begin, isOpen);
            return isOpen;
        }
        Step = Step.Segment;
        return isOpen;
    }

    private void Open(Segment st)
    {
        (isNew, kind, control, guide) = (true, st.Text(1), st.Text(2), st.Text(3));
        guide = guide.Length == 0 ? groupGuide : guide;
        transactions++;
    }

    private bool Close()
    {
        var wasOpen = isOpen;
        (isOpen, isNew, Step) = (false, false, Step.End);
        return wasOpen;
    }

    private void ReadGroup(Segment gs)
    {
        groupGuide = gs.Text(8);
        envelope = interchange with
        {
            Sender = interchange.Sender with { Application = gs.Text(2) },
            Receiver = interchange.Receiver with { Application = gs.Text(3) },
            Time = Fields.Day(gs.Text(4))?.ToDateTime(Fields.Time(gs.Text(5)) ?? default) ?? interchange.Time,
            GroupControlNumber = gs.Text(6),
        };
    }

    private static Envelope ReadInterchange(Segment isa) =>
        new()
        {
            AuthorizationQualifier = isa.Text(1),
            Authorization = isa.Text(2).TrimEnd(),
            SecurityQualifier = isa.Text(3),
            Security = isa.Text(4).TrimEnd(),
            Sender = new(isa.Text(5), isa.Text(6).TrimEnd()),
            Receiver = new(isa.Text(7), isa.Text(8).TrimEnd()),
            Time = Fields.ShortDay(isa.Text(9))?.ToDateTime(Fields.Time(isa.Text(10)) ?? default),
            ControlNumber = isa.Text(13),
            GroupControlNumber = "",
            WantsAcknowledgement = isa.Text(14) == "1",
            IsTest = isa.Text(15) == "T",
            Delimiters = isa.Delimiters,
        };

    private static Envelope Empty(Delimiters delimiters) =>
        new()
        {
            Sender = Nobody,
            Receiver = Nobody,
            Time = null,
            ControlNumber = "",
            GroupControlNumber = "",
            Delimiters = delimiters,
        };
}

/// <summary>What tells transactions of one ST01 from each other.</summary>
/// <param name="Transaction">ST01.</param>
/// <param name="Guide">ST03 or GS08.</param>
/// <param name="Structure">BHT01, where BHT follows ST.</param>
internal sealed record TransactionKind(string Transaction, string Guide, string Structure);
