using System.Text;

namespace Hearth.X12.Tests;

/// <summary>A finding says where: which byte, which segment of the file, which of the transaction.</summary>
public sealed class PlacesTests
{
    [Fact]
    public void A_finding_stands_at_the_segment_it_names()
    {
        foreach (var row in PlantedDefectTests.Defects)
        {
            var text = PlantedDefectTests.Planted(row.Data.Item1, row.Data.Item2, row.Data.Item3);
            foreach (var file in (string[])[text, text.Replace("~", "~\r\n", StringComparison.Ordinal)])
            {
                var summary = Validation.Read(new MemoryStream(Encoding.Latin1.GetBytes(file))).Summary;
                var segments = text.Split('~');
                var start = Array.FindIndex(segments, s => s.StartsWith("ST*", StringComparison.Ordinal));
                foreach (var finding in summary.Errors.Concat(summary.Warnings))
                {
                    var why = $"{row.Data.Item2} {row.Data.Item3}: {finding}";
                    // A trailer that is missing has the place where it should be.
                    if (finding.Acknowledgement is "IK502=2" or "AK905=3" or "TA105=023")
                    {
                        continue;
                    }
                    Assert.True(finding.Place.Ordinal >= 1 && finding.Place.Ordinal <= segments.Length, why);
                    var there = segments[finding.Place.Ordinal - 1];
                    if (finding.Place.Offset < file.Length)
                    {
                        Assert.True(file[(int)finding.Place.Offset..].StartsWith(there, StringComparison.Ordinal), why);
                    }
                    if (finding.Acknowledgement is not "IK304=3")
                    {
                        Assert.True(
                            there == finding.Segment
                                || there.StartsWith(finding.Segment + "*", StringComparison.Ordinal),
                            why
                        );
                    }
                    if (finding.Segment is not ("ISA" or "GS" or "GE" or "IEA"))
                    {
                        Assert.True(finding.Position == finding.Place.Ordinal - start, why);
                        Assert.True(finding.Transaction == 1, why);
                    }
                    if (
                        finding.Element > 0
                        && finding.Found is { Length: > 0 } found
                        && finding.Part == 0
                        && finding.Repetition == 0
                    )
                    {
                        var elements = there.Split('*');
                        Assert.True(
                            finding.Element >= elements.Length
                                || elements[finding.Element].Trim() == found.Trim()
                                || finding.Acknowledgement is null,
                            why
                        );
                    }
                }
            }
        }
    }
}
