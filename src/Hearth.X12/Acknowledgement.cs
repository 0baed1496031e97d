using Hearth.X12.Acknowledgements;

namespace Hearth.X12;

/// <summary>
/// What a receiver says of one functional group, transaction by transaction: an implementation acknowledgement (999,
/// 005010X231A1). It tells whether a file follows the standard and the guide; nothing about whether claims will be paid.
/// </summary>
public sealed record Acknowledgement
{
    /// <summary>The kind of the group that is answered, such as HC for claims (AK101).</summary>
    public required string FunctionalId { get; init; }

    /// <summary>The number of the group that is answered: its GS06 (AK102).</summary>
    public required string GroupControlNumber { get; init; }

    /// <summary>The version of the group that is answered: its GS08, such as 005010X222A1 (AK103).</summary>
    public required string Version { get; init; }

    /// <summary>In the order of the group. Transactions that were accepted may be left out.</summary>
    public IReadOnlyList<TransactionAcknowledgement> Transactions { get; init; } = [];

    /// <summary>
    /// A accepted, E accepted though errors were found, P partly accepted, R rejected; M, W, X rejected for its
    /// authentication, assurance or encryption (AK901). Empty where a file that was read does not say.
    /// </summary>
    public required string Verdict { get; init; }

    /// <summary>How many transactions the group said it had (AK902).</summary>
    public required int Included { get; init; }

    /// <summary>How many transactions came (AK903).</summary>
    public required int Received { get; init; }

    /// <summary>How many transactions were accepted (AK904).</summary>
    public required int Accepted { get; init; }

    /// <summary>At most five codes for what is wrong with the group itself, such as 5 for a wrong count (AK905 to AK909).</summary>
    public IReadOnlyList<string> ErrorCodes { get; init; } = [];

    /// <summary>Where it was read; null for one that was made.</summary>
    public Origin? Origin { get; init; }

    /// <summary>When read: what no member carries. Writing leaves it out.</summary>
    public IReadOnlyList<NotCarried> NotCarried { get; init; } = [];

    /// <summary>The receiver works with the whole group.</summary>
    public bool IsAccepted => AcknowledgementCodes.Accepts(Verdict);

    /// <summary>
    /// Answers a group from the answers to its transactions: the verdict and the counts follow from theirs.
    /// </summary>
    /// <param name="functionalId">Its GS01.</param>
    /// <param name="groupControlNumber">Its GS06.</param>
    /// <param name="version">Its GS08.</param>
    /// <param name="transactions">All that came in it.</param>
    /// <param name="included">What its GE01 says; null for as many as came.</param>
    /// <param name="errorCodes">What is wrong with the group itself. A group that would be accepted is then so with errors.</param>
    public static Acknowledgement For(
        string functionalId,
        string groupControlNumber,
        string version,
        IReadOnlyList<TransactionAcknowledgement> transactions,
        int? included = null,
        IReadOnlyList<string>? errorCodes = null
    )
    {
        var accepted = transactions.Count(t => t.IsAccepted);
        var isClean =
            transactions.All(t => t.Verdict == AcknowledgementCodes.Accepted) && errorCodes is not { Count: > 0 };
        return new()
        {
            FunctionalId = functionalId,
            GroupControlNumber = groupControlNumber,
            Version = version,
            Transactions = transactions,
            Verdict =
                accepted == 0 ? AcknowledgementCodes.Rejected
                : accepted < transactions.Count ? AcknowledgementCodes.PartlyAccepted
                : isClean ? AcknowledgementCodes.Accepted
                : AcknowledgementCodes.AcceptedWithErrors,
            Included = included ?? transactions.Count,
            Received = transactions.Count,
            Accepted = accepted,
            ErrorCodes = errorCodes ?? [],
        };
    }

    /// <summary>
    /// Reads the acknowledgements of a stream one after the other. Other transactions are passed over; nothing in the
    /// stream makes it throw.
    /// </summary>
    /// <param name="stream">Any number of interchanges; the caller closes it.</param>
    public static IEnumerable<Acknowledgement> Read(Stream stream) =>
        AcknowledgementReader.Read(new SegmentReader(stream)).OfType<Acknowledgement>();

