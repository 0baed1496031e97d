using System.Globalization;
using System.Text;

namespace Hearth.X12.Tests;

/// <summary>One thing is wrong in a file that is right: that is found, and nothing else is.</summary>
public sealed class PlantedDefectTests
{
    /// <summary>
    /// Which file, what is taken out of it ("|" between several), what stands there instead, and what is to be found:
    /// "loop/segment element-part code", with "&amp;" between several and "warning" before what is none to refuse.
    /// </summary>
    public static TheoryData<string, string, string, string> Defects { get; } =
        new()
        {
            // Required segments.
            { "837P", "BHT*0019*00*REF0001*20261101*0900*CH~", "", "/BHT IK304=3" },
            { "837P", "PER*IC*PAT DOE*TE*5185550100*EM*PAT@EXAMPLE.ORG~", "", "1000A/PER IK304=3" },
            {
                "837P",
                "NM1*41*2*OPEN PORCH*****46*SUBMIT01~PER*IC*PAT DOE*TE*5185550100*EM*PAT@EXAMPLE.ORG~",
                "",
                "1000A/NM1 IK304=3"
            },
            { "837P", "NM1*40*2*A PLAN*****46*PAYER1~", "", "1000B/NM1 IK304=3" },
            { "837P", "N3*1 PORCH STREET~", "", "2010AA/N3 IK304=3" },
            { "837P", "N4*ALBANY*NY*122070001~", "", "2010AA/N4 IK304=3" },
            { "837P", "REF*EI*146000001~", "", "2010AA/REF IK304=3" },
            { "837P", "NM1*PR*2*A PLAN*****PI*PAYER1~", "", "2010BB/NM1 IK304=3" },
            { "837P", "SBR*P*18*******MC~", "", "2000B/SBR IK304=3" },
            { "837P", "HI*ABK:F329*ABF:F4310~", "", "2300/HI IK304=3" },
            { "837P", "SV1*HC:H0038*60*UN*4***1:2~", "", "2400/SV1 IK304=3 & 2300/CLM02" },
            { "837P", "DTP*472*D8*20261015~", "", "2400/DTP IK304=3" },
            {
                "837P",
                "NM1*85*2*OPEN PORCH*****XX*1234567893~N3*1 PORCH STREET~N4*ALBANY*NY*122070001~REF*EI*146000001~",
                "",
                "2010AA/NM1 IK304=3"
            },
            { "837P dependent", "PAT*19~", "", "2000C/PAT IK304=3" },
            {
                "837P dependent",
                "NM1*QC*1*ROE*BROOK~N3*2 ELM STREET~N4*ALBANY*NY*12207~DMG*D8*20100304*M~",
                "",
                "2010CA/NM1 IK304=3"
            },
            { "837P dependent", "N3*2 ELM STREET~", "", "2010CA/N3 IK304=3" },
            { "837P dependent", "DMG*D8*20100304*M~", "", "2010CA/DMG IK304=3" },
            { "837P dependent", "NM1*IL*1*ROE*RIVER****MI*MEM0001~", "", "2010BA/NM1 IK304=3" },
            { "837P secondary", "OI***Y***Y~", "", "2320/OI IK304=3" },
            { "837P secondary", "NM1*IL*1*ROE*RIVER****MI*OTHER0001~", "", "2330A/NM1 IK304=3" },
            { "837P secondary", "NM1*PR*2*B PLAN*****PI*PAYER2~", "", "2330B/NM1 IK304=3" },
            { "837P secondary", "DTP*573*D8*20261020~", "", "2430/DTP IK304=3" },
            { "837P rich", "N3*PO BOX 7~", "", "2010AB/N3 IK304=3" },
            { "837P rich", "N3*3 PORCH STREET~", "", "2310C/N3 IK304=3" },
            {
                "835",
                "BPR*I*4.5*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20261102~",
                "",
                "/BPR IK304=3"
            },
            { "835", "TRN*1*12345*1512345678~", "", "/TRN IK304=3" },
            { "835", "N3*9 PAYER WAY~", "", "1000A/N3 IK304=3" },
            { "835", "N4*TROY*NY*12180~", "", "1000A/N4 IK304=3" },
            { "835", "PER*BL*EDI DESK*TE*8005550101*EM*EDI@EXAMPLE.ORG~", "", "1000A/PER IK304=3" },
            {
                "835",
                "N1*PE*OPEN PORCH*XX*1234567893~N3*1 PORCH STREET~N4*ALBANY*NY*122070001~REF*TJ*146000001~",
                "",
                "1000B/N1 IK304=3"
            },
            { "835", "NM1*QC*1*ROE*RIVER****MI*MEM0001~", "", "2100/NM1 IK304=3" },
            { "999", "AK1*HC*1*005010X222A1~", "", "/AK1 IK304=3" },
            { "999", "IK5*A~", "", "2000/IK5 IK304=3" },
            { "999", "AK9*A*2*2*2~", "", "/AK9 IK304=3" },
            { "277CA", "TRN*1*BATCH0001~", "", "2200A/TRN IK304=3" },
            { "277CA", "DTP*009*D8*20261102~", "", "2200A/DTP IK304=3" },
            { "277CA", "STC*A2:20:PR*20261102*WQ*100~", "", "2200D/STC IK304=3" },
            { "277CA", "NM1*85*2*OPEN PORCH*****XX*1234567893~", "", "2100C/NM1 IK304=3" },
            { "277CA", "NM1*QC*1*ROE*RIVER****MI*MEM0001~", "", "2100D/NM1 IK304=3" },
            { "270", "BHT*0022*13*REF0002*20261101*0900~", "", "/BHT IK304=3" },
            { "270", "NM1*PR*2*A PLAN*****PI*PAYER1~", "", "2100A/NM1 IK304=3" },
            { "270", "NM1*1P*2*OPEN PORCH*****XX*1234567893~", "", "2100B/NM1 IK304=3" },
            { "271", "NM1*PR*2*A PLAN*****PI*PAYER1~PER*IC*HELP DESK*TE*8005550101~", "", "2100A/NM1 IK304=3" },
            { "271", "NM1*1P*2*OPEN PORCH*****XX*1234567893~", "", "2100B/NM1 IK304=3" },
            { "276", "NM1*1P*2*OPEN PORCH*****XX*1234567893~", "", "2100C/NM1 IK304=3" },
            { "276", "NM1*IL*1*ROE*RIVER****MI*MEM0001~", "", "2100D/NM1 IK304=3" },
            { "277", "STC*F1:65*20261102**100*85*20261102**20261102*90001~", "", "2200D/STC IK304=3" },
            { "277", "NM1*41*2*OPEN PORCH*****46*SUBMIT01~", "", "2100B/NM1 IK304=3" },
            // Order.
            {
                "837P",
                "N3*1 PORCH STREET~N4*ALBANY*NY*122070001~",
                "N4*ALBANY*NY*122070001~N3*1 PORCH STREET~",
                "2010AA/N3 IK304=7"
            },
            {
                "837P",
                "N4*ALBANY*NY*12207~DMG*D8*19800102*F~",
                "DMG*D8*19800102*F~N4*ALBANY*NY*12207~",
                "2010BA/N4 IK304=7"
            },
            {
                "837P",
                "SV1*HC:H0038*60*UN*4***1:2~DTP*472*D8*20261015~",
                "DTP*472*D8*20261015~SV1*HC:H0038*60*UN*4***1:2~",
                "2400/SV1 IK304=7"
            },
            {
                "835",
                "BPR*I*4.5*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20261102~TRN*1*12345*1512345678~",
                "TRN*1*12345*1512345678~BPR*I*4.5*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20261102~",
                "/BPR IK304=7"
            },
            {
                "835",
                "DTM*472*20261015~CAS*CO*45*5~CAS*PR*2*3**3*2~",
                "CAS*CO*45*5~CAS*PR*2*3**3*2~DTM*472*20261015~",
                "2110/DTM IK304=7"
            },
            {
                "276",
                "DMG*D8*19800102*F~NM1*IL*1*ROE*RIVER****MI*MEM0001~",
                "NM1*IL*1*ROE*RIVER****MI*MEM0001~DMG*D8*19800102*F~",
                "2000D/DMG IK304=7"
            },
            {
                "270",
                "NM1*IL*1*ROE*RIVER****MI*MEM0001~DMG*D8*19800102*F~DTP*291*D8*20261101~",
                "NM1*IL*1*ROE*RIVER****MI*MEM0001~DTP*291*D8*20261101~DMG*D8*19800102*F~",
                "2100C/DMG IK304=7"
            },
            { "277CA", "QTY*90*1~AMT*YU*100~", "AMT*YU*100~QTY*90*1~", "2200B/QTY IK304=7" },
            // Where it does not belong, what is not of the kind, what is none.
            { "837P", "PRV*PE*PXC*175T00000X~", "PRV*PE*PXC*175T00000X~N3*5 STRAY ROAD~", "2310B/N3 IK304=2" },
            {
                "837P",
                "NM1*PR*2*A PLAN*****PI*PAYER1~",
                "NM1*PR*2*A PLAN*****PI*PAYER1~CAS*CO*45*1~",
                "2010BB/CAS IK304=2"
            },
            { "837P", "LX*1~", "CLP*A-1*1*100*100~LX*1~", "2310B/CLP IK304=6" },
            { "837P", "REF*6R*L1~", "REF*6R*L1~SVC*HC:H0038*1~", "2400/SVC IK304=6" },
            { "837P", "REF*EI*146000001~", "REF*EI*146000001~ZZZ*1~", "2010AA/ZZZ IK304=1" },
            { "835", "LX*1~", "XQ7*1~LX*1~", "1000B/XQ7 IK304=1" },
            { "835", "LX*1~", "TOOLONG*1~LX*1~", "1000B/TOOLONG IK304=1" },
            { "837P", "REF*EI*146000001~", "REF*EI*146000001~A*1~", "2010AA/A IK304=1" },
            { "835", "LQ*HE*N130~", "LQ*HE*N130~HI*ABK:F329~", "2110/HI IK304=6" },
            {
                "835",
                "PLB*1234567893*20261231*WO:PAYERCLM9*2*L6:PAYERCLM2*-1.5~",
                "PLB*1234567893*20261231*WO:PAYERCLM9*2*L6:PAYERCLM2*-1.5~CAS*CO*45*1~",
                "/CAS IK304=2"
            },
            { "999", "AK9*A*2*2*2~", "HL*1**20*1~AK9*A*2*2*2~", "2000/HL IK304=6" },
            { "277CA", "AMT*YU*100~", "AMT*YU*100~CLM*A*1~", "2200B/CLM IK304=6" },
            { "270", "EQ*30~", "EQ*30~QQQ~", "2110C/QQQ IK304=1" },
            {
                "271",
                "PER*IC*HELP DESK*TE*8005550101~",
                "PER*IC*HELP DESK*TE*8005550101~SV1*HC:H0038*1~",
                "2100A/SV1 IK304=6"
            },
            { "276", "REF*EJ*A-1~", "REF*EJ*A-1~STC*A1:20~", "2200D/STC IK304=6" },
            { "277", "REF*EJ*A-1~", "REF*EJ*A-1~BPR*I*1~", "2200D/BPR IK304=6" },
            // Too often.
            { "837P", "N3*1 PORCH STREET~", "N3*1 PORCH STREET~N3*BACK DOOR~", "2010AA/N3 IK304=5" },
            { "837P", "REF*EI*146000001~", "REF*EI*146000001~REF*EI*146000002~", "2010AA/REF IK304=5" },
            {
                "837P",
                "BHT*0019*00*REF0001*20261101*0900*CH~",
                "BHT*0019*00*REF0001*20261101*0900*CH~BHT*0019*00*REF0001*20261101*0900*CH~",
                "/BHT IK304=5"
            },
            { "837P", "DTP*472*D8*20261015~", "DTP*472*D8*20261015~DTP*472*D8*20261015~", "2400/DTP IK304=5" },
            { "837P", "HI*ABK:F329*ABF:F4310~", "HI*ABK:F329*ABF:F4310~HI*ABK:F329~", "2300/HI IK304=5" },
            { "837P", "SBR*P*18*******MC~", "SBR*P*18*******MC~SBR*P*18*******MC~", "2000B/SBR IK304=5" },
            { "837P secondary", "AMT*D*64~", "AMT*D*64~AMT*D*64~", "2320/AMT IK304=5" },
            {
                "835",
                "BPR*I*4.5*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20261102~",
                "BPR*I*4.5*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20261102~BPR*I*4.5*C*ACH*CCP*01*999999992*DA*123456*1512345678**01*999988880*DA*98765*20261102~",
                "/BPR IK304=5"
            },
            {
                "835",
                "PER*BL*EDI DESK*TE*8005550101*EM*EDI@EXAMPLE.ORG~",
                "PER*BL*EDI DESK*TE*8005550101~PER*IC**UR*WWW.EXAMPLE.ORG~PER*IC**UR*WWW.EXAMPLE.ORG~",
                "1000A/PER IK304=5"
            },
            { "999", "IK5*A~", "IK5*A~IK5*A~", "2000/IK5 IK304=5" },
            { "277CA", "DTP*050*D8*20261101~", "DTP*050*D8*20261101~DTP*050*D8*20261101~", "2200A/DTP IK304=5" },
            { "270", "DMG*D8*19800102*F~", "DMG*D8*19800102*F~DMG*D8*19800102*F~", "2100C/DMG IK304=5" },
            {
                "837P",
                "NM1*PR*2*A PLAN*****PI*PAYER1~",
                "NM1*PR*2*A PLAN*****PI*PAYER1~NM1*PR*2*A PLAN*****PI*PAYER1~",
                "2010BB/NM1 IK304=4"
            },
            {
                "837P",
                "NM1*82*1*GREEN*ASH****XX*1999999984~PRV*PE*PXC*175T00000X~",
                "NM1*82*1*GREEN*ASH****XX*1999999984~NM1*82*1*GREEN*ASH****XX*1999999984~",
                "2310B/NM1 IK304=4"
            },
            {
                "837P",
                "NM1*40*2*A PLAN*****46*PAYER1~",
                "NM1*40*2*A PLAN*****46*PAYER1~NM1*40*2*A PLAN*****46*PAYER1~",
                "1000B/NM1 IK304=4"
            },
            {
                "835",
                "N1*PE*OPEN PORCH*XX*1234567893~N3*1 PORCH STREET~N4*ALBANY*NY*122070001~REF*TJ*146000001~",
                "N1*PE*OPEN PORCH*XX*1234567893~N1*PE*OPEN PORCH*XX*1234567893~",
                "1000B/N1 IK304=4"
            },
            {
                "276",
                "NM1*41*2*OPEN PORCH*****46*SUBMIT01~",
                "NM1*41*2*OPEN PORCH*****46*SUBMIT01~NM1*41*2*OPEN PORCH*****46*SUBMIT01~",
                "2100B/NM1 IK304=4"
            },
            // Elements that are missing.
            { "837P", "NM1*85*2*OPEN PORCH***", "NM1*85*2****", "2010AA/NM103 IK403=1" },
            { "837P", "CLM*A-1*100***", "CLM**100***", "2300/CLM01 IK403=1" },
            { "837P", "CLM*A-1*100***11:B:1*", "CLM*A-1*100****", "2300/CLM05 IK403=1" },
            { "837P", "11:B:1*Y*A*Y*Y", "11:B*Y*A*Y*Y", "2300/CLM05-3 IK403=1" },
            { "837P", "*Y*A*Y*Y~", "**A*Y*Y~", "2300/CLM06 IK403=1" },
            { "837P", "*Y*A*Y*Y~", "*Y*A*Y~", "2300/CLM09 IK403=1" },
            { "837P", "SV1*HC:H0038*60*UN*4***1:2~", "SV1*HC:H0038*60*UN*4~", "2400/SV107 IK403=1" },
            { "837P", "SV1*HC:H0038*60*UN*4***", "SV1*HC*60*UN*4***", "2400/SV101-2 IK403=1" },
            { "837P", "HL*2*1*22*0~", "HL*2*1*22~", "2000B/HL04 IK403=1" },
            { "837P", "DMG*D8*19800102*F~", "DMG*D8*19800102~", "2010BA/DMG03 IK403=1" },
            { "837P", "BHT*0019*00*REF0001*20261101*0900*CH~", "BHT*0019*00*REF0001*20261101*0900~", "/BHT06 IK403=1" },
            { "837P", "N4*ALBANY*NY*122070001~", "N4**NY*122070001~", "2010AA/N401 IK403=1" },
            { "837P", "PRV*PE*PXC*175T00000X~", "PRV*PE*PXC~", "2310B/PRV03 IK403=1" },
            { "835", "TRN*1*12345*1512345678~", "TRN*1**1512345678~", "/TRN02 IK403=1" },
            {
                "835",
                "CLP*A-1*22*-100*-80**MC*PAYERCLM1*11*1~",
                "CLP*A-1*22*-100*-80***PAYERCLM1*11*1~",
                "2100/CLP06 IK403=1"
            },
            { "835", "N1*PE*OPEN PORCH*XX*1234567893~", "N1*PE**XX*1234567893~", "1000B/N102 IK403=1" },
            { "835", "CAS*CO*29*30~", "CAS*CO**30~", "2100/CAS02 IK403=1" },
            { "999", "AK9*A*2*2*2~", "AK9*A*2*2~", "/AK904 IK403=1" },
            { "277CA", "STC*A2:20:PR*20261102*WQ*100~", "STC*A2:20:PR**WQ*100~", "2200D/STC02 IK403=1" },
            {
                "277CA",
                "BHT*0085*08*277X0001*20261101*0900*TH~",
                "BHT*0085*08*277X0001*20261101*0900~",
                "/BHT06 IK403=1"
            },
            { "270", "TRN*1*TRACE0001*9SUBMIT001~", "TRN*1*TRACE0001~", "2000C/TRN03 IK403=1" },
            { "271", "BHT*0022*11*REF0002*20261101*0905~", "BHT*0022*11*REF0002*20261101~", "/BHT05 IK403=1" },
            { "276", "AMT*T3*100~", "AMT*T3~", "2200D/AMT02 IK403=1" },
            // Elements that hang together.
            {
                "837P",
                "NM1*85*2*OPEN PORCH*****XX*1234567893~",
                "NM1*85*2*OPEN PORCH*****XX~",
                "2010AA/NM109 IK403=2"
            },
            {
                "837P",
                "NM1*85*2*OPEN PORCH*****XX*1234567893~",
                "NM1*85*2*OPEN PORCH******1234567893~",
                "2010AA/NM108 IK403=2"
            },
            {
                "837P",
                "PER*IC*PAT DOE*TE*5185550100*EM*PAT@EXAMPLE.ORG~",
                "PER*IC*PAT DOE*TE*5185550100*EM~",
                "1000A/PER06 IK403=2"
            },
            { "837P secondary", "CAS*CO*45*10**253*2~", "CAS*CO*45*12**253~", "2430/CAS06 IK403=2" },
            { "837P secondary", "CAS*CO*45*10**253*2~", "CAS*CO*45*10***2~", "2430/CAS05 IK403=2" },
            { "837P dependent", "PAT*19~", "PAT*19****D8~", "2000C/PAT06 IK403=2" },
            { "837P", "N4*ALBANY*NY*122070001~", "N4*TORONTO*ON*M5V2T6*CA***ON~", "2010AA/N402 IK403=10" },
            { "837P", "N4*ALBANY*NY*122070001~", "N4*ALBANY**122070001****ON~", "2010AA/N404 IK403=2" },
            { "835", "*01*999988880*DA*98765*20261102~", "*01*999988880*DA**20261102~", "/BPR15 IK403=2" },
            { "835", "*L6:PAYERCLM2*-1.5~|BPR*I*4.5", "*L6:PAYERCLM2~|BPR*I*3", "/PLB06 IK403=2" },
            { "270", "EQ*30~", "EQ***FAM~", "2110C/EQ01 IK403=2" },
            { "271", "*VS*12*N*Y~", "*VS**N*Y~", "2110C/EB10 IK403=2" },
            // Too many, too short, too long.
            { "837P", "N3*1 PORCH STREET~", "N3*1 PORCH STREET*REAR*UPSTAIRS~", "2010AA/N303 IK403=3" },
            { "837P", "HL*2*1*22*0~", "HL*2*1*22*0*9~", "2000B/HL05 IK403=3" },
            { "999", "IK5*A~", "IK5*A*******9~", "2000/IK508 IK403=3" },
            { "837P", "N4*ALBANY*NY*12207~", "N4*A*NY*12207~", "2010BA/N401 IK403=4" },
            { "837P", "MI*MEM0001~", "MI*M~", "2010BA/NM109 IK403=4" },
            {
                "837P",
                "N3*1 PORCH STREET~",
                "N3*12345678901234567890123456789012345678901234567890123456~",
                "2010AA/N301 IK403=5"
            },
            { "837P", "CLM*A-1*", "CLM*123456789012345678901234567890123456789*", "2300/CLM01 IK403=5" },
            { "837P", "N4*ALBANY*NY*12207~", "N4*ALBANY*NYS*12207~", "2010BA/N402 IK403=5" },
            { "835", "TRN*1*12345*", "TRN*1*123456789012345678901234567890123456789012345678901*", "/TRN02 IK403=5" },
            {
                "277",
                "REF*EJ*A-1~",
                "REF*EJ*123456789012345678901234567890123456789012345678901~",
                "2200D/REF02 IK403=5"
            },
            // Characters.
            { "837P", "SV1*HC:H0038*60*UN*4***", "SV1*HC:H0038*60*UN*FOUR***", "2400/SV104 IK403=6" },
            { "837P", "LX*2~", "LX*B~", "2400/LX01 IK403=6" },
            { "837P secondary", "AMT*D*64~", "AMT*D*6 4~", "2320/AMT02 IK403=6" },
            { "837P secondary", "CAS*CO*45*10~", "CAS*CO*45*1.0.0~", "2430/CAS03 IK403=6" },
            { "837P", "NM1*85*2*OPEN PORCH", "NM1*85*2*OPEN \u0001PORCH", "2010AA/NM103 IK403=6" },
            { "837P secondary", "AMT*D*64~", "AMT*D*+64~", "2320/AMT02 IK403=6" },
            // Codes.
            { "837P", "11:B:1*Y", "11:B:W*Y", "warning 2300/CLM05-3" },
            { "837P", "11:B:1*Y", "11:A:1*Y", "2300/CLM05-2 IK403=7" },
            { "837P", "SBR*P*18", "SBR*Q*18", "2000B/SBR01 IK403=7" },
            { "837P", "SBR*P*18", "SBR*P*19", "2000B/SBR02 IK403=7" },
            { "837P", "*MC~", "*QQ~", "2000B/SBR09 IK403=7" },
            { "837P", "DMG*D8*19800102*F~", "DMG*D8*19800102*X~", "2010BA/DMG03 IK403=7" },
            { "837P", "NM1*85*2*", "NM1*85*3*", "2010AA/NM102 IK403=7" },
            { "837P", "BHT*0019*00", "BHT*0019*01", "/BHT02 IK403=7" },
            { "837P", "*Y*A*Y*Y~", "*Y*Z*Y*Y~", "2300/CLM07 IK403=7" },
            { "837P", "HI*ABK:F329*ABF", "HI*QQQ:F329*ABF", "2300/HI01-1 IK403=7" },
            { "837P", "SV1*HC:H0038*60*UN", "SV1*HC:H0038*60*ZZ", "2400/SV103 IK403=7" },
            { "837P", "SV1*HC:H0038*60", "SV1*QQ:H0038*60", "2400/SV101-1 IK403=7" },
            { "837P", "DTP*472*D8*", "DTP*472*D9*", "2400/DTP02 IK403=7" },
            { "837P", "PRV*PE*PXC*175T00000X", "PRV*PE*ZZ*175T00000X", "2310B/PRV02 IK403=7" },
            { "837P", "PER*IC*PAT DOE*TE", "PER*IC*PAT DOE*XX", "1000A/PER03 IK403=7" },
            { "837P", "NM1*IL*1*ROE*RIVER****MI", "NM1*IL*1*ROE*RIVER****ZZ", "2010BA/NM108 IK403=7" },
            { "837P secondary", "CAS*PR*2*8~", "CAS*XX*2*8~", "2430/CAS01 IK403=7" },
            { "835", "CLP*A-1*22*-100", "CLP*A-1*26*-100", "2100/CLP02 IK403=7" },
            { "835", "BPR*I*4.5*C*", "BPR*Z*4.5*C*", "/BPR01 IK403=7" },
            { "835", "PLB*1234567893*20261231*WO", "PLB*1234567893*20261231*QQ", "/PLB03-1 IK403=7" },
            { "835", "AMT*B6*55~", "AMT*D*55~", "2110/AMT01 IK403=7" },
            { "999", "IK5*A~", "IK5*Q~", "2000/IK501 IK403=7" },
            { "999 rejected", "IK3*N3*9*2010*3~", "IK3*N3*9*2010*99~", "2100/IK304 IK403=7" },
            { "999 rejected", "IK4*2*782*6*1A~", "IK4*2*782*ZZ*1A~", "2110/IK403 IK403=7" },
            { "277CA", "QTY*90*1~", "QTY*XX*1~", "2200B/QTY01 IK403=7" },
            { "277CA", "STC*A2:20:PR*20261102*WQ*100~", "STC*A2:20:PR*20261102*QQ*100~", "2200D/STC03 IK403=7" },
            { "270", "BHT*0022*13", "BHT*0022*99", "/BHT02 IK403=7" },
            { "271", "EB*B*IND", "EB*B*XXX", "2110C/EB02 IK403=7" },
            { "271 rejected", "AAA*N**75*C~", "AAA*N**99*C~", "2100C/AAA03 IK403=7" },
            { "276", "BHT*0010*13", "BHT*0010*08", "/BHT02 IK403=7" },
            { "277", "*DG~", "*XX~", "/BHT06 IK403=7" },
            // Codes of others' lists, and check digits.
            { "837P", "PRV*PE*PXC*175T00000X~", "PRV*PE*PXC*999T99999X~", "warning 2310B/PRV03" },
            { "837P", "11:B:1*Y", "00:B:1*Y", "warning 2300/CLM05-1" },
            { "837P secondary", "CAS*PR*2*8~", "CAS*PR*ZZ9*8~", "warning 2430/CAS02" },
            { "837P", "N4*ALBANY*NY*12207~", "N4*ALBANY*QQ*12207~", "warning 2010BA/N402" },
            { "837P", "XX*1234567893~", "XX*1234567890~", "warning 2010AA/NM109" },
            { "835", "N1*PE*OPEN PORCH*XX*1234567893~", "N1*PE*OPEN PORCH*XX*1234567892~", "warning 1000B/N104" },
            { "835", "LQ*HE*N130~", "LQ*HE*N99999~", "warning 2110/LQ02" },
            { "835", "CAS*CO*29*30~", "CAS*CO*999*30~", "warning 2100/CAS02" },
            { "277", "STC*F1:65*20261102**100", "STC*Z9:65*20261102**100", "warning 2200D/STC01-1" },
            // Dates and times.
            { "837P", "DTP*472*D8*20261015~", "DTP*472*D8*20261315~", "2400/DTP03 IK403=8" },
            { "837P", "DTP*472*D8*20261015~", "DTP*472*D8*2026101~", "2400/DTP03 IK403=8" },
            { "837P", "DTP*472*RD8*20261016-20261016~", "DTP*472*RD8*20261016~", "2400/DTP03 IK403=8" },
            { "837P", "DTP*472*RD8*20261016-20261016~", "DTP*472*RD8*20261016-20260231~", "2400/DTP03 IK403=8" },
            { "837P", "DMG*D8*19800102*F~", "DMG*D8*19800231*F~", "2010BA/DMG02 IK403=8" },
            { "837P", "BHT*0019*00*REF0001*20261101", "BHT*0019*00*REF0001*20260229", "/BHT04 IK403=8" },
            { "837P", "BHT*0019*00*REF0001*20261101*0900", "BHT*0019*00*REF0001*20261101*2460", "/BHT05 IK403=9" },
            { "837P", "BHT*0019*00*REF0001*20261101*0900", "BHT*0019*00*REF0001*20261101*0960", "/BHT05 IK403=9" },
            { "837P", "BHT*0019*00*REF0001*20261101*0900", "BHT*0019*00*REF0001*20261101*900", "/BHT05 IK403=4" },
            { "835", "DTM*405*20261101~", "DTM*405*20261131~", "/DTM02 IK403=8" },
            { "835", "DTM*405*20261101~", "DTM*405*261101~", "/DTM02 IK403=4" },
            { "835", "*20261102~TRN", "*20261302~TRN", "/BPR16 IK403=8" },
            { "835", "PLB*1234567893*20261231", "PLB*1234567893*20261232", "/PLB02 IK403=8" },
            { "277", "*20261102*90001~", "*20261199*90001~", "2200D/STC08 IK403=8" },
            { "271", "BHT*0022*11*REF0002*20261101*0905~", "BHT*0022*11*REF0002*20261101*0999~", "/BHT05 IK403=9" },
            { "276", "DTP*472*RD8*20261015-20261016~", "DTP*472*RD8*20261015-20261049~", "2200D/DTP03 IK403=8" },
            // Repetitions and parts.
            { "837P", "REF*6R*L1~", "REF*6R*L1^L2~", "2400/REF02 IK403=12" },
            { "837P", "11:B:1*Y", "11:B:1:9*Y", "2300/CLM05-4 IK403=13" },
            { "837P", "SV1*HC:H0038:HQ*40", "SV1*HC:H0038:HQ:HE:U1:U2:GROUP::9*40", "2400/SV101-9 IK403=13" },
            { "837P", "***1:2~", "***1:2:1:2:1~", "2400/SV107-5 IK403=13" },
            // Not used by the guide.
            { "837P", "SV1*HC:H0038*60*UN*4***1:2~", "SV1*HC:H0038*60*UN*4**1*1:2~", "2400/SV106 IK403=I10" },
            { "837P", "CLM*A-1*100***11", "CLM*A-1*100*MC**11", "2300/CLM03 IK403=I10" },
            { "837P", "NM1*85*2*OPEN PORCH*****XX", "NM1*85*2*OPEN PORCH***DR**XX", "2010AA/NM106 IK403=I10" },
            { "837P", "HL*1**20*1~", "HL*1*0*20*1~", "2000A/HL02 IK403=I10" },
            { "270", "NM1*PR*2*A PLAN*****PI*PAYER1~", "NM1*PR*2*A PLAN***DR**PI*PAYER1~", "2100A/NM106 IK403=I10" },
            { "835", "TRN*1*12345*1512345678~", "TRN*1*12345*1512345678**X~", "/TRN05 IK403=3" },
            { "999", "AK2*837*0001*005010X222A1~", "AK2*837*0001*005010X222A1*9~", "2000/AK204 IK403=3" },
            // Parents and numbers.
            { "837P", "HL*2*1*22*0~", "HL*2*9*22*0~", "2000B/HL02 IK403=I12" },
            { "837P", "HL*2*1*22*0~", "HL*3*1*22*0~", "2000B/HL01 IK403=I12" },
            { "837P", "HL*2*1*22*0~", "HL*2*1*22*1~", "2000B/HL04 IK403=I12" },
            { "837P", "HL*1**20*1~", "HL*1**20*0~", "2000A/HL04 IK403=7" },
            { "837P dependent", "HL*3*2*23*0~", "HL*3*1*23*0~", "2000C/HL02 IK403=I12" },
            { "837P dependent", "HL*2*1*22*1~", "HL*2*1*22*0~", "2000B/HL04 IK403=I12" },
            { "277CA", "HL*4*3*PT~", "HL*4*2*PT~", "2000D/HL02 IK403=I12" },
            { "276", "HL*3*2*19*1~", "HL*3*1*19*1~", "2000C/HL02 IK403=I12" },
            { "837P", "LX*2~", "LX*3~", "2400/LX01 IK403=I12" },
            { "837P", "LX*1~", "LX*0~", "2400/LX01 IK403=I12" },
            { "837P", "HL*2*1*22*0~", "HL*2*1*99*0~", "2000B/HL03 IK403=7" },
            // Wrong names of who it is.
            { "837P", "NM1*85*2*OPEN PORCH", "NM1*99*2*OPEN PORCH", "2010AA/NM101 IK403=7" },
            { "837P", "REF*EI*146000001~", "REF*QQ*146000001~", "2010AA/REF01 IK403=7" },
            { "837P", "DTP*472*D8", "DTP*999*D8", "2400/DTP01 IK403=7" },
            { "835", "N1*PE*OPEN PORCH", "N1*P9*OPEN PORCH", "1000B/N101 IK403=7" },
            // Patterns.
            { "837P", "XX*1234567893~", "XX*123456789~", "warning 2010AA/NM109" },
            // Sums.
            { "837P", "CLM*A-1*100", "CLM*A-1*99.99", "2300/CLM02" },
            // Numbers, but no amounts of money.
            { "837P", "CLM*A-1*100", "CLM*A-1*100.001", "2300/CLM02" },
            { "837P", "SV1*HC:H0038*60", "SV1*HC:H0038*60.005", "2400/SV102" },
            { "835", "BPR*I*4.5", "BPR*I*4.505", "/BPR02" },
            { "835", "CLP*A-1*22*-100", "CLP*A-1*22*-99999999999999999", "2100/CLP03" },
            { "835", "CAS*CO*29*30~", "CAS*CO*29*30.001~", "2100/CAS03" },
            { "835", "CAS*CO*45*5~", "CAS*CO*45*5.001~", "2110/CAS03" },
            { "835", "*L6:PAYERCLM2*-1.5~", "*L6:PAYERCLM2*-1.505~", "/PLB06" },
            { "835", "*WO:PAYERCLM9*2*", "*WO:PAYERCLM9**", "/PLB04 IK403=1" },
            { "835", "*L6:PAYERCLM2*-1.5~", "*L6:PAYERCLM2~", "/PLB06 IK403=2" },
            { "835", "BPR*I*4.5", "BPR*I*4.51", "/BPR02" },
            { "835", "CAS*CO*29*30~", "CAS*CO*29*29~", "2100/CLP04" },
            { "835", "CAS*CO*45*-20~", "CAS*CO*45*20~", "2110/SVC03 & 2100/CLP04" },
            // Envelopes.
            { "837P", "SE*31", "SE*30", "/SE01 IK502=4" },
            { "837P", "SE*31*0001", "SE*31*0002", "/SE02 IK502=3" },
            { "837P", "SE*31*0001~", "", "/SE IK502=2" },
            { "837P", "GE*1*1", "GE*2*1", "/GE01 AK905=5" },
            { "837P", "GE*1*1", "GE*1*2", "/GE02 AK905=4" },
            { "837P", "GE*1*1~", "", "/GE AK905=3" },
            { "837P", "IEA*1*", "IEA*2*", "/IEA01 TA105=021" },
            { "837P", "IEA*1*000000007", "IEA*1*000000008", "/IEA02 TA105=001" },
            { "837P", "IEA*1*000000007~", "", "/IEA TA105=023" },
            { "837P", "*PAYER1         *", "**", "/ISA TA105=022" },
            { "837P", "*000000007*0*", "*00000007*0*", "/ISA TA105=022" },
            { "837P", "*261101*0900*^", "*20261101*0900*^", "/ISA TA105=022" },
            { "835", "GS*HP*", "GS**", "/GS01 AK905=1" },
            { "837P", "GS*HC*SUBMIT01*", "GS*HC**", "/GS02" },
            { "837P", "*X*005010X222A1~", "*X~", "/GS08 AK905=2" },
            { "835", "*X*005010X221A1~", "*X~", "/GS08 AK905=2 & warning /ST" },
            { "835", "ST*835*", "ST**", "/ST01 IK502=6 & warning /ST" },
            { "835", "ST*835*", "ST*83*", "/ST01 IK502=6 & warning /ST" },
            { "835", "ST*835*", "ST*ABC*", "/ST01 IK502=6 & warning /ST" },
            { "837P", "*261101*0900*^", "*261301*0900*^", "/ISA09 TA105=014" },
            { "837P", "*261101*0900*^", "*261101*2500*^", "/ISA10 TA105=015" },
            { "837P", "*00501*000000007*0*T", "*00501*000000007*5*T", "/ISA14 TA105=019" },
            { "837P", "*00501*000000007*0*T", "*00501*000000007*0*X", "/ISA15 TA105=020" },
            { "837P", "*ZZ*SUBMIT01", "*QQ*SUBMIT01", "/ISA05 TA105=005" },
            { "837P", "*ZZ*PAYER1   ", "*QQ*PAYER1   ", "/ISA07 TA105=007" },
            { "837P", "ISA*00* ", "ISA*77* ", "/ISA01 TA105=010" },
            { "837P", "*00501*", "*00999*", "/ISA12 TA105=017" },
            { "837P", "GS*HC", "GS*HP", "/ST01 IK502=6" },
            { "837P", "*X*005010X222A1~", "*X*005010X999~", "/ST03 IK502=I6" },
            { "837P", "GS*HC*SUBMIT01*PAYER1*20261101", "GS*HC*SUBMIT01*PAYER1*20261301", "/GS04" },
            // More of what may stand nowhere.
            { "837P", "REF*EI*146000001~", "REF*EI*146000001~DTP*472*D8*20261015~", "2010AA/DTP IK304=2" },
            { "277CA", "DTP*009*D8*20261102~", "DTP*009*D8*20261102~REF*1K*X1~", "2200A/REF IK304=2" },
            { "270", "BHT*0022*13*REF0002*20261101*0900~", "BHT*0022*13*REF0002*20261101*0900~EQ*30~", "/EQ IK304=2" },
            { "999 rejected", "AK9*P*2*2*1~", "AK9*P*2*2*1~IK4*2*782*6*1A~", "/IK4 IK304=2" },
            { "835", "TRN*1*12345*1512345678~", "TRN*1*12345*1512345678~LQ*HE*N130~", "/LQ IK304=2" },
            { "835", "TRN*1*12345*1512345678~", "TRN*1*12345*1512345678~SVC*HC:H0038*1*1~", "/SVC IK304=2" },
            // Too many of a loop.
            {
                "837P secondary",
                "SBR*P*18*GROUP9******CI~",
                "SBR*P*18*GROUP9******CI~AMT*D*0~OI***Y***Y~NM1*IL*1*ROE*RIVER****MI*OTHER0001~NM1*PR*2*B PLAN*****PI*PAYER9~SBR*P*18*GROUP9******CI~AMT*D*0~OI***Y***Y~NM1*IL*1*ROE*RIVER****MI*OTHER0001~NM1*PR*2*B PLAN*****PI*PAYER9~SBR*P*18*GROUP9******CI~AMT*D*0~OI***Y***Y~NM1*IL*1*ROE*RIVER****MI*OTHER0001~NM1*PR*2*B PLAN*****PI*PAYER9~SBR*P*18*GROUP9******CI~AMT*D*0~OI***Y***Y~NM1*IL*1*ROE*RIVER****MI*OTHER0001~NM1*PR*2*B PLAN*****PI*PAYER9~SBR*P*18*GROUP9******CI~AMT*D*0~OI***Y***Y~NM1*IL*1*ROE*RIVER****MI*OTHER0001~NM1*PR*2*B PLAN*****PI*PAYER9~SBR*P*18*GROUP9******CI~AMT*D*0~OI***Y***Y~NM1*IL*1*ROE*RIVER****MI*OTHER0001~NM1*PR*2*B PLAN*****PI*PAYER9~SBR*P*18*GROUP9******CI~AMT*D*0~OI***Y***Y~NM1*IL*1*ROE*RIVER****MI*OTHER0001~NM1*PR*2*B PLAN*****PI*PAYER9~SBR*P*18*GROUP9******CI~AMT*D*0~OI***Y***Y~NM1*IL*1*ROE*RIVER****MI*OTHER0001~NM1*PR*2*B PLAN*****PI*PAYER9~SBR*P*18*GROUP9******CI~AMT*D*0~OI***Y***Y~NM1*IL*1*ROE*RIVER****MI*OTHER0001~NM1*PR*2*B PLAN*****PI*PAYER9~SBR*P*18*GROUP9******CI~AMT*D*0~OI***Y***Y~NM1*IL*1*ROE*RIVER****MI*OTHER0001~NM1*PR*2*B PLAN*****PI*PAYER9~SBR*P*18*GROUP9******CI~",
                "2320/SBR IK304=4"
            },
            // Elements of other kinds.
            { "270", "EQ*30~", "EQ*XX~", "2110C/EQ01 IK403=7" },
            { "270 dependent", "EQ*MH^98~", "EQ*MH^9 8~", "2110D/EQ01 IK403=5" },
            { "835", "NM1*82*1*GREEN*ASH", "NM1*82*9*GREEN*ASH", "2100/NM102 IK403=7" },
            { "835", "CAS*CO*29*30~", "CAS*CO*29*30**45*0**96*0**97*0**18*0**22*0**23*0~", "2100/CAS21 IK403=3" },
            { "277CA", "TRN*2*A-1~", "TRN*9*A-1~", "2200D/TRN01 IK403=7" },
            { "277CA", "HL*3*2*19*1~", "HL*3*2*19*7~", "2000C/HL04 IK403=7" },
            { "276", "TRN*1*TRACE0003~", "TRN*1*~", "2200D/TRN02 IK403=1" },
            { "277", "REF*1K*PAYERCLM1~", "REF*1K*~", "2200D/REF02 IK403=1" },
            { "271", "DTP*346*D8*20260101~", "DTP*346*D8*20260132~", "2100C/DTP03 IK403=8" },
            { "999 rejected", "IK4*5:1*1331*7*X~", "IK4*5:1:1:9*1331*7*X~", "2110/IK401-4 IK403=13" },
            { "999", "AK9*A*2*2*2~", "AK9*A*2*2*TWO~", "/AK904 IK403=6" },
            { "999", "AK1*HC*1*005010X222A1~", "AK1*HC*1234567890*005010X222A1~", "/AK102 IK403=5" },
            { "999", "AK2*837*0001*005010X222A1~", "AK2*837*1*005010X222A1~", "2000/AK202 IK403=4" },
            { "276", "AMT*T3*100~", "AMT*T3*1234567890123456789~", "2200D/AMT02 IK403=5" },
            { "835", "AMT*AU*90~", "AMT*AU*9O~", "2100/AMT02 IK403=6" },
            { "837P", "DMG*D8*19800102*F~", "DMG*D8*19800102*F**********************X~", "2010BA/DMG25 IK403=3" },
            // What begins a loop is missing.
            { "837P", "CLM*A-1*100", "CLM*A-1*ZZ", "2300/CLM02 IK403=6" },
            { "837P", "SBR*P*18*******MC~", "SBR*P*18*******MC*X~", "2000B/SBR10 IK403=3" },
            { "276", "SVC*HC:H0038*60*****4~", "SVC*HC:H0038*60*5****4~", "2210D/SVC03 IK403=I10" },
            { "277CA", "HL*4*3*PT~", "HL*4*3*PT*0~", "2000D/HL04 IK403=I10" },
            {
                "277CA",
                "BHT*0085*08*277X0001*20261101*0900*TH~",
                "BHT*0010*08*277X0001*20261101*0900*TH~",
                "/BHT01 IK403=7"
            },
            { "270", "DTP*291*D8*20261101~", "DTP*291*D8*20261131~", "2100C/DTP03 IK403=8" },
            { "999 rejected", "IK3*CLM*15*2300*8~", "IK3*CLM*X5*2300*8~", "2100/IK302 IK403=6" },
            { "999 rejected", "CTX*CLM01:A-1~", "CTX*CLM01:A-1~CTX*CLM01:A-2~", "2100/CTX IK304=5" },
            { "835 check", "MOA***MA01~", "MOA***MA99999~", "warning 2100/MOA03" },
            { "835", "SVC*HC:H0038*40*35**2~", "SVC*HC:H0038*40*35**TWO~", "2110/SVC05 IK403=6" },
            { "835", "SVC*HC:H0038*40*35**2~", "SVC*ZZ:H0038*40*35**2~", "2110/SVC01-1 IK403=7" },
            { "835", "CAS*CO*29*30~", "CAS*ZZ*29*30~", "2100/CAS01 IK403=7" },
            { "277CA", "STC*A2:20:PR*20261102*WQ*100~", "STC*A2:20:QQ*20261102*WQ*100~", "2200D/STC01-3 IK403=7" },
            // What begins a loop or a level is missing: what is in it is read as if it had begun.
            { "835", "LX*1~", "", "2000/LX IK304=3" },
            { "837P", "LX*2~", "", "2400/LX IK304=3" },
            { "835", "N1*PE*OPEN PORCH*XX*1234567893~", "", "1000B/N1 IK304=3" },
            { "837P rich", "NM1*87*2~", "", "2010AB/NM1 IK304=3" },
            { "837P rich", "NM1*85*2*OPEN PORCH*****XX*1234567893~", "", "2010AA/NM1 IK304=3" },
            { "277", "TRN*2*TRACE0003~", "", "2200D/TRN IK304=3" },
            { "271 rejected", "NM1*IL*1*ROE*RIVER****MI*MEM0001~", "", "2100C/NM1 IK304=3" },
            { "277CA rejected", "SVC*HC:H0038*20*****1~", "", "2220D/SVC IK304=3" },
            { "999 rejected", "AK2*837*0001*005010X222A1~", "", "2000/AK2 IK304=3" },
            { "837P", "HL*1**20*1~", "", "2000A/HL IK304=3" },
            { "837P", "HL*2*1*22*0~", "", "2000B/HL IK304=3" },
            { "837P rich", "HL*3*1*22*0~", "", "2000B/HL IK304=3" },
            { "837P dependent", "HL*3*2*23*0~", "", "2000C/HL IK304=3" },
            { "277CA", "HL*1**20*1~", "", "2000A/HL IK304=3" },
            { "277CA", "HL*2*1*21*1~", "", "2000B/HL IK304=3" },
            { "277CA", "HL*4*3*PT~", "", "2000D/HL IK304=3" },
            { "270", "HL*3*2*22*0~", "", "2000C/HL IK304=3" },
            { "271", "HL*3*2*22*0~", "", "2000C/HL IK304=3" },
            { "277", "HL*4*3*22*0~", "", "2000D/HL IK304=3" },
            // A code or number that nobody knows where a loop or a level begins.
            { "837P rich", "NM1*87*2~", "NM1*ZZ*2~", "2010AA/NM101 IK403=7" },
            { "837P", "NM1*82*1", "NM1*ZZ*1", "2310A/NM101 IK403=7" },
            { "837P dependent", "PAT*19~", "PAT*ZZ~", "2000C/PAT01 IK403=7" },
            { "837P dependent", "PAT*19~", "PAT~", "2000C/PAT01 IK403=1" },
            { "271", "HL*3*2*22*0~", "HL*3*2*ZZ*0~", "2000C/HL03 IK403=7" },
            { "277", "HL*4*3*22*0~", "HL*4*3*ZZ*0~", "2000D/HL03 IK403=7" },
            { "277CA rejected", "HL*3*2*19*1~", "HL*3*2**1~", "2000C/HL03 IK403=1" },
            { "837P dependent", "HL*3*2*23*0~", "HL*3*2*99*0~", "2000C/HL03 IK403=7" },
            { "837P", "HL*2*1*22*0~", "HL*X*1*22*0~", "2000B/HL01 IK403=I12" },
            { "837P", "HL*2*1*22*0~", "HL*2*X*22*0~", "2000B/HL02 IK403=I12" },
            { "276", "HL*3*2*19*1~", "HL*30*2*19*1~", "2000C/HL01 IK403=I12" },
            {
                "837P",
                "NM1*40*2*A PLAN*****46*PAYER1~HL*1**20*1~",
                "HL*1**20*1~NM1*40*2*A PLAN*****46*PAYER1~",
                "1000B/NM1 IK304=7"
            },
            { "277", "SVC*HC:H0038*60*50****4~", "SVC*HC:H0038*60*****4~", "2220D/SVC03 IK403=1" },
            // One segment too many does not make strays of those after it.
            {
                "837P",
                "CLM*A-1*100***11:B:1*Y*A*Y*Y~",
                "CLM*A-1*100***11:B:1*Y*A*Y*Y~PRV*PE*PXC*175T00000X~",
                "2300/PRV IK304=2"
            },
            {
                "837P",
                "SV1*HC:H0038*60*UN*4***1:2~",
                "SV1*HC:H0038*60*UN*4***1:2~PER*IC*X*TE*5185550100~",
                "2400/PER IK304=2"
            },
            { "277", "REF*1K*PAYERCLM1~", "REF*1K*PAYERCLM1~NM1*PR*2*A PLAN*****PI*PAYER1~", "2000A/HL IK304=3" },
            { "835", "DTM*472*20261015~", "DTM*472*20261015~NM1*QC*1*ROE*RIVER****MI*MEM0001~", "2100/CLP IK304=3" },
            { "276", "HL*4*3*22*0~", "HL*4*3*22*0~HL*9*8*ZZ*0~", "2000E/HL03 IK403=7" },
            { "277CA", "HL*2*1*21*1~|HL*3*2*19*1~|HL*4*3*PT~", "|HL*2*1*19*1~|HL*3*2*PT~", "2000B/HL IK304=3" },
            { "837P rich", "NM1*87*2~|N3*PO BOX 7~", "NM1*ZZ*2~|N3*PO BOX 7~", "2010AA/NM101 IK403=7" },
            {
                "835",
                "SVC*HC:H0038*-100*-80~DTM*472*20261015~CAS*CO*45*-20~",
                "SVC*HC:H0038*-100*-80~CAS*CO*45*-20~DTM*150*20261015~DTM*151*20261015~",
                "2110/DTM IK304=7 & 2110/DTM IK304=7"
            },
        };

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_planted_defect_is_found_and_nothing_else(string file, string right, string wrong, string expected)
    {
        var text = Planted(file, right, wrong);
        var summary = Validation.Read(new MemoryStream(Encoding.Latin1.GetBytes(text))).Summary;

        Assert.Equal(
            expected.Split(" & ").Order(StringComparer.Ordinal),
            summary.Errors.Concat(summary.Warnings).Select(Brief).Order(StringComparer.Ordinal)
        );
        Assert.All(
            summary.Errors.Concat(summary.Warnings),
            finding =>
            {
                Assert.NotEmpty(finding.Sentence);
                Assert.NotEmpty(finding.Next);
            }
        );
    }

