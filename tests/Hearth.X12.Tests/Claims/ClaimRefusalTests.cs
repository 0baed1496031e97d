using static Hearth.X12.Tests.Claims.ClaimSamples;

namespace Hearth.X12.Tests.Claims;

public sealed class ClaimRefusalTests
{
    private static Patient Child { get; } =
        new()
        {
            Relationship = "19",
            Name = PartyName.Person("DOE", "KIT"),
            Address = Street,
            Born = new(2015, 1, 1),
            Gender = "F",
        };

    private static LineAdjudication Decided { get; } =
        new()
        {
            PayerId = "SAMPLECI",
            PaidCents = 40_00,
            Procedure = "H0038",
            Quantity = 4,
            Adjustments = [new("CO", "45", 20_50, null)],
            On = new(2026, 11, 9),
        };

    [Fact]
    public void A_file_that_a_receiver_would_reject_is_not_begun()
    {
        using var stream = new MemoryStream();

        var refused = Assert.Throws<X12RefusedException>(() => File(Simple with { ChargeCents = 1 }).Write(stream));

        Assert.Equal(0, stream.Length);
        var finding = Assert.Single(refused.Findings);
        Assert.Equal(("CLM", 2, "OP-1", 1), (finding.Segment, finding.Element, finding.Claim, finding.Transaction));
        Assert.Equal("The claim charges 0.01, but its lines come to 60.50.", finding.Sentence);
    }

