using System.Text;

namespace Hearth.X12.Tests;

/// <summary>The uses that the library's README shows, as they stand there.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Add_up_a_file()
    {
        using var file = new MemoryStream(Encoding.Latin1.GetBytes(X12Text.Remittance));
        using var console = new StringWriter();

        var summary = Summary.Read(file);
        console.WriteLine($"{summary.Claims} claims, paid {Cents.Show(summary.PaidCents)}");
        foreach (var (code, cents) in summary.AdjustmentCents)
            console.WriteLine($"{code}: {Cents.Show(cents)}");

        Assert.Equal(
            ["2 claims, paid 30.00", "CO-45: -10.00", "CO-94: -15.00", "OA-94: -0.25", "PR-3: -4.75"],
            console.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd())
        );
    }

    [Fact]
    public void Walk_the_segments()
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(X12Text.Remittance));
        var total = 0L;

        var reader = new SegmentReader(stream);
        while (reader.Read())
        {
            var segment = reader.Current;
            if (segment.Tag.SequenceEqual("SVC"u8) && Cents.TryParse(segment[2], out var charge))
                total += charge;
        }

        Assert.Equal(100_00, total);
    }
}
