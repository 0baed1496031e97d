using Hearth.X12.Acknowledgements;

namespace Hearth.X12;

/// <summary>What a receiver says of the envelope of one interchange (TA1).</summary>
public sealed record InterchangeAcknowledgement
{
    /// <summary>The note code of an envelope without errors.</summary>
    public const string NoError = "000";

    /// <summary>The number of the interchange that is answered: its ISA13 (TA101).</summary>
    public required string ControlNumber { get; init; }

    /// <summary>The day of the interchange that is answered: its ISA09; null where the file has none that can be read (TA102).</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>The time of the interchange that is answered: its ISA10; null where the file has none that can be read (TA103).</summary>
    public required TimeOnly? Time { get; init; }

    /// <summary>A accepted, E accepted though errors were found, R rejected (TA104).</summary>
    public required string Verdict { get; init; }

    /// <summary>000 for no error, or 001 to 031 for what is wrong, such as 021 for a wrong count of groups (TA105).</summary>
    public required string NoteCode { get; init; }

    /// <summary>The interchange it was read from, whose sender answers; null for one that was made.</summary>
    public Envelope? Envelope { get; init; }

    /// <summary>When read: what no member carries. Writing leaves it out.</summary>
    public IReadOnlyList<NotCarried> NotCarried { get; init; } = [];

    /// <summary>The receiver works with the interchange.</summary>
    public bool IsAccepted => AcknowledgementCodes.Accepts(Verdict);

    /// <summary>Answers an interchange.</summary>
    /// <param name="answered">The interchange that came.</param>
    /// <param name="verdict">A, E or R.</param>
    /// <param name="noteCode">000 with A; another with E and R.</param>
    public static InterchangeAcknowledgement For(
        Envelope answered,
        string verdict = AcknowledgementCodes.Accepted,
        string noteCode = NoError
    ) =>
        new()
        {
            ControlNumber = answered.ControlNumber,
            Date = answered.Time is { } time ? DateOnly.FromDateTime(time) : null,
            Time = answered.Time is { } clock ? TimeOnly.FromDateTime(clock) : null,
            Verdict = verdict,
            NoteCode = noteCode,
        };

    /// <summary>Reads those of a stream one after the other. Nothing in the stream makes it throw.</summary>
    /// <param name="stream">Any number of interchanges; the caller closes it.</param>
    public static IEnumerable<InterchangeAcknowledgement> Read(Stream stream) =>
        AcknowledgementReader.Read(new SegmentReader(stream)).OfType<InterchangeAcknowledgement>();

    /// <summary>What would make a receiver reject it; empty where it can be written.</summary>
    public IReadOnlyList<Finding> Check()
    {
        var writer = Writing.CheckedWriter.Dry();
        AcknowledgementWriter.Write(writer, this);
        return writer.Findings;
    }
}
