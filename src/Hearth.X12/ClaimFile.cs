namespace Hearth.X12;

/// <summary>Professional claims (837P, guide 005010X222A1) in one interchange with one functional group.</summary>
public sealed partial record ClaimFile
{
    /// <summary>Who sends the interchange, at most 15 characters (ISA06).</summary>
    public required string SenderId { get; init; }

    /// <summary>What kind of id the sender's is: ZZ agreed on, 30 tax id, 01 DUNS and so on (ISA05).</summary>
    public string SenderQualifier { get; init; } = "ZZ";

    /// <summary>Who gets the interchange, at most 15 characters (ISA08).</summary>
    public required string ReceiverId { get; init; }

    /// <summary>What kind of id the receiver's is (ISA07).</summary>
    public string ReceiverQualifier { get; init; } = "ZZ";

    /// <summary>The group's sender, 2 to 15 characters; null where it is <see cref="SenderId"/> (GS02).</summary>
    public string? GroupSenderId { get; init; }

    /// <summary>The group's receiver, 2 to 15 characters; null where it is <see cref="ReceiverId"/> (GS03).</summary>
    public string? GroupReceiverId { get; init; }

    /// <summary>1 to 999,999,999, another one for each interchange between the two (ISA13).</summary>
    public required int ControlNumber { get; init; }

    /// <summary>1 to 999,999,999; null where it is <see cref="ControlNumber"/> (GS06).</summary>
    public int? GroupControlNumber { get; init; }

    /// <summary>When the file was made, to the minute, on the sender's clock (ISA09 and 10, GS04 and 05).</summary>
    public required DateTime Created { get; init; }

    /// <summary>Test data, which nobody pays (ISA15 is T).</summary>
    public bool IsTest { get; init; }

    /// <summary>The receiver is asked to answer with a TA1 (ISA14 is 1).</summary>
    public bool AsksForAcknowledgement { get; init; }

    /// <summary>The transactions.</summary>
    public IReadOnlyList<ClaimBatch> Batches { get; init; } = [];

    /// <summary>
    /// When read: all segments that hold something which these types do not carry, in the file's order, those of the claims
    /// among them. Writing leaves it out.
    /// </summary>
    public IReadOnlyList<NotCarried> NotCarried { get; init; } = [];
}

/// <summary>One transaction of claims, from ST to SE. The guide asks for no more than 5,000 claims in each.</summary>
public sealed record ClaimBatch
{
    /// <summary>4 to 9 characters, mostly digits, another one for each transaction of the group (ST02).</summary>
    public required string ControlNumber { get; init; }

    /// <summary>The sender's own number for the transaction, at most 30 characters (BHT03).</summary>
    public required string Reference { get; init; }

    /// <summary>When it was made, to the minute (BHT04 and 05).</summary>
    public required DateTime Created { get; init; }

    /// <summary>Sent before and lost on the way (BHT02 is 18, not 00).</summary>
    public bool IsReissue { get; init; }

    /// <summary>CH claims to be paid, RP encounters that are only reported, 31 a payer's own recovery (BHT06).</summary>
    public string Purpose { get; init; } = "CH";

    /// <summary>Loop 1000A.</summary>
    public required Submitter Submitter { get; init; }

    /// <summary>Loop 1000B.</summary>
    public required Receiver Receiver { get; init; }

    /// <summary>In the order they are written.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];
}
