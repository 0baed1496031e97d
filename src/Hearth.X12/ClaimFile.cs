using Hearth.X12.Checking;
using Hearth.X12.Claims;
using Hearth.X12.Reading;
using Hearth.X12.Writing;

namespace Hearth.X12;

/// <summary>Professional claims (837P, guide 005010X222A1) in one interchange with one functional group.</summary>
public sealed record ClaimFile
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

    /// <summary>Reads all professional claims of a stream into memory; <see cref="Claim.Read"/> reads one at a time.</summary>
    /// <param name="stream">Any number of interchanges; the caller closes it. Nothing in it makes the reader throw.</param>
    /// <returns>A file for each functional group that has such claims; none where there are none.</returns>
    public static IReadOnlyList<ClaimFile> Read(Stream stream) => new ClaimCollector(stream).Read();

    /// <summary>
    /// What keeps the file from being written, and what a receiver may not like: identifiers and their check digits,
    /// required facts, lengths, codes, sums, dates and their order. An empty list, or one of warnings only, is a file that
    /// <see cref="Write"/> writes.
    /// </summary>
    /// <remarks>
    /// Text is written in plain letters: accents are left off (José is Jose), letters such as ß, æ, ø and ł are spelled
    /// out, typographic quotes and dashes become plain ones. Letters of other scripts are refused.
    /// </remarks>
    public IReadOnlyList<Finding> Check()
    {
        var outer = new EnvelopeWriter(Stream.Null, Envelope);
        outer.BeginInterchange();
        outer.BeginGroup("HC", ClaimBody.Guide);
        var check = new ClaimCheck(Envelope.Delimiters);
        for (var i = 0; i < Batches.Count; i++)
        {
            check.Begin(Batches[i]);
            foreach (var claim in Ahead.Each(Batches[i].Claims))
            {
                check.Check(claim);
            }
            check.End(Batches[i].Claims.Count);
        }
        check.EndFile(Batches.Count);
        return outer.Body.Findings.Count == 0 ? check.Findings : [.. outer.Body.Findings, .. check.Findings];
    }

    /// <summary>Writes the file: levels, line numbers, counts and control numbers are made to fit.</summary>
    /// <param name="stream">Takes the bytes; the caller closes it.</param>
    /// <param name="lineEnd">Written after each segment: nothing, or "\n" for people's eyes.</param>
    /// <exception cref="X12RefusedException"><see cref="Check"/> has errors. Nothing was written.</exception>
    public void Write(Stream stream, string lineEnd = "")
    {
        var errors = Check().Where(f => f.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            throw new X12RefusedException(errors);
        }
        ClaimWriter.WriteChecked(stream, this, lineEnd);
    }
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
