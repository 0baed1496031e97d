using System.Text;

namespace Hearth.X12.Tests;

public sealed class ClaimStatusTests
{
    private const string Body = """
        BHT*0010*08*ANSWER-1*20261126*0916*DG~
        HL*1**20*1~
        NM1*PR*2*A PLAN*****PI*12345~
        PER*IC*CLAIMS DESK*TE*5035550100~
        HL*2*1*21*1~
        NM1*41*2*OPEN PORCH*****46*OP01~
        HL*3*2*19*1~
        NM1*1P*2*OPEN PORCH*****XX*1234567893~
        HL*4*3*22*0~
        NM1*IL*1*DOE*JO****MI*M-1~
        TRN*2*T-1~
        STC*F1:65*20261120**210.5*180*20261118**20261121*EFT-9*F1:107**THANK YOU~
        REF*1K*PAYER-77~
        REF*EJ*A-1~
        REF*VV*V-1~
        DTP*472*RD8*20261016-20261020~
        SVC*HC:H0038:HQ*60*55.25*0900***4~
        STC*F1:65*20261120~
        REF*FJ*L-1~
        DTP*472*D8*20261016~
        TRN*2*T-2~
        STC*P3:317:QC*20261121**40~
        HL*5*3*22*1~
        NM1*IL*1*ROE*SAM****MI*M-2~
        HL*6*5*23~
        NM1*QC*1*ROE*KIM~
        TRN*2*T-3~
        STC*A4:35*20261126~

        """;

    private static readonly string Golden = X12Text.Interchange(
        X12Text.Transaction("277", Body).Replace("*0001~BHT", "*0001*005010X212~BHT", StringComparison.Ordinal),
        "HN"
    );

    [Fact]
    public void The_example_follows_the_guide() => Assert.Empty(Guided.Complaints(Golden));

    [Fact]
    public void Each_answer_says_whose_claim_it_is_about()
    {
        var read = Read(Golden);

        Assert.Equal(["T-1", "T-2", "T-3"], read.Select(r => r.Trace));
        Assert.Equal(["JO", "JO", "KIM"], read.Select(r => r.Patient!.Name!.First));
        Assert.Equal(["M-1", "M-1", "M-2"], read.Select(r => r.Subscriber!.MemberId));
        Assert.All(
            read,
            r =>
                Assert.Equal(
                    (ClaimStatusLevel.Claim, "A PLAN", "OP01", "1234567893"),
                    (r.Level, r.Payer!.Name, r.Receiver!.Id, r.Provider!.Id)
                )
        );
        Assert.Equal("5035550100", read[0].Payer!.Contacts[0].Channels[0].Number);
        Assert.Equal(("ANSWER-1", new DateTime(2026, 11, 26, 9, 16, 0)), (read[0].Reference, read[0].Created));
        Assert.All(read, r => Assert.Empty(r.NotCarried));
    }

