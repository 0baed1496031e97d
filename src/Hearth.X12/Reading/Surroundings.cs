namespace Hearth.X12.Reading;

/// <summary>Follows what stands around transactions, so that each can say where it stood.</summary>
internal sealed class Surroundings
{
    private static readonly TradingPartner Nobody = new("", "");
    private static readonly Envelope Empty = new()
    {
        Sender = Nobody,
        Receiver = Nobody,
        Time = null,
        ControlNumber = "",
        GroupControlNumber = "",
        Delimiters = default,
    };

    private Envelope envelope = Empty;
    private string groupGuide = "";
    private int transactions;

    /// <summary>Where something stands that nothing is around.</summary>
    public static Origin Nowhere { get; } = new(Empty, "", "", 0);

    /// <summary>The interchange that is open, without its group.</summary>
    public Envelope Interchange { get; private set; } = Empty;

    /// <summary>ISA, GS or GE; all else changes nothing.</summary>
    public void Take(in Segment segment)
    {
        switch (segment.Code)
        {
            case Tags.Isa:
                (Interchange, groupGuide) = (ReadInterchange(segment), "");
                envelope = Interchange;
                break;
            case Tags.Gs:
                groupGuide = segment.Text(8);
                envelope = ReadGroup(segment);
                break;
            case Tags.Ge:
                (envelope, groupGuide) = (Interchange, "");
                break;
        }
    }

    /// <summary>The next transaction begins.</summary>
    public Origin Begin(in Segment st)
    {
        transactions++;
        return new(envelope, st.Text(2), st[3].IsEmpty ? groupGuide : st.Text(3), transactions);
    }

    private Envelope ReadGroup(in Segment gs) =>
        Interchange with
        {
            Sender = Interchange.Sender with { Application = gs.Text(2) },
            Receiver = Interchange.Receiver with { Application = gs.Text(3) },
            Time = Fields.Day(gs.Text(4))?.ToDateTime(Fields.Time(gs.Text(5)) ?? default) ?? Interchange.Time,
            GroupControlNumber = gs.Text(6),
        };

    private static Envelope ReadInterchange(in Segment isa) =>
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
}
