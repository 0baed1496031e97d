using System.Text;

namespace Hearth.X12.Tests;

public sealed class EligibilityInquiryTests
{
    private const string Golden =
        "ISA*00*          *00*          *ZZ*OPENPORCH      *ZZ*APLAN          *261126*0915*^*00501*000000042*0*T*:~\n"
        + "GS*HS*OPENPORCH*APLAN*20261126*0915*42*X*005010X279A1~\n"
        + "ST*270*0001*005010X279A1~\n"
        + "BHT*0022*13*ASK-1*20261126*0914~\n"
        + "HL*1**20*1~\n"
        + "NM1*PR*2*A PLAN*****PI*12345~\n"
        + "HL*2*1*21*1~\n"
        + "NM1*1P*2*OPEN PORCH*****XX*1234567893~\n"
        + "REF*TJ*123456789~\n"
        + "N3*1 MAIN ST*SUITE 2~\n"
        + "N4*SALEM*OR*97301~\n"
        + "PRV*PE*PXC*175T00000X~\n"
        + "HL*3*2*22*0~\n"
        + "TRN*1*T-1*1123456789*DESK 2~\n"
        + "NM1*IL*1*DOE*JOSE*M**JR*MI*M-1~\n"
        + "REF*6P*G-7~\n"
        + "DMG*D8*19800229*F~\n"
        + "HI*ABK:F1020*ABF:F411~\n"
        + "DTP*291*D8*20261126~\n"
        + "EQ*30^MH**FAM~\n"
        + "AMT*R*12.5~\n"
        + "AMT*PB*40~\n"
        + "EQ**HC:H0038:HQ***1:2~\n"
        + "III*ZZ*11~\n"
        + "REF*G1*PA-9~\n"
        + "DTP*291*RD8*20261201-20261231~\n"
        + "SE*25*0001~\n"
        + "ST*270*0002*005010X279A1~\n"
        + "BHT*0022*13*ASK-2*20261126*0914~\n"
        + "HL*1**20*1~\n"
        + "NM1*PR*2*A PLAN*****PI*12345~\n"
        + "HL*2*1*21*1~\n"
        + "NM1*1P*1*ROE*SAM****XX*1234567893~\n"
        + "HL*3*2*22*1~\n"
        + "NM1*IL*1******MI*M-2~\n"
        + "HL*4*3*23*0~\n"
        + "TRN*1*T-2*1123456789~\n"
        + "NM1*03*1*DOE*JO~\n"
        + "DMG*D8*20150405~\n"
        + "INS*N*19***************2~\n"
        + "EQ*98~\n"
        + "SE*15*0002~\n"
        + "GE*2*42~\n"
        + "IEA*1*000000042~\n";

    private static readonly Envelope Outward = new()
    {
        Sender = new("ZZ", "OPENPORCH"),
        Receiver = new("ZZ", "APLAN"),
        Time = new(2026, 11, 26, 9, 15, 0),
        ControlNumber = "42",
        GroupControlNumber = "42",
        IsTest = true,
    };

    private static readonly EligibilityInquiry OfInsured = new()
    {
        Reference = "ASK-1",
        Created = new(2026, 11, 26, 9, 14, 0),
        Source = new()
        {
            Role = "PR",
            Name = "A PLAN",
            IdQualifier = "PI",
            Id = "12345",
        },
        Receiver = new()
        {
            Role = "1P",
            Name = "OPEN PORCH",
            IdQualifier = "XX",
            Id = "1234567893",
            SecondaryIds = [new("TJ", "123456789")],
            Address = new()
            {
                Line1 = "1 MAIN ST",
                Line2 = "SUITE 2",
                City = "SALEM",
                State = "OR",
                Zip = "97301",
            },
        },
        ReceiverRole = new("PE", "PXC", "175T00000X"),
        Subscriber = new()
        {
            // The accent is left off: it is not in X12's character set.
            Name = PartyName.Person("DOE", "JOSÉ", "M", "JR"),
            MemberId = "M-1",
            References = [new("6P", "G-7")],
            Born = new(1980, 2, 29),
            Gender = "F",
            Diagnoses = [new("ABK", "F1020"), new("ABF", "F411")],
            Dates = [new("291", new DateOnly(2026, 11, 26))],
        },
        Traces = [new("T-1", "1123456789", "DESK 2")],
        Questions =
        [
            EligibilityQuestion.About("30", "MH") with
            {
                CoverageLevel = "FAM",
                SpendDownCents = 12_50,
                SpendDownBilledCents = 40_00,
            },
            new()
            {
                Procedure = new()
                {
                    Qualifier = "HC",
                    Code = "H0038",
                    Modifiers = ["HQ"],
                },
                DiagnosisPointers = [1, 2],
                PlaceOfService = "11",
                Authorization = new("G1", "PA-9"),
                Date = new("291", new(2026, 12, 1), new(2026, 12, 31)),
            },
        ],
    };