    [Theory]
    [InlineData("1234567890", "its check digit does not fit")]
    [InlineData("123456789", "ten digits")]
    [InlineData("3234567893", "the first of them 1 or 2")]
    public void What_is_no_NPI_is_told_why(string npi, string words)
    {
        var text = Planted("837P", "XX*1234567893~", $"XX*{npi}~");
        var warning = Assert.Single(Validation.Read(new MemoryStream(Encoding.Latin1.GetBytes(text))).Summary.Warnings);

        Assert.Contains(words, warning.Sentence, StringComparison.Ordinal);
    }

    /// <summary>A valid file with something wrong in it.</summary>
    internal static string Planted(string file, string right, string wrong) =>
        Plant(ValidFiles.All[file], right.Split('|'), wrong.Split('|'));

    private static string Plant(string text, string[] right, string[] wrong)
    {
        Assert.Equal(right.Length, wrong.Length);
        foreach (var (from, to) in right.Zip(wrong))
        {
            var at = text.IndexOf(from, StringComparison.Ordinal);
            Assert.True(at >= 0, from);
            text = text.Remove(at, from.Length).Insert(at, to);
        }
        return right.Concat(wrong).Any(part => part.Contains("SE*", StringComparison.Ordinal))
            ? text
            : ValidFiles.Recount(text);
    }

    private static string Brief(Finding finding)
    {
        var element = finding.Element == 0 ? "" : finding.Element.ToString("00", CultureInfo.InvariantCulture);
        var part = finding.Part == 0 ? "" : $"-{finding.Part}";
        var place = $"{finding.Loop}/{finding.Segment}{element}{part} {finding.Acknowledgement}".TrimEnd();
        return finding.Severity == Severity.Warning ? $"warning {place}" : place;
    }
}
