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

    /// <summary>SVC segments of 835s and SV1 segments of 837s.</summary>
    public required long Services { get; init; }

    /// <summary>CLP03 and CLM02.</summary>
    public required long ChargeCents { get; init; }

    /// <summary>CLP04.</summary>
    public required long PaidCents { get; init; }

    /// <summary>BPR02.</summary>
    public required long BprCents { get; init; }

    /// <summary>The amounts of PLB.</summary>
    public required long PlbCents { get; init; }

    /// <summary>SVC02 and SV102.</summary>
    public required long LineChargeCents { get; init; }

    /// <summary>The amounts of claims' and lines' CAS by group and reason, such as CO-45.</summary>
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
        var findings = new Findings();
        var envelopes = new Envelopes(findings);
        var balances = new Balances(findings, envelopes);
        Place last = default;
        while (reader.Read())
        {
            var segment = reader.Current;
            last = segment.Place;
            if (segment.Code is Tags.Se or Tags.St or Tags.Ge or Tags.Gs or Tags.Iea or Tags.Isa)
            {
                balances.EndTransaction();
            }
            if (envelopes.IsContent(segment))
            {
                balances.Take(segment);
            }
            Check(reader, findings, last);
            if ((last.Ordinal & 0xFFFF) == 0)
            {
                progress?.Report(last.Offset);
            }
        }
        balances.EndTransaction();
        envelopes.End(last);
        CheckFile(reader, findings, envelopes);
        return Of(envelopes, balances, findings);
    }

    internal static void Check(SegmentReader reader, Findings findings, Place place)
    {
        if (reader.IsUnterminated)
        {
            findings.Add(
                new(
                    Severity.Error,
                    "The last segment has no terminator: the file may be cut off.",
                    "Ask the sender for the whole file. The segment was read as far as it goes."
                )
                {
                    Place = place,
                    Acknowledgement = "TA105=023",
                }
            );
        }
        if (reader.WasCut)
        {
            findings.Add(
                new(
                    Severity.Error,
                    $"A segment is longer than {SegmentReader.LongestSegment} bytes and was cut there.",
                    "Check that the file uses the terminator its ISA segment names."
                )
                {
                    Place = place,
                    Acknowledgement = "TA105=022",
                }
            );
        }
    }

    internal static void CheckFile(SegmentReader reader, Findings findings, Envelopes envelopes)
    {
        if (reader.HasByteOrderMark)
        {
            findings.Add(
                new(
                    Severity.Warning,
                    "The file begins with a byte order mark, which some receivers reject.",
                    "Save it without one before sending it on."
                )
            );
        }
        if (envelopes.Interchanges == 0)
        {
            findings.Add(
                new(
                    Severity.Error,
                    "There is no ISA segment in this file, so it is no X12 file.",
                    "Check that it is the right file and that it was not unpacked or converted on the way."
                )
                {
                    Acknowledgement = "TA105=022",
                }
            );
        }
        else if (reader.Skipped > 0)
        {
            findings.Add(
                new(
                    Severity.Warning,
                    $"{reader.Skipped} bytes before the first ISA segment belong to no interchange.",
                    "They were passed over. Take them out before sending the file on."
                )
            );
        }
    }

    private static Summary Of(Envelopes envelopes, Balances balances, Findings findings) =>
        new()
        {
            Interchanges = envelopes.Interchanges,
            Groups = envelopes.Groups,
            Transactions = envelopes.Transactions,
            Claims = balances.Claims,
            Services = balances.Services,
            ChargeCents = balances.ChargeCents,
            PaidCents = balances.PaidCents,
            BprCents = balances.BprCents,
            PlbCents = balances.PlbCents,
            LineChargeCents = balances.LineChargeCents,
            AdjustmentCents = balances.Adjustments(),
            Balanced = balances.AreRight,
            Errors = findings.Errors,
            Warnings = findings.Warnings,
            MoreFindings = findings.Beyond,
        };
}
