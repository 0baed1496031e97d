using System.Text;
using Hearth.Modules.Billing.Commands;
using Hearth.X12;
using Hearth.X12.Tests;

namespace Hearth.Tests.X12;

/// <summary>What "x12 show" prints, in lines of 80 characters.</summary>
public sealed class X12TreeTests
{
    [Fact]
    public void A_remittance_is_a_tree_of_payments_and_adjustments() =>
        Shows(
            """
            Interchange: 000000007 · From: PAYER · To: PROVIDER · Date: 2026-11-01 09:00 ·
                Use: Production
              Group: 1 · Kind: Claim payment (835) · From: PAYER · To: PROVIDER ·
                  Date: 2026-11-01 09:00 ·
                  Version: 005010X221A1 (Health care claim payment and remittance advice)
                Transaction: 0001 · Kind: 835 (Claim payment) ·
                    Guide: 005010X221A1 (Health care claim payment and remittance advice)
                  Financial information  Handling: Remittance information only ·
                      Paid: 31.50 · Credit or debit: Credit ·
                      By: ACH (Automated clearing house) ·
                      Format: CCP (Payment with one addendum (CCD+)) ·
                      From bank: 999999992 · From account: 123456 · Company: 1512345678 ·
                      To bank: 999988880 · To account: 98765 · Date: 2026-11-02
                  Reassociation trace number: 12345 · Sent by: 1512345678
                  1000A Payer identification
                    Payer: A PLAN
                  1000B Payee identification
                    Payee: OPEN PORCH (NPI 1234567893)
                      ! N3 (payer address) is missing in loop 1000A (payer
                          identification). Add it before this segment; the guide requires
                          it.
                      ! N4 (payer city, state, ZIP code) is missing in loop 1000A (payer
                          identification). Add it before this segment; the guide requires
                          it.
                      ! PER (payer technical contact) is missing in loop 1000A (payer
                          identification). Add it before this segment; the guide requires
                          it.
                  2000 Header number
                    Header number: 1
                    2100 Claim payment
                      Claim payment  Claim number: A-1 ·
                          Status: 22 (Reversal of an earlier payment) · Charge: -100.00 ·
                          Paid: -80.25 · Patient owes: -4.75 · Plan: MC (Medicaid) ·
                          Payer's claim number: PAYER1 · Facility type: 11 (Office) ·
                          Frequency: 8 (Void of an earlier claim)
                      Claim adjustment: Contractual obligation (written off) · CO-45
                          Charge is above the fee schedule or the contracted amount:
                          -15.00
                      Claim adjustment: Patient responsibility ·
                          PR-3 Copayment: the patient's fixed amount: -4.75
                    2100 Claim payment
                      Claim payment  Claim number: A-1 ·
                          Status: 1 (Paid or processed as primary) · Charge: 100.00 ·
                          Paid: 110.25 · Plan: MC (Medicaid) ·
                          Payer's claim number: PAYER2 · Facility type: 11 (Office) ·
                          Frequency: 7 (Replacement of an earlier claim)
                        ! NM1 (patient name) is missing in loop 2100 (claim payment). Add
                            it before this segment; the guide requires it.
                      2110 Service payment
                        Service payment  Procedure: H0038 · Modifiers: HQ · Charge: 60.00 ·
                            Paid: 60.25 · Units paid: 4
                          ! NM1 (patient name) is missing in loop 2100 (claim payment).
                              Add it before this segment; the guide requires it.
                        Service adjustment: Other adjustment ·
                            OA-94 Paid more than was charged: -0.25
                      2110 Service payment
                        Service payment  Procedure: H0038 · Charge: 40.00 · Paid: 50.00 ·
                            Units paid: 2
                        Service adjustment: Contractual obligation (written off) · CO-45
                            Charge is above the fee schedule or the contracted amount:
                            5.00 · CO-94 Paid more than was charged: -15.00
                  Provider adjustment  Provider: 1234567893 · Fiscal year ends: 2026-12-31 ·
                      L6 Interest owed: -1.50 (reference CLAIM)
                End of transaction: 0001 · Segments: 16
              End of group: 1 · Transactions: 1
            End of interchange: 000000007 · Groups: 1

            1 transaction, 2 claims. 5 errors, marked with !
            """,
            X12Text.Remittance
        );

