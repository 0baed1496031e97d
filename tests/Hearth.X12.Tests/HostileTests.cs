using System.Diagnostics;
using System.Text;

namespace Hearth.X12.Tests;

/// <summary>Files made to use up time or memory, or to make a reader throw.</summary>
public sealed class HostileTests
{
    private const int Many = 100_000;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10); // what it took before was minutes, or all memory

    [Theory]
    [InlineData("REF*EV*R*")]
    [InlineData("NM1*QC*1*DOE*JO*****1*")]
    [InlineData("CAS*CO*45*1*")]
    public void A_segment_of_very_many_elements_is_left_over_once(string segment)
    {
        var long_ = segment + string.Join('*', Enumerable.Repeat("X", Many));
        var file = InTime(() =>
            RemittanceFile.Read(
                Stream(X12Text.Remittance.Replace("CAS*CO*45*-15~", long_ + "~", StringComparison.Ordinal))
            )
        );

        Assert.InRange(file.Remittances[0].Claims[0].NotCarried.Count, 1, 2);
    }

    [Fact]
    public void A_composite_of_very_many_parts_is_read_in_one_go()
    {
        var parts = string.Join(':', Enumerable.Repeat("X", Many));
        var text = X12Text.Remittance.Replace("HC:H0038:HQ", parts, StringComparison.Ordinal);

        Assert.NotEmpty(InTime(() => RemittanceFile.Read(Stream(text))).Remittances[0].Claims[1].NotCarried);
        InTime(() => Validation.Read(Stream(text)));
        InTime(() => Comparison.Of(Stream(text), Stream(text)));
    }

    [Fact]
    public void Levels_in_levels_without_an_end_are_compared()
    {
        var levels = string.Concat(Enumerable.Range(1, Many / 4).Select(i => $"HL*{i}*{i - 1}*22*1~NM1*IL*1*N{i}~"));
        var text = ValidFiles.Interchange("HC", "005010X222A1", $"ST*837*0001~{levels}SE*2*0001~");

        Assert.True(InTime(() => Comparison.Of(Stream(text), Stream(text))).IsSame);
    }

    [Fact]
    public void Files_of_which_everything_differs_are_compared()
    {
        Assert.Equal(
            Many / 4,
            InTime(() => Comparison.Of(Stream(People('A')), Stream(People('B')))).Differences.Count / 2
        );

        static string People(char kind) =>
            ValidFiles.Interchange(
                "HC",
                "005010X222A1",
                "ST*837*0001~"
                    + string.Concat(Enumerable.Range(1, Many / 4).Select(i => $"HL*{i}**22*0~NM1*IL*1*{kind}{i}~"))
                    + "SE*2*0001~"
            );
    }

    [Fact]
    public void Very_many_segments_of_one_name_are_compared()
    {
        var text = ValidFiles.Interchange(
            "BE",
            "005010X220A1",
            "ST*834*0001~" + string.Concat(Enumerable.Range(1, Many).Select(i => $"REF*38*{i}~")) + "SE*2*0001~"
        );
        var other = text.Replace("REF*38*", "REF*38*9", StringComparison.Ordinal);

        Assert.NotEmpty(InTime(() => Comparison.Of(Stream(text), Stream(other))).Differences);
    }

    [Fact]
    public void Diagnoses_without_an_end_make_a_row_of_some()
    {
        var diagnoses = string.Concat(Enumerable.Repeat("HI*ABK:F329~", Many));
        using var table = new MemoryStream();
        InTime(() =>
            Conversion.ToCsv(
                Stream(ValidClaims.Dependent.Replace("LX*1~", diagnoses + "LX*1~", StringComparison.Ordinal)),
                table
            )
        );

        Assert.InRange(table.Length, 1, 10_000);
    }

    [Fact]
    public void What_is_found_in_a_very_long_element_is_cut()
    {
        var text = X12Text.Remittance.Replace(
            "*31.5*",
            "*" + new string('X', 3 * Many) + "*",
            StringComparison.Ordinal
        );
        foreach (var finding in Summary.Read(Stream(text)).Errors)
        {
            Assert.InRange(finding.Sentence.Length, 1, 1000);
            Assert.InRange((finding.Found ?? "").Length, 0, 1000);
        }
    }

    [Fact]
    public void Kinds_of_adjustments_without_an_end_are_summed_under_a_dash()
    {
        var kinds = string.Concat(Enumerable.Range(1, 5_000).Select(i => $"CAS*CO*{i}*0.01~"));
        var sums = Summary
            .Read(Stream(X12Text.Remittance.Replace("CAS*CO*45*-15~", kinds, StringComparison.Ordinal)))
            .AdjustmentCents;

        Assert.Equal(4097, sums.Count);
        Assert.Contains("-", sums.Keys);
    }

    [Theory]
    [InlineData("ST*835*", "ST\0**")]
    [InlineData("ST*835*", "ST\0 **")]
    [InlineData("GS*HP*", "GS\0**")]
    [InlineData("LX*1~", "LX\0*1~")]
    public void A_tag_with_a_nul_behind_it_is_another_tag(string right, string wrong)
    {
        Assert.Contains(right, X12Text.Remittance, StringComparison.Ordinal);
        var found = Validation.Read(Stream(X12Text.Remittance.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.False(found.IsAccepted);
        Assert.DoesNotContain(found.Summary.Errors, finding => finding.Segment == wrong[..2] && finding.Element > 0);
    }

    [Fact]
    public void Adjustments_of_many_kinds_in_any_order_are_each_summed()
    {
        var random = new Random(20261126);
        var (text, expected) = (new StringBuilder(), new Dictionary<string, long>(StringComparer.Ordinal));
        for (var i = 0; i < 3_000; i++)
        {
            var group = (string[])["CO", "PR", "OA", "PI"];
            var (kind, cents) = ($"{group[random.Next(4)]}*{random.Next(1, 300)}", random.Next(-900, 900));
            text.Append($"CAS*{kind}*{Cents.Show(cents)}~");
            var name = kind.Replace('*', '-');
            expected[name] = expected.GetValueOrDefault(name) + cents;
        }
        var sums = Summary
            .Read(Stream(X12Text.Remittance.Replace("CAS*CO*45*-15~", text.ToString(), StringComparison.Ordinal)))
            .AdjustmentCents;

        // Those that the file had before.
        foreach (var (kind, cents) in new[] { ("PR-3", -4_75), ("OA-94", -25), ("CO-45", 5_00), ("CO-94", -15_00) })
        {
            expected[kind] = expected.GetValueOrDefault(kind) + cents;
        }
        Assert.Equal(expected.OrderBy(e => e.Key, StringComparer.Ordinal), sums);
    }

    [Theory]
    [InlineData("*20261101*0900*CH~", "**-123*CH~")]
    [InlineData("*20261101*0900*CH~", "*20261101*+900*CH~")]
    [InlineData("*D8*19800102*", "*D8*+2020101*")]
    public void Signs_where_days_and_times_stand_are_left_over(string right, string wrong)
    {
        var text = ValidClaims.SubscriberIsPatient.Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEmpty(Assert.Single(Claim.Read(Stream(text))).NotCarried);
    }

    [Fact]
    public void A_composites_number_is_no_segment_and_does_not_change_how_others_are_read()
    {
        var text = ValidFiles.Interchange(
            "BE",
            "005010X220A1",
            "ST*834*0001*005010X220A1~C003*HC*H0038~TOOLONG*12345678901234567890*HC~SE*4*0001~"
        );
        var errors = Validation.Read(Stream(text)).Summary.Errors;

        Assert.DoesNotContain(errors, e => e.Segment == "C003" && e.Element > 0);
    }

    [Fact]
    public void Transactions_of_another_kind_are_not_gathered_before_a_claim()
    {
        var others = string.Concat(Enumerable.Repeat("ST*835*1~BPR*I*0~SE*3*1~", 1_000));
        var text = ValidClaims.SubscriberIsPatient.Replace("ST*837*", others + "ST*837*", StringComparison.Ordinal);

        Assert.Empty(Assert.Single(Claim.Read(Stream(text))).NotCarried);
        Assert.Equal(1_000, Assert.Single(ClaimFile.Read(Stream(text))).NotCarried.Count);
    }

    private static T InTime<T>(Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        var result = work();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Soon);
        return result;
    }

    private static MemoryStream Stream(string text) => new(Encoding.Latin1.GetBytes(text));
}
