using System.Text;

namespace Hearth.X12.Tests;

/// <summary>What a guide allows besides: other codes, other forms, another order where order is free.</summary>
public sealed class AllowedFormsTests
{
    /// <summary>Which file, what is taken out of it, and what stands there instead.</summary>
    public static TheoryData<string, string, string> Forms { get; } =
        new()
        {
            // Another country, another form of the same.
            { "837P", "N4*ALBANY*NY*122070001~", "N4*TORONTO*ON*M5V2T6*CA~" },
            { "837P", "N4*ALBANY*NY*12207~", "N4*PARIS**75001*FR~" },
            {
                "837P",
                "PER*IC*PAT DOE*TE*5185550100*EM*PAT@EXAMPLE.ORG~",
                "PER*IC**EM*PAT@EXAMPLE.ORG*TE*5185550100*EX*12~"
            },
            {
                "837P",
                "PER*IC*PAT DOE*TE*5185550100*EM*PAT@EXAMPLE.ORG~",
                "PER*IC*PAT DOE*TE*5185550100~PER*IC*SAM DOE*FX*5185550102~"
            },
            { "837P", "BHT*0019*00*REF0001*20261101*0900*CH~", "BHT*0019*18*REF0001*20261101*090059*RP~" },
            { "837P", "BHT*0019*00*REF0001*20261101*0900*CH~", "BHT*0019*00*ref0001*20261101*09005912*31~" },
            {
                "837P",
                "NM1*85*2*OPEN PORCH*****XX*1234567893~N3*1 PORCH STREET~N4*ALBANY*NY*122070001~REF*EI*146000001~",
                "NM1*85*1*Doe*Pat*Q**Jr*XX*1234567893~N3*1 Porch Street~N4*Albany*NY*122070001~REF*SY*078051120~"
            },
            {
                "837P",
                "NM1*85*2*OPEN PORCH*****XX*1234567893~N3*1 PORCH STREET~N4*ALBANY*NY*122070001~REF*EI*146000001~",
                "NM1*85*2*OPEN PORCH~N3*1 PORCH STREET~N4*ALBANY*NY*122070001~REF*EI*146000001~REF*0B*LICENSE1~"
            },
            { "837P", "REF*EI*146000001~", "REF*EI*146000001~REF*1G*UPIN01~" },
            { "837P", "SBR*P*18*******MC~", "SBR*T*18*GROUP1*PLAN NAME*****ZZ~" },
            { "837P", "SBR*P*18*******MC~", "SBR*S*18***12****MB~" },
            { "837P", "DMG*D8*19800102*F~", "DMG*D8*19800102*F~REF*SY*078051120~" },
            {
                "837P",
                "NM1*PR*2*A PLAN*****PI*PAYER1~",
                "NM1*PR*2*A PLAN*****XV*PAYER1~REF*FY*OFFICE1~REF*2U*SECOND1~"
            },
            { "837P", "CLM*A-1*", "CLM*12345678901234567890123456789012345678*" },
            { "837P", "11:B:1*Y*A*Y*Y~", "02:B:8*N*C*W*I*P**********1~REF*F8*PAYERCLM1~" },
            { "837P", "11:B:1*Y*A*Y*Y~", "11:B:1*Y*A*Y*Y**AA:EM::NY~DTP*439*D8*20261001~" },
            {
                "837P",
                "HI*ABK:F329*ABF:F4310~",
                "HI*ABK:F329*ABF:F4310*ABF:F1010*ABF:F1110*ABF:F1210*ABF:F1310*ABF:F1410*ABF:F1510*ABF:F1610*ABF:F1810*ABF:F1910*ABF:Z590~"
            },
            { "837P", "11:B:1*Y*A*Y*Y~", "11:B:1*Y*A*Y*Y~DTP*454*D8*20261002~DTP*431*D8*20261001~" },
            { "837P", "11:B:1*Y*A*Y*Y~", "11:B:1*Y*A*Y*Y~REF*D9*CLAIM1~REF*G1*AUTH1~REF*EA*CHART1~" },
            {
                "837P",
                "11:B:1*Y*A*Y*Y~",
                "11:B:1*Y*A*Y*Y~PWK*OZ*BM***AC*DOC1~PWK*OZ*AA~CN1*09*10~AMT*F5*5~K3*STATE DATA~NTE*ADD*A NOTE~"
            },
            {
                "837P",
                "NM1*82*1*GREEN*ASH****XX*1999999984~PRV*PE*PXC*175T00000X~",
                "NM1*82*1*GREEN*ASH****XX*1999999984~PRV*PE*PXC*175T00000X~NM1*DN*1*REED*MOSS****XX*1555555550~"
            },
            {
                "837P",
                "NM1*82*1*GREEN*ASH****XX*1999999984~PRV*PE*PXC*175T00000X~",
                "NM1*DN*1*REED*MOSS****XX*1555555550~NM1*P3*1*LAKE*SKY****XX*1345678902~"
            },
            { "837P", "NM1*82*1*GREEN*ASH****XX*1999999984~PRV*PE*PXC*175T00000X~", "" },
            { "837P", "PRV*BI*PXC*251S00000X~", "" },
            { "837P", "SV1*HC:H0038*60*UN*4***1:2~", "SV1*HC:H0038:HQ:HE:U1:U2:BY VIDEO*60*MJ*15.5*02**1:2:1:2**Y~" },
            { "837P", "SV1*HC:H0038*60*UN*4***1:2~", "SV1*HC:H0038*60.*UN*.5***1:2~" },
            { "837P", "DTP*472*D8*20261015~", "DTP*472*D8*20261015~DTP*463*D8*20260901~QTY*PT*2~" },
            { "837P", "REF*6R*L1~", "REF*6R*L1~AMT*T*1~K3*STATE DATA~NTE*ADD*A NOTE~NTE*TPO*OTHER~" },
            {
                "837P",
                "REF*6R*L1~",
                "REF*6R*L1~NM1*DK*1*REED*MOSS****XX*1555555550~N3*9 MOSS ROAD~N4*TROY*NY*12180~PER*IC*REED*TE*5185550103~NM1*82*1*GREEN*ASH****XX*1999999984~"
            },
            { "837P", "REF*6R*L1~", "REF*6R*L1~LIN**N4*00013264681~CTP****7*UN~REF*XZ*RX1~" },
            { "837P secondary", "CAS*PR*2*8~", "CAS*PR*1*1**2*1**3*1**45*1**96*1**97*3~" },
            { "837P secondary", "OI***Y***Y~", "OI***W*P**I~MOA*.5*10*MA01*N30~" },
            { "837P secondary", "AMT*D*64~", "AMT*D*64~AMT*EAF*8~AMT*A8*1~" },
            {
                "837P secondary",
                "NM1*PR*2*B PLAN*****PI*PAYER2~",
                "NM1*PR*2*B PLAN*****PI*PAYER2~N3*7 B ROAD~N4*TROY*NY*12180~REF*F8*OTHERCLM1~"
            },
            {
                "837P secondary",
                "NM1*IL*1*ROE*RIVER****MI*OTHER0001~",
                "NM1*IL*1*ROE*RIVER****MI*OTHER0001~N3*2 ELM STREET~N4*ALBANY*NY*12207~REF*SY*078051120~"
            },
            { "837P secondary", "SVD*PAYER2*40*HC:H0038**4~", "SVD*PAYER2*40*HC:H0038:HQ**4.5*1~" },
            { "837P dependent", "PAT*19~", "PAT*G8****D8*20261014*01*150*Y~" },
            { "837P dependent", "SBR*P**GROUP1******CI~", "SBR*P**GROUP1******CI~PAT*****D8*20261001~" },
            // Remittances.
            { "835", "*C*ACH*CCP*01*", "*C*ACH*CTX*04*" },
            {
                "835",
                "TRN*1*12345*1512345678~",
                "TRN*1*12345*1512345678*SUPPLEMENT~CUR*PR*USD~REF*EV*SUBMIT01~REF*F2*V1~"
            },
            {
                "835",
                "PER*CX**TE*8005550100~PER*BL*EDI DESK*TE*8005550101*EM*EDI@EXAMPLE.ORG~",
                "PER*BL*EDI DESK*TE*8005550101~PER*CX**TE*8005550100~PER*IC**UR*WWW.EXAMPLE.ORG~"
            },
            {
                "835",
                "N1*PR*A PLAN~N3*9 PAYER WAY~N4*TROY*NY*12180~",
                "N1*PR*A PLAN*XV*12345~N3*9 PAYER WAY~N4*TROY*NY*12180~REF*2U*1~REF*NF*12345~"
            },
            { "835", "N1*PE*OPEN PORCH*XX*1234567893~", "N1*PE*OPEN PORCH*FI*146000001~" },
            {
                "835",
                "NM1*QC*1*ROE*RIVER****MI*MEM0001~",
                "NM1*QC*1*ROE*RIVER****MI*MEM0001~NM1*74*1*ROWE~NM1*TT*2*C PLAN*****PI*PAYER3~NM1*IL*1*ROE*RIVER****MI*MEM0001~"
            },
            {
                "835",
                "DTM*232*20261015~DTM*233*20261015~",
                "DTM*233*20261015~DTM*050*20261016~DTM*232*20261015~PER*CX**TE*8005550102~"
            },
            { "835", "SVC*HC:H0038*40*35**2~", "SVC*HC:H0038:HQ*40*35**2*HC:H0039*3~" },
            { "835", "SVC*HC:H0038*40*35**2~", "SVC*HC:H0038*40*35**.5~" },
            { "835", "LQ*HE*N130~", "LQ*HE*N130~LQ*HE*MA130~" },
            { "835", "REF*6R*L1~AMT*B6*55~", "REF*LU*11~REF*6R*L1~REF*HPI*1999999984~AMT*B6*55~QTY*ZK*1~" },
            {
                "835",
                "PLB*1234567893*20261231*WO:PAYERCLM9*2*L6:PAYERCLM2*-1.5~",
                "PLB*1234567893*20261231*WO:PAYERCLM9*2~PLB*1234567893*20261231*L6*-1.5~"
            },
            { "835", "LX*1~", "LX*4711~TS3*1234567893*11*20261231*3*30~" },
            {
                "835 check",
                "BPR*I*70*C*CHK************20261102~",
                "BPR*P*70.00*C*FWT**01*999999992*DA*123456*1512345678*ABC123456*01*999988880*SG*98765*20261102~"
            },
            // Answers.
            { "999", "AK2*837*0001*005010X222A1~IK5*A~AK2*837*0002*005010X222A1~IK5*A~AK9*A*2*2*2~", "AK9*A*2*2*2~" },
            { "999", "IK5*A~", "IK5*E*I5~" },
            { "999", "AK9*A*2*2*2~", "AK9*R*2*2*0*5*4~" },
            { "999 rejected", "IK3*N3*9*2010*3~", "IK3*N3*9**3~CTX*SITUATIONAL TRIGGER*CLM*43**5:3*1325:1~" },
            { "999 rejected", "IK4*2*782*6*1A~", "IK4*2**I10~" },
            { "277CA", "QTY*90*1~AMT*YU*100~", "" },
            { "277CA", "NM1*PR*2*A PLAN*****PI*PAYER1~", "NM1*PR*2*A PLAN*****FI*146000001~" },
            { "277CA", "HL*4*3*PT~", "TRN*1*0~STC*A1:19:PR**WQ*100~QTY*QA*1~AMT*YU*100~HL*4*3*PT~" },
            { "277CA", "REF*1K*PAYERCLM1~", "REF*1K*PAYERCLM1~REF*D9*CLEAR1~" },
            // Questions.
            { "270", "EQ*30~", "EQ**HC:90837~" },
            { "270", "EQ*30~", "EQ*30~EQ*MH~REF*G1*AUTH1~" },
            { "270", "NM1*IL*1*ROE*RIVER****MI*MEM0001~", "NM1*IL*1*ROE*RIVER~REF*SY*078051120~" },
            { "270", "BHT*0022*13*REF0002*20261101*0900~", "BHT*0022*13*REF0002*20261101*0900*RT~" },
            { "270", "NM1*PR*2*A PLAN*****PI*PAYER1~", "NM1*PR*2*A PLAN*****PI*PAYER1~" },
            { "270", "TRN*1*TRACE0001*9SUBMIT001~", "TRN*1*TRACE0001*9SUBMIT001*DEPT1~TRN*1*TRACE0009*9CLEAR0001~" },
            {
                "271",
                "EB*1**30**GOLD PLAN~",
                "EB*1**30^98^MH**GOLD PLAN~EB*C*IND*30***23*500~EB*A*IND*MH****.2*****W~"
            },
            {
                "271",
                "EB*1**30**GOLD PLAN~",
                "EB*1**30**GOLD PLAN~HSD*VS*12***23~REF*18*PLAN1~DTP*291*RD8*20260101-20261231~"
            },
            {
                "271",
                "NM1*IL*1*ROE*RIVER****MI*MEM0001~",
                "NM1*IL*1*ROE*RIVER****MI*MEM0001~REF*6P*GROUP1*GROUP NAME~REF*SY*078051120~"
            },
            { "276", "REF*1K*PAYERCLM1~REF*EJ*A-1~AMT*T3*100~", "" },
            { "276", "TRN*1*TRACE0003~", "TRN*1*TRACE0003~REF*BLT*111~" },
            {
                "277",
                "STC*F1:65*20261102**100*85*20261102**20261102*90001~",
                "STC*F1:65*20261102**100*85*20261102**20261102*90001*F1:107~STC*P1:20*20261101**100~"
            },
            { "277", "PER*IC*HELP DESK*TE*8005550101~", "" },
            // Envelopes.
            { "837P", "GS*HC", "TA1*000000006*261101*0900*A*000~GS*HC" },
            { "837P", "IEA*1*000000007~", "IEA*1*7~" },
            { "837P", "*20261101*0900*1*X*005010X222A1~", "*20261101*090030*1*X*005010X222A1~" },
            { "837P", "*ZZ*SUBMIT01       *ZZ*PAYER1         ", "*30*146000001      *27*PAYER1         " },
            { "837P", "*000000007*0*T*:~", "*000000007*1*P*:~" },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_a_guide_allows_has_no_finding(string file, string one, string other)
    {
        var text = PlantedDefectTests.Planted(file, one, other);
        var summary = Validation.Read(new MemoryStream(Encoding.Latin1.GetBytes(text))).Summary;

        Assert.Empty(summary.Errors);
        Assert.Empty(summary.Warnings);
    }
}
