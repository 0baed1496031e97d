using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hearth.X12.Tests.Remittances;

namespace Hearth.X12.Tests.Comparing;

public sealed class ComparisonTests
{
    [Fact]
    public void A_file_is_the_same_as_itself_with_other_delimiters_line_ends_and_control_numbers()
    {
        var text = RemittanceTests.Full + X12Text.Remittance;
        var other = text.Replace("000000007", "000000099", StringComparison.Ordinal)
            .Replace("*0001~", "*0777~", StringComparison.Ordinal)
            .Replace("20261101*0900*1*X", "20271231*1200*1*X", StringComparison.Ordinal)
            .Replace('*', '|')
            .Replace(':', '>')
            .Replace("~", "\x1D\r\n", StringComparison.Ordinal);

        AssertSame(text, other);
    }

    [Fact]
    public void The_order_of_claims_lines_and_segments_does_not_matter_nor_do_zeros_and_empty_ends()
    {
        var one = Remittance(
            "LX*1~CLP*A*1*100*90*5*MC*P1~NM1*QC*1*A~DTM*232*20261001~CAS*CO*45*5~SVC*HC:1*60*50**1~CAS*CO*45*10~SVC*HC:2*40*40**2~CLP*B*4*1*0**MC*P2~CAS*CO*16*1~"
        );
        var two = Remittance(
            "LX*7~CLP*B*4*1.00*0.00*0*MC*P2**~CAS*CO*16*1.0~CLP*A*1*100*90*5.0*MC*P1~CAS*CO*45*5~DTM*232*20261001~NM1*QC*1*A~SVC*HC:2::*40*40**2.0~SVC*HC:1*60*50~CAS*CO*45*10~"
        );
        AssertSame(one, two);
    }

    [Fact]
    public void One_cent_is_found_and_named()
    {
        var difference = Assert.Single(
            Of(
                X12Text.Remittance,
                X12Text.Remittance.Replace("SVC*HC:H0038*40*50", "SVC*HC:H0038*40*49.99", StringComparison.Ordinal)
            ).Differences
        );

        Assert.Equal(
            (Change.Changed, "Paid", "50.00", "49.99"),
            (difference.Change, difference.Field, difference.Before, difference.After)
        );
        Assert.Equal(["Payment 12345 of 1512345678", "Claim A-1", "Line H0038"], difference.Where);
        Assert.Equal("A-1", difference.Claim);
        Assert.Equal(15, difference.BeforePlace!.Value.Ordinal);
    }

    [Theory]
    [InlineData("BPR*I*31.5*", "BPR*I*31.51*", "Amount", "31.50", "31.51")]
    [InlineData("*20261102~", "*20261103~", "Payment date", "2026-11-02", "2026-11-03")]
    [InlineData("N1*PR*A PLAN~", "N1*PR*THE PLAN~", "Payer's name", "A PLAN", "THE PLAN")]
    [InlineData("CAS*PR*3*-4.75", "CAS*PR*2*-4.75", "Adjustment PR-3", "-4.75", null)]
    [InlineData(
        "L6:CLAIM*-1.5",
        "L6:CLAIM*-1.4",
        "Provider-level adjustment L6 CLAIM",
        "-1.50 (1234567893, 2026-12-31)",
        "-1.40 (1234567893, 2026-12-31)"
    )]
    [InlineData("CLP*A-1*1*100*", "CLP*A-1*4*100*", "Status", "1", "4")]
    [InlineData("MC*PAYER2*11", "MC*PAYER3*11", "Payer's claim number", "PAYER2", "PAYER3")]
    [InlineData("CAS*OA*94*-.25", "CAS*OA*94*-.25*2", "Adjustment OA-94", "-0.25", "-0.25, 2 units")]
    [InlineData("60.25**4~", "60.25**5~", "Units paid", "4", "5")]
    [InlineData("PLB*", "FOO*x~PLB*", "Other segment", null, "FOO*x")]
    public void A_field_is_called_what_a_biller_calls_it(
        string was,
        string now,
        string field,
        string? before,
        string? after
    )
    {
        Assert.Contains(was, X12Text.Remittance, StringComparison.Ordinal);
        var comparison = Of(X12Text.Remittance, X12Text.Remittance.Replace(was, now, StringComparison.Ordinal));
        var difference = Assert.Single(comparison.Differences, d => d.Field == field);
        Assert.Equal((before, after), (difference.Before, difference.After));
        Assert.True(comparison.Differences.Count <= 2);
    }

