using System.Text;

namespace Hearth.X12.Tests;

/// <summary>What is sent back for a file: the findings of a check in the words of a 999 and a TA1.</summary>
public sealed class AnswerTests
{
    private static readonly DateTime Now = new(2026, 11, 26, 9, 30, 0, DateTimeKind.Unspecified);

    [Fact]
    public void A_file_without_errors_is_accepted()
    {
        Assert.Equal(
            [
                "GS*FA*PROVIDER*PAYER*20261126*0930*1*X*005010X231A1",
                "ST*999*0001*005010X231A1",
                "AK1*HP*1*005010X221A1",
                "AK2*835*0001",
                "IK5*A",
                "AK9*A*1*1*1",
                "SE*6*0001",
            ],
            Answer(Remittance)[1..^2]
        );
    }

    [Fact]
    public void What_is_missing_and_what_is_wrong_is_named_where_it_stands()
    {
        var wrong = Edit("N3*1 STREET~", "").Replace("DTM*405*20261102", "DTM*405*20261302", StringComparison.Ordinal);
        wrong = wrong.Replace("SE*18*", "SE*17*", StringComparison.Ordinal);

        Assert.Equal(
            ["AK2*835*0001", "IK3*DTM*4**8", "IK4*2*373*8*20261302", "IK3*N3*6*1000*3", "IK5*R*5", "AK9*R*1*1*0"],
            Answer(wrong)[4..^3]
        );
    }

    [Fact]
    public void Wrong_counts_of_a_transaction_and_a_group_are_answered_with_their_codes()
    {
        Assert.Contains("IK5*R*4", Answer(Edit("SE*18*0001", "SE*21*0001")));
        Assert.Contains("AK9*R*3*1*0*5", Answer(Edit("GE*1*1", "GE*3*1")));
    }

    [Fact]
    public void An_interchange_that_counts_its_groups_wrong_is_rejected_whole()
    {
        var answer = Answer(Edit("IEA*1*", "IEA*2*"));

        Assert.Equal("TA1*000000007*261101*0900*R*021", answer[1]);
        Assert.DoesNotContain(answer, s => s.StartsWith("ST", StringComparison.Ordinal));
    }

    [Fact]
    public void A_TA1_comes_where_it_is_asked_for_and_acknowledgements_are_not_acknowledged()
    {
        Assert.Equal("TA1*000000007*261101*0900*A*000", Answer(Edit("*0*P*:~GS", "*1*P*:~GS"))[1]);

        var validation = Read(string.Concat(Answer(Remittance).Select(s => s + "~")));
        Assert.Empty(validation.Summary.Errors);
        Assert.Empty(AcknowledgementFile.Answer(validation.Interchanges[0])!.Groups);
    }

    [Fact]
    public void A_claim_whose_number_cannot_be_written_is_answered_without_it()
    {
        using var stream = new MemoryStream();
        SampleFiles.WriteClaims(stream, 1);
        var text = Encoding.Latin1.GetString(stream.ToArray());
        var id = SampleFiles.Claims(1).Single().Id;
        var wrong = text.Replace($"CLM*{id}*", "CLM*\u0001*", StringComparison.Ordinal)
            .Replace("SV1*HC:", "SV1*QQ:", StringComparison.Ordinal);

        var answer = Answer(wrong);

        Assert.Contains(answer, s => s.StartsWith("IK3*SV1*", StringComparison.Ordinal));
        Assert.DoesNotContain(answer, s => s.StartsWith("CTX*", StringComparison.Ordinal));
    }

    [Fact]
    public void Whatever_comes_the_answer_can_be_written_and_is_without_errors_itself()
    {
        var random = new Random(20261126);
        var bytes = Encoding.Latin1.GetBytes(Remittance);
        for (var trial = 0; trial < 400; trial++)
        {
            var changed = (byte[])bytes.Clone();
            for (var n = random.Next(1, 12); n > 0; n--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }
            foreach (var interchange in Validation.Read(new MemoryStream(changed)).Interchanges)
            {
                if (AcknowledgementFile.Answer(interchange) is not { } answer)
                {
                    continue;
                }
                using var written = new MemoryStream();
                answer.Write(written, interchange.Envelope.Answer("1", Now));
                written.Position = 0;
                Assert.Empty(Validation.Read(written).Summary.Errors);
            }
        }
    }

    private static string Remittance { get; } =
        X12Text.Interchange(
            X12Text.Transaction(
                "835",
                """
                BPR*I*30*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20261102~
                TRN*1*12345*1512345678~
                DTM*405*20261102~
                N1*PR*A PLAN~
                N3*1 STREET~
                N4*TOWN*OH*44101~
                PER*BL*EDI*TE*6145550100~
                N1*PE*OPEN PORCH*XX*1234567893~
                LX*1~
                CLP*A-1*1*40*30*10*MC*PAYER1*11*1~
                NM1*QC*1*PERSON*ONE****MI*M000000001~
                SVC*HC:H0038:HQ*40*30**4~
                DTM*472*20261001~
                CAS*PR*3*10~
                REF*6R*1~
                AMT*B6*30~

                """
            )
        );

    private static string Edit(string right, string wrong)
    {
        Assert.Contains(right, Remittance, StringComparison.Ordinal);
        return Remittance.Replace(right, wrong, StringComparison.Ordinal);
    }

    private static Validation Read(string text) => Validation.Read(new MemoryStream(Encoding.Latin1.GetBytes(text)));

    private static List<string> Answer(string text)
    {
        var interchange = Assert.Single(Read(text).Interchanges);
        using var written = new MemoryStream();
        AcknowledgementFile.Answer(interchange)!.Write(written, interchange.Envelope.Answer("7", Now));
        return [.. Encoding.Latin1.GetString(written.ToArray()).Split('~', StringSplitOptions.RemoveEmptyEntries)];
    }
}
