using System.Text;

namespace Hearth.X12.Tests;

/// <summary>Whatever one thing is wrong in a file that is right: a few findings say so, not a page of them.</summary>
public sealed class CascadeTests
{
    public static TheoryData<string> Names => [.. ValidFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_segment_that_is_missing_is_four_findings_at_most(string name) =>
        Each(name, 4, (segments, i) => [.. segments[..i], .. segments[(i + 1)..]]);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_segment_that_comes_twice_is_five_findings_at_most(string name) =>
        Each(name, 5, (segments, i) => [.. segments[..(i + 1)], .. segments[i..]]);

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_segments_that_change_places_are_five_findings_at_most(string name) =>
        Each(name, 5, (segments, i) => [.. segments[..i], segments[i + 1], segments[i], .. segments[(i + 2)..]]);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_wrong_element_is_four_findings_at_most(string name)
    {
        for (var element = 1; element < 16; element++)
        {
            foreach (var wrong in (string[])["", "ZZ", "20261399", "-1", "\u0007"])
            {
                Each(
                    name,
                    4,
                    (segments, i) =>
                    {
                        var elements = segments[i].Split('*');
                        if (element < elements.Length)
                        {
                            elements[element] = wrong;
                        }
                        return [.. segments[..i], string.Join('*', elements).TrimEnd('*'), .. segments[(i + 1)..]];
                    }
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_is_left_out_or_changes_places_is_read_to_its_end(string name)
    {
        Each(name, int.MaxValue, (segments, i) => [.. segments[..i], .. segments[(i + 1)..]]);
        Each(name, int.MaxValue, (segments, i) => [.. segments[..i], .. segments[(i + 2)..]]);
        Each(
            name,
            int.MaxValue,
            (segments, i) => [.. segments[..i], segments[i + 1], segments[i], .. segments[(i + 2)..]]
        );
        Each(name, int.MaxValue, (segments, i) => [.. segments[..2], .. segments[i..]]);
    }

    /// <summary>Changes each segment of the transaction in turn.</summary>
    private static void Each(string name, int most, Func<string[], int, string[]> change)
    {
        var segments = ValidFiles.All[name].Split('~');
        for (var i = 2; i < segments.Length - 4; i++)
        {
            var text = ValidFiles.Recount(string.Join('~', change(segments, i)));
            var errors = Validation.Read(new MemoryStream(Encoding.Latin1.GetBytes(text))).Summary.Errors;
            Assert.True(
                errors.Count <= most,
                $"{segments[i]}: {string.Join(" & ", errors.Select(e => $"{e.Loop}/{e.Segment}{e.Element} {e.Acknowledgement}"))}"
            );
        }
    }
}
