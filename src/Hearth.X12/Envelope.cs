namespace Hearth.X12;

/// <summary>Who sends or receives an interchange.</summary>
/// <param name="Qualifier">What kind of id it is: ZZ mutually agreed, 30 a tax number, 01 a DUNS number and so on (ISA05, ISA07).</param>
/// <param name="Id">At most 15 characters (ISA06, ISA08).</param>
/// <param name="Application">The code within the group, 2 to 15 characters (GS02, GS03).</param>
public sealed record TradingPartner(string Qualifier, string Id, string Application)
{
    /// <summary>A partner whose code within the group is its id.</summary>
    public TradingPartner(string qualifier, string id)
        : this(qualifier, id, id) { }
}

/// <summary>What stands around transactions: the interchange (ISA) and the functional group (GS).</summary>
public sealed record Envelope
{
    /// <summary>ISA05, ISA06 and GS02.</summary>
    public required TradingPartner Sender { get; init; }

    /// <summary>ISA07, ISA08 and GS03.</summary>
    public required TradingPartner Receiver { get; init; }

    /// <summary>The sender's day and time, without seconds (ISA09 and ISA10); null where the file has none that can be read.</summary>
    public required DateTime? Time { get; init; }

    /// <summary>The interchange's number, up to nine digits; ISA13 is filled with zeros before it.</summary>
    public required string ControlNumber { get; init; }

    /// <summary>The group's number, up to nine digits (GS06); empty outside of a group.</summary>
    public string GroupControlNumber { get; init; } = "1";

    /// <summary>Test data, not for processing (ISA15 is T rather than P).</summary>
    public bool IsTest { get; init; }

    /// <summary>The sender asks for a TA1 (ISA14).</summary>
    public bool WantsAcknowledgement { get; init; }

    /// <summary>00 for none (ISA01).</summary>
    public string AuthorizationQualifier { get; init; } = "00";

    /// <summary>At most ten characters (ISA02).</summary>
    public string Authorization { get; init; } = "";

    /// <summary>00 for none, 01 a password (ISA03).</summary>
    public string SecurityQualifier { get; init; } = "00";

    /// <summary>At most ten characters (ISA04).</summary>
    public string Security { get; init; } = "";

    /// <summary>How parts are told from each other.</summary>
    public Delimiters Delimiters { get; init; } = SegmentWriter.Usual;

    /// <summary>The envelope of an answer: sender and receiver change places, and no passwords go back.</summary>
    /// <param name="controlNumber">The answering interchange's own number.</param>
    /// <param name="time">When it is made, by its sender's clock.</param>
    /// <param name="groupControlNumber">The answering group's own number.</param>
    public Envelope Answer(string controlNumber, DateTime time, string groupControlNumber = "1") =>
        new()
        {
            Sender = Receiver,
            Receiver = Sender,
            Time = time,
            ControlNumber = controlNumber,
            GroupControlNumber = groupControlNumber,
            IsTest = IsTest,
            Delimiters = Delimiters.Repetition == 0 ? SegmentWriter.Usual : Delimiters,
        };
}
