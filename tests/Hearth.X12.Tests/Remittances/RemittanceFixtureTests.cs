namespace Hearth.X12.Tests.Remittances;

/// <summary>Files that others wrote. What is expected is read by hand from the segments named beside it.</summary>
public sealed class RemittanceFixtureTests
{
    private const string Stupidedi =
        "kputnam+stupidedi/spec/fixtures/005010/X221A1 HP835 Health Care Claim Payment Advice/pass/";
    private const string LinuxForHealth = "LinuxForHealth+x12/src/tests/resources/835_005010X221A1/";

    [Fact]
    public void Managed_care_takes_back_at_claim_and_line()
    {
        var remittance = One(LinuxForHealth + "managed-care.835");
        var payment = remittance.Payment;

        Assert.Equal((945_00, "7170066655", "1935665544"), (payment.AmountCents, payment.TraceNumber, payment.PayerId));
        Assert.Equal(
            ("RUSHMORE LIFE", "RAPID CITY", "SD"),
            (payment.Payer!.Name, payment.Payer.Address!.City, payment.Payer.Address.State)
        );
        Assert.Equal([new("TJ", "777667755")], payment.Payee!.SecondaryIds);
        Assert.Equal(new DateOnly(2002, 3, 14), payment.ProductionDate);
        Assert.Null(payment.PaymentDate); // 20002316 has no 23rd month
        // CLP*5554555444*1*800.00*450.00*300.00: line 800 - 300 = 500, claim less CO-A2 50 is 450
        var first = remittance.Claims[0];
        Assert.Equal(
            ("5554555444", 800_00, 450_00, 300_00),
            (first.ClaimId, first.ChargeCents, first.PaidCents, first.PatientResponsibilityCents)
        );
        Assert.Equal(
            first.PaidCents,
            first.ChargeCents - first.Adjustments[0].Cents - first.Services[0].Adjustments[0].Cents
        );
        Assert.Equal(
            (new DateOnly(2002, 3, 1), new DateOnly(2002, 3, 4)),
            (first.Services[0].From, first.Services[0].To)
        );
        // 450 + 495 = 945
        Assert.Equal(
            (2, 945_00, true),
            (remittance.Totals.Claims, remittance.Totals.PaidCents, remittance.Totals.AddsUp)
        );
    }

    [Fact]
    public void Two_inpatient_and_outpatient_claims_under_their_summaries()
    {
        var remittance = One(Stupidedi + "dollars-and-data-sent-together.edi");
        var (first, second) = (remittance.Claims[0], remittance.Claims[1]);

        Assert.Equal(
            ("110212", 211366_97L, "11"),
            (first.Summary!.HeaderNumber, first.Summary.ChargeCents, first.Summary.FacilityType)
        );
        // TS3 13 and 15, then TS2 01, 02, 04, 05 and 06
        Assert.Equal(
            [
                new("TS313", 138018.4m),
                new("TS315", 73348.57m),
                new("TS201", 2178.45m),
                new("TS202", 1919.71m),
                new("TS204", 56.82m),
                new("TS205", 197.69m),
                new("TS206", 4.23m),
            ],
            first.Summary.Figures
        );
        Assert.Equal((0m, 138018_40L), (first.Inpatient!.CoveredDays, first.Inpatient.DrgCents));
        Assert.Equal([new("CA", 8m)], first.Quantities);
        Assert.Equal(
            ("JONES, SAM O", "HN", "666666666A"),
            (first.Patient!.FullName, first.Patient.IdQualifier, first.Patient.Id)
        );
        Assert.Equal(("130212", "MB"), (second.Summary!.HeaderNumber, second.FilingIndicator));
        Assert.Equal(["MA02"], second.RemarkCodes);
        Assert.Null(second.StatementTo);
        // 138018.40 + 11980.33 = 149998.73; less -1.27 it is 150000.00
        Assert.Equal(
            [new("6543210903", new DateOnly(2002, 12, 31), "CV", "CP", -1_27)],
            remittance.ProviderAdjustments
        );
        Assert.Equal(
            (149998_73, 150000_00, true),
            (remittance.Totals.PaidCents, remittance.Totals.ExpectedCents, remittance.Totals.AddsUp)
        );
        Assert.Equal(
            [new("UR", "www.anyhealthplan.com/policies.html")],
            remittance.Payment.Payer!.Contacts[0].Channels
        );
    }

