using System.Text;

namespace Hearth.X12.Tests;

/// <summary>A finding names the claim that it is about, and none where it is about what several claims share.</summary>
public sealed class FindingClaimTests
{
    private const string Claims = """
        ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261106*0930*^*00501*000000001*0*T*:~
        GS*HC*SENDER*RECEIVER*20261106*0930*1*X*005010X222A1~
        ST*837*0001*005010X222A1~
        BHT*0019*00*R1*20261106*0930*CH~
        NM1*41*2*Sender*****46*SENDER~
        PER*IC*Desk*TE*2075550199~
        NM1*40*2*Receiver*****46*RECEIVER~
        HL*1**20*1~
        NM1*85*2*Open Porch*****XX*1990001004~
        N3*449 Mockup Way~
        N4*Sampleton*WI*131720001~
        REF*EI*001000000~
        HL*2*1*22*0~
        SBR*P*18*******MC~
        NM1*IL*1*Vega*Olive****MI*S1~
        NM1*PR*2*Plan*****PI*P1~
        CLM*A-1*10***11:B:1*Y*A*Y*Y~
        HI*ABK:F419~
        LX*1~
        SV1*HC:H0038*10*UN*1***1~
        DTP*472*D8*20260912~
        CLM*A-2*20***11:B:1*Y*A*Y*Y~
        HI*ABK:F419~
        LX*1~
        SV1*HC:H0038*20*UN*1***1~
        DTP*472*D8*20260913~
        HL*3*1*22*0~
        SBR*P*18*******MC~
        NM1*IL*1*Moss*Lee****MI*S2~
        NM1*PR*2*Plan*****PI*P1~
        CLM*B-1*30***11:B:1*Y*A*Y*Y~
        HI*ABK:F419~
        LX*1~
        SV1*HC:H0038*30*UN*1***1~
        DTP*472*D8*20260914~
        SE*34*0001~
        GE*1*1~
        IEA*1*000000001~
        """;

    private const string Payments = """
        ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261106*0930*^*00501*000000001*0*T*:~
        GS*HP*SENDER*RECEIVER*20261106*0930*1*X*005010X221A1~
        ST*835*0001~
        BPR*I*30*C*ACH*CCP*01*999999992*DA*123456*1009999999**01*999988880*DA*98765*20261120~
        TRN*1*T1*1009999999~
        DTM*405*20261120~
        N1*PR*Plan~
        N3*1 Plaza~
        N4*Sampleton*ME*043300001~
        PER*BL*Help*TE*8005550155~
        N1*PE*Open Porch*XX*1990001004~
        LX*1~
        CLP*A-1*1*10*10**MC*R1*11*1~
        NM1*QC*1*Vega*Olive****MI*S1~
        SVC*HC:H0038*10*10**1~
        DTM*472*20260912~
        CLP*A-2*1*20*20**MC*R2*11*1~
        NM1*QC*1*Moss*Lee****MI*S2~
        SVC*HC:H0038*20*20**1~
        DTM*472*20260913~
        SE*19*0001~
        GE*1*1~
        IEA*1*000000001~
        """;

    [Theory]
    [InlineData("CLM*A-2*20***11", "CLM*A-2*20***11111", "CLM", "A-2")]
    [InlineData("CLM*A-2*20*", "CLM*A-2*21*", "CLM", "A-2")]
    [InlineData("SV1*HC:H0038*20*UN", "SV1*HC:H0038*20*XX", "SV1", "A-2")]
    [InlineData("HI*ABK:F419~\nLX*1~\nSV1*HC:H0038*20", "LX*1~\nSV1*HC:H0038*20", "HI", "A-2")]
    [InlineData("DTP*472*D8*20260913~\n", "", "DTP", "A-2")]
    [InlineData("DTP*472*D8*20260913~", "DTP*472*D8*20260913~\nZZZ*1~", "ZZZ", "A-2")]
    [InlineData("NM1*IL*1*Moss", "NM1*IL*7*Moss", "NM1", "")]
    [InlineData("HL*3*1*22*0", "HL*3*1*22*1", "HL", "")]
    [InlineData("NM1*PR*2*Plan*****PI*P1~\nCLM*B-1", "CLM*B-1", "NM1", "")]
    [InlineData("CLM*B-1*30***11:B:1*Y*A*Y*Y~\n", "", "CLM", "")]
    public void A_claim_that_is_asked_for_is_named_where_something_is_wrong_in_it(
        string right,
        string wrong,
        string segment,
        string claim
    ) => Names(Claims, right, wrong, segment, claim);

    [Theory]
    [InlineData("CLP*A-2*1*", "CLP*A-2*99*", "CLP", "A-2")]
    [InlineData("CLP*A-2*1*20*20", "CLP*A-2*1*20*x", "CLP", "A-2")]
    [InlineData("CLP*A-1*1*10*10", "CLP*A-1*1*10*9", "CLP", "A-1")]
    [InlineData("NM1*QC*1*Vega*Olive****MI*S1~\n", "", "NM1", "A-1")]
    [InlineData("SVC*HC:H0038*10*10", "SVC*HC:H0038*10*9", "SVC", "A-1")]
    [InlineData("TRN*1*T1", "TRN*9*T1", "TRN", "")]
    public void A_claim_that_is_paid_is_named_where_something_is_wrong_in_it(
        string right,
        string wrong,
        string segment,
        string claim
    ) => Names(Payments, right, wrong, segment, claim);

    private static void Names(string file, string right, string wrong, string segment, string claim)
    {
        Assert.Empty(Found(file));
        Assert.Contains(right, file, StringComparison.Ordinal);
        var found = Found(file.Replace(right, wrong, StringComparison.Ordinal))
            .Where(f => f.Segment == segment)
            .ToList();
        Assert.NotEmpty(found);
        Assert.All(found, finding => Assert.Equal(claim, finding.Claim));
    }

    private static IReadOnlyList<Finding> Found(string file) =>
        Validation.Read(new MemoryStream(Encoding.ASCII.GetBytes(file))).Summary.Errors;
}