    private static readonly EligibilityInquiry OfDependent = new()
    {
        Reference = "ASK-2",
        Created = OfInsured.Created,
        Source = OfInsured.Source,
        Receiver = new()
        {
            Role = "1P",
            IsPerson = true,
            Name = "ROE",
            FirstName = "SAM",
            IdQualifier = "XX",
            Id = "1234567893",
        },
        Subscriber = new() { MemberId = "M-2" },
        Dependent = new()
        {
            Name = PartyName.Person("DOE", "JO"),
            Born = new(2015, 4, 5),
            Relationship = "19",
            BirthOrder = 2,
        },
        Traces = [new("T-2", "1123456789")],
        Questions = [EligibilityQuestion.About("98")],
    };

    [Fact]
    public void Questions_about_the_insured_and_a_dependent_are_written() =>
        Assert.Equal(Golden, Written([OfInsured, OfDependent], Outward));

    [Fact]
    public void What_is_written_follows_the_guide() => Assert.Empty(Guided.Complaints(Golden));

    [Fact]
    public void What_is_written_is_read_and_written_again_byte_for_byte()
    {
        var read = Read(Golden);

        Assert.All(read, r => Assert.Empty(r.NotCarried));
        Assert.Equal(Golden, Written(read, read[0].Origin!.Envelope));
    }

    [Fact]
    public void What_a_payer_would_reject_is_refused_and_nothing_is_written()
    {
        var person = OfInsured.Subscriber;
        EligibilityInquiry[] wrong =
        [
            OfInsured with
            {
                Created = null,
            },
            OfInsured with
            {
                Purpose = "99",
            },
            OfInsured with
            {
                Source = OfInsured.Source with { Role = "XX" },
            },
            OfInsured with
            {
                Source = OfInsured.Source with { Id = null },
            },
            OfInsured with
            {
                Receiver = OfInsured.Receiver with { Id = "1234567890" },
            },
            OfInsured with
            {
                Receiver = OfInsured.Receiver with { Name = "" },
            },
            OfInsured with
            {
                ReceiverRole = new("PE", "PXC"),
            },
            OfInsured with
            {
                Subscriber = new(),
            },
            OfInsured with
            {
                Subscriber = person with { MemberIdQualifier = "ZZ" },
            },
            OfInsured with
            {
                Subscriber = person with { Gender = "X" },
            },
            OfInsured with
            {
                Subscriber = person with { Name = PartyName.Person("A~B", null) },
            },
            OfInsured with
            {
                Subscriber = person with { Name = PartyName.Person(new('X', 61), null) },
            },
            OfInsured with
            {
                Subscriber = person with { Name = PartyName.Person("Ωμέγα", null) },
            },
            OfInsured with
            {
                Subscriber = person with { Dates = [new("346", new DateOnly(2026, 1, 1))] },
            },
            OfInsured with
            {
                Subscriber = person with { Dates = [new("291", new(2026, 2, 1), new(2026, 1, 1))] },
            },
            OfInsured with
            {
                Subscriber = person with { Diagnoses = [new("ABF", "F1020")] },
            },
            OfInsured with
            {
                Traces = [new("T", "SHORT")],
            },
            OfInsured with
            {
                Traces = [.. Enumerable.Repeat(OfInsured.Traces[0], 3)],
            },
            OfInsured with
            {
                Questions = [new()],
            },
            OfInsured with
            {
                Questions = [EligibilityQuestion.About("Q9")],
            },
            OfInsured with
            {
                Questions = [EligibilityQuestion.About("3^0")],
            },
            OfInsured with
            {
                Questions = [.. Enumerable.Repeat(EligibilityQuestion.About("30"), 100)],
            },
            OfDependent with
            {
                Dependent = OfDependent.Dependent! with { MemberId = "M-3" },
            },
            OfDependent with
            {
                Dependent = OfDependent.Dependent! with { Relationship = null },
            },
            OfDependent with
            {
                Questions = [EligibilityQuestion.About("30") with { CoverageLevel = "FAM" }],
            },
        ];

        foreach (var inquiry in wrong)
        {
            Assert.NotEmpty(inquiry.Check());
            using var stream = new MemoryStream();
            Assert.Throws<X12RefusedException>(() => EligibilityInquiry.Write(stream, Outward, [OfInsured, inquiry]));
            Assert.Equal(0, stream.Length);
        }
        Assert.Empty(OfInsured.Check());
        Assert.Empty(OfDependent.Check());
    }

