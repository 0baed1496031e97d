using Hearth.X12.Acknowledgements;
using Hearth.X12.Writing;

namespace Hearth.X12;

/// <summary>What a receiver sends back for a file: TA1 for its interchanges and 999 for its functional groups.</summary>
public sealed record AcknowledgementFile
{
    /// <summary>TA1, in the order of the file.</summary>
    public IReadOnlyList<InterchangeAcknowledgement> Interchanges { get; init; } = [];

    /// <summary>999, in the order of the file.</summary>
    public IReadOnlyList<Acknowledgement> Groups { get; init; } = [];

    /// <summary>
    /// Answers an interchange that was checked: a TA1 where its sender asks for one or its envelope is wrong, and a 999 for
    /// each of its groups. A 999 speaks of the standard and the guide alone; sums that do not add up are not its matter.
    /// </summary>
    /// <param name="interchange">Of <see cref="Validation.Interchanges"/>.</param>
    /// <returns>Null where no ISA says who sent it, so that nobody can be answered.</returns>
    public static AcknowledgementFile? Answer(InterchangeVerdict interchange) => Answers.To(interchange);

    /// <summary>Reads both of a stream. Nothing in the stream makes it throw.</summary>
    /// <param name="stream">Any number of interchanges; the caller closes it.</param>
    public static AcknowledgementFile Read(Stream stream)
    {
        var interchanges = new List<InterchangeAcknowledgement>();
        var groups = new List<Acknowledgement>();
        foreach (var acknowledgement in AcknowledgementReader.Read(new SegmentReader(stream)))
        {
            if (acknowledgement is InterchangeAcknowledgement interchange)
            {
                interchanges.Add(interchange);
            }
            else if (acknowledgement is Acknowledgement group)
            {
                groups.Add(group);
            }
        }
        return new() { Interchanges = interchanges, Groups = groups };
    }

    /// <summary>What would make its receiver reject it; empty where it can be written.</summary>
    /// <param name="envelope">Who sends it, to whom and when.</param>
    public IReadOnlyList<Finding> Check(Envelope envelope) => Put(Stream.Null, envelope, "").Findings;

    /// <summary>
    /// Writes one interchange: the TA1 right after its ISA, then a group with one 999 for each group that is answered.
    /// </summary>
    /// <param name="stream">The caller closes it.</param>
    /// <param name="envelope">Who sends it, to whom and when: <see cref="Envelope.Answer"/> of the one that is answered.</param>
    /// <param name="lineEnd">Written after each segment: nothing, or "\n" for people's eyes.</param>
    /// <exception cref="X12RefusedException">A receiver would reject it. Nothing was written.</exception>
    public void Write(Stream stream, Envelope envelope, string lineEnd = "")
    {
        var findings = Check(envelope);
        if (findings.Count > 0)
        {
            throw new X12RefusedException(findings);
        }
        Put(stream, envelope, lineEnd);
    }

    private CheckedWriter Put(Stream stream, Envelope envelope, string lineEnd)
    {
        var writer = new EnvelopeWriter(stream, envelope, lineEnd);
        AcknowledgementWriter.Write(writer, this);
        return writer.Body;
    }
}
