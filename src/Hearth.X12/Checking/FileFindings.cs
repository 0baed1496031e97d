namespace Hearth.X12.Checking;

/// <summary>What is to say of a file as a whole.</summary>
internal static class FileFindings
{
    /// <summary>The segment just read is no whole one.</summary>
    public static void Broken(SegmentReader reader, Findings findings, Place place)
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

    /// <summary>No guide for a transaction is here: its elements are checked against the standard alone.</summary>
    public static void NoGuide(Findings findings, Envelopes envelopes, string version, Place place) =>
        findings.Add(
            new(
                Severity.Warning,
                $"There is no guide here for transaction {envelopes.Kind} of version \"{version}\": its segments were checked for their form alone.",
                "Do not take silence for approval: loops, required segments and codes were not looked at."
            )
            {
                Place = place,
                Transaction = envelopes.Transaction,
                Position = envelopes.Position,
                Segment = "ST",
                Found = version,
            }
        );

    /// <summary>The file is read to its end.</summary>
    public static void Whole(SegmentReader reader, Findings findings, Envelopes envelopes)
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
                    reader.HasBrokenHeader
                        ? "The ISA segment cannot be read: an element of it is missing, or it names one delimiter twice."
                        : "There is no ISA segment in this file, so it is no X12 file.",
                    reader.HasBrokenHeader
                        ? "Ask the sender for a file whose ISA has its sixteen elements and four delimiters."
                        : "Check that it is the right file and that it was not unpacked or converted on the way."
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
}
