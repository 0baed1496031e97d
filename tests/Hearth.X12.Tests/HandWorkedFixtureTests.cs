namespace Hearth.X12.Tests;

/// <summary>Files that others wrote, each with its sums worked by hand from the segments named beside them.</summary>
public sealed class HandWorkedFixtureTests
{
    private const string Remittances = "LinuxForHealth+x12/src/tests/resources/835_005010X221A1/";
    private const string Claims = "LinuxForHealth+x12/src/tests/resources/837_005010X222A2/";
    private const string Payments =
        "kputnam+stupidedi/spec/fixtures/005010/X221A1 HP835 Health Care Claim Payment Advice/pass/";
    private const string Ims = "imsweb+x12-parser/src/test/resources/";
    private const string Tmc = "tmc+x12/testdata/005010x221-example-";
    private const string Staedi = "xlate+staedi/src/test/resources/x12/";

    [Fact]
    public void Managed_care_with_adjustments_of_claims_and_of_their_lines()
    {
        var s = Read(Remittances + "managed-care.835");

        // CLP*...*800.00*450.00: CAS*CO*A2*50.00 of the claim, CAS*PR*1*300.00 of its line: 800 - 50 - 300 = 450.
        // CLP*...*1200.00*495.00: CO*A2*55, PR*1*600, CO*45*50: 1200 - 55 - 600 - 50 = 495.
        Assert.Equal((1, 1, 1, 2L, 2L), Counts(s));
        Assert.Equal(800_00 + 1200_00, s.ChargeCents);
        Assert.Equal(800_00 + 1200_00, s.LineChargeCents);
        Assert.Equal(450_00 + 495_00, s.PaidCents);
        Assert.Equal(945_00, s.BprCents);
        Assert.Equal(Cents(("CO-45", 50_00), ("CO-A2", 50_00 + 55_00), ("PR-1", 300_00 + 600_00)), s.AdjustmentCents);
        Assert.True(s.Balanced);
        Assert.Empty(s.Errors);
    }

    [Theory]
    [InlineData(Remittances + "secondary-payment.835")]
    [InlineData(Payments + "secondary-payments.edi")]
    public void Payments_of_a_second_payer_one_by_claim_and_one_by_line(string file)
    {
        var s = Read(file);

        // CLP*L0004828311*2*10323.64*912: CAS*OA*23*9411.64: 10323.64 - 9411.64 = 912. No lines.
        // CLP*0001000053*2*751.50*310*220: lines 166.50 - 136.50 = 30 and 585 - 150 - 70 - 85 = 280; 30 + 280 = 310.
        Assert.Equal((1, 1, 1, 2L, 2L), Counts(s));
        Assert.Equal(10323_64 + 751_50, s.ChargeCents);
        Assert.Equal(166_50 + 585_00, s.LineChargeCents);
        Assert.Equal(912_00 + 310_00, s.PaidCents);
        Assert.Equal(1222_00, s.BprCents);
        Assert.Equal(
            Cents(("CO-42", 85_00), ("OA-23", 9411_64 + 136_50), ("PR-1", 150_00), ("PR-2", 70_00)),
            s.AdjustmentCents
        );
        Assert.True(s.Balanced);
        Assert.Empty(s.Errors);
    }

    [Theory]
    [InlineData(Remittances + "cob-contractural-adjustment.835")]
    [InlineData(Payments + "secondary-payment-with-higher-fee-schedule.edi")]
    public void An_adjustment_below_zero_gives_back(string file)
    {
        var s = Read(file);

        // SVC*...*541*34: CAS*OA*23*516 and CAS*OA*94*-9: 541 - 516 + 9 = 34.
        Assert.Equal((1, 1, 1, 1L, 1L), Counts(s));
        Assert.Equal((541_00L, 541_00L, 34_00L, 34_00L), (s.ChargeCents, s.LineChargeCents, s.PaidCents, s.BprCents));
        Assert.Equal(Cents(("OA-23", 516_00), ("OA-94", -9_00)), s.AdjustmentCents);
        Assert.True(s.Balanced);
        Assert.Empty(s.Errors);
    }

