using System.Text;

namespace Hearth.X12.Tests;

/// <summary>Headers and trailers that are missing, twice there, or in the wrong place.</summary>
public sealed class EnvelopeDefectTests
{
    private const string Version = "005010X222A1";

    [Fact]
    public void A_transaction_number_that_comes_twice_in_a_group_is_said_once()
    {
        var transaction = Cut(ValidClaims.SubscriberIsPatient, "ST*", "GE*");
        var errors = Read(ValidFiles.Interchange("HC", Version, transaction, transaction));

        Assert.Equal(["IK502=23"], errors);
    }

    [Fact]
    public void A_group_number_that_comes_twice_in_an_interchange_is_said_once()
    {
        var group = Cut(ValidClaims.SubscriberIsPatient, "GS*", "IEA*");
        var errors = Read(
            ValidClaims.SubscriberIsPatient.Replace("IEA*1*", group + "IEA*2*", StringComparison.Ordinal)
        );

        Assert.Equal(["AK905=19"], errors);
    }

    [Fact]
    public void An_interchange_number_that_a_sender_uses_twice_in_a_file_is_a_warning()
    {
        var first = ValidClaims.SubscriberIsPatient;
        var summary = Validation.Read(Stream(first + first)).Summary;

        Assert.Empty(summary.Errors);
        Assert.Equal(["TA105=025"], summary.Warnings.Select(w => w.Acknowledgement));
        Assert.Equal(13, summary.Warnings[0].Element);
        var other = first.Replace("*ZZ*SUBMIT01 ", "*ZZ*SUBMIT02 ", StringComparison.Ordinal);
        Assert.Empty(Validation.Read(Stream(first + other)).Summary.Warnings);
    }

    [Fact]
    public void An_empty_group_is_said_once()
    {
        Assert.Single(Read(ValidFiles.Interchange("HC", Version)));
    }

    [Fact]
    public void An_empty_transaction_group_or_interchange_is_said()
    {
        Assert.NotEmpty(Read(ValidFiles.Interchange("HC", Version, $"ST*837*0001*{Version}~SE*2*0001~")));
        Assert.NotEmpty(Read(ValidFiles.Interchange("HC", Version)));
        Assert.NotEmpty(
            Read(
                ValidClaims.SubscriberIsPatient.Replace(
                    Cut(ValidClaims.SubscriberIsPatient, "GS*", "IEA*"),
                    "",
                    StringComparison.Ordinal
                )
            )
        );
    }

    [Fact]
    public void The_same_transaction_number_in_two_groups_is_right()
    {
        var group = Cut(ValidClaims.SubscriberIsPatient, "GS*", "IEA*")
            .Replace("20261101*0900*1*X", "20261101*0900*2*X", StringComparison.Ordinal)
            .Replace("GE*1*1~", "GE*1*2~", StringComparison.Ordinal);
        Assert.Empty(
            Read(ValidClaims.SubscriberIsPatient.Replace("IEA*1*", group + "IEA*2*", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("ISA*", "GS*")]
    [InlineData("GS*", "ST*")]
    [InlineData("ST*", "BHT*")]
    public void A_header_that_is_missing_is_said_and_not_once_for_each_segment(string from, string to)
    {
        var errors = Read(
            ValidClaims.SubscriberIsPatient.Replace(
                Cut(ValidClaims.SubscriberIsPatient, from, to),
                "",
                StringComparison.Ordinal
            )
        );

        Assert.InRange(errors.Count, 1, 3);
    }

    [Theory]
    [InlineData("SE*", "IK502=2")]
    [InlineData("GE*", "AK905=3")]
    [InlineData("IEA*", "TA105=023")]
    public void A_trailer_that_is_missing_before_the_next_header_is_said_and_the_next_is_read(
        string trailer,
        string code
    )
    {
        var second = ValidClaims.Dependent.Replace("000000007", "000000008", StringComparison.Ordinal);
        var first = ValidClaims.SubscriberIsPatient;
        var at = first.IndexOf("~" + trailer, StringComparison.Ordinal) + 1;
        var validation = Validation.Read(Stream(first.Remove(at, first.IndexOf('~', at) + 1 - at) + second));

        Assert.Equal([code], validation.Summary.Errors.Select(e => e.Acknowledgement));
        Assert.Equal(2, validation.Summary.Transactions);
        Assert.Equal(2, validation.Interchanges.Count);
    }

    [Fact]
    public void A_trailer_without_its_header_is_said()
    {
        Assert.Single(
            Read(ValidClaims.SubscriberIsPatient.Replace("~GE*", "~SE*2*0001~GE*", StringComparison.Ordinal))
        );
        Assert.Single(Read(ValidClaims.SubscriberIsPatient.Replace("~IEA*", "~GE*1*1~IEA*", StringComparison.Ordinal)));
        Assert.Single(Read(ValidClaims.SubscriberIsPatient + "IEA*1*000000007~"));
    }

    [Fact]
    public void A_transaction_of_a_kind_that_has_no_guide_is_said_once()
    {
        var other = ValidFiles.Interchange(
            "BE",
            "005010X220A1",
            "ST*834*0001*005010X220A1~BGN*00*1*20261101~SE*3*0001~"
        );
        var summary = Validation.Read(Stream(other)).Summary;

        Assert.Single(summary.Errors.Concat(summary.Warnings));
    }

    [Fact]
    public void Numbers_of_segments_count_with_leading_zeros_and_blanks_do_not()
    {
        Assert.Empty(Read(ValidClaims.SubscriberIsPatient.Replace("~SE*", "~SE*00", StringComparison.Ordinal)));
        Assert.NotEmpty(Read(ValidClaims.SubscriberIsPatient.Replace("~SE*", "~SE* ", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_element_of_the_header_that_is_too_wide_is_said_even_where_another_makes_up_for_it()
    {
        var shifted = ValidClaims.SubscriberIsPatient.Replace(
            "*SUBMIT01       *ZZ*PAYER1         *",
            "*SUBMIT01        *ZZ*PAYER1        *",
            StringComparison.Ordinal
        );
        var summary = Validation.Read(Stream(shifted)).Summary;

        Assert.Equal("TA105=022", summary.Errors[0].Acknowledgement);
        Assert.Contains("ISA06, ISA08", summary.Errors[0].Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*0900*^*00501", "*0900***00501")]
    [InlineData("*0*T*:~", "*0*T*~")]
    [InlineData("*0*T*:~", "*0*T~")]
    [InlineData("*0*T*:~", "*0*T**~")]
    public void A_header_whose_delimiters_cannot_be_read_is_not_said_to_be_missing(string right, string wrong)
    {
        Assert.Contains(right, ValidClaims.SubscriberIsPatient, StringComparison.Ordinal);
        var summary = Summary.Read(
            Stream(ValidClaims.SubscriberIsPatient.Replace(right, wrong, StringComparison.Ordinal))
        );

        Assert.Equal("TA105=022", Assert.Single(summary.Errors).Acknowledgement);
        Assert.StartsWith("The ISA segment cannot be read", summary.Errors[0].Sentence, StringComparison.Ordinal);
    }

    private static string Cut(string text, string from, string to)
    {
        var start = text.IndexOf("~" + from, StringComparison.Ordinal) + 1;
        return text[start..(text.IndexOf("~" + to, StringComparison.Ordinal) + 1)];
    }

    private static MemoryStream Stream(string text) => new(Encoding.Latin1.GetBytes(text));

    private static List<string?> Read(string text) =>
        [.. Validation.Read(Stream(text)).Summary.Errors.Select(e => e.Acknowledgement)];
}
