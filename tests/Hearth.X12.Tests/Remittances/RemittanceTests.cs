using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Hearth.X12.Tests.Remittances;

public sealed class RemittanceTests
{
    [Fact]
    public void A_reversal_and_its_correction_are_two_claims_of_one_payment()
    {
        var file = Read(X12Text.Remittance);
        var remittance = Assert.Single(file.Remittances);
        var payment = remittance.Payment;

        Assert.Equal(
            (31_50, "I", "C", "ACH", "CCP"),
            (payment.AmountCents, payment.HandlingCode, payment.CreditOrDebit, payment.Method, payment.Format)
        );
        Assert.Equal(
            ("12345", "1512345678", new DateOnly(2026, 11, 2)),
            (payment.TraceNumber, payment.PayerId, payment.PaymentDate)
        );
        Assert.Equal(new BankAccount("01", "999999992", "DA", "123456"), payment.From);
        Assert.Equal(new BankAccount("01", "999988880", "DA", "98765"), payment.To);
        Assert.Equal(("A PLAN", (string?)null), (payment.Payer!.Name, payment.Payer.Id));
        Assert.Equal(
            ("OPEN PORCH", "XX", "1234567893"),
            (payment.Payee!.Name, payment.Payee.IdQualifier, payment.Payee.Id)
        );

        var (reversal, correction) = (remittance.Claims[0], remittance.Claims[1]);
        Assert.True(reversal.IsReversal);
        Assert.Equal(
            ("A-1", "22", -100_00, -80_25, -4_75),
            (
                reversal.ClaimId,
                reversal.Status,
                reversal.ChargeCents,
                reversal.PaidCents,
                reversal.PatientResponsibilityCents
            )
        );
        Assert.Equal([new("CO", "45", -15_00, null), new("PR", "3", -4_75, null)], reversal.Adjustments);
        Assert.Empty(reversal.Services);

        Assert.False(correction.IsReversal);
        Assert.Equal(
            ("A-1", "PAYER2", "MC", "11", "7"),
            (
                correction.ClaimId,
                correction.PayerControlNumber,
                correction.FilingIndicator,
                correction.FacilityType,
                correction.Frequency
            )
        );
        Assert.Equal((110_25, 0), (correction.PaidCents, correction.PatientResponsibilityCents));
        Assert.Empty(correction.Adjustments);
        Assert.Equal(["H0038:HQ", "H0038"], correction.Services.Select(s => s.Procedure.ToString()));
        Assert.Equal([4m, 2m], correction.Services.Select(s => s.UnitsPaid));
        Assert.Equal([new("OA", "94", -25, null)], correction.Services[0].Adjustments);
        Assert.Equal([new("CO", "45", 5_00, null), new("CO", "94", -15_00, null)], correction.Services[1].Adjustments);
        Assert.Equal("1", correction.Summary!.HeaderNumber);
        Assert.Same(payment, correction.Payment);
    }

    [Fact]
    public void Money_of_no_claim_comes_with_the_end_of_its_payment()
    {
        var reader = ClaimPayment.Read(Bytes(X12Text.Remittance));
        Assert.Empty(reader.Payments);
        Assert.Equal(2, reader.Count());

        // -80.25 + 110.25 is 30.00; less -1.50 it is BPR02's 31.50.
        var totals = Assert.Single(reader.Payments);
        Assert.Equal([new("1234567893", new DateOnly(2026, 12, 31), "L6", "CLAIM", -1_50)], totals.ProviderAdjustments);
        Assert.Equal(
            (2, 0, 30_00, -4_75),
            (totals.Claims, totals.ChargeCents, totals.PaidCents, totals.PatientResponsibilityCents)
        );
        Assert.Equal((-1_50, 31_50), (totals.ProviderAdjustmentCents, totals.ExpectedCents));
        Assert.True(totals.AddsUp);
        Assert.Empty(reader.Findings);
    }