    [Fact]
    public void A_third_payer_pays_what_two_left()
    {
        var s = Read(Payments + "tertiary-payments.edi");

        // SVC*HC:24599*1766.5*187.50, CAS*OA*23*1579: 1766.50 - 1579 = 187.50.
        Assert.Equal((1, 1, 1, 1L, 1L), Counts(s));
        Assert.Equal(
            (1766_50L, 1766_50L, 187_50L, 187_50L),
            (s.ChargeCents, s.LineChargeCents, s.PaidCents, s.BprCents)
        );
        Assert.Equal(Cents(("OA-23", 1579_00)), s.AdjustmentCents);
        Assert.True(s.Balanced);
        Assert.Empty(s.Errors);
    }

    [Fact]
    public void Five_lines_of_a_dentist()
    {
        var s = Read(Payments + "era-sample.edi");

        // Charged 46 + 25 + 22 + 60 + 73 = 226, CO-131 takes 21 + 11 + 12 + 26 + 24 = 94, paid 25 + 14 + 10 + 34 + 49 = 132.
        Assert.Equal((1, 1, 1, 1L, 5L), Counts(s));
        Assert.Equal(226_00, s.ChargeCents);
        Assert.Equal(46_00 + 25_00 + 22_00 + 60_00 + 73_00, s.LineChargeCents);
        Assert.Equal(Cents(("CO-131", 21_00 + 11_00 + 12_00 + 26_00 + 24_00)), s.AdjustmentCents);
        Assert.Equal((132_00L, 132_00L), (s.PaidCents, s.BprCents));
        Assert.True(s.Balanced);
        Assert.Empty(s.Errors);
    }

    [Fact]
    public void Payment_and_remittance_together_with_an_amount_of_the_provider()
    {
        var s = Read(Payments + "dollars-and-data-sent-together.edi");

        // 138018.40 + 11980.33 = 149998.73; PLB*...*CV:CP*-1.27 adds 1.27: BPR*C*150000.
        Assert.Equal((1, 1, 1, 2L, 0L), Counts(s));
        Assert.Equal(211366_97 + 15000_00, s.ChargeCents);
        Assert.Equal(138018_40 + 11980_33, s.PaidCents);
        Assert.Equal(-1_27, s.PlbCents);
        Assert.Equal(138018_40 + 11980_33 + 1_27, s.BprCents);
        Assert.Equal(Cents(("CO-45", 73348_57 + 3019_67)), s.AdjustmentCents);
        Assert.True(s.Balanced);
        Assert.Empty(s.Errors);
    }

    [Theory]
    // CAS*CO*45*5**161*-2 and CAS*PR*3*10: 25 - 5 + 2 - 10 = 12.
    [InlineData("5b.edi", 12_00, "CO-161", -2_00)]
    // CAS*CO*45*5**B4*2 and CAS*PR*3*10: 25 - 5 - 2 - 10 = 8.
    [InlineData("5c.edi", 8_00, "CO-B4", 2_00)]
    public void A_bonus_and_a_penalty_of_one_line_in_a_file_with_another_mark_between_parts(
        string file,
        long paid,
        string reason,
        long cents
    )
    {
        var s = Read(Tmc + file);

        Assert.Equal((1, 1, 1, 1L, 1L), Counts(s));
        Assert.Equal((25_00L, 25_00L, paid, paid), (s.ChargeCents, s.LineChargeCents, s.PaidCents, s.BprCents));
        Assert.Equal(Cents(("CO-45", 5_00), (reason, cents), ("PR-3", 10_00)), s.AdjustmentCents);
        Assert.True(s.Balanced);
    }

    [Fact]
    public void A_bar_between_parts()
    {
        var s = Read(Tmc + "8a-claim-submitted-incorrect-subscriber-patient-and-incorrect-id.edi");

        // SVC*HC|99393*155*120.03, CAS*CO*45*34.97: 155 - 34.97 = 120.03.
        Assert.Equal((1, 1, 1, 1L, 1L), Counts(s));
        Assert.Equal((155_00L, 155_00L, 120_03L, 120_03L), (s.ChargeCents, s.LineChargeCents, s.PaidCents, s.BprCents));
        Assert.Equal(Cents(("CO-45", 34_97)), s.AdjustmentCents);
        Assert.True(s.Balanced);
    }

