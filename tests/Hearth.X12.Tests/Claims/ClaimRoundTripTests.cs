using System.Text;
using FsCheck;
using FsCheck.Fluent;
using static Hearth.X12.Tests.Claims.ClaimSamples;

namespace Hearth.X12.Tests.Claims;

public sealed class ClaimRoundTripTests
{
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(60);

    [Fact]
    public void What_is_written_is_read_and_written_again_byte_for_byte() =>
        Holds(file =>
        {
            var text = Text(file, "");
            var read = Assert.Single(Read(text));
            Assert.Empty(read.NotCarried);
            Assert.Equal(text, Text(read, ""));
        });

    [Fact]
    public void What_is_read_is_what_was_written() =>
        Holds(file =>
        {
            var read = Assert.Single(Read(Text(file)));
            Assert.Equal(file.Envelope, read.Envelope);
            Assert.Equal(file.Batches.Count, read.Batches.Count);
            foreach (var (batch, again) in file.Batches.Zip(read.Batches))
            {
                Assert.Equal(batch with { Claims = [] }, again with { Claims = [] });
                Assert.Equal(batch.Claims.Select(Shown), again.Claims.Select(Shown));
            }
        });

    [Fact]
    public void Every_file_has_counts_and_sums_that_are_right() =>
        Holds(file =>
        {
            var summary = Summarize(file);
            Assert.Empty(summary.Errors);
            Assert.Empty(summary.Warnings);
            Assert.True(summary.Balanced);
            Assert.Equal(file.Batches.Sum(b => b.Claims.Count), summary.Claims);
            Assert.Equal(file.Batches.SelectMany(b => b.Claims).Sum(c => c.ChargeCents), summary.ChargeCents);
        });

    [Fact]
    public void Every_file_passes_the_guide() =>
        Holds(file =>
            Assert.Empty(Validation.Read(new MemoryStream(Encoding.ASCII.GetBytes(Text(file)))).Summary.Errors)
        );

    [Fact]
    public void Claims_come_one_by_one_whatever_the_stream_hands_over() =>
        Holds(
            file =>
            {
                var text = Text(file);
                var whole = Read(text)[0].Batches.SelectMany(b => b.Claims).Select(Shown);
                var reader = new Hearth.X12.Claims.ClaimReader(
                    new MemoryStream(Encoding.ASCII.GetBytes(text)),
                    chunk: 7
                );
                var one = new List<string>();
                while (reader.Read())
                {
                    one.Add(Shown(reader.Current));
                }
                Assert.Equal(whole, one);
            },
            15
        );

    private static void Holds(Action<ClaimFile> property, int tests = 60) =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
                seed =>
                {
                    var file = new RandomClaims(seed).File();
                    Assert.Empty(file.Check());
                    property(file);
                }
            )
            .Check(Many.WithMaxTest(tests));

    // Lists are shown by what is in them. A line's own place and providers are not written where they are the claim's.
    private static string Shown(Claim claim) =>
        string.Join(
            '|',
            [
                $"{claim with { Dates = [], Diagnoses = [], OtherCoverage = [], Lines = [] }}",
                .. claim.Dates.Select(d => $"{d}"),
                .. claim.Diagnoses.Select(d => $"{d}"),
                .. claim.OtherCoverage.SelectMany(o =>
                    o.Adjustments.Select(a => $"{a}").Prepend($"{o with { Adjustments = [] }}")
                ),
                .. claim.Lines.SelectMany(Shown),
            ]
        );

    private static IEnumerable<string> Shown(ServiceLine line) =>
        [
            $"{line with { Modifiers = [], DiagnosisPointers = [], Adjudications = [] }}",
            string.Join(' ', line.Modifiers),
            string.Join(' ', line.DiagnosisPointers),
            .. line.Adjudications.SelectMany(a =>
                a.Adjustments.Select(x => $"{x}")
                    .Prepend($"{a with { Modifiers = [], Adjustments = [] }}")
                    .Append(string.Join(' ', a.Modifiers))
            ),
        ];

    [Fact]
    public void A_modifier_after_a_gap_is_left_over()
    {
        var text = ValidClaims.SubscriberIsPatient;
        var at = text.IndexOf("SV1*HC:", StringComparison.Ordinal);
        var broken = text.Remove(at, text.IndexOf('*', at + 4) - at).Insert(at, "SV1*HC:H0038::HQ");
        using var stream = new MemoryStream(System.Text.Encoding.Latin1.GetBytes(broken));

        Assert.Contains(
            Assert.Single(Claim.Read(stream)).NotCarried,
            n => n.Text.StartsWith("SV1", StringComparison.Ordinal)
        );
    }
}