    public static TheoryData<string, Claim> Bad { get; } =
        new()
        {
            { "CLM01 The number of the claim is missing.", Simple with { Id = "" } },
            {
                "CLM01 The number of the claim has 21 characters and may have 1 to 20: ABCDEFGHIJKLMNOPQRSTU.",
                Simple with
                {
                    Id = "ABCDEFGHIJKLMNOPQRSTU",
                }
            },
            {
                "CLM01 The number of the claim holds a sign that means something else in this file: A*B.",
                Simple with
                {
                    Id = "A*B",
                }
            },
            {
                "CLM05 The place of service of the claim has to be 2 digits and is \"1\".",
                Simple with
                {
                    PlaceOfService = "1",
                }
            },
            { "CLM05 \"6\" is no frequency of the claim.", Simple with { Frequency = "6" } },
            { "REF02 The claim replaces or voids another and does not say which.", Simple with { Frequency = "8" } },
            { "CLM07 \"X\" is no assignment of the claim.", Simple with { Assignment = "X" } },
            { "CLM08 \"\" is no assignment of benefits of the claim.", Simple with { BenefitsAssigned = "" } },
            { "CLM09 \"N\" is no release of information of the claim.", Simple with { Release = "N" } },
            { "CLM12 \"1\" is no special program of the claim.", Simple with { SpecialProgram = "1" } },
            { "CLM20 \"12\" is no reason for delay of the claim.", Simple with { DelayReason = "12" } },
            { "AMT02 The amount that the patient paid of the claim is -0.01.", Simple with { PatientPaidCents = -1 } },
            {
                "NTE02 The note of the claim has 81 characters and may have 1 to 80: " + new string('N', 81) + ".",
                Simple with
                {
                    Note = new("ADD", new string('N', 81)),
                }
            },
            { "NTE01 \"TXT\" is no kind of note of the claim.", Simple with { Note = new("TXT", "A") } },
            { "DTP01 \"999\" is no kind of date of the claim.", Simple with { Dates = [new("999", new(2026, 1, 1))] } },
            {
                "DTP01 The date 435 of the claim is there twice.",
                Simple with
                {
                    Dates = [new("435", new(2026, 1, 1)), new("435", new(2026, 1, 2))],
                }
            },
            {
                "DTP03 The discharge (2026-01-01) is before the admission (2026-01-02).",
                Simple with
                {
                    Dates = [new("435", new(2026, 1, 2)), new("096", new(2026, 1, 1))],
                }
            },
            {
                "DTP03 The date 435 of the claim is a stretch of days.",
                Simple with
                {
                    Dates = [new("435", new(2026, 1, 2), new(2026, 1, 2))],
                }
            },
            {
                "HI00 The claim has 13 diagnoses.",
                Simple with
                {
                    Diagnoses = [Diagnosis.Principal("F3289"), .. Enumerable.Repeat(Diagnosis.Other("F10"), 12)],
                }
            },
            {
                "HI01 \"ABF\" is no qualifier at this place among the diagnoses of the claim.",
                Simple with
                {
                    Diagnoses = [Diagnosis.Other("F3289")],
                }
            },
            {
                "HI01 \"F32.89\" is no diagnosis code as X12 writes them.",
                Simple with
                {
                    Diagnoses = [Diagnosis.Principal("F32.89")],
                }
            },
            {
                "SV107 Line 1 does not point at one to four of the claim's 1 diagnoses.",
                WithLine(Line with { DiagnosisPointers = [2] })
            },
            { "SV101 The procedure of a line is missing.", WithLine(Line with { Procedure = "" }) },
            {
                "SV101 The modifier of a line has 3 characters and may have 2: HQX.",
                WithLine(Line with { Modifiers = ["HQX"] })
            },
            { "SV101 A line has 5 modifiers.", WithLine(Line with { Modifiers = ["HQ", "U1", "U2", "U3", "U4"] }) },
            { "SV103 \"DA\" is no unit of a line.", WithLine(Line with { Unit = "DA" }) },
            { "SV104 A line has 0 units.", WithLine(Line with { Quantity = 0 }) },
            { "SV104 A line has 0.0001 units.", WithLine(Line with { Quantity = 0.0001m }) },
            {
                "DTP03 The last day of a service (2026-11-01) is before its first (2026-11-02).",
                WithLine(Line with { Through = new(2026, 11, 1) })
            },
            {
                "DTP03 The day the file is made (2026-11-12) is before a service on it (2026-11-13).",
                WithLine(Line with { From = new(2026, 11, 13) })
            },
            {
                "DTP03 A service (1979-01-01) is before the patient's birth (1980-02-29).",
                WithLine(Line with { From = new(1979, 1, 1) })
            },
            {
                "NM109 \"1234567890\" is no NPI; it was given for the rendering provider.",
                Simple with
                {
                    Rendering = Peer with { Npi = "1234567890" },
                }
            },
            {
                "NM109 \"123456789\" is no NPI; it was given for the rendering provider.",
                WithLine(Line with { Rendering = Peer with { Npi = "123456789" } })
            },
            {
                "PRV03 The taxonomy code of the rendering provider has 9 characters and may have 10: 175T00000.",
                Simple with
                {
                    Rendering = Peer with { Taxonomy = "175T00000" },
                }
            },
            {
                "NM102 An organization cannot be the supervising provider.",
                Simple with
                {
                    Supervising = Peer with { Name = PartyName.Organization("X") },
                }
            },
            {
                "REF01 \"LU\" is no kind of secondary number of the referring provider.",
                Simple with
                {
                    Referring = Peer with { SecondaryId = new("LU", "1") },
                }
            },
            {
                "REF02 The tax id of the billing provider has to be 9 digits and is \"12-3456789\".",
                WithBilling(OpenPorch with { TaxId = "12-3456789" })
            },
            {
                "N403 The ZIP code, with its last four, of the billing provider has to be 9 digits and is \"04330\".",
                WithBilling(OpenPorch with { Address = Street with { Zip = "04330" } })
            },
            {
                "N301 The billing provider's address is a post office box.",
                WithBilling(OpenPorch with { Address = Street with { Line1 = "P.O. Box 12" } })
            },
            {
                "N402 \"Maine\" is no state or province of the billing provider.",
                WithBilling(OpenPorch with { Address = Street with { State = "Maine" } })
            },
            {
                "N301 The street address of the billing provider is missing.",
                WithBilling(OpenPorch with { Address = Street with { Line1 = "" } })
            },
            {
                "PER04 The contact of the billing provider has 0 numbers, or an extension without one.",
                WithBilling(OpenPorch with { Contact = new() { Name = "A" } })
            },
            {
                "PER04 The contact's telephone number of the billing provider has to be 10 digits and is \"207-555-0100\".",
                WithBilling(OpenPorch with { Contact = new() { Phone = "207-555-0100" } })
            },
            {
                "NM109 The billing provider has neither an NPI nor a number that the payer gave.",
                WithBilling(OpenPorch with { Npi = null })
            },
            { "NM109 The member id of the subscriber is missing.", WithSubscriber(Robin with { MemberId = null }) },
            {
                "NM103 The last name of the subscriber is written in letters that X12 cannot carry: Иванова.",
                WithSubscriber(Robin with { Name = PartyName.Person("Иванова", "A") })
            },
            {
                "NM103 The last name of the subscriber has 61 characters and may have 1 to 60: "
                    + new string('N', 61)
                    + ".",
                WithSubscriber(Robin with { Name = PartyName.Person(new string('N', 61), "A") })
            },
            {
                "NM104 The name of the subscriber is an organization's and has parts of a person's.",
                WithSubscriber(Robin with { Name = PartyName.Organization("A") with { First = "B" } })
            },
            {
                "N301 The address of the subscriber, who is the patient, is missing.",
                WithSubscriber(Robin with { Address = null })
            },
            {
                "DMG02 The date of birth of the subscriber, who is the patient, is missing.",
                WithSubscriber(Robin with { Born = null })
            },
            { "DMG03 \"X\" is no gender of the subscriber.", WithSubscriber(Robin with { Gender = "X" }) },
            {
                "SBR01 \"X\" is no place in the order of payers of the subscriber.",
                WithSubscriber(Robin with { Responsibility = "X" })
            },
            {
                "SBR09 \"09\" is no kind of plan of the subscriber.",
                WithSubscriber(Robin with { FilingIndicator = "09" })
            },
            {
                "SBR05 The reason why Medicare pays second, the insurance type, of the subscriber is missing.",
                WithSubscriber(Robin with { FilingIndicator = "MB", Responsibility = "S" })
            },
            { "NM109 The id of the payer is missing.", Simple with { Payer = ClaimSamples.Payer with { Id = "" } } },
            {
                "N403 The ZIP code, with its last four, of the service facility has to be 9 digits and is \"04330\".",
                Simple with
                {
                    ServiceFacility = new() { Name = "A", Address = Street with { Zip = "04330" } },
                }
            },
            {
                "PAT01 \"18\" is no relationship to the subscriber of the patient.",
                Simple with
                {
                    Patient = Child with { Relationship = "18" },
                }
            },
            {
                "SBR01 Two plans have the place P in the order of payers.",
                Simple with
                {
                    OtherCoverage = [Commercial],
                }
            },
            {
                "AMT02 The claim charges 60.50, of which the other payer paid 41.00 and adjusted 20.50; these come to 61.50.",
                Second(Commercial with { PaidCents = 41_00 })
            },
            {
                "AMT02 The amount paid on the claim of the other payer is missing.",
                Second(Commercial with { PaidCents = null })
            },
            { "DTP03 The day of decision of the other payer is missing.", Second(Commercial with { PaidOn = null }) },
            {
                "CAS01 \"XX\" is no group of adjustments of the other coverage.",
                Second(Commercial with { Adjustments = [new("XX", "45", 20_50, null)] })
            },
            {
                "SVD02 Line 1 charges 60.50, of which the other payer paid 1.00 and adjusted 20.50; these come to 21.50.",
                Second(Commercial with { Adjustments = [] }, Decided with { PaidCents = 1_00 })
            },
            {
                "SVD01 A line was decided by NOBODY, which is no other payer of the claim.",
                Second(Commercial, Decided with { PayerId = "NOBODY" })
            },
            {
                "DTP03 The day of decision (2026-11-01) is before the service (2026-11-02).",
                Second(Commercial with { Adjustments = [] }, Decided with { On = new(2026, 11, 1) })
            },
        };

