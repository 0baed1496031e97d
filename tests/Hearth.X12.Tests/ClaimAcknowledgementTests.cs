using System.Text;

namespace Hearth.X12.Tests;

public sealed class ClaimAcknowledgementTests
{
    private const string Body = """
        BHT*0085*08*R-900*20261102*0815*TH~
        HL*1**20*1~
        NM1*PR*2*A PLAN*****PI*12345~
        TRN*1*RECEIPT-5~
        DTP*050*D8*20261101~
        DTP*009*D8*20261102~
        HL*2*1*21*1~
        NM1*41*2*OPEN PORCH*****46*OP01~
        TRN*2*BATCH-7~
        STC*A1:19:PR*20261102*WQ*210.5~
        QTY*90*1~
        QTY*AA*2~
        AMT*YU*60.5~
        AMT*YY*150~
        HL*3*2*19*1~
        NM1*85*2*OPEN PORCH*****XX*1234567893~
        TRN*1*0~
        STC*A1:19:PR**WQ*210.5~
        REF*TJ*123456789~
        QTY*QA*1~
        QTY*QC*2~
        HL*4*3*PT~
        NM1*QC*1*DOE*JO****MI*M-1~
        TRN*2*A-1~
        STC*A2:20*20261102*WQ*60.5~
        REF*1K*PAYER-77~
        DTP*472*D8*20261015~
        HL*5*3*PT~
        NM1*QC*1*ROE*SAM****MI*M-2~
        TRN*2*A-2~
        STC*A7:562:85*20261102*U*100******A8:496~
        REF*D9*CH-2~
        DTP*472*RD8*20261016-20261020~
        SVC*HC:H0038:HQ:U5*60*****4~
        STC*A7:453**U~
        REF*FJ*L-1~
        DTP*472*D8*20261016~
        SVC*HC:H0038*40*****2~
        STC*A2:20**U~
        TRN*2*A-3~
        STC*A3:21*20261102*U*50~
        NTE*ADD*X~

        """;

    private static readonly string Golden = X12Text.Interchange(Transaction(Body), "HN");

    [Fact]
    public void The_example_follows_the_guide() =>
        Assert.Empty(
            Guided.Complaints(
                Golden
                    .Replace("NTE*ADD*X~", "", StringComparison.Ordinal)
                    .Replace("SE*44", "SE*43", StringComparison.Ordinal)
            )
        );