    [Fact]
    public void Claims_that_came_and_went_and_sums_that_differ()
    {
        var one = Remittance("CLP*A*1*100*90**MC*P1~CLP*A*22*-100*-90**MC*P1~CLP*A*1*100*90**MC*P1~");
        var two = Remittance("CLP*A*1*100*90**MC*P1~CLP*A*22*-100*-90**MC*P1~CLP*B*1*7*7**MC*P1~");
        var comparison = Of(one, two);

        Assert.Equal(
            [
                (Change.Removed, "Claim A", "charged 100.00, paid 90.00"),
                (Change.Added, "Claim B", "charged 7.00, paid 7.00"),
            ],
            comparison.Differences.Select(d => (d.Change, d.Where[^1], d.Before ?? d.After!))
        );
        // 100 - 100 + 100 against 100 - 100 + 7
        Assert.Equal([new("Charged", true, 100_00, 7_00), new("Paid on claims", true, 90_00, 7_00)], comparison.Sums);
    }

    [Fact]
    public void Payments_are_told_by_trace_number_and_payer()
    {
        var one = Remittance("CLP*A*1*1*1~", "T1") + Remittance("CLP*A*1*2*2~", "T2");
        var two = Remittance("CLP*A*1*2*2~", "T2") + Remittance("CLP*A*1*1*1.5~", "T1");
        var difference = Assert.Single(Of(one, two).Differences);
        Assert.Equal(["Payment T1 of 1512345678", "Claim A"], difference.Where);

        var gone = Of(one, Remittance("CLP*A*1*1*1~", "T1"));
        Assert.Equal(["Claim A", "Payment T2 of 1512345678"], gone.Differences.Select(d => d.Where[^1]));
        Assert.All(gone.Differences, d => Assert.Equal(Change.Removed, d.Change));
    }

    [Fact]
    public void Lines_are_told_by_their_own_number_before_anything_else()
    {
        var one = Remittance("CLP*A*1*2*2~SVC*HC:1*1*1~REF*6R*L1~SVC*HC:1*1*1~REF*6R*L2~");
        var two = Remittance("CLP*A*1*2*2~SVC*HC:1*1*1~REF*6R*L2~SVC*HC:9*1*1~REF*6R*L1~");
        var difference = Assert.Single(Of(one, two).Differences);
        Assert.Equal(
            ("Line 1 (L1)", "Procedure", "HC 1", "HC 9"),
            (difference.Where[^1], difference.Field, difference.Before, difference.After)
        );
    }