    [Fact]
    public void A_finding_names_the_transaction_the_place_and_the_person()
    {
        var wrong = OfInsured with { Subscriber = OfInsured.Subscriber with { Gender = "X" } };

        var refused = Assert.Throws<X12RefusedException>(() =>
            EligibilityInquiry.Write(Stream.Null, Outward, [OfDependent, wrong])
        );

        var finding = Assert.Single(refused.Findings);
        Assert.Equal(
            (2, "DMG", 3, "M-1", "X"),
            (finding.Transaction, finding.Segment, finding.Element, finding.Claim, finding.Found)
        );
    }

    [Fact]
    public void An_interchange_of_nothing_is_refused() =>
        Assert.Throws<X12RefusedException>(() => EligibilityInquiry.Write(Stream.Null, Outward, []));

    [Fact]
    public void Files_of_others_are_read()
    {
        var dependent = Assert.Single(
            Of("LinuxForHealth+x12/src/tests/resources/270_005010X279A1/dependent-health-benefit-check.270")
        );
        // NM1*IL*1******MI*11122333301, NM1*03*1*SMITH*MARY, DMG*D8*19781014, DTP*291*D8*20060501, EQ*30
        Assert.Equal(("11122333301", null), (dependent.Subscriber.MemberId, dependent.Subscriber.Name));
        Assert.Equal(("SMITH", "MARY"), (dependent.Patient.Name!.Last, dependent.Patient.Name.First));
        Assert.Equal(new DateOnly(1978, 10, 14), dependent.Patient.Born);
        Assert.Equal(new QualifiedPeriod("291", new DateOnly(2006, 5, 1)), dependent.Patient.Dates[0]);
        Assert.Equal(["30"], dependent.Questions[0].ServiceTypes);
        Assert.Equal(("93175-012547", "9877281234"), (dependent.Traces[0].Number, dependent.Traces[0].Originator));
        Assert.Empty(dependent.NotCarried);

        Assert.Equal("SMITH", Of("LinuxForHealth+x12/demo-file/demo-single-line.270")[0].Subscriber.Name!.Last);
        Assert.Single(
            Of(
                "kputnam+stupidedi/spec/fixtures/005010/X279A1 HS270 Health Care Eligibility Benefit Inquiry and Response/pass/generic-request-by-clinic-for-patient-(subscriber)-eligibility.edi"
            )
        );
    }

    [Fact]
    public void Insured_and_dependents_of_one_level_are_questions_of_their_own()
    {
        var hl = Golden.IndexOf("SE*15*0002", StringComparison.Ordinal);
        var more = "HL*5*3*23*0~NM1*03*1*DOE*KIM~EQ*30~HL*6*2*22*0~NM1*IL*1*LONE*ANN****MI*M-9~EQ*35~ZZZ*1~";

        var read = Read(Golden.Insert(hl, more));

        Assert.Equal(["JOSE", "JO", "KIM", "ANN"], read.Select(r => r.Patient.Name!.First));
        Assert.Equal(["M-1", "M-2", "M-2", "M-9"], read.Select(r => r.Subscriber.MemberId));
        Assert.Equal("ZZZ*1", Assert.Single(read[3].NotCarried).Text);
        Assert.All(read, r => Assert.Equal("A PLAN", r.Source.Name));
    }

    [Fact]
    public void Nothing_in_the_bytes_makes_a_reader_throw() =>
        Mutations.Try(Golden, bytes => _ = EligibilityInquiry.Read(new MemoryStream(bytes)).ToList());

    private static string Written(IReadOnlyList<EligibilityInquiry> inquiries, Envelope envelope)
    {
        using var stream = new MemoryStream();
        EligibilityInquiry.Write(stream, envelope, inquiries, "\n");
        return Encoding.Latin1.GetString(stream.ToArray());
    }

    private static List<EligibilityInquiry> Read(string text) =>
        [.. EligibilityInquiry.Read(new MemoryStream(Encoding.Latin1.GetBytes(text)))];

    private static List<EligibilityInquiry> Of(string fixture)
    {
        using var stream = File.OpenRead(Fixtures.File(fixture));
        return [.. EligibilityInquiry.Read(stream)];
    }
}
