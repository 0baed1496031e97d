namespace Hearth.X12.Tests;

/// <summary>Files that others wrote. The figures are worked by hand from the segments named beside them.</summary>
public sealed class X12FixtureTests
{
    [Fact]
    public void Every_file_is_read_to_its_end()
    {
        var files = Fixtures.All();
        Assert.True(files.Count > 100);
        foreach (var file in files)
        {
            using var stream = File.OpenRead(file);
            var summary = Summary.Read(stream);
            Assert.True(summary.Interchanges > 0 || summary.Errors.Count > 0, file);
        }
    }

    [Fact]
    public void Two_institutional_claims_and_a_provider_level_amount()
    {
        var s = Read("LinuxForHealth+x12/demo-file/demo.835");

        // CLP*666123*1*211366.97*138018.40 and CLP*777777*1*15000.00*11980.33
        Assert.Equal((2, 0), (s.Claims, s.Services));
        Assert.Equal(211366_97 + 15000_00, s.ChargeCents);
        Assert.Equal(138018_40 + 11980_33, s.PaidCents);
        // CAS*CO*45*73348.57 and CAS*CO*45*3019.67
        Assert.Equal(73348_57 + 3019_67, s.AdjustmentCents["CO-45"]);
        // PLB*...*CV:CP*-1.27: 149998.73 less -1.27 is BPR*C*150000.00
        Assert.Equal(-1_27, s.PlbCents);
        Assert.Equal(150000_00, s.BprCents);
        Assert.True(s.Balanced);
        Assert.Empty(s.Errors);
    }

    [Fact]
    public void A_claim_paid_more_than_its_adjustments_leave_is_named()
    {
        var s = Read("moov-io+x12/examples/example_5010_835/sample2.txt");

        // SVC*HC:74176*4199.68*2998.00, CAS*PR*1*1199.68**2*2*4: 4199.68 - 1199.68 - 2 is the line's 2998.00,
        // but CLP*1234567-001*1*4199.68*4000.00 pays 4000.00.
        Assert.Equal((1, 1), (s.Claims, s.Services));
        Assert.Equal(1199_68, s.AdjustmentCents["PR-1"]);
        Assert.Equal(2_00, s.AdjustmentCents["PR-2"]);
        Assert.False(s.Balanced);
        var finding = Assert.Single(s.Errors);
        Assert.Equal(("CLP", "4000.00", "2998.00"), (finding.Segment, finding.Found, finding.Expected));
    }

    [Fact]
    public void A_claim_denied_line_by_line()
    {
        var s = Read("azoner+pyx12/pyx12/tests/835_mult_loops.txt");

        // CLP*2005555A*4*915.39*0; lines 500.04, 127.8 and 287.55, each adjusted to nothing
        Assert.Equal((1, 3), (s.Claims, s.Services));
        Assert.Equal(915_39, s.ChargeCents);
        Assert.Equal(500_04 + 127_80 + 287_55, s.LineChargeCents);
        Assert.Equal(500_04, s.AdjustmentCents["CO-16"]);
        Assert.Equal(127_80 + 287_55, s.AdjustmentCents["OA-A7"]);
        Assert.Equal(0, s.BprCents);
        Assert.True(s.Balanced);
        Assert.Empty(s.Errors);
    }

    [Fact]
    public void A_file_called_valid_has_the_wrong_count_and_lines_that_do_not_make_its_claims()
    {
        var s = Read("imsweb+x12-parser/src/test/resources/837_5010/x12_valid.txt");

        // Two CLM*A37YH556*500, each with one line SV1*HC:H0005:HF:H9*12.25; ST to SE are 34 segments, SE01 says 25.
        Assert.Equal((2, 2), (s.Claims, s.Services));
        Assert.Equal(2 * 500_00, s.ChargeCents);
        Assert.Equal(2 * 12_25, s.LineChargeCents);
        Assert.Equal(["CLM", "CLM", "SE"], s.Errors.Select(e => e.Segment));
        Assert.Equal(("25", "34"), (s.Errors[2].Found, s.Errors[2].Expected));
    }

    [Theory]
    [InlineData("imsweb+x12-parser/src/test/resources/837_5010/x12_multiple_isa.txt", 2, 2, 2)]
    [InlineData("imsweb+x12-parser/src/test/resources/837_5010/x12_multiple_gs.txt", 1, 3, 3)]
    [InlineData("imsweb+x12-parser/src/test/resources/837_5010/x12_multiple_st.txt", 1, 1, 2)]
    public void Several_interchanges_groups_and_transactions(
        string file,
        int interchanges,
        int groups,
        int transactions
    )
    {
        var s = Read(file);
        Assert.Equal((interchanges, groups, transactions), (s.Interchanges, s.Groups, s.Transactions));
    }

    [Fact]
    public void Numbers_that_do_not_match_and_counts_that_are_wrong_are_found()
    {
        // IEA*1*000014420 closes ISA...000003438; SE*22*... ends 18 segments.
        var s = Read("imsweb+x12-parser/src/test/resources/x270_271/x271.txt");
        Assert.Equal(["IK502=4", "TA105=001"], s.Errors.Select(e => e.Acknowledgement));
        Assert.Equal(("22", "18"), (s.Errors[0].Found, s.Errors[0].Expected));
    }

    [Fact]
    public void A_header_with_its_blanks_out_of_place_is_said_and_read_all_the_same()
    {
        var s = Read("tmc+x12/testdata/005010x221-example-5a.edi");

        Assert.Equal((1, 1, 1), (s.Interchanges, s.Groups, s.Transactions));
        Assert.True(s.Claims > 0);
        Assert.Equal("TA105=022", s.Errors[0].Acknowledgement);
    }

    [Fact]
    public void A_byte_order_mark_is_a_warning()
    {
        var s = Read("indice-co+EDI.Net/test/indice.Edi.Tests/Samples/x12.Issue88.edi");
        Assert.Contains("byte order mark", Assert.Single(s.Warnings).Sentence, StringComparison.Ordinal);
        Assert.Empty(s.Errors);
    }

    private static Summary Read(string file)
    {
        using var stream = File.OpenRead(Fixtures.File(file));
        return Summary.Read(stream);
    }
}
