namespace Hearth.X12.Tests;

/// <summary>Professional claims (005010X222A1).</summary>
internal static class ValidClaims
{
    private const string Version = "005010X222A1";

    private const string Head = """
        BHT*0019*00*REF0001*20261101*0900*CH~
        NM1*41*2*OPEN PORCH*****46*SUBMIT01~
        PER*IC*PAT DOE*TE*5185550100*EM*PAT@EXAMPLE.ORG~
        NM1*40*2*A PLAN*****46*PAYER1~
        HL*1**20*1~
        PRV*BI*PXC*251S00000X~
        NM1*85*2*OPEN PORCH*****XX*1234567893~
        N3*1 PORCH STREET~
        N4*ALBANY*NY*122070001~
        REF*EI*146000001~

        """;

    /// <summary>One claim of two lines; the subscriber is the patient.</summary>
    public static string SubscriberIsPatient { get; } =
        File(
            """
            HL*2*1*22*0~
            SBR*P*18*******MC~
            NM1*IL*1*ROE*RIVER****MI*MEM0001~
            N3*2 ELM STREET~
            N4*ALBANY*NY*12207~
            DMG*D8*19800102*F~
            NM1*PR*2*A PLAN*****PI*PAYER1~
            CLM*A-1*100***11:B:1*Y*A*Y*Y~
            HI*ABK:F329*ABF:F4310~
            NM1*82*1*GREEN*ASH****XX*1999999984~
            PRV*PE*PXC*175T00000X~
            LX*1~
            SV1*HC:H0038*60*UN*4***1:2~
            DTP*472*D8*20261015~
            REF*6R*L1~
            LX*2~
            SV1*HC:H0038:HQ*40*UN*2***1~
            DTP*472*RD8*20261016-20261016~
            REF*6R*L2~

            """
        );

    /// <summary>The patient is a child of the subscriber.</summary>
    public static string Dependent { get; } =
        File(
            """
            HL*2*1*22*1~
            SBR*P**GROUP1******CI~
            NM1*IL*1*ROE*RIVER****MI*MEM0001~
            NM1*PR*2*A PLAN*****PI*PAYER1~
            HL*3*2*23*0~
            PAT*19~
            NM1*QC*1*ROE*BROOK~
            N3*2 ELM STREET~
            N4*ALBANY*NY*12207~
            DMG*D8*20100304*M~
            CLM*A-2*75.5***11:B:1*Y*A*Y*Y~
            HI*ABK:F329~
            LX*1~
            SV1*HC:H0038*75.5*UN*5***1~
            DTP*472*D8*20261015~

            """
        );

    /// <summary>To the second payer, with what the first one paid and adjusted, line by line.</summary>
    public static string Secondary { get; } =
        File(
            """
            HL*2*1*22*0~
            SBR*S*18*******MC~
            NM1*IL*1*ROE*RIVER****MI*MEM0001~
            N3*2 ELM STREET~
            N4*ALBANY*NY*12207~
            DMG*D8*19800102*F~
            NM1*PR*2*A PLAN*****PI*PAYER1~
            CLM*A-3*100***11:B:1*Y*A*Y*Y~
            HI*ABK:F329~
            SBR*P*18*GROUP9******CI~
            AMT*D*64~
            OI***Y***Y~
            NM1*IL*1*ROE*RIVER****MI*OTHER0001~
            NM1*PR*2*B PLAN*****PI*PAYER2~
            LX*1~
            SV1*HC:H0038*60*UN*4***1~
            DTP*472*D8*20261015~
            SVD*PAYER2*40*HC:H0038**4~
            CAS*CO*45*10**253*2~
            CAS*PR*2*8~
            DTP*573*D8*20261020~
            LX*2~
            SV1*HC:H0038:HQ*40*UN*2***1~
            DTP*472*D8*20261016~
            SVD*PAYER2*24*HC:H0038:HQ**2~
            CAS*CO*45*10~
            CAS*PR*2*6~
            DTP*573*D8*20261020~

            """
        );

    /// <summary>Two subscribers, the second with two claims; pay-to address, references, notes, further providers.</summary>
    public static string Rich { get; } =
        ValidFiles.File(
            "HC",
            "837",
            Version,
            Head
                + """
                PER*IC*BILLING OFFICE*TE*5185550101*EX*12*FX*5185550102~
                NM1*87*2~
                N3*PO BOX 7~
                N4*ALBANY*NY*122010007~
                HL*2*1*22*0~
                SBR*P*18*GROUP1******16~
                NM1*IL*1*ROE*RIVER*A***MI*MEM0001~
                N3*2 ELM STREET*APT 3~
                N4*ALBANY*NY*12207~
                DMG*D8*19800102*U~
                NM1*PR*2*A PLAN*****PI*PAYER1~
                N3*9 PAYER WAY~
                N4*TROY*NY*12180~
                REF*2U*SECOND1~
                REF*G2*LEGACY1~
                CLM*A-4*100***11:B:1*Y*A*Y*Y~
                DTP*431*D8*20261001~
                AMT*F5*5~
                REF*G1*AUTH1~
                REF*D9*CLAIM0001~
                NTE*ADD*FIRST VISIT~
                HI*ABK:F329*ABF:F4310*ABF:F1010~
                NM1*DN*1*REED*MOSS****XX*1555555550~
                NM1*82*1*GREEN*ASH****XX*1999999984~
                PRV*PE*PXC*175T00000X~
                NM1*77*2*OPEN PORCH ANNEX*****XX*1345678902~
                N3*3 PORCH STREET~
                N4*ALBANY*NY*122070003~
                LX*1~
                SV1*HC:H0038:HQ:HE:U1:U2:GROUP SESSION*100*UN*4.5*12**1:2:3~
                DTP*472*D8*20261015~
                REF*6R*L1~
                NTE*ADD*BY VIDEO~
                HL*3*1*22*0~
                SBR*P*18*******MC~
                NM1*IL*1*LAKE*SKY****MI*MEM0002~
                N3*4 OAK STREET~
                N4*TROY*NY*12180~
                DMG*D8*19900506*M~
                NM1*PR*2*A PLAN*****PI*PAYER1~
                CLM*A-5*20***11:B:1*Y*A*Y*I~
                HI*ABK:F329~
                LX*1~
                SV1*HC:H0038*20*UN*1***1~
                DTP*472*D8*20261017~
                CLM*A-6*20***11:B:7*Y*A*Y*Y~
                REF*F8*PAYERCLM1~
                HI*ABK:F329~
                LX*1~
                SV1*HC:H0038*20*UN*1***1~
                DTP*472*D8*20261018~

                """
        );

    private static string File(string body) => ValidFiles.File("HC", "837", Version, Head + body);
}