    [Fact]
    public void A_provider_adjustment_segment_holds_up_to_six()
    {
        var text = X12Text.Remittance.Replace(
            "L6:CLAIM*-1.5",
            "L6:CLAIM*-2.5*WO:X*1*FB*10*FB**72:Y:Z*-10*IR**CS*0",
            StringComparison.Ordinal
        );
        var totals = Read(text).Remittances[0].Totals;

        Assert.Equal(
            ["L6 CLAIM -250", "WO X 100", "FB  1000", "FB  0", "72 Y -1000", "IR  0"],
            totals.ProviderAdjustments.Select(a => $"{a.Reason} {a.Reference} {a.Cents}")
        );
        // PLB11's third part, and PLB15 and 16: a seventh has no place.
        Assert.Equal(
            ["No member carries 11, or", "No member carries 15, 16, or"],
            totals.NotCarried.Select(n =>
                n.Reason.Replace(" it is not what should stand there.", "", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void Every_member_is_read()
    {
        var file = Read(Full);
        var claim = Assert.Single(Assert.Single(file.Remittances).Claims);
        var line = Assert.Single(claim.Services);

        Assert.Equal(
            ("EUR", "RECEIVER", "V7", new DateOnly(2026, 11, 1)),
            (claim.Payment.Currency, claim.Payment.ReceiverId, claim.Payment.Version, claim.Payment.ProductionDate)
        );
        var payer = claim.Payment.Payer!;
        Assert.Equal(("A PLAN", "XV", "PLAN1"), (payer.Name, payer.IdQualifier, payer.Id));
        Assert.Equal(
            new Address
            {
                Line1 = "1 MAIN ST",
                Line2 = "FLOOR 2",
                City = "AUGUSTA",
                State = "ME",
                Zip = "04330",
            },
            payer.Address
        );
        Assert.Equal([new("2U", "999")], payer.SecondaryIds);
        Assert.Equal(["CX", "BL"], payer.Contacts.Select(c => c.Function));
        Assert.Equal(
            [new("TE", "2075550100"), new("EX", "7"), new("EM", "a@plan.example")],
            payer.Contacts[1].Channels
        );
        Assert.Equal([new("TJ", "010101010")], claim.Payment.Payee!.SecondaryIds);
        Assert.Equal(new Delivery("EM", "BILLING", "b@porch.example"), claim.Payment.Delivery);

        Assert.Equal(
            ("3", "1.25", "0.5", "470"),
            ($"{claim.Summary!.Claims}", $"{claim.DrgWeight}", $"{claim.DischargeFraction}", claim.Drg)
        );
        Assert.Equal(
            ("1234567893", "11", new DateOnly(2026, 12, 31), 300_00L),
            (
                claim.Summary.ProviderId,
                claim.Summary.FacilityType,
                claim.Summary.FiscalPeriodEnd,
                claim.Summary.ChargeCents
            )
        );
        Assert.Equal([new("TS313", 12.5m), new("TS201", 1m), new("TS219", 2m)], claim.Summary.Figures);
        Assert.Equal(
            ("DOE, SALLY Q JR", "MI", "M1"),
            (claim.Patient!.FullName, claim.Patient.IdQualifier, claim.Patient.Id)
        );
        Assert.Equal(
            ["IL", "74", "82", "TT", "PR", "GB"],
            new[]
            {
                claim.Insured,
                claim.CorrectedPatient,
                claim.ServiceProvider,
                claim.CrossoverCarrier,
                claim.CorrectedPayer,
                claim.OtherSubscriber,
            }.Select(p => p!.Role)
        );
        Assert.Equal(
            (2m, 10_00L, 5_00L),
            (claim.Inpatient!.CoveredDays, claim.Inpatient.DrgCents, claim.Inpatient.CapitalExceptionCents)
        );
        Assert.Equal((0.8m, 7_00L), (claim.Outpatient!.ReimbursementRate, claim.Outpatient.EsrdCents));
        Assert.Equal(["MA01", "N1", "MA07", "MA02"], claim.RemarkCodes);
        Assert.Equal(
            (
                new DateOnly(2026, 10, 1),
                new DateOnly(2026, 10, 2),
                new DateOnly(2026, 10, 5),
                new DateOnly(2026, 12, 31)
            ),
            (claim.StatementFrom, claim.StatementTo, claim.Received, claim.CoverageEnded)
        );
        Assert.Equal([new("AU", 100_00)], claim.Amounts);
        Assert.Equal([new("CA", 2m)], claim.Quantities);
        Assert.Equal([new("EA", "MRN-1")], claim.References);
        Assert.Equal("CLAIMS DESK", Assert.Single(claim.Contacts).Name);

        Assert.Equal("HC H0038:HQ:U5", $"{line.Procedure.Qualifier} {line.Procedure}");
        Assert.Equal(
            ("GROUP", "0900", "H0038"),
            (line.Procedure.Description, line.RevenueCode, line.SubmittedProcedure!.Code)
        );
        Assert.Equal((4m, 5m), (line.UnitsPaid, line.UnitsBilled));
        Assert.Equal((new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 2)), (line.From, line.To));
        Assert.Equal([new("CO", "45", 20_00, 1m)], line.Adjustments);
        Assert.Equal("LINE-1", line.ControlNumber);
        Assert.Equal([new("B6", 80_00)], line.Amounts);
        Assert.Equal([new("ZK", 1m)], line.Quantities);
        Assert.Equal([new("HE", "N14"), new("RX", "75")], line.RemarkCodes);

        Assert.Empty(claim.NotCarried);
        Assert.Empty(claim.Payment.NotCarried);
        Assert.Empty(file.Remittances[0].Totals.NotCarried);
        Assert.Empty(file.Findings);
    }

    [Fact]
    public void What_no_member_carries_is_kept_as_it_stands()
    {
        var text = X12Text.Interchange(
            X12Text.Transaction(
                "835",
                "BPR*I*0*C*NON************20261102*X~TRN*1*1*2~ZZZ*head~N1*PR*P~N1*XY*WHO~LX*9~TS3*1*2~LX*1~"
                    + "CLP*A*1*0*0**MC*C*******Y~NTE*claim~NM1*QC*1*A~NM1*QC*1*B~SVC*HC:1::::::9*0*0~LQ*HE*N1*z~FOO*line~SE2~PLB*1*20261231*L6*0~BAR~"
            )
        );
        var remittance = Read(text).Remittances[0];

        Assert.Equal(["BPR17", "ZZZ", "N1"], Named(remittance.Payment.NotCarried));
        Assert.Equal(["CLP14", "NTE", "NM1", "SVC01", "LQ03", "FOO", "SE2"], Named(remittance.Claims[0].NotCarried));
        Assert.Equal(["LX", "TS3", "BAR"], Named(remittance.Totals.NotCarried));
        Assert.Equal("FOO*line", remittance.Claims[0].NotCarried[5].Text);

        static IEnumerable<string> Named(IEnumerable<NotCarried> rest) =>
            rest.Select(n =>
                n.Text.Split('*')[0]
                + (
                    n.Reason == "No member carries this segment."
                        ? ""
                        : n.Reason["No member carries ".Length..].Split(',')[0]
                )
            );
    }

    [Fact]
    public void What_may_come_once_and_comes_twice_is_left_over()
    {
        var text = X12Text.Remittance.Replace(
            "N1*PE*",
            "N3*1 STREET~N3*2 STREET~N4*TROY*NY~N4*ALBANY*NY~BPR*I*1*C*CHK~TRN*1*OTHER*1~N1*PE*",
            StringComparison.Ordinal
        );
        var payment = Read(text).Remittances[0].Payment;

        Assert.Equal(("12345", 31_50), (payment.TraceNumber, payment.AmountCents));
        Assert.Equal(("1 STREET", "TROY"), (payment.Payer!.Address!.Line1, payment.Payer.Address.City));
        Assert.Equal(["N3", "N4", "BPR", "TRN"], payment.NotCarried.Select(n => n.Text.Split('*')[0]));
    }

    [Theory]
    [InlineData("CLP*A-1*1*100", "CLP*A-1*1*1OO", "CLP", 3, "A-1")]
    [InlineData("-80.25*-4.75*MC", "-80.25*x*MC", "CLP", 5, "A-1")]
    [InlineData("60.25**4~", "60.25**four~", "SVC", 5, "A-1")]
    [InlineData("*20261102~", "*20261302~", "BPR", 16, "")]
    [InlineData("*20261231*L6", "*2026123*L6", "PLB", 2, "")]
    public void What_is_no_amount_number_or_date_is_a_finding_and_reading_goes_on(
        string right,
        string wrong,
        string segment,
        int element,
        string claim
    )
    {
        Assert.Contains(right, X12Text.Remittance, StringComparison.Ordinal);
        var file = Read(X12Text.Remittance.Replace(right, wrong, StringComparison.Ordinal));

        var finding = file.Findings.First(f => f.Segment == segment);
        Assert.Equal((element, claim, 1), (finding.Element, finding.Claim, finding.Transaction));
        Assert.Equal(2, file.Remittances[0].Claims.Count);
    }

    [Fact]
    public void A_transaction_without_an_end_does_not_cost_the_next_one()
    {
        var one = X12Text.Transaction("835", "BPR*I*1*C*CHK~TRN*1*T1*P~CLP*A*1*1*1~");
        var two = X12Text.Transaction("835", "BPR*I*2*C*CHK~TRN*1*T2*P~CLP*B*1*2*2~CLP*C*4*0*0~", "0002");
        var claims = X12Text.Transaction("837", "CLM*X*1~", "0003");
        var file = Read(
            X12Text.Interchange(one.Replace("SE*5*0001~", "", StringComparison.Ordinal) + claims + two, transactions: 3)
        );

        Assert.Equal(
            ["T1 A", "T2 B", "T2 C"],
            file.Remittances.SelectMany(r => r.Claims).Select(c => $"{c.Payment.TraceNumber} {c.ClaimId}")
        );
        Assert.Equal([1, 3], file.Remittances.Select(r => r.Payment.Origin.Transaction));
        Assert.Contains(file.Findings, f => f.Acknowledgement == "IK502=2");
        Assert.Contains(file.Findings, f => f.Sentence.Contains("kind 837", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_interchange_its_own_delimiters_and_pieces_of_any_size_give_the_same()
    {
        var text = Full + "\r\n" + X12Text.Remittance.Replace('*', '|').Replace(':', '>').Replace('~', '\x1D');
        var whole = Json(Read(text));
        var bytes = Encoding.Latin1.GetBytes(text);
        Assert.Equal(2, Read(text).Remittances.Count);
        foreach (var chunk in (int[])[1, 2, 3, 7, 64, 300, 1000])
        {
            var reader = new RemittanceReader(new(new MemoryStream(bytes), chunk));
            Assert.Equal(whole, Json(RemittanceFile.Read(reader)));
        }
    }

    [Fact]
    public void One_after_the_other_gives_the_same_as_all_at_once()
    {
        var text = Full + X12Text.Remittance + Full;
        var all = Read(text);
        var reader = ClaimPayment.Read(Bytes(text));

        Assert.Equal(Json(all.Remittances.SelectMany(r => r.Claims)), Json(reader));
        Assert.Equal(Json(all.Remittances.Select(r => r.Totals)), Json(reader.Payments));
        Assert.Equal(Json(all.Findings), Json(reader.Findings));
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_payment_says_where_it_stood()
    {
        var test = X12Text.Remittance.Replace("*0*P*:~", "*0*T*:~", StringComparison.Ordinal);
        var origins = Read(Full + test.Replace("000000007", "000000008", StringComparison.Ordinal))
            .Remittances.Select(r => r.Payment.Origin)
            .ToList();

        Assert.Equal(
            [(1, "000000007", false), (2, "000000008", true)],
            origins.Select(o => (o.Transaction, o.Envelope.ControlNumber, o.Envelope.IsTest))
        );
        Assert.All(
            origins,
            o =>
                Assert.Equal(
                    ("0001", "005010X221A1", "1", "PAYER"),
                    (o.ControlNumber, o.Guide, o.Envelope.GroupControlNumber, o.Envelope.Sender.Id)
                )
        );
    }

    [Fact]
    public void A_reader_holds_no_claim_but_the_last()
    {
        var body = string.Concat(Enumerable.Range(0, 500).Select(i => $"CLP*{i}*1*5*5~SVC*HC:H0038*5*5~"));
        var reader = ClaimPayment.Read(
            Bytes(X12Text.Interchange(X12Text.Transaction("835", "BPR*I*5*C*CHK~TRN*1*T*P~" + body)))
        );
        var claims = Weak(reader);
        GC.Collect();

        Assert.Equal(500, claims.Count);
        Assert.InRange(claims.Count(claim => claim.TryGetTarget(out _)), 0, 1);
        Assert.Equal("499", reader.Current.ClaimId);

        static List<WeakReference<ClaimPayment>> Weak(RemittanceReader reader) =>
            [.. reader.Select(claim => new WeakReference<ClaimPayment>(claim))];
    }

    [Fact]
    public void What_was_read_before_is_not_taken_for_what_looks_alike_under_other_delimiters()
    {
        var one = X12Text.Interchange(X12Text.Transaction("835", "TRN*1*T1*P~CLP*A*1*1*1~SVC*HC:1>2*1*1~"));
        var two = X12Text
            .Interchange(X12Text.Transaction("835", "TRN*1*T1*P~CLP*A*1*1*1~SVC*HC:1>2*1*1~"))
            .Replace("*P*:~", "*P*>~", StringComparison.Ordinal);
        var procedures = Read(one + two + one).Remittances.Select(r => r.Claims[0].Services[0].Procedure);

        Assert.Equal([("HC", "1>2"), ("HC:1", "2"), ("HC", "1>2")], procedures.Select(p => (p.Qualifier, p.Code)));
    }

    [Fact]
    public void Bytes_that_were_changed_never_throw()
    {
        var bytes = Encoding.Latin1.GetBytes(Full + X12Text.Remittance);
        Prop.ForAll(
                Gen.Choose(0, bytes.Length - 1)
                    .Zip(Gen.Elements<byte>((byte)'*', (byte)'~', (byte)':', (byte)'9', (byte)'-', (byte)'A', 0, 255))
                    .ArrayOf()
                    .ToArbitrary(),
                changes =>
                {
                    byte[] changed = [.. bytes];
                    foreach (var (at, to) in changes)
                    {
                        changed[at] = to;
                    }
                    var file = RemittanceFile.Read(new MemoryStream(changed));
                    Assert.Equal(file.Remittances.Sum(r => r.Totals.Claims), file.Remittances.Sum(r => r.Claims.Count));
                    foreach (var party in file.Remittances.SelectMany(r => r.Claims).Select(c => c.Patient))
                    {
                        Assert.NotNull(party?.FullName ?? "");
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(30));
    }

    /// <summary>A claim that uses every segment that the guide names.</summary>
    internal static string Full { get; } =
        X12Text.Interchange(
            X12Text.Transaction(
                "835",
                """
                BPR*I*80*C*ACH*CCP*01*999999992*DA*123456*1512345678*S1*01*999988880*DA*98765*20261102~
                TRN*1*FULL-1*1512345678*S1~
                CUR*PR*EUR~
                REF*EV*RECEIVER~
                REF*F2*V7~
                DTM*405*20261101~
                N1*PR*A PLAN*XV*PLAN1~
                N3*1 MAIN ST*FLOOR 2~
                N4*AUGUSTA*ME*04330~
                REF*2U*999~
                PER*CX**TE*2075550100~
                PER*BL*EDI*TE*2075550100*EX*7*EM*a@plan.example~
                N1*PE*OPEN PORCH*XX*1234567893~
                REF*TJ*010101010~
                RDM*EM*BILLING*b@porch.example~
                LX*1~
                TS3*1234567893*11*20261231*3*300********12.5~
                TS2*1******************2~
                CLP*FULL-A*1*100*80*0*MC*PCN-1*11*1**470*1.25*.5~
                CAS*CO*A2*0~
                NM1*QC*1*DOE*SALLY*Q**JR*MI*M1~
                NM1*IL*1*DOE*JOHN****MI*M0~
                NM1*74*1*DOH*SALLY****C*M2~
                NM1*82*2*OPEN PORCH*****XX*1234567893~
                NM1*TT*2*NEXT PLAN*****PI*N1~
                NM1*PR*2*FIRST PLAN*****PI*F1~
                NM1*GB*1*ROE*R****MI*G1~
                MIA*2***10*MA01***************N1****5~
                MOA*.8**MA07*MA02****7~
                REF*EA*MRN-1~
                DTM*232*20261001~
                DTM*233*20261002~
                DTM*036*20261231~
                DTM*050*20261005~
                PER*CX*CLAIMS DESK*TE*2075550101~
                AMT*AU*100~
                QTY*CA*2~
                SVC*HC:H0038:HQ:U5:::GROUP*100*80*0900*4*HC:H0038*5~
                DTM*150*20261001~
                DTM*151*20261002~
                CAS*CO*45*20*1~
                REF*6R*LINE-1~
                REF*LU*11~
                AMT*B6*80~
                QTY*ZK*1~
                LQ*HE*N14~
                LQ*RX*75~

                """
            )
        );

    private static RemittanceFile Read(string text) => RemittanceFile.Read(Bytes(text));

    private static MemoryStream Bytes(string text) => new(Encoding.Latin1.GetBytes(text));

    private static string Json<T>(T value) => JsonSerializer.Serialize(value);
}
