namespace Hearth.X12.Tests;

/// <summary>Answers to a file of claims: the implementation acknowledgement (005010X231A1) and the claim acknowledgement (005010X214).</summary>
internal static class ValidAcknowledgements
{
    private const string Answers = "005010X231A1";
    private const string ClaimAnswers = "005010X214";

    /// <summary>Two transactions, both taken.</summary>
    public static string Accepted { get; } =
        ValidFiles.File(
            "FA",
            "999",
            Answers,
            """
            AK1*HC*1*005010X222A1~
            AK2*837*0001*005010X222A1~
            IK5*A~
            AK2*837*0002*005010X222A1~
            IK5*A~
            AK9*A*2*2*2~

            """
        );

    /// <summary>One transaction of two is not taken: a segment that is missing, and a code that is not one.</summary>
    public static string Rejected { get; } =
        ValidFiles.File(
            "FA",
            "999",
            Answers,
            """
            AK1*HC*1*005010X222A1~
            AK2*837*0001*005010X222A1~
            IK3*N3*9*2010*3~
            IK3*CLM*15*2300*8~
            CTX*CLM01:A-1~
            IK4*5:1*1331*7*X~
            IK4*2*782*6*1A~
            IK5*R*5~
            AK2*837*0002*005010X222A1~
            IK5*A~
            AK9*P*2*2*1~

            """
        );

    /// <summary>One claim taken.</summary>
    public static string Claims { get; } =
        ValidFiles.File(
            "HN",
            "277",
            ClaimAnswers,
            """
            BHT*0085*08*277X0001*20261101*0900*TH~
            HL*1**20*1~
            NM1*PR*2*A PLAN*****PI*PAYER1~
            TRN*1*BATCH0001~
            DTP*050*D8*20261101~
            DTP*009*D8*20261102~
            HL*2*1*21*1~
            NM1*41*2*OPEN PORCH*****46*SUBMIT01~
            TRN*2*REF0001~
            STC*A1:19:PR*20261102*WQ*100~
            QTY*90*1~
            AMT*YU*100~
            HL*3*2*19*1~
            NM1*85*2*OPEN PORCH*****XX*1234567893~
            HL*4*3*PT~
            NM1*QC*1*ROE*RIVER****MI*MEM0001~
            TRN*2*A-1~
            STC*A2:20:PR*20261102*WQ*100~
            REF*1K*PAYERCLM1~
            DTP*472*D8*20261015~

            """
        );

    /// <summary>Two claims, one taken and one not for its line's sake, with the provider's own totals.</summary>
    public static string ClaimsRejected { get; } =
        ValidFiles.File(
            "HN",
            "277",
            ClaimAnswers,
            """
            BHT*0085*08*277X0002*20261101*0900*TH~
            HL*1**20*1~
            NM1*AY*2*A CLEARINGHOUSE*****46*CLEAR1~
            TRN*1*BATCH0002~
            DTP*050*D8*20261101~
            DTP*009*D8*20261102~
            HL*2*1*21*1~
            NM1*41*2*OPEN PORCH*****46*SUBMIT01~
            TRN*2*REF0001~
            STC*A1:19:PR*20261102*WQ*120~
            QTY*90*1~
            QTY*AA*1~
            AMT*YU*100~
            AMT*YY*20~
            HL*3*2*19*1~
            NM1*85*2*OPEN PORCH*****XX*1234567893~
            TRN*1*0~
            STC*A1:19:PR**WQ*120~
            QTY*QA*1~
            QTY*QC*1~
            AMT*YU*100~
            AMT*YY*20~
            HL*4*3*PT~
            NM1*QC*1*ROE*RIVER****MI*MEM0001~
            TRN*2*A-1~
            STC*A2:20:PR*20261102*WQ*100~
            REF*1K*PAYERCLM1~
            DTP*472*D8*20261015~
            HL*5*3*PT~
            NM1*QC*1*LAKE*SKY****MI*MEM0002~
            TRN*2*A-5~
            STC*A7:562:85*20261102*U*20******A3:21~
            DTP*472*RD8*20261017-20261018~
            SVC*HC:H0038*20*****1~
            STC*A7:454**U~
            REF*FJ*L1~
            DTP*472*D8*20261017~

            """
        );
}