    [Fact]
    public void A_claim_is_a_tree_of_who_bills_whom_for_what() =>
        Shows(
            """
            Interchange: 000000008 · From: PORCH · To: PLAN · Date: 2026-11-02 09:00 ·
                Use: Test
              Group: 8 · Kind: Claim (837) · From: PORCH · To: PLAN ·
                  Date: 2026-11-02 09:00 ·
                  Version: 005010X222A1 (Professional health care claim)
                Transaction: 0001 · Kind: 837 (Claim) ·
                    Guide: 005010X222A1 (Professional health care claim)
                  Beginning of hierarchical transaction  Purpose: 00 (Original) ·
                      Number: B-8 · Date: 2026-11-02 09:00 · Kind: CH (Claims to be paid)
                  1000A Submitter name
                    Submitter: OPEN PORCH (transmitter number 123)
                    Submitter EDI contact information  Name: ANN · Telephone: 5555550100
                  1000B Receiver name
                    Receiver: A PLAN (transmitter number 456)
                  2000A Billing provider level
                    Billing provider level: 1
                    2010AA Billing provider name
                      Billing provider: OPEN PORCH (NPI 1234567893)
                      Billing provider address: 1 MAIN ST
                      Billing provider city, state, ZIP code: OAKTON, NY 12345
                      Employer's tax number: 999999999
                    2000B Subscriber level
                      Subscriber level: 2 · Under: 1
                      Subscriber information  Payer's turn: P (Primary) ·
                          Patient is: 18 (Self) · Plan: MC (Medicaid)
                      2010BA Subscriber name
                        Subscriber: JANE DOE (member number M000012)
                        Subscriber address: 2 ELM ST
                        Subscriber city, state, ZIP code: OAKTON, NY 12345
                        Subscriber demographic information  Birth date: 1970-01-02 ·
                            Sex: F (Female)
                      2010BB Payer name
                        Payer: A PLAN (payer number 456)
                      2300 Claim information
                        Claim information  Claim number: OP000123 · Charge: 90.00 ·
                            Place of service: 11 (Office) · Frequency: 1 (Original claim,
                            from admission through discharge) ·
                            Provider's signature on file: Y (Yes) ·
                            Assignment: A (Assigned) ·
                            Benefits assigned to provider: Y (Yes) ·
                            Release of information: Y (Patient's release is on file)
                          ! CLM02 charges 90.00, but the claim's lines come to 100.00.
                              Correct the total or the lines before sending; payers reject
                              a claim that does not add up.
                        Prior authorization: PA-1
                        Health care diagnosis code  Principal diagnosis (ICD-10): F331
                        2400 Service line number
                          Service line number: 1
                          Professional service  Procedure: H0038 · Modifiers: HQ ·
                              Charge: 100.00 · Units: 4 · Diagnosis pointers: 1
                          Service date: 2026-10-05
                End of transaction: 0001 · Segments: 24
              End of group: 8 · Transactions: 1
            End of interchange: 000000008 · Groups: 1

            1 transaction, 1 claim. 1 error, marked with !
            """,
            Claim
        );

    [Fact]
    public void An_acknowledgment_says_what_was_wrong_and_where() =>
        Shows(
            """
            Interchange: 000000009 · From: PLAN · To: PORCH · Date: 2026-11-02 09:30 ·
                Use: Test
              Group: 9 · Kind: Acknowledgment (997 or 999) · From: PLAN · To: PORCH ·
                  Date: 2026-11-02 09:30 · Version: 005010X231A1 (Implementation
                  acknowledgment for health care insurance)
                Transaction: 0001 · Kind: 999 (Implementation acknowledgment) · Guide:
                    005010X231A1 (Implementation acknowledgment for health care insurance)
                  Functional group response header: 8 · Group kind: Claim (837) ·
                      Version: 005010X222A1 (Professional health care claim)
                  2000 Transaction response
                    Transaction response header: 0001 · Kind: 837 (Claim) ·
                        Guide: 005010X222A1 (Professional health care claim)
                    2100 Error identification
                      Segment in error: CLM · Place in the transaction: 18 · Loop: 2300 ·
                          Error: 8 (Segment has data element errors)
                      Business unit identifier
                          About: CLM01 (Claim's number from the submitter) ·
                          Number: OP000123
                      2110 Data element note
                        Data element in error  Element: 2 · Data element: 782 ·
                            Error: 1 (Required data element missing) · Found: 90
                    Transaction response trailer: R (Rejected) ·
                        Error: I5 (One or more segments break the implementation guide)
                  Functional group response trailer: R (Rejected) ·
                      Transactions included: 1 · Transactions received: 1 ·
                      Transactions accepted: 0
                End of transaction: 0001 · Segments: 9
              End of group: 9 · Transactions: 1
            End of interchange: 000000009 · Groups: 1

            1 transaction, 0 claims. Nothing wrong was found.
            """,
            Acknowledgment
        );

