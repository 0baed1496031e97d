using Hearth.X12.Checking;

namespace Hearth.X12;

/// <summary>
/// A file checked against the implementation guides: envelopes, loops, required segments and elements, codes, types, lengths,
/// and whether the money adds up.
/// </summary>
public sealed record Validation
{
    /// <summary>What is in the file, added up, with all that was found.</summary>
    public required Summary Summary { get; init; }

    /// <summary>The interchanges in the order of the file, each with what a receiver would answer.</summary>
    public required IReadOnlyList<InterchangeVerdict> Interchanges { get; init; }

    /// <summary>There is no error in it. Warnings there may be.</summary>
    public bool IsAccepted => Summary.Errors.Count == 0;

    /// <summary>
    /// Reads a stream to its end in one pass. Memory grows with the number of transactions alone, not with their length.
    /// Nothing in the input makes it throw; what the stream itself throws comes through.
    /// </summary>
    /// <param name="stream">Any number of interchanges. The caller closes it.</param>
    /// <param name="progress">Told now and then how many bytes were read.</param>
    public static Validation Read(Stream stream, IProgress<long>? progress = null) =>
        Read(new SegmentReader(stream), progress);

    internal static Validation Read(SegmentReader reader, IProgress<long>? progress = null)
    {
        var pass = new Pass<ByGuide>(reader) { Progress = progress };
        var verdicts = new Verdicts();
        pass.Findings.Added = verdicts.Add;
        // A header opens its verdict before anything is found in it; its trailer's findings still belong to it.
        SegmentAction open = verdicts.Open; // made once, not for each segment
        while (pass.Read(open)) { }
        return new() { Summary = pass.Summarize(), Interchanges = verdicts.Interchanges };
    }
}

/// <summary>What a receiver would say to an interchange (a TA1).</summary>
public sealed record InterchangeVerdict
{
    /// <summary>ISA05 to ISA08: qualifiers and ids of sender and receiver, without their blanks.</summary>
    public required string SenderQualifier { get; init; }

    /// <inheritdoc cref="SenderQualifier"/>
    public required string Sender { get; init; }

    /// <inheritdoc cref="SenderQualifier"/>
    public required string ReceiverQualifier { get; init; }

    /// <inheritdoc cref="SenderQualifier"/>
    public required string Receiver { get; init; }

    /// <summary>ISA09 and ISA10, as YYMMDD and HHMM.</summary>
    public required string Date { get; init; }

    /// <inheritdoc cref="Date"/>
    public required string Time { get; init; }

    /// <summary>ISA13.</summary>
    public required string Control { get; init; }

    /// <summary>ISA14 is 1: the sender asks for a TA1.</summary>
    public required bool AsksForAcknowledgement { get; init; }

    /// <summary>ISA15: P for production, T for test.</summary>
    public required string Usage { get; init; }

    /// <summary>Who sent it, to whom, when: to write an answer with <see cref="X12.Envelope.Answer"/>.</summary>
    public Envelope Envelope => Acknowledgements.Answers.EnvelopeOf(this);

    /// <summary>What is wrong with the interchange itself, the first 200.</summary>
    public IReadOnlyList<Finding> Findings => Own;

    /// <summary>Its groups in order.</summary>
    public IReadOnlyList<GroupVerdict> Groups => Inner;

    internal List<Finding> Own { get; } = [];
    internal List<GroupVerdict> Inner { get; } = [];
}

/// <summary>What a receiver would say to a functional group (a 999).</summary>
public sealed record GroupVerdict
{
    /// <summary>GS01, such as HC.</summary>
    public required string FunctionalId { get; init; }

    /// <summary>GS02.</summary>
    public required string Sender { get; init; }

    /// <summary>GS03.</summary>
    public required string Receiver { get; init; }

    /// <summary>GS06.</summary>
    public required string Control { get; init; }

    /// <summary>GS08.</summary>
    public required string Version { get; init; }

    /// <summary>GE01, as it stands; empty where there is no GE.</summary>
    public string Included { get; internal set; } = "";

    /// <summary>What is wrong with the group itself, the first 200.</summary>
    public IReadOnlyList<Finding> Findings => Own;

    /// <summary>Its transactions in order.</summary>
    public IReadOnlyList<TransactionVerdict> Transactions => Inner;

    internal List<Finding> Own { get; } = [];
    internal List<TransactionVerdict> Inner { get; } = [];
}

/// <summary>What a receiver would say to a transaction (an AK2 loop of a 999).</summary>
public sealed record TransactionVerdict
{
    internal const int MostFindings = 200;

    /// <summary>ST01, such as 837.</summary>
    public required string Kind { get; init; }

    /// <summary>ST02.</summary>
    public required string Control { get; init; }

    /// <summary>ST03; empty where the guide does not use it.</summary>
    public required string Version { get; init; }

    /// <summary>Errors in it, those beyond the list as well.</summary>
    public int Errors { get; internal set; }

    /// <summary>What was found in it, the first 200.</summary>
    public IReadOnlyList<Finding> Findings => Found?.All ?? [];

    /// <summary>Null while nothing was found: a file of many transactions has nothing in most.</summary>
    internal TransactionFindings? Found { get; set; }
}

/// <summary>What was found in a transaction, each list up to what anybody would read.</summary>
internal sealed class TransactionFindings
{
    public List<Finding> All { get; } = [];

    /// <summary>Errors in its segments that an acknowledgement has a code for.</summary>
    public List<Finding> InSegments { get; } = [];

    /// <summary>Errors of the transaction itself that an acknowledgement has a code for.</summary>
    public List<Finding> OfItself { get; } = [];
}