    [Fact]
    public void The_same_claims_with_other_zeros_and_figures_in_other_places()
    {
        var remittance = One("LinuxForHealth+x12/demo-file/demo.835");
        // TS3 09 and 11 here, which the guide does not use
        Assert.Equal(
            [new("TS309", 138018.40m), new("TS311", 73348.57m)],
            remittance.Claims[0].Summary!.Figures.Take(2)
        );
        Assert.Equal(73348_57 + 3019_67, remittance.Claims.Sum(c => c.Adjustments[0].Cents));
    }

    [Fact]
    public void A_secondary_payment_beside_a_claim_without_lines()
    {
        var remittance = One(Stupidedi + "secondary-payments.edi");
        var (whole, lines) = (remittance.Claims[0], remittance.Claims[1]);

        Assert.Equal(
            ("CHK", "030240928", new DateOnly(2005, 4, 12)),
            (remittance.Payment.Method, remittance.Payment.ReceiverId, remittance.Payment.PaymentDate)
        );
        Assert.Null(remittance.Payment.From);
        Assert.Equal(("2", "11", "1"), (whole.Status, whole.FacilityType, whole.Frequency));
        // 10323.64 - 9411.64 = 912
        Assert.Equal([new("OA", "23", 9411_64, null)], whole.Adjustments);
        Assert.Equal([new("AU", 912_00)], whole.Amounts);
        Assert.Equal((new DateOnly(2005, 3, 3), new DateOnly(2005, 3, 4)), (whole.StatementFrom, whole.StatementTo));
        Assert.Equal(
            ("ACME MEDICAL CENTER", false, "BD"),
            (whole.ServiceProvider!.FullName, whole.ServiceProvider.IsPerson, whole.ServiceProvider.IdQualifier)
        );
        // SVC*HC:66543:26*585*280*220*1: the 220 stands where the revenue code should
        Assert.Equal(["12345:26", "66543:26"], lines.Services.Select(s => s.Procedure.ToString()));
        Assert.Equal(
            (585_00, 280_00, "220"),
            (lines.Services[1].ChargeCents, lines.Services[1].PaidCents, lines.Services[1].RevenueCode)
        );
        Assert.Equal(
            [new("PR", "1", 150_00, null), new("PR", "2", 70_00, null), new("CO", "42", 85_00, null)],
            lines.Services[1].Adjustments
        );
        Assert.Equal([new("1B", "43285")], lines.Services[0].References);
    }

    [Fact]
    public void A_tertiary_payment()
    {
        var claim = Assert.Single(One(Stupidedi + "tertiary-payments.edi").Claims);
        // 1766.50 - 1579 = 187.50
        Assert.Equal(
            ("3", 1766_50, 187_50, 0),
            (claim.Status, claim.ChargeCents, claim.PaidCents, claim.PatientResponsibilityCents)
        );
        Assert.Equal(1579_00, Assert.Single(Assert.Single(claim.Services).Adjustments).Cents);
        Assert.Equal(new DateOnly(2005, 1, 20), claim.Services[0].To);
    }

    [Fact]
    public void Two_adjustments_of_a_line_in_two_segments_one_of_them_less_than_nothing()
    {
        // 541 - 516 - -9 = 34
        var line = Assert.Single(
            Assert.Single(One(Stupidedi + "secondary-payment-with-higher-fee-schedule.edi").Claims).Services
        );
        Assert.Equal([new("OA", "23", 516_00, null), new("OA", "94", -9_00, null)], line.Adjustments);
        Assert.Equal(34_00, line.PaidCents);
        Assert.Equal([new("B6", 550_00)], line.Amounts);

        var other = Assert.Single(
            Assert.Single(One(LinuxForHealth + "cob-contractural-adjustment.835").Claims).Services
        );
        Assert.Equal(line.Adjustments, other.Adjustments); // the same claim with ">" between parts and 541.00 for 541
        Assert.Equal(
            (line.ChargeCents, line.PaidCents, line.UnitsPaid),
            (other.ChargeCents, other.PaidCents, other.UnitsPaid)
        );
    }