    [Fact]
    public void Source_receiver_and_totals_come_with_their_claims()
    {
        var read = Assert.Single(Read(Golden));

        Assert.Equal(("R-900", "BATCH-7", "RECEIPT-5"), (read.Reference, read.BatchReference, read.ReceiptNumber));
        Assert.Equal(new DateTime(2026, 11, 2, 8, 15, 0), read.Created);
        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 2)), (read.ReceivedOn, read.ProcessedOn));
        Assert.Equal(("A PLAN", "12345"), (read.Source!.Name, read.Source.Id));
        Assert.Equal("OP01", read.Receiver!.Id);
        Assert.Equal((1m, 2m, 60_50L, 150_00L), Totals(read.Totals));
        Assert.Equal((1m, 2m, null, null), Totals(read.Providers[0].Totals));
        Assert.Equal(StatusVerdict.Received, read.Verdict);
        Assert.Equal("123456789", read.Providers[0].Provider!.SecondaryIds[0].Value);
        Assert.Equal(
            ("PAYER", "0001", "005010X214"),
            (read.Origin.Envelope.Sender.Id, read.Origin.ControlNumber, read.Origin.Guide)
        );
        Assert.Empty(read.NotCarried);
    }

    [Fact]
    public void Each_claim_is_accepted_or_rejected_and_says_why()
    {
        var claims = Read(Golden)[0].Claims.ToList();

        Assert.Equal(["A-1", "A-2", "A-3"], claims.Select(c => c.ClaimId));
        Assert.Equal(
            [StatusVerdict.Accepted, StatusVerdict.Rejected, StatusVerdict.Rejected],
            claims.Select(c => c.Verdict)
        );
        Assert.Equal(
            ("PAYER-77", null, false),
            (claims[0].PayerControlNumber, claims[0].ClearinghouseNumber, claims[0].IsRejected)
        );
        Assert.Equal([new StatusCode("A7", "562", "85"), new StatusCode("A8", "496")], claims[1].Statuses[0].Codes);
        Assert.Equal(
            (100_00L, "U", new DateOnly(2026, 11, 2)),
            (claims[1].Statuses[0].ChargeCents, claims[1].Statuses[0].Action, claims[1].Statuses[0].EffectiveOn)
        );
        Assert.Equal((new DateOnly(2026, 10, 16), new DateOnly(2026, 10, 20)), (claims[1].From, claims[1].Through));
        // Two claims of one patient.
        Assert.Equal("ROE, SAM", claims[2].Patient!.FullName);
    }

    [Fact]
    public void Lines_say_which_of_them_is_wrong()
    {
        var lines = Read(Golden)[0].Claims.ElementAt(1).Lines;

        Assert.Equal(
            ("H0038:HQ:U5", 60_00L, 4m, "L-1"),
            (lines[0].Procedure.ToString(), lines[0].ChargeCents, lines[0].Units, lines[0].ControlNumber)
        );
        Assert.Equal([StatusVerdict.Rejected, StatusVerdict.Accepted], lines.Select(l => l.Verdict));
    }

    [Fact]
    public void What_no_member_carries_is_listed_with_the_claim_it_stands_in()
    {
        var claims = Read(Golden)[0].Claims.ToList();

        Assert.Equal("NTE*ADD*X", Assert.Single(claims[2].NotCarried).Text);
        Assert.Empty(claims[0].NotCarried);
        Assert.Empty(claims[1].NotCarried);
    }

    [Theory]
    [InlineData("QTY*90*1~", "QTY*90*one~")]
    [InlineData("DTP*050*D8*20261101~", "DTP*050*D8*20261301~")]
    [InlineData("HL*3*2*19*1~", "HL*3*2*19*1*EXTRA~")]
    [InlineData("HL*3*2*19*1~", "HL*9*2*XX~HL*3*2*19*1~")]
    [InlineData("TRN*2*BATCH-7~", "TRN*2*BATCH-7*ORIGINATOR~")]
    public void What_cannot_be_read_is_listed_as_it_stands(string right, string wrong)
    {
        var read = Read(Golden.Replace(right, wrong, StringComparison.Ordinal))[0];

        Assert.Contains(Assert.Single(read.NotCarried).Text + "~", wrong, StringComparison.Ordinal);
        Assert.Equal(3, read.Claims.Count());
    }

    [Fact]
    public void A_file_rejected_as_a_whole_has_no_claims()
    {
        var body = Body[..Body.IndexOf("QTY*90", StringComparison.Ordinal)]
            .Replace("A1:19:PR*20261102*WQ", "A3:24:41*20261102*U", StringComparison.Ordinal);
        var read = Assert.Single(Read(X12Text.Interchange(Transaction(body), "HN")));

        Assert.Equal((StatusVerdict.Rejected, "41"), (read.Verdict, read.Statuses[0].Codes[0].Entity));
        Assert.Empty(read.Providers);
    }

    [Fact]
    public void Each_source_and_transaction_is_an_acknowledgement_of_its_own()
    {
        var two = X12Text.Interchange(
            Transaction(Body) + Transaction(Body + Body[Body.IndexOf("HL*1", StringComparison.Ordinal)..], "0002"),
            "HN",
            2
        );

        var all = Read(two + two);

        Assert.Equal(6, all.Count);
        Assert.All(all, a => Assert.Equal((3, "A PLAN", "R-900"), (a.Claims.Count(), a.Source!.Name, a.Reference)));
        Assert.Equal([1, 2, 2, 3, 4, 4], all.Select(a => a.Origin.Transaction));
    }

    [Fact]
    public void Answers_to_inquiries_are_not_taken_for_acknowledgements() =>
        Assert.Empty(Read(Golden.Replace("005010X214", "005010X212", StringComparison.Ordinal)));

    [Fact]
    public void A_transaction_that_names_no_guide_is_told_by_its_structure() =>
        Assert.Single(Read(Golden.Replace("*005010X214", "", StringComparison.Ordinal)));

    [Fact]
    public void Every_known_category_comes_to_something()
    {
        foreach (var category in "A0 A1 A2 A3 A4 A5 A6 A7 A8 P0 P5 F0 F1 F2 F3F R0 R17 RQ D0 E0 E4".Split(' '))
        {
            Assert.NotEqual(StatusVerdict.Unknown, new StatusCode(category, "0").Verdict);
        }
        Assert.Equal(StatusVerdict.Unknown, new StatusCode("Z9", "0").Verdict);
        Assert.Equal(StatusVerdict.Rejected, new StatusInformation { Codes = [], Action = "U" }.Verdict);
    }

    [Fact]
    public void Nothing_in_the_bytes_makes_a_reader_throw() =>
        Mutations.Try(Golden, bytes => _ = ClaimAcknowledgement.Read(new MemoryStream(bytes)).ToList());

    private static string Transaction(string body, string control = "0001") =>
        X12Text
            .Transaction("277", body, control)
            .Replace($"ST*277*{control}~", $"ST*277*{control}*005010X214~", StringComparison.Ordinal);

    private static (decimal?, decimal?, long?, long?) Totals(AcknowledgementTotals t) =>
        (t.AcceptedClaims, t.RejectedClaims, t.AcceptedCents, t.RejectedCents);

    private static List<ClaimAcknowledgement> Read(string text) =>
        [.. ClaimAcknowledgement.Read(new MemoryStream(Encoding.Latin1.GetBytes(text)))];
}