    [Fact]
    public void Two_transactions_of_three_claims_whose_counts_are_all_wrong()
    {
        var s = Read(Ims + "837_5010/x12_complex.txt");

        // Twice three CLM of 500.00; lines 12.25 + 13.26 = 25.51, 12.26, and 12.30 + 12.31 = 24.61.
        Assert.Equal((1, 1, 2, 6L, 10L), Counts(s));
        Assert.Equal(6 * 500_00, s.ChargeCents);
        Assert.Equal(2 * (25_51 + 12_26 + 24_61), s.LineChargeCents);
        Assert.False(s.Balanced);
        // SE*25 and SE*26 end 147 segments each; GE*1 ends two transactions.
        Assert.Equal(
            ["CLM 25.51", "CLM 12.26", "CLM 24.61", "SE 147", "CLM 25.51", "CLM 12.26", "CLM 24.61", "SE 147", "GE 2"],
            s.Errors.Select(e => $"{e.Segment} {e.Expected}")
        );
    }

    [Fact]
    public void Two_interchanges_of_two_claims_each()
    {
        var s = Read(Ims + "837_5010/x12_multiple_isa.txt");

        // Four CLM of 500.00 with one line of 12.25 each.
        Assert.Equal((2, 2, 2, 4L, 4L), Counts(s));
        Assert.Equal((4 * 500_00L, 4 * 12_25L), (s.ChargeCents, s.LineChargeCents));
        // SE*25 ends 34 segments, twice.
        Assert.Equal(
            ["CLM 12.25", "CLM 12.25", "SE 34", "CLM 12.25", "CLM 12.25", "SE 34"],
            s.Errors.Select(e => $"{e.Segment} {e.Expected}")
        );
        Assert.Equal([1, 1, 1, 2, 2, 2], s.Errors.Select(e => e.Transaction));
    }

    [Fact]
    public void Three_groups_where_the_trailer_counts_one()
    {
        var s = Read(Ims + "837_5010/x12_multiple_gs.txt");

        // Three times two CLM of 500.00 with one line of 12.25 each; IEA*1 ends three groups.
        Assert.Equal((1, 3, 3, 6L, 6L), Counts(s));
        Assert.Equal((6 * 500_00L, 6 * 12_25L), (s.ChargeCents, s.LineChargeCents));
        var trailer = Assert.Single(s.Errors, e => e.Segment == "IEA");
        Assert.Equal(("1", "3", "TA105=021"), (trailer.Found, trailer.Expected, trailer.Acknowledgement));
    }

    [Fact]
    public void Adjustments_of_another_payer_in_a_claim()
    {
        var s = Read(Claims + "demo.cob.example3.C.837");

        // CLM*26407789*79.04: 43.00 + 15.00 + 21.04 = 79.04. CAS*PR*1*21.89**2*15.00 of the claim, CAS*CO*42*3.00 of a line.
        Assert.Equal((1, 1, 1, 1L, 3L), Counts(s));
        Assert.Equal(79_04, s.ChargeCents);
        Assert.Equal(43_00 + 15_00 + 21_04, s.LineChargeCents);
        Assert.Equal(Cents(("CO-42", 3_00), ("PR-1", 21_89), ("PR-2", 15_00)), s.AdjustmentCents);
        Assert.Equal((0L, 0L, 0L), (s.PaidCents, s.BprCents, s.PlbCents));
        Assert.True(s.Balanced);
        Assert.Empty(s.Errors);
    }

    [Theory]
    // 1400.00 + 682.50 + 15.12 + 67.69 + 57.12 + 10.50 = 2232.93
    [InlineData("demo.drug.example10.3.837", 6, 2232_93)]
    // 700.00 + 8.20 + 46.00 + 12.30 = 766.50
    [InlineData("demo.ambulance.example5.837", 4, 766_50)]
    // 461.10 + 59.14 = 520.24
    [InlineData("demo.example7.837", 2, 520_24)]
    public void Claims_that_their_lines_make_up(string file, long lines, long cents)
    {
        var s = Read(Claims + file);

        Assert.Equal((1, 1, 1, 1L, lines), Counts(s));
        Assert.Equal((cents, cents), (s.ChargeCents, s.LineChargeCents));
        Assert.True(s.Balanced);
        Assert.Empty(s.Errors);
    }

