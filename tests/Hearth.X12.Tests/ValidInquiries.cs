namespace Hearth.X12.Tests;

/// <summary>Questions and their answers: eligibility (005010X279A1) and claim status (005010X212).</summary>
internal static class ValidInquiries
{
    private const string EligibilityVersion = "005010X279A1";
    private const string StatusVersion = "005010X212";

    /// <summary>Is the subscriber covered?</summary>
    public static string Eligibility { get; } =
        ValidFiles.File(
            "HS",
            "270",
            EligibilityVersion,
            """
            BHT*0022*13*REF0002*20261101*0900~
            HL*1**20*1~
            NM1*PR*2*A PLAN*****PI*PAYER1~
            HL*2*1*21*1~
            NM1*1P*2*OPEN PORCH*****XX*1234567893~
            HL*3*2*22*0~
            TRN*1*TRACE0001*9SUBMIT001~
            NM1*IL*1*ROE*RIVER****MI*MEM0001~
            DMG*D8*19800102*F~
            DTP*291*D8*20261101~
            EQ*30~

            """
        );

    /// <summary>Is the subscriber's child covered?</summary>
    public static string EligibilityOfDependent { get; } =
        ValidFiles.File(
            "HS",
            "270",
            EligibilityVersion,
            """
            BHT*0022*13*REF0003*20261101*0900~
            HL*1**20*1~
            NM1*PR*2*A PLAN*****PI*PAYER1~
            HL*2*1*21*1~
            NM1*1P*1*GREEN*ASH****XX*1999999984~
            HL*3*2*22*1~
            NM1*IL*1*ROE*RIVER****MI*MEM0001~
            HL*4*3*23*0~
            TRN*1*TRACE0002*9SUBMIT001~
            NM1*03*1*ROE*BROOK~
            DMG*D8*20100304*M~
            DTP*291*RD8*20261101-20261130~
            EQ*MH^98~

            """
        );

    /// <summary>The subscriber is covered, with a copayment and what is left of the year's visits.</summary>
    public static string Benefits { get; } =
        ValidFiles.File(
            "HB",
            "271",
            EligibilityVersion,
            """
            BHT*0022*11*REF0002*20261101*0905~
            HL*1**20*1~
            NM1*PR*2*A PLAN*****PI*PAYER1~
            PER*IC*HELP DESK*TE*8005550101~
            HL*2*1*21*1~
            NM1*1P*2*OPEN PORCH*****XX*1234567893~
            HL*3*2*22*0~
            TRN*2*TRACE0001*9SUBMIT001~
            NM1*IL*1*ROE*RIVER****MI*MEM0001~
            N3*2 ELM STREET~
            N4*ALBANY*NY*12207~
            DMG*D8*19800102*F~
            DTP*346*D8*20260101~
            EB*1**30**GOLD PLAN~
            EB*B*IND*MH***27*20~
            EB*F*IND*MH***29***VS*12*N*Y~
            MSG*VISITS OF ALL KINDS COUNT~
            LS*2120~
            NM1*P3*1*REED*MOSS****XX*1555555550~
            LE*2120~

            """
        );

    /// <summary>The subscriber was not found.</summary>
    public static string BenefitsRejected { get; } =
        ValidFiles.File(
            "HB",
            "271",
            EligibilityVersion,
            """
            BHT*0022*11*REF0002*20261101*0905~
            HL*1**20*1~
            NM1*PR*2*A PLAN*****PI*PAYER1~
            HL*2*1*21*1~
            NM1*1P*2*OPEN PORCH*****XX*1234567893~
            HL*3*2*22*0~
            TRN*2*TRACE0001*9SUBMIT001~
            NM1*IL*1*ROE*RIVER****MI*MEM0001~
            AAA*N**75*C~

            """
        );

