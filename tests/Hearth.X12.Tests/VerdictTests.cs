using System.Text;

namespace Hearth.X12.Tests;

/// <summary>Which interchange, group or transaction a finding is put down to, and what is answered for it.</summary>
public sealed class VerdictTests
{
    private static readonly DateTime Now = new(2026, 11, 26, 9, 30, 0, DateTimeKind.Unspecified);

    [Theory]
    [InlineData("GE*2*1~")]
    [InlineData("ST*835*0002~SE*2*0002~GE*2*1~")]
    public void A_trailer_that_is_missing_rejects_its_own_transaction_whatever_comes_next(string next)
    {
        var text = ValidRemittances.Reversal;
        var se = text.IndexOf("SE*", StringComparison.Ordinal);
        var group = Verdicts(text.Remove(se) + next + "IEA*1*000000007~")[0].Groups[0];

        Assert.Equal("IK502=2", Assert.Single(group.Transactions[0].Findings).Acknowledgement);
        Assert.DoesNotContain(group.Transactions.Skip(1), t => t.Findings.Any(f => f.Acknowledgement == "IK502=2"));
        Assert.Contains("IK5*R*2", Answer(text.Remove(se) + "GE*1*1~IEA*1*000000007~"));
    }

    [Theory]
    [InlineData("GE*", "AK905=3")]
    [InlineData("IEA*", "TA105=023")]
    public void A_group_or_interchange_without_its_end_is_the_one_that_is_rejected(string trailer, string code)
    {
        var first = ValidRemittances.Reversal;
        var at = first.IndexOf("~" + trailer, StringComparison.Ordinal) + 1;
        var verdicts = Verdicts(first.Remove(at, first.IndexOf('~', at) + 1 - at) + ValidRemittances.Reversal);

        Assert.Contains(Own(verdicts[0]), f => f.Acknowledgement == code);
        Assert.DoesNotContain(Own(verdicts[1]), f => f.Acknowledgement == code);
    }

    [Fact]
    public void An_error_after_many_warnings_still_rejects()
    {
        const string Unknown = "CAS*OA*ZZ1*0**ZZ2*0**ZZ3*0**ZZ4*0**ZZ5*0**ZZ6*0~";
        var text = ValidFiles.Recount(
            ValidRemittances
                .Reversal.Replace(
                    "CAS*CO*29*30~",
                    "CAS*CO*29*30~" + string.Concat(Enumerable.Repeat(Unknown, 40)),
                    StringComparison.Ordinal
                )
                .Replace("PLB*1234567893", "PLB*", StringComparison.Ordinal)
        );

        Assert.Contains(Answer(text), s => s.StartsWith("IK5*R*5", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_kept_does_not_grow_with_the_findings()
    {
        var text = ValidRemittances.Reversal.Replace(
            "GE*",
            string.Concat(Enumerable.Repeat("SE*1*1~", 5_000)) + "GE*",
            StringComparison.Ordinal
        );
        var interchange = Assert.Single(Verdicts(text));

        Assert.InRange(interchange.Findings.Count, 1, 200);
    }

    private static IEnumerable<Finding> Own(InterchangeVerdict interchange) =>
        interchange.Findings.Concat(interchange.Groups.SelectMany(g => g.Findings));

    private static IReadOnlyList<InterchangeVerdict> Verdicts(string text) =>
        Validation.Read(new MemoryStream(Encoding.Latin1.GetBytes(text))).Interchanges;

    private static List<string> Answer(string text)
    {
        var interchange = Verdicts(text)[0];
        using var written = new MemoryStream();
        AcknowledgementFile.Answer(interchange)!.Write(written, interchange.Envelope.Answer("7", Now));
        return [.. Encoding.Latin1.GetString(written.ToArray()).Split('~', StringSplitOptions.RemoveEmptyEntries)];
    }
}