    /// <summary>What would make a receiver reject it; empty where it can be written.</summary>
    /// <param name="delimiters">Those of the file that it goes into; null for the usual ones.</param>
    public IReadOnlyList<Finding> Check(Delimiters? delimiters = null)
    {
        var writer = Writing.CheckedWriter.Dry(delimiters);
        writer.BeginTransaction();
        AcknowledgementWriter.Write(writer, this);
        return writer.Findings;
    }
}

/// <summary>What a receiver says of one transaction (AK2 to IK5).</summary>
public sealed record TransactionAcknowledgement
{
    /// <summary>The kind of transaction that is answered: its ST01, such as 837 (AK201).</summary>
    public required string Transaction { get; init; }

    /// <summary>The number of the transaction that is answered: its ST02 (AK202).</summary>
    public required string ControlNumber { get; init; }

    /// <summary>The guide of the transaction that is answered: its ST03; null where it named none (AK203).</summary>
    public string? Guide { get; init; }

    /// <summary>
    /// A accepted, E accepted though errors were found, R rejected; M, W, X rejected for its authentication, assurance or
    /// encryption (IK501). Empty where a file that was read does not say.
    /// </summary>
    public required string Verdict { get; init; }

    /// <summary>
    /// At most five codes, such as 5 for errors in segments and I5 for breaches of the guide in segments (IK502 to IK506).
    /// </summary>
    public IReadOnlyList<string> ErrorCodes { get; init; } = [];

    /// <summary>In the order of the transaction.</summary>
    public IReadOnlyList<SegmentError> SegmentErrors { get; init; } = [];

    /// <summary>The receiver works with it.</summary>
    public bool IsAccepted => AcknowledgementCodes.Accepts(Verdict);
}

/// <summary>What is wrong with one segment (IK3 with its CTX and IK4).</summary>
public sealed record SegmentError
{
    /// <summary>Its id, or that of a segment that is missing (IK301).</summary>
    public required string Segment { get; init; }

    /// <summary>Its place in the transaction, ST being 1; of one that is missing, the place where it should be (IK302).</summary>
    public required int Position { get; init; }

    /// <summary>
    /// The loop it stands in, such as 2010AA; null where it has none (IK303). Written with four characters, which is all the
    /// standard has room for.
    /// </summary>
    public string? Loop { get; init; }

    /// <summary>Such as 3 for a segment that is missing and 8 for errors in elements (IK304).</summary>
    public required string Code { get; init; }

    /// <summary>What made the segment necessary, at most nine, and the business unit it is about, at most one (CTX).</summary>
    public IReadOnlyList<ErrorContext> Contexts { get; init; } = [];

    /// <summary>What is wrong with its elements; only with code 8.</summary>
    public IReadOnlyList<ElementError> ElementErrors { get; init; } = [];
}

/// <summary>What is wrong with one element (IK4 with its CTX).</summary>
public sealed record ElementError
{
    /// <summary>The element's place in the segment, from 1 on (IK401-1).</summary>
    public required int Position { get; init; }

    /// <summary>The part of a composite, from 1 on; null for the whole (IK401-2).</summary>
    public int? Component { get; init; }

    /// <summary>Which repetition, from 1 on; null where the element does not repeat (IK401-3).</summary>
    public int? Repetition { get; init; }

    /// <summary>The number of the data element in the standard's dictionary, such as 782; null for a composite (IK402).</summary>
    public int? DataElement { get; init; }

    /// <summary>Such as 1 for one that is missing and 7 for a code that is not allowed (IK403).</summary>
    public required string Code { get; init; }

    /// <summary>
    /// What stands there; null where nothing does (IK404). Written without delimiters and other signs that the file cannot
    /// hold, and cut at 99 characters.
    /// </summary>
    public string? BadValue { get; init; }

    /// <summary>What made the element necessary, at most ten (CTX).</summary>
    public IReadOnlyList<ErrorContext> Contexts { get; init; } = [];
}
