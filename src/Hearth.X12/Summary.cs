using Hearth.X12.Checking;

namespace Hearth.X12;

/// <summary>What is in a file, added up over all of it, with signs as they stand. Amounts are whole cents.</summary>
public sealed record Summary
{
    /// <summary>ISA segments.</summary>
    public required int Interchanges { get; init; }

    /// <summary>GS segments.</summary>
    public required int Groups { get; init; }

    /// <summary>ST segments.</summary>
    public required int Transactions { get; init; }

    /// <summary>CLP segments of 835s and CLM segments of 837s.</summary>
    public required long Claims { get; init; }

    /// <summary>SVC segments of 835s; SV1, SV2 and SV3 segments of 837s.</summary>
    public required long Services { get; init; }

    /// <summary>CLP03 and CLM02.</summary>
    public required long ChargeCents { get; init; }

    /// <summary>CLP04.</summary>
    public required long PaidCents { get; init; }

    /// <summary>BPR02.</summary>
    public required long BprCents { get; init; }

    /// <summary>The amounts of PLB.</summary>
    public required long PlbCents { get; init; }

    /// <summary>SVC02; SV102, SV203 and SV302.</summary>
    public required long LineChargeCents { get; init; }

    /// <summary>
    /// The amounts of claims' and lines' CAS by group and reason, such as CO-45. Beyond 4,096 kinds, which no payer has, what
    /// is new comes under "-".
    /// </summary>
    public required IReadOnlyDictionary<string, long> AdjustmentCents { get; init; }

    /// <summary>Every line, claim and payment adds up.</summary>
    public required bool Balanced { get; init; }

    /// <summary>In the order of the file; the first thousand.</summary>
    public required IReadOnlyList<Finding> Errors { get; init; }

    /// <summary>In the order of the file; the first thousand.</summary>
    public required IReadOnlyList<Finding> Warnings { get; init; }

    /// <summary>Findings beyond those that are listed.</summary>
    public required long MoreFindings { get; init; }

    /// <summary>
    /// Reads a stream to its end in one pass and in memory that does not grow with it. Nothing in the input makes it
    /// throw; what the stream itself throws comes through.
    /// </summary>
    /// <param name="stream">Any number of interchanges. The caller closes it.</param>
    /// <param name="progress">Told now and then how many bytes were read.</param>
    public static Summary Read(Stream stream, IProgress<long>? progress = null) =>
        Read(new SegmentReader(stream), progress);

    internal static Summary Read(SegmentReader reader, IProgress<long>? progress = null)
    {
        var pass = new Pass<SumsAlone>(reader) { Progress = progress };
        while (pass.Read()) { }
        return pass.Summarize();
    }
}