    [Fact]
    public void Raw_segments_and_ids_stand_beside_the_words()
    {
        var shown = Show(X12Text.Remittance, raw: true, ids: true);

        Assert.Contains("CLP Claim payment  Claim number: CLP01 A-1 ·", shown, StringComparison.Ordinal);
        Assert.Contains("CLP*A-1*22*-100*-80.25*-4.75*MC*PAYER1*11*8", shown, StringComparison.Ordinal);
        Assert.Contains("SVC01-2 H0038", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\e[2J", "␛[2J")]
    [InlineData("\a\b\r", "␇␈␍")]
    [InlineData("\x7F", "␡")]
    [InlineData("\u009B31m", "\uFFFD31m")]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("\u2028", "\uFFFD")]
    [InlineData("Zoë Ωmega 😀", "Zoë Ωmega 😀")]
    public void What_could_command_a_terminal_is_shown_and_does_nothing(string hostile, string shown)
    {
        Assert.Equal(shown, HarmlessText.Of(hostile));

        var file = X12Text.Remittance.Replace("A PLAN", $"A{hostile}PLAN", StringComparison.Ordinal);
        foreach (var isColored in new[] { false, true })
        {
            var lines = Show(Encoding.UTF8.GetBytes(file), raw: true, isColored: isColored);
            Assert.Contains($"A{shown}PLAN", lines, StringComparison.Ordinal);
            Assert.DoesNotContain(
                System.Text.RegularExpressions.Regex.Replace(lines, "\e\\[[0-9;]+m", ""),
                c => char.IsControl(c) && c != '\n'
            );
        }
    }

    [Fact]
    public void An_escape_sequence_as_a_segment_or_in_a_finding_does_nothing_either()
    {
        var file = X12Text
            .Remittance.Replace("LX*1~", "\e]0;x\a*1~LX*\e[1m~", StringComparison.Ordinal)
            .Replace("CLP*A-1*1*", "CLP*\e[31mA-1*\e[5m*", StringComparison.Ordinal);
        var shown = Show(file, raw: true, ids: true);

        Assert.Contains("␛]0;x␇", shown, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', shown);
    }

    [Fact]
    public void Every_fixture_is_shown_in_lines_that_fit()
    {
        foreach (var file in Fixtures.All())
        {
            foreach (var line in Show(File.ReadAllBytes(file), raw: true).Split('\n'))
            {
                Assert.True(line.Length <= 80, $"{file}: {line}");
            }
        }
    }

    private const string Claim = """
        ISA*00*          *00*          *ZZ*PORCH          *ZZ*PLAN           *261102*0900*^*00501*000000008*0*T*:~
        GS*HC*PORCH*PLAN*20261102*0900*8*X*005010X222A1~
        ST*837*0001*005010X222A1~
        BHT*0019*00*B-8*20261102*0900*CH~
        NM1*41*2*OPEN PORCH*****46*123~
        PER*IC*ANN*TE*5555550100~
        NM1*40*2*A PLAN*****46*456~
        HL*1**20*1~
        NM1*85*2*OPEN PORCH*****XX*1234567893~
        N3*1 MAIN ST~
        N4*OAKTON*NY*12345~
        REF*EI*999999999~
        HL*2*1*22*0~
        SBR*P*18*******MC~
        NM1*IL*1*DOE*JANE****MI*M000012~
        N3*2 ELM ST~
        N4*OAKTON*NY*12345~
        DMG*D8*19700102*F~
        NM1*PR*2*A PLAN*****PI*456~
        CLM*OP000123*90***11:B:1*Y*A*Y*Y~
        REF*G1*PA-1~
        HI*ABK:F331~
        LX*1~
        SV1*HC:H0038:HQ*100*UN*4***1~
        DTP*472*D8*20261005~
        SE*24*0001~
        GE*1*8~
        IEA*1*000000008~

        """;

    private const string Acknowledgment = """
        ISA*00*          *00*          *ZZ*PLAN           *ZZ*PORCH          *261102*0930*^*00501*000000009*0*T*:~
        GS*FA*PLAN*PORCH*20261102*0930*9*X*005010X231A1~
        ST*999*0001*005010X231A1~
        AK1*HC*8*005010X222A1~
        AK2*837*0001*005010X222A1~
        IK3*CLM*18*2300*8~
        CTX*CLM01:OP000123~
        IK4*2*782*1*90~
        IK5*R*I5~
        AK9*R*1*1*0~
        SE*9*0001~
        GE*1*9~
        IEA*1*000000009~

        """;

    private static void Shows(string expected, string file)
    {
        var shown = Show(file);
        Assert.True(expected.ReplaceLineEndings("\n") == shown.TrimEnd('\n'), shown);
    }

    private static string Show(string file, bool raw = false, bool ids = false) =>
        Show(Encoding.Latin1.GetBytes(file), raw, ids);

    private static string Show(byte[] file, bool raw = false, bool ids = false, bool isColored = false)
    {
        var shown = new StringBuilder();
        var text = new TerminalText(80, isColored, line => shown.Append(line).Append('\n'));
        var tree = new X12Tree(text, raw, ids);
        var explanation = new Explanation(new MemoryStream(file));
        foreach (var segment in explanation.Read())
        {
            tree.Show(segment);
        }
        tree.Close(explanation.Summary!);
        return shown.ToString();
    }
}
