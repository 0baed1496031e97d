using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Hearth.X12.Tests;

public sealed class SummaryTests
{
    [Fact]
    public void A_reversal_its_correction_and_interest_add_up()
    {
        var s = X12Text.Summarize(X12Text.Remittance);

        Assert.Equal((1, 1, 1), (s.Interchanges, s.Groups, s.Transactions));
        Assert.Equal((2L, 2L), (s.Claims, s.Services));
        Assert.Equal(-100_00 + 100_00, s.ChargeCents);
        Assert.Equal(-80_25 + 110_25, s.PaidCents);
        Assert.Equal(-1_50, s.PlbCents);
        Assert.Equal(30_00 + 1_50, s.BprCents);
        Assert.Equal(60_00 + 40_00, s.LineChargeCents);
        Assert.Equal(-15_00 + 5_00, s.AdjustmentCents["CO-45"]);
        Assert.Equal(-15_00, s.AdjustmentCents["CO-94"]);
        Assert.Equal(-25, s.AdjustmentCents["OA-94"]);
        Assert.Equal(-4_75, s.AdjustmentCents["PR-3"]);
        Assert.True(s.Balanced);
        Assert.Empty(s.Errors);
        Assert.Empty(s.Warnings);
    }

    [Theory]
    [InlineData("SVC*HC:H0038*40*50", "SVC*HC:H0038*40*49", "SVC", "50.00")]
    [InlineData("CLP*A-1*1*100*110.25", "CLP*A-1*1*100*110.26", "CLP", "110.25")]
    [InlineData("BPR*I*31.5", "BPR*I*31", "BPR", "31.50")]
    [InlineData("L6:CLAIM*-1.5", "L6:CLAIM*1.5", "BPR", "28.50")]
    public void What_does_not_add_up_is_named_with_what_it_should_be(
        string right,
        string wrong,
        string segment,
        string expected
    )
    {
        var s = X12Text.Summarize(X12Text.Remittance.Replace(right, wrong, StringComparison.Ordinal));

        Assert.False(s.Balanced);
        var finding = s.Errors[0];
        Assert.Equal((segment, expected, 1), (finding.Segment, finding.Expected, finding.Transaction));
        Assert.NotEmpty(finding.Next);
    }

    [Fact]
    public void A_claim_asks_for_what_its_lines_ask_for()
    {
        var claims = X12Text.Interchange(
            X12Text.Transaction(
                "837",
                "CLM*A*100***11:B:1~LX*1~SV1*HC:H0038*60*UN*4~LX*2~SV1*HC:H0038*40*UN*2~CLM*B*10~LX*1~SV1*HC:H0038*9.99*UN*1~"
            ),
            "HC"
        );
        var s = X12Text.Summarize(claims);

        Assert.Equal((2L, 3L, 110_00L, 109_99L), (s.Claims, s.Services, s.ChargeCents, s.LineChargeCents));
        Assert.False(s.Balanced);
        var finding = Assert.Single(s.Errors);
        Assert.Equal(("B", "CLM", 2, "9.99"), (finding.Claim, finding.Segment, finding.Element, finding.Expected));
    }

    [Theory]
    [InlineData("SE*16*0001", "SE*15*0001", "IK502=4", "16")]
    [InlineData("SE*16*0001", "SE*16*0002", "IK502=3", "0001")]
    [InlineData("SE*16*0001~", "", "IK502=2", "SE with \"0001\"")]
    [InlineData("GE*1*1", "GE*2*1", "AK905=5", "1")]
    [InlineData("GE*1*1", "GE*1*2", "AK905=4", "1")]
    [InlineData("GE*1*1~", "", "AK905=3", "GE with \"1\"")]
    [InlineData("IEA*1*000000007", "IEA*3*000000007", "TA105=021", "1")]
    [InlineData("IEA*1*000000007", "IEA*1*000000008", "TA105=001", "000000007")]
    [InlineData("IEA*1*000000007~", "", "TA105=023", "IEA with \"000000007\"")]
    public void Counters_and_numbers_of_envelopes_are_checked(string right, string wrong, string code, string expected)
    {
        Assert.Contains(right, X12Text.Remittance, StringComparison.Ordinal);
        var s = X12Text.Summarize(X12Text.Remittance.Replace(right, wrong, StringComparison.Ordinal));

        var finding = Assert.Single(s.Errors);
        Assert.Equal((code, expected), (finding.Acknowledgement, finding.Expected));
        Assert.True(s.Balanced);
    }