    [Theory]
    [MemberData(nameof(Bad), DisableDiscoveryEnumeration = true)]
    public void It_is_said_what_is_wrong(string expected, Claim claim)
    {
        var finding = Refused(claim);

        Assert.Equal(expected, $"{finding.Segment}{finding.Element:00} {finding.Sentence}");
        Assert.NotEmpty(finding.Next);
    }

    [Fact]
    public void Fifty_lines_are_the_most()
    {
        var claim = Simple with { Lines = [.. Enumerable.Repeat(Line, 50)], ChargeCents = 50 * 60_50 };

        Assert.Empty(File(claim).Check());
        Assert.Equal(
            "The claim has 51 lines.",
            Refused(claim with { Lines = [.. claim.Lines, Line], ChargeCents = 51 * 60_50 }).Sentence
        );
    }

    [Fact]
    public void More_than_five_thousand_claims_are_a_warning()
    {
        var file = File([.. Enumerable.Repeat(Simple, 5001)]);

        Assert.Equal(Severity.Warning, Assert.Single(file.Check()).Severity);
        Assert.NotEmpty(Text(file));
    }

    [Fact]
    public void A_transaction_has_its_own_number_a_reference_and_claims()
    {
        Assert.Equal("The transaction has no claims.", Assert.Single(File().Check()).Sentence);
        Assert.Equal("The file has no transactions.", Assert.Single(FileOf().Check()).Sentence);
        Assert.Equal(
            "Two transactions have the control number 0001.",
            Assert.Single(FileOf(Batch(Simple), Batch(Simple)).Check()).Sentence
        );
        Assert.Equal(
            ["ST", "BHT", "BHT"],
            FileOf(Batch(Simple) with { ControlNumber = "1", Reference = "", Purpose = "X" })
                .Check()
                .Select(f => f.Segment)
        );
    }

