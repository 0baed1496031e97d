using Hearth.X12.Checking;
using Hearth.X12.Writing;

namespace Hearth.X12;

public sealed partial record ClaimFile
{
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
            for (var j = 0; j < Batches[i].Claims.Count; j++)
            {
                check.Check(Batches[i].Claims[j]);
            }
            check.End(Batches[i].Claims.Count);
        }
        if (Batches.Count == 0)
        {
            return
            [
                .. outer.Body.Findings,
                new(Severity.Error, "The file has no transactions.", "Add one with the claims it is for.")
                {
                    Segment = "ST",
                },
            ];
        }
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
