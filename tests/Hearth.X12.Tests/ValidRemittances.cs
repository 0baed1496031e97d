namespace Hearth.X12.Tests;

/// <summary>Remittances (005010X221A1).</summary>
internal static class ValidRemittances
{
    private const string Version = "005010X221A1";

    private const string Parties = """
        DTM*405*20261101~
        N1*PR*A PLAN~
        N3*9 PAYER WAY~
        N4*TROY*NY*12180~
        PER*CX**TE*8005550100~
        PER*BL*EDI DESK*TE*8005550101*EM*EDI@EXAMPLE.ORG~
        N1*PE*OPEN PORCH*XX*1234567893~
        N3*1 PORCH STREET~
        N4*ALBANY*NY*122070001~
        REF*TJ*146000001~

        """;

    /// <summary>
    /// A claim taken back, the same claim paid anew, one denied as a whole, and two amounts of the provider:
    /// -80 + 85 + 0 = 5; 2 held back and 1.50 interest make 5 - 2 + 1.50 = 4.50.
    /// </summary>
    public static string Reversal { get; } =
        File(
            """
            BPR*I*4.5*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20261102~
            TRN*1*12345*1512345678~

            """
                + Parties
                + """
                LX*1~
                CLP*A-1*22*-100*-80**MC*PAYERCLM1*11*1~
                NM1*QC*1*ROE*RIVER****MI*MEM0001~
                DTM*232*20261015~
                DTM*233*20261015~
                SVC*HC:H0038*-100*-80~
                DTM*472*20261015~
                CAS*CO*45*-20~
                CLP*A-1*1*100*85*5*MC*PAYERCLM2*11*1~
                NM1*QC*1*ROE*RIVER****MI*MEM0001~
                NM1*82*1*GREEN*ASH****XX*1999999984~
                REF*EA*CHART1~
                AMT*AU*90~
                SVC*HC:H0038:HQ*60*50**4~
                DTM*472*20261015~
                CAS*CO*45*5~
                CAS*PR*2*3**3*2~
                REF*6R*L1~
                AMT*B6*55~
                LQ*HE*N130~
                SVC*HC:H0038*40*35**2~
                DTM*472*20261016~
                CAS*CO*45*5~
                REF*6R*L2~
                CLP*A-2*4*30*0**MC*PAYERCLM3*11*1~
                CAS*CO*29*30~
                NM1*QC*1*LAKE*SKY****MI*MEM0002~
                DTM*232*20250101~
                PLB*1234567893*20261231*WO:PAYERCLM9*2*L6:PAYERCLM2*-1.5~

                """
        );

    /// <summary>Nothing is paid.</summary>
    public static string NoPayment { get; } =
        File(
            """
            BPR*H*0*C*NON************20261102~
            TRN*1*12346*1512345678~

            """
                + Parties
                + """
                LX*1~
                CLP*A-2*4*30*0**MC*PAYERCLM3*11*1~
                CAS*CO*29*30~
                NM1*QC*1*LAKE*SKY****MI*MEM0002~
                DTM*232*20250101~

                """
        );

    /// <summary>By check, with two batches of claims.</summary>
    public static string Check { get; } =
        File(
            """
            BPR*I*70*C*CHK************20261102~
            TRN*1*90001*1512345678~
            REF*EV*SUBMIT01~

            """
                + Parties
                + """
                LX*1~
                CLP*A-7*1*40*40**MC*PAYERCLM7*11*1~
                NM1*QC*1*ROE*RIVER****MI*MEM0001~
                SVC*HC:H0038*40*40**2~
                DTM*150*20261015~
                DTM*151*20261016~
                LX*2~
                CLP*A-8*1*40*30**MC*PAYERCLM8*11*1~
                CAS*PR*1*10~
                NM1*QC*1*LAKE*SKY****MI*MEM0002~
                MOA***MA01~
                DTM*232*20261001~
                PER*CX**TE*8005550102~

                """
        );

    private static string File(string body) => ValidFiles.File("HP", "835", Version, body);
}
