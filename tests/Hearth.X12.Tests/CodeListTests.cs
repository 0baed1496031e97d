using System.Text;

namespace Hearth.X12.Tests;

/// <summary>Codes of lists that others keep and change.</summary>
public sealed class CodeListTests
{
    [Theory]
    [InlineData("17", "a code that ended on 2009-07-01.")]
    [InlineData("125", "a code that ended on 2013-11-01, as far as the list here knows.")]
    [InlineData("9999", "which the list here does not know")]
    public void A_code_that_ended_or_is_not_known_is_a_warning_and_says_how_sure_that_is(string reason, string said)
    {
        var text = ValidRemittances.Reversal.Replace("CAS*CO*29*30~", $"CAS*CO*{reason}*30~", StringComparison.Ordinal);
        var summary = Validation.Read(new MemoryStream(Encoding.Latin1.GetBytes(text))).Summary;

        Assert.Empty(summary.Errors);
        var warning = Assert.Single(summary.Warnings);
        Assert.Contains(said, warning.Sentence, StringComparison.Ordinal);
        Assert.Null(warning.Acknowledgement);
    }

    [Fact]
    public void A_code_is_right_as_long_as_it_was_in_use_when_the_file_was_made()
    {
        var text = ValidRemittances
            .Reversal.Replace("CAS*CO*29*30~", "CAS*CO*125*30~", StringComparison.Ordinal)
            .Replace("*20261101*0900*1*X", "*20131101*0900*1*X", StringComparison.Ordinal);

        Assert.Empty(Validation.Read(new MemoryStream(Encoding.Latin1.GetBytes(text))).Summary.Warnings);
    }
}