    [Fact]
    public void A_dentists_five_lines()
    {
        var remittance = One(Stupidedi + "era-sample.edi");
        var claim = Assert.Single(remittance.Claims);
        Assert.Equal(["D0120", "D0220", "D0230", "D0274", "D1110"], claim.Services.Select(s => s.Procedure.Code));
        Assert.All(claim.Services, s => Assert.Equal("AD", s.Procedure.Qualifier));
        // 46 + 25 + 22 + 60 + 73 = 226; 25 + 14 + 10 + 34 + 49 = 132
        Assert.Equal((226_00, 132_00), (claim.Services.Sum(s => s.ChargeCents), claim.Services.Sum(s => s.PaidCents)));
        Assert.Equal((claim.ChargeCents, claim.PaidCents), (226_00L, 132_00L));
        Assert.Equal(
            ("BAN, ERIN", true, "1811901945"),
            (claim.ServiceProvider!.FullName, claim.ServiceProvider.IsPerson, claim.ServiceProvider.Id)
        );
    }

    [Fact]
    public void A_denied_claim_with_remarks_on_its_lines()
    {
        var remittance = One("azoner+pyx12/pyx12/tests/835_mult_loops.txt");
        var claim = Assert.Single(remittance.Claims);
        Assert.Equal(
            ("H", 0, "NON"),
            (remittance.Payment.HandlingCode, remittance.Payment.AmountCents, remittance.Payment.Method)
        );
        Assert.Equal(("2005555A", "4", "MC", 0), (claim.ClaimId, claim.Status, claim.FilingIndicator, claim.PaidCents));
        Assert.Equal([68m, 16m, 36m], claim.Services.Select(s => s.UnitsPaid));
        Assert.All(claim.Services, s => Assert.Equal([new("HE", "N14")], s.RemarkCodes));
        Assert.Equal(
            ["CO-16", "OA-A7", "OA-A7"],
            claim.Services.SelectMany(s => s.Adjustments).Select(a => $"{a.Group}-{a.Reason}")
        );
        Assert.Equal(
            (new DateOnly(2004, 12, 31), 915_39L, 1m),
            (claim.Summary!.FiscalPeriodEnd, claim.Summary.ChargeCents, claim.Summary.Claims)
        );
    }

    [Theory]
    [InlineData("5a", 36_20, 11_06, 0, "B1 B2")] // 26.20 - 23.20 + 0.06 = 3.06; 10 - 2 = 8
    [InlineData("5b", 25_00, 12_00, 10_00, "123")] // 25 - 5 + 2 - 10 = 12
    [InlineData("5c", 25_00, 8_00, 10_00, "123")] // 25 - 5 - 2 - 10 = 8
    public void A_header_without_its_blanks_does_not_cost_the_claim(
        string example,
        long charge,
        long paid,
        long patient,
        string lines
    )
    {
        var file = All($"tmc+x12/testdata/005010x221-example-{example}.edi");
        var claim = Assert.Single(Assert.Single(file.Remittances).Claims);

        Assert.Equal((charge, paid, patient), (claim.ChargeCents, claim.PaidCents, claim.PatientResponsibilityCents));
        Assert.Equal(paid, claim.ChargeCents - claim.Services.SelectMany(s => s.Adjustments).Sum(a => a.Cents));
        Assert.Equal(lines, string.Join(' ', claim.Services.Select(s => s.ControlNumber)));
        Assert.Equal(["N25"], claim.RemarkCodes);
        Assert.Equal(["CX", "BL", "IC"], claim.Payment.Payer!.Contacts.Select(c => c.Function));
        Assert.Contains(file.Findings, f => f.Acknowledgement == "TA105=022");
    }