    /// <summary>What became of the subscriber's claim?</summary>
    public static string Status { get; } =
        ValidFiles.File(
            "HR",
            "276",
            StatusVersion,
            """
            BHT*0010*13*REF0004*20261101*0900~
            HL*1**20*1~
            NM1*PR*2*A PLAN*****PI*PAYER1~
            HL*2*1*21*1~
            NM1*41*2*OPEN PORCH*****46*SUBMIT01~
            HL*3*2*19*1~
            NM1*1P*2*OPEN PORCH*****XX*1234567893~
            HL*4*3*22*0~
            DMG*D8*19800102*F~
            NM1*IL*1*ROE*RIVER****MI*MEM0001~
            TRN*1*TRACE0003~
            REF*1K*PAYERCLM1~
            REF*EJ*A-1~
            AMT*T3*100~
            DTP*472*RD8*20261015-20261016~
            SVC*HC:H0038*60*****4~
            REF*FJ*L1~
            DTP*472*D8*20261015~

            """
        );

    /// <summary>What became of a dependent's claim?</summary>
    public static string StatusOfDependent { get; } =
        ValidFiles.File(
            "HR",
            "276",
            StatusVersion,
            """
            BHT*0010*13*REF0005*20261101*0900~
            HL*1**20*1~
            NM1*PR*2*A PLAN*****PI*PAYER1~
            HL*2*1*21*1~
            NM1*41*2*OPEN PORCH*****46*SUBMIT01~
            HL*3*2*19*1~
            NM1*1P*2*OPEN PORCH*****XX*1234567893~
            HL*4*3*22*1~
            NM1*IL*1*ROE*RIVER****MI*MEM0001~
            HL*5*4*23~
            DMG*D8*20100304*M~
            NM1*QC*1*ROE*BROOK~
            TRN*1*TRACE0004~
            REF*EJ*A-2~
            AMT*T3*75.5~
            DTP*472*D8*20261015~

            """
        );

    /// <summary>The claim was paid.</summary>
    public static string StatusAnswer { get; } =
        ValidFiles.File(
            "HN",
            "277",
            StatusVersion,
            """
            BHT*0010*08*277X0003*20261101*0905*DG~
            HL*1**20*1~
            NM1*PR*2*A PLAN*****PI*PAYER1~
            PER*IC*HELP DESK*TE*8005550101~
            HL*2*1*21*1~
            NM1*41*2*OPEN PORCH*****46*SUBMIT01~
            HL*3*2*19*1~
            NM1*1P*2*OPEN PORCH*****XX*1234567893~
            HL*4*3*22*0~
            NM1*IL*1*ROE*RIVER****MI*MEM0001~
            TRN*2*TRACE0003~
            STC*F1:65*20261102**100*85*20261102**20261102*90001~
            REF*1K*PAYERCLM1~
            REF*EJ*A-1~
            DTP*472*RD8*20261015-20261016~
            SVC*HC:H0038*60*50****4~
            STC*F1:65*20261102~
            REF*FJ*L1~
            DTP*472*D8*20261015~

            """
        );

    /// <summary>A dependent's claim is waiting for more.</summary>
    public static string StatusAnswerOfDependent { get; } =
        ValidFiles.File(
            "HN",
            "277",
            StatusVersion,
            """
            BHT*0010*08*277X0004*20261101*0905*DG~
            HL*1**20*1~
            NM1*PR*2*A PLAN*****PI*PAYER1~
            HL*2*1*21*1~
            NM1*41*2*OPEN PORCH*****46*SUBMIT01~
            HL*3*2*19*1~
            NM1*1P*2*OPEN PORCH*****XX*1234567893~
            HL*4*3*22*1~
            NM1*IL*1*ROE*RIVER****MI*MEM0001~
            HL*5*4*23~
            NM1*QC*1*ROE*BROOK~
            TRN*2*TRACE0004~
            STC*P1:20*20261102**75.5~
            REF*EJ*A-2~
            DTP*472*D8*20261015~

            """
        );
}