    [Fact]
    public void A_payment_comes_with_its_amounts_days_and_number()
    {
        // The guide has no place for the method of payment; some payers send it all the same.
        var paid = Read(Golden.Replace("*20261118**", "*20261118*ACH*", StringComparison.Ordinal))[0];

        Assert.Equal(StatusVerdict.Paid, paid.Verdict);
        var status = Assert.Single(paid.Statuses);
        Assert.Equal([new StatusCode("F1", "65"), new StatusCode("F1", "107")], status.Codes);
        Assert.Equal(
            (210_50L, 180_00L, "ACH", "EFT-9", "THANK YOU"),
            (status.ChargeCents, status.PaidCents, status.PaymentMethod, status.PaymentNumber, status.Message)
        );
        Assert.Equal(
            (new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 18), new DateOnly(2026, 11, 21)),
            (status.EffectiveOn, status.DecidedOn, status.PaidOn)
        );
        Assert.Equal(("PAYER-77", "A-1", null), (paid.PayerControlNumber, paid.ClaimId, paid.ClearinghouseNumber));
        Assert.Equal((new DateOnly(2026, 10, 16), new DateOnly(2026, 10, 20)), (paid.From, paid.Through));
        var line = Assert.Single(paid.Lines);
        Assert.Equal(
            ("H0038:HQ", 60_00L, 55_25L, "0900", 4m, "L-1"),
            (
                line.Procedure.ToString(),
                line.ChargeCents,
                line.PaidCents,
                line.RevenueCode,
                line.Units,
                line.ControlNumber
            )
        );
    }

    [Fact]
    public void Pending_and_unknown_claims_say_so()
    {
        var read = Read(Golden);

        Assert.Equal([StatusVerdict.Pending, StatusVerdict.NotFound], read.Skip(1).Select(r => r.Verdict));
        Assert.Equal("QC", read[1].Statuses[0].Codes[0].Entity);
    }

    [Fact]
    public void What_cannot_be_read_is_listed_as_it_stands()
    {
        var read = Read(
            Golden
                .Replace("*210.5*180*", "*210.5*much*", StringComparison.Ordinal)
                .Replace("REF*VV*V-1", "NTE*X", StringComparison.Ordinal)
        );

        Assert.Equal(["STC", "NTE"], read[0].NotCarried.Select(n => n.Text[..3]));
        Assert.Null(read[0].Statuses[0].PaidCents);
        Assert.Empty(read[1].NotCarried);
    }

    [Fact]
    public void Files_of_others_are_read()
    {
        // TRN*2*ABC276XXX, STC*E0:0*20050916 below HL*2*1*21*0
        var receiver = Assert.Single(Of("information-receiver-level-status"));
        Assert.Equal(
            (ClaimStatusLevel.Receiver, "ABC276XXX", StatusVerdict.NotAnswered),
            (receiver.Level, receiver.Trace, receiver.Verdict)
        );
        Assert.Null(receiver.Patient);

        var provider = Of("provider-level-status");
        Assert.Equal([ClaimStatusLevel.Claim, ClaimStatusLevel.Provider], provider.Select(r => r.Level));
        Assert.Equal(("HOME HOSPITAL PHYSICIANS", null), (provider[1].Provider!.Name, provider[1].Subscriber));

        var claims = Of("claim-level-status");
        Assert.Equal(
            [StatusVerdict.Pending, StatusVerdict.Finalized, StatusVerdict.Denied],
            claims.Select(r => r.Verdict)
        );
        Assert.Equal(
            ("051681010827", "JOSEPH", "MANN"),
            (claims[2].PayerControlNumber, claims[2].Patient!.Name!.First, claims[2].Subscriber!.Name!.Last)
        );

        // STC*F2:80::RX*20060301**85.00*0.00
        var pharmacy = Assert.Single(Of("claim-level-status-ncpdp"));
        Assert.Equal(new StatusCode("F2", "80", null, "RX"), pharmacy.Statuses[0].Codes[0]);
        Assert.Equal((85_00L, 0L), (pharmacy.Statuses[0].ChargeCents, pharmacy.Statuses[0].PaidCents));
        Assert.All(claims.Concat(provider), r => Assert.Empty(r.NotCarried));
    }

    [Fact]
    public void Nothing_in_the_bytes_makes_a_reader_throw() =>
        Mutations.Try(Golden, bytes => _ = ClaimStatus.Read(new MemoryStream(bytes)).ToList());

    private static List<ClaimStatus> Read(string text) =>
        [.. ClaimStatus.Read(new MemoryStream(Encoding.Latin1.GetBytes(text)))];

    private static List<ClaimStatus> Of(string fixture)
    {
        using var stream = File.OpenRead(
            Fixtures.File($"LinuxForHealth+x12/src/tests/resources/277_005010X212/{fixture}.277")
        );
        return [.. ClaimStatus.Read(stream)];
    }
}