    [Fact]
    public void Corrected_names_and_numbers_of_the_patient()
    {
        const string Folder = "tmc+x12/testdata/005010x221-example-8";
        var number = Assert.Single(
            One(Folder + "a-claim-submitted-incorrect-subscriber-patient-and-incorrect-id.edi").Claims
        );
        var name = Assert.Single(One(Folder + "b-claim-submitted-incorrect-subscriber-name-and-id.edi").Claims);
        var initial = Assert.Single(One(Folder + "c-claim-submitted-subscriber-missing-middle-initial.edi").Claims);

        Assert.Equal(("MASTERS, MARVIN L", "CABLE, MABEL"), (number.Patient!.FullName, number.Insured!.FullName));
        Assert.Equal(
            ("MASTERS, MARVIN", "C", "80444444401"),
            (number.CorrectedPatient!.FullName, number.CorrectedPatient.IdQualifier, number.CorrectedPatient.Id)
        );
        Assert.Equal(("JEROME", "80000006001"), (name.CorrectedPatient!.FullName, name.CorrectedPatient.Id));
        Assert.Equal(
            ((string?)null, "R", (string?)null),
            (initial.CorrectedPatient!.FirstName, initial.CorrectedPatient.MiddleName, initial.CorrectedPatient.Id)
        );
        // 115 - 44.94 - 35 = 35.06, of which the patient owes 35
        Assert.Equal((35_06, 35_00), (name.PaidCents, name.PatientResponsibilityCents));
        Assert.Equal(new DateOnly(2018, 11, 19), number.Received);
    }

    [Fact]
    public void A_claim_paid_more_than_its_line()
    {
        var file = All("moov-io+x12/examples/example_5010_835/sample2.txt");
        var claim = Assert.Single(file.Remittances[0].Claims);

        Assert.Equal(
            (4199_68, 4000_00, 1201_68),
            (claim.ChargeCents, claim.PaidCents, claim.PatientResponsibilityCents)
        );
        // CAS*PR*1*1199.68**2*2*4: the second names four units
        Assert.Equal([new("PR", "1", 1199_68, null), new("PR", "2", 2_00, 4m)], claim.Services[0].Adjustments);
        Assert.Equal(
            ("0352", 1m, "8305424"),
            (claim.Services[0].RevenueCode, claim.Services[0].UnitsPaid, claim.Services[0].ControlNumber)
        );
        Assert.Equal("1234567-032-00001- U", claim.References[0].Value);
        Assert.Equal([new("TE", "8886323862")], Assert.Single(claim.Contacts).Channels);
        Assert.Contains(file.Findings, f => f is { Segment: "CLP", Found: "4000.00", Expected: "2998.00" });
        Assert.Contains(file.Findings, f => f is { Segment: "BPR", Element: 16, Found: "20990080" });
    }

    [Fact]
    public void Dollars_that_come_apart_from_the_data()
    {
        var remittance = One(Stupidedi + "dollars-and-data-sent-separate.edi");
        Assert.Equal(new BankAccount("01", "888999777", "DA", "24681012"), remittance.Payment.From);
        Assert.Equal(new DateOnly(2002, 3, 16), remittance.Payment.PaymentDate);
        // 500 - 50 and 550 - 55
        Assert.Equal([500_00L, 550_00L], remittance.Claims.Select(c => c.Services[0].PaidCents));
        Assert.Equal([450_00L, 495_00L], remittance.Claims.Select(c => c.PaidCents));
    }

    [Fact]
    public void Every_file_of_any_kind_is_read_to_its_end_and_says_what_its_summary_says()
    {
        foreach (var path in Fixtures.All())
        {
            var reader = ClaimPayment.Read(new MemoryStream(File.ReadAllBytes(path)));
            var (paid, lines) = (0L, 0L);
            foreach (var claim in reader)
            {
                paid += claim.PaidCents;
                lines += claim.Services.Count;
            }
            var summary = Summary.Read(new MemoryStream(File.ReadAllBytes(path)));
            if (reader.Payments.Count > 0 && summary.Transactions == reader.Payments.Count)
            {
                Assert.Equal((summary.PaidCents, summary.Services), (paid, lines));
                Assert.Equal(
                    (summary.Claims, summary.PlbCents, summary.BprCents),
                    (
                        reader.Payments.Sum(p => p.Claims),
                        reader.Payments.Sum(p => p.ProviderAdjustmentCents),
                        reader.Payments.Sum(p => p.Payment.AmountCents)
                    )
                );
            }
        }
    }

    private static Remittance One(string file) => Assert.Single(All(file).Remittances);

    private static RemittanceFile All(string file)
    {
        using var stream = File.OpenRead(Fixtures.File(file));
        return RemittanceFile.Read(stream);
    }
}