    [Fact]
    public void Claim_files_are_the_same_whatever_their_counters_order_and_spelling()
    {
        AssertSame(Claims(), Claims(swap: true).Replace('*', '|').Replace(':', '<').Replace('~', '\n'));
        AssertSame(
            Claims(),
            Claims()
                .Replace("*100*", "*100.00*", StringComparison.Ordinal)
                .Replace("UN*4", "UN*4.0", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(
        "SV1*HC:H0038*60*UN*4",
        "SV1*HC:H0038*60*UN*5",
        "Service, units (SV104)",
        "4",
        "5",
        "Line HC:H0038 of 20261001 (A1)"
    )]
    [InlineData("CLM*A*100*", "CLM*A*100.01*", "Claim, charge (CLM02)", "100", "100.01", "Claim A")]
    [InlineData("REF*G1*PA-1", "REF*G1*PA-2", "Prior authorization, number (REF02)", "PA-1", "PA-2", "Claim A")]
    [InlineData(
        "NM1*82*1*ROE*R",
        "NM1*82*1*ROE*S",
        "Rendering provider: Name, first name (NM104)",
        "R",
        "S",
        "Claim A"
    )]
    [InlineData(
        "N3*1 MAIN ST",
        "N3*2 MAIN ST",
        "Billing provider: Address, N301",
        "1 MAIN ST",
        "2 MAIN ST",
        "Billing provider 1234567893"
    )]
    [InlineData("REF*G1*PA-1~", "", "Prior authorization", "REF*G1*PA-1", null, "Claim A")]
    public void What_differs_between_claims_is_named(
        string was,
        string now,
        string field,
        string before,
        string? after,
        string where
    )
    {
        Assert.Contains(was, Claims(), StringComparison.Ordinal);
        var difference = Assert.Single(Of(Claims(), Claims().Replace(was, now, StringComparison.Ordinal)).Differences);
        Assert.Equal(
            (field, before, after, where),
            (difference.Field, difference.Before, difference.After, difference.Where[^1])
        );
    }

    [Fact]
    public void A_claim_of_another_subscriber_is_changed_not_lost()
    {
        var other = Claims().Replace("MI*M2", "MI*M9", StringComparison.Ordinal);
        Assert.DoesNotContain(Of(Claims(), other).Differences, d => d.Claim == "B" && d.Change == Change.Removed);
        Assert.False(Of(Claims(), other).IsSame);
    }

    [Fact]
    public void Every_fixture_is_the_same_as_itself_and_each_is_another_than_the_next()
    {
        byte[] last = [];
        foreach (var bytes in Fixtures.All().Select(File.ReadAllBytes))
        {
            Assert.True(Comparison.Of(new MemoryStream(bytes), new MemoryStream(bytes)).IsSame);
            Assert.NotNull(Comparison.Of(new MemoryStream(last), new MemoryStream(bytes)));
            last = bytes;
        }
    }

    [Fact]
    public void Files_that_others_call_the_same_with_other_spellings()
    {
        const string Theirs = "LinuxForHealth+x12/demo-file/demo.835";
        const string Ours =
            "kputnam+stupidedi/spec/fixtures/005010/X221A1 HP835 Health Care Claim Payment Advice/pass/dollars-and-data-sent-together.edi";
        using var one = File.OpenRead(Fixtures.File(Theirs));
        using var two = File.OpenRead(Fixtures.File(Ours));

        // The claims are the same: 138018.40 is 138018.4, QTY 8.00 is 8. One bank has a digit less, one file names whom to
        // ask, and one has two sums in TS309 and 11 that stand in TS313 and 15 in the other.
        Assert.Equal(
            [
                "Payer's contact BL",
                "Paying account",
                "TS309",
                "TS309",
                "TS311",
                "TS311",
                "TS313",
                "TS313",
                "TS315",
                "TS315",
            ],
            Comparison.Of(one, two).Differences.Select(d => d.Field.Split(": ")[^1]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Bytes_that_were_changed_never_throw()
    {
        var text = Encoding.Latin1.GetBytes(RemittanceTests.Full + Claims());
        Prop.ForAll(
                Gen.Choose(0, text.Length - 1)
                    .Zip(Gen.Elements<byte>((byte)'*', (byte)'~', (byte)':', (byte)'9', (byte)'.', (byte)'A', 0, 255))
                    .ArrayOf()
                    .ToArbitrary(),
                changes =>
                {
                    byte[] changed = [.. text];
                    foreach (var (at, to) in changes)
                    {
                        changed[at] = to;
                    }
                    Assert.NotNull(Comparison.Of(new MemoryStream(text), new MemoryStream(changed)));
                    Assert.True(Comparison.Of(new MemoryStream(changed), new MemoryStream(changed)).IsSame);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(30));
    }

    /// <summary>Two claims of two subscribers of one billing provider; other counters and another order where swapped.</summary>
    internal static string Claims(bool swap = false)
    {
        var a = Subscriber(
            swap ? 3 : 2,
            "M1",
            "CLM*A*100***11:B:1*Y*A*Y*Y~REF*G1*PA-1~HI*ABK:F3289~NM1*82*1*ROE*R****XX*1999999984~PRV*PE*PXC*175T00000X~LX*1~SV1*HC:H0038*60*UN*4*11**1~DTP*472*D8*20261001~REF*6R*A1~LX*2~SV1*HC:H0038*40*UN*2*11**1~DTP*472*D8*20261002~"
        );
        var b = Subscriber(
            swap ? 2 : 3,
            "M2",
            "CLM*B*30***11:B:1*Y*A*Y*Y~HI*ABK:F3289~LX*1~SV1*HC:H0038*30*UN*2*11**1~DTP*472*D8*20261003~"
        );
        return X12Text.Interchange(
            X12Text.Transaction(
                "837",
                $"BHT*0019*00*{(swap ? "X" : "Y")}*20261101*0900*CH~NM1*41*2*PORCH*****46*S1~NM1*40*2*PLAN*****46*R1~HL*1**20*1~NM1*85*2*PORCH*****XX*1234567893~N3*1 MAIN ST~N4*AUGUSTA*ME*04330~REF*EI*010101010~"
                    + (swap ? b + a : a + b)
            ),
            "HC"
        );
    }

    private static string Subscriber(int number, string id, string claim) =>
        $"HL*{number}*1*22*0~SBR*P*18*******MC~NM1*IL*1*DOE*J****MI*{id}~NM1*PR*2*PLAN*****PI*R1~{claim}";

    private static string Remittance(string claims, string trace = "T1") =>
        X12Text.Interchange(
            X12Text.Transaction("835", $"BPR*I*1*C*CHK************20261102~TRN*1*{trace}*1512345678~{claims}")
        );

    private static void AssertSame(string one, string two)
    {
        var comparison = Of(one, two);
        Assert.Empty(comparison.Differences);
        Assert.Empty(comparison.Sums);
        Assert.True(comparison.IsSame);
    }

    private static Comparison Of(string one, string two) =>
        Comparison.Of(new MemoryStream(Encoding.Latin1.GetBytes(one)), new MemoryStream(Encoding.Latin1.GetBytes(two)));
}