    [Fact]
    public void A_segment_on_each_line_set_in_from_the_margin()
    {
        var s = Read(Staedi + "sample837-original.edi");

        // CLM*945405*5332.54 with SV1*HC>J2941*5332.54; the terminator is the line's end, SE*39 ends 39 segments.
        Assert.Equal((1, 1, 1, 1L, 1L), Counts(s));
        Assert.Equal((5332_54L, 5332_54L), (s.ChargeCents, s.LineChargeCents));
        Assert.True(s.Balanced);
    }

    [Fact]
    public void Two_short_transactions_a_segment_on_each_line()
    {
        var s = Read(Staedi + "sample837-small.edi");

        // SE*8 ends 8 segments and SE*4 ends 4; GE*2 and IEA*1 are right; no claim is in it.
        Assert.Equal((1, 1, 2, 0L, 0L), Counts(s));
        Assert.Equal((0L, 0L), (s.ChargeCents, s.LineChargeCents));
        Assert.Empty(s.Errors);
    }

    [Fact]
    public void An_acknowledgement_that_counts_two_segments_too_few()
    {
        var s = Read(Staedi + "invalid999.edi");

        // SE*16 ends 18 segments.
        Assert.Equal((1, 1, 1, 0L, 0L), Counts(s));
        var finding = Assert.Single(s.Errors);
        Assert.Equal(
            ("SE", "16", "18", "IK502=4"),
            (finding.Segment, finding.Found, finding.Expected, finding.Acknowledgement)
        );
    }

    [Theory]
    // ISA...*269895334 ends with IEA*1*267365555.
    [InlineData(
        "kputnam+stupidedi/spec/fixtures/005010/X212 HR277 Heatlh Care Information Status Notification/pass/1.era",
        "267365555",
        "269895334"
    )]
    // ISA...*000000001 ends with IEA*1*842928883.
    [InlineData(Ims + "277_5010/x12_277_x212.txt", "842928883", "000000001")]
    public void Answers_about_claims_hold_no_claims_and_end_with_another_number(
        string file,
        string found,
        string expected
    )
    {
        var s = Read(file);

        Assert.Equal((1, 1, 1, 0L, 0L), Counts(s));
        var finding = Assert.Single(s.Errors);
        Assert.Equal(("TA105=001", found, expected), (finding.Acknowledgement, finding.Found, finding.Expected));
    }

    [Fact]
    public void Five_remittances_in_one_stream_add_up()
    {
        using var all = new MemoryStream();
        foreach (
            var file in (string[])
                [
                    Remittances + "managed-care.835",
                    Payments + "tertiary-payments.edi",
                    Tmc + "8a-claim-submitted-incorrect-subscriber-patient-and-incorrect-id.edi",
                    Payments + "era-sample.edi",
                    Payments + "dollars-and-data-sent-together.edi",
                ]
        )
        {
            using var one = File.OpenRead(Fixtures.File(file));
            one.CopyTo(all);
        }
        all.Position = 0;
        var s = Summary.Read(all);

        // Between parts stand ":", ":", "|", ":" and ":" in turn.
        Assert.Equal((5, 5, 5, 2L + 1 + 1 + 1 + 2, 2L + 1 + 1 + 5 + 0), Counts(s));
        Assert.Equal(2000_00 + 1766_50 + 155_00 + 226_00 + 226366_97, s.ChargeCents);
        Assert.Equal(945_00 + 187_50 + 120_03 + 132_00 + 149998_73, s.PaidCents);
        Assert.Equal(945_00 + 187_50 + 120_03 + 132_00 + 150000_00, s.BprCents);
        Assert.Equal(-1_27, s.PlbCents);
        Assert.Equal(50_00 + 34_97 + 76368_24, s.AdjustmentCents["CO-45"]);
        Assert.True(s.Balanced);
    }

    private static (int Interchanges, int Groups, int Transactions, long Claims, long Services) Counts(Summary s) =>
        (s.Interchanges, s.Groups, s.Transactions, s.Claims, s.Services);

    private static SortedDictionary<string, long> Cents(params (string Reason, long Amount)[] amounts) =>
        new(amounts.ToDictionary(a => a.Reason, a => a.Amount), StringComparer.Ordinal);

    private static Summary Read(string file)
    {
        using var stream = File.OpenRead(Fixtures.File(file));
        return Summary.Read(stream);
    }
}