    [Fact]
    public void Leading_zeros_of_an_interchanges_number_say_nothing()
    {
        var s = X12Text.Summarize(X12Text.Remittance.Replace("IEA*1*000000007", "IEA*1*7", StringComparison.Ordinal));
        Assert.Empty(s.Errors);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("12,50", "no amount")]
    public void An_amount_that_is_none_is_said_and_counts_as_nothing(string amount, string words)
    {
        var s = X12Text.Summarize(
            X12Text.Remittance.Replace("BPR*I*31.5", "BPR*I*" + amount, StringComparison.Ordinal)
        );

        Assert.Equal(0, s.BprCents);
        Assert.False(s.Balanced);
        Assert.Contains(words, s.Errors[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Delimiters_line_ends_and_pieces_do_not_change_the_meaning()
    {
        var claims = X12Text.Interchange(X12Text.Transaction("837", "CLM*A*10~SV1*HC:H0038*9*UN*1~"), "HC");
        var text = X12Text.Remittance + claims;
        var meaning = X12Text.Meaning(X12Text.Summarize(text));
        var other = text.Replace('*', '|').Replace(':', '>').Replace('~', '\x1D');

        Assert.Equal(meaning, X12Text.Meaning(X12Text.Summarize(other)));
        Assert.Equal(meaning, X12Text.Meaning(X12Text.Summarize(text.Replace("~", "~\r\n", StringComparison.Ordinal))));
        Assert.Equal(meaning, X12Text.Meaning(X12Text.Summarize(text.Replace('~', '\n'))));
        Assert.Equal(meaning, X12Text.Meaning(X12Text.Summarize(text, chunk: 1)));
    }

    [Fact]
    public void Two_interchanges_mean_what_both_mean_together()
    {
        var one = X12Text.Summarize(X12Text.Remittance);
        var two = X12Text.Summarize(X12Text.Remittance + X12Text.Remittance);

        Assert.Equal(2 * one.PaidCents, two.PaidCents);
        Assert.Equal(one.AdjustmentCents.ToDictionary(a => a.Key, a => 2 * a.Value), two.AdjustmentCents);
        Assert.True(two.Balanced);
        Assert.Empty(two.Errors);
    }

    [Fact]
    public void Nothing_in_the_input_makes_it_throw()
    {
        var bytes = Encoding.Latin1.GetBytes(X12Text.Remittance);
        var change =
            from at in Gen.Choose(0, bytes.Length - 1)
            from to in Gen.Elements<byte>((byte)'*', (byte)'~', (byte)':', (byte)'-', (byte)'9', 0, 255, (byte)'I')
            from cut in Gen.Choose(0, 40)
            select (at, to, cut);
        Prop.ForAll(
                change.ListOf().ToArbitrary(),
                changes =>
                {
                    var mutated = bytes.ToList();
                    foreach (var (at, to, cut) in changes)
                    {
                        mutated[at % mutated.Count] = to;
                        if (cut > 35)
                        {
                            mutated.RemoveRange(
                                at % mutated.Count,
                                Math.Min(cut - 35, mutated.Count - (at % mutated.Count) - 1)
                            );
                        }
                    }
                    var text = Encoding.Latin1.GetString([.. mutated]);
                    Assert.Equal(X12Text.Meaning(X12Text.Summarize(text)), X12Text.Meaning(X12Text.Summarize(text, 7)));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData("SV1*HC:H0038*40*UN*4***1~")]
    [InlineData("SV2*0900*HC:H0038*40*UN*4~")]
    [InlineData("SV3*AD:D0120*40****1~")]
    public void Lines_of_every_kind_of_claim_are_counted_and_added_up(string line)
    {
        var summary = X12Text.Summarize(
            X12Text.Interchange(X12Text.Transaction("837", $"CLM*A-1*80~LX*1~{line}LX*2~{line}"), "HC")
        );

        Assert.Equal(
            (1, 2, 80_00, 80_00),
            (summary.Claims, summary.Services, summary.ChargeCents, summary.LineChargeCents)
        );
        Assert.True(summary.Balanced);
    }
}
