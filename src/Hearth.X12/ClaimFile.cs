namespace Hearth.X12;

/// <summary>Professional claims (837P, guide 005010X222A1) in one interchange with one functional group.</summary>
public sealed partial record ClaimFile
{
    /// <summary>Sender, receiver, control numbers, time, test or production, delimiters.</summary>
    public required Envelope Envelope { get; init; }

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