    [Fact]
    public void An_envelope_that_cannot_be_written_is_refused()
    {
        var file = File(Simple);
        file = file with { Envelope = file.Envelope with { ControlNumber = "1234567890" } };

        Assert.Equal("ISA", Assert.Single(file.Check()).Segment);
        Assert.Throws<X12RefusedException>(() => new ClaimWriter(Stream.Null, file.Envelope));
    }

    private static Claim WithLine(ServiceLine line) => Simple with { Lines = [line] };

    private static Claim WithBilling(BillingProvider provider) => Simple with { BillingProvider = provider };

    private static Claim WithSubscriber(Subscriber subscriber) => Simple with { Subscriber = subscriber };

    private static Claim Second(OtherCoverage other, params LineAdjudication[] adjudications) =>
        Simple with
        {
            Subscriber = Robin with { Responsibility = "S" },
            OtherCoverage = [other],
            Lines = [Line with { Adjudications = adjudications }],
        };

    [Theory]
    [InlineData("\ud800")]
    [InlineData("DOE\udc00")]
    [InlineData("\u0301")]
    public void Text_that_is_no_text_is_refused_and_nothing_throws(string name)
    {
        var file = File(Simple with { Subscriber = Simple.Subscriber with { Name = PartyName.Person(name, "JO") } });

        Assert.NotEmpty(file.Check());
        Assert.NotEmpty(
            new EligibilityInquiry
            {
                Created = new DateTime(2026, 11, 26, 9, 0, 0, DateTimeKind.Unspecified),
                Source = new()
                {
                    Role = "PR",
                    Name = name,
                    IdQualifier = "PI",
                    Id = "12345",
                },
                Receiver = new()
                {
                    Role = "1P",
                    Name = "OPEN PORCH",
                    IdQualifier = "XX",
                    Id = "1234567893",
                },
                Subscriber = new() { MemberId = "M-1" },
            }.Check()
        );
    }

    [Fact]
    public void A_transaction_that_was_refused_can_be_corrected_under_its_number()
    {
        using var stream = new MemoryStream();
        var file = File(Simple);
        var writer = new ClaimWriter(stream, file.Envelope);

        Assert.Throws<X12RefusedException>(() => writer.Begin(file.Batches[0] with { Reference = "" }));
        writer.Begin(file.Batches[0]);
        Assert.Throws<X12RefusedException>(() => writer.Begin(file.Batches[0]));
        Assert.Throws<X12RefusedException>(() => writer.Begin(file.Batches[0]));
    }

    [Fact]
    public void A_file_without_transactions_is_not_written()
    {
        using var stream = new MemoryStream();
        var refused = Assert.Throws<X12RefusedException>(() => new ClaimWriter(stream, File(Simple).Envelope).End());

        Assert.Equal("The file has no transactions.", Assert.Single(refused.Findings).Sentence);
        Assert.Equal(0, stream.Length);
    }

    [Theory]
    [InlineData("Z")]
    [InlineData("99")]
    [InlineData("")]
    public void A_kind_of_id_that_the_guides_do_not_have_is_refused(string qualifier)
    {
        var file = File(Simple);
        file = file with { Envelope = file.Envelope with { Sender = new(qualifier, "OPENPORCH") } };

        Assert.Equal("ISA", Assert.Single(file.Check()).Segment);
    }
}
