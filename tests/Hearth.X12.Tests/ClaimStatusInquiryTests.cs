using System.Text;

namespace Hearth.X12.Tests;

public sealed class ClaimStatusInquiryTests
{
    private const string Golden =
        "ISA*00*          *00*          *ZZ*OPENPORCH      *ZZ*APLAN          *261126*0915*^*00501*000000042*0*P*:~\n"
        + "GS*HR*OPENPORCH*APLAN*20261126*0915*1*X*005010X212~\n"
        + "ST*276*0001*005010X212~\n"
        + "BHT*0010*13*ASK-1*20261126*0914~\n"
        + "HL*1**20*1~\n"
        + "NM1*PR*2*A PLAN*****PI*12345~\n"
        + "HL*2*1*21*1~\n"
        + "NM1*41*2*OPEN PORCH*****46*OP01~\n"
        + "HL*3*2*19*1~\n"
        + "NM1*1P*2*OPEN PORCH*****XX*1234567893~\n"
        + "NM1*1P*2*OPEN PORCH*****FI*123456789~\n"
        + "HL*4*3*22*0~\n"
        + "DMG*D8*19800229*F~\n"
        + "NM1*IL*1*DOE*JO*M**JR*MI*M-1~\n"
        + "TRN*1*T-1~\n"
        + "REF*1K*PAYER-77~\n"
        + "REF*BLT*111~\n"
        + "REF*LU*EAST~\n"
        + "REF*6P*G-7~\n"
        + "REF*EJ*A-1~\n"
        + "REF*XZ*RX-3~\n"
        + "REF*D9*CH-1~\n"
        + "AMT*T3*210.5~\n"
        + "DTP*472*RD8*20261016-20261020~\n"
        + "SVC*HC:H0038:HQ*60**0900***4.5~\n"
        + "REF*FJ*L-1~\n"
        + "DTP*472*D8*20261016~\n"
        + "SE*26*0001~\n"
        + "ST*276*0002*005010X212~\n"
        + "BHT*0010*13*ASK-2*20261126*0914~\n"
        + "HL*1**20*1~\n"
        + "NM1*PR*2*A PLAN*****PI*12345~\n"
        + "HL*2*1*21*1~\n"
        + "NM1*41*2*OPEN PORCH*****46*OP01~\n"
        + "HL*3*2*19*1~\n"
        + "NM1*1P*2*OPEN PORCH*****XX*1234567893~\n"
        + "HL*4*3*22*1~\n"
        + "NM1*IL*1*DOE*JO****MI*M-1~\n"
        + "HL*5*4*23~\n"
        + "DMG*D8*20150405~\n"
        + "NM1*QC*1*DOE*KIM~\n"
        + "TRN*1*T-2~\n"
        + "DTP*472*D8*20261016~\n"
        + "SE*16*0002~\n"
        + "GE*2*1~\n"
        + "IEA*1*000000042~\n";

    private static readonly Envelope Outward = new()
    {
        Sender = new("ZZ", "OPENPORCH"),
        Receiver = new("ZZ", "APLAN"),
        Time = new(2026, 11, 26, 9, 15, 0),
        ControlNumber = "42",
    };

    private static readonly ClaimStatusInquiry OfInsured = new()
    {
        Reference = "ASK-1",
        Created = new(2026, 11, 26, 9, 14, 0),
        Payer = Organization("PR", "A PLAN", "PI", "12345"),
        Receiver = Organization("41", "OPEN PORCH", "46", "OP01"),
        Provider = Organization("1P", "OPEN PORCH", "XX", "1234567893"),
        ProviderByOtherId = Organization("1P", "OPEN PORCH", "FI", "123456789"),
        Subscriber = new()
        {
            Name = PartyName.Person("DOE", "JO", "M", "JR"),
            MemberId = "M-1",
            Born = new(1980, 2, 29),
            Gender = "F",
        },
        Trace = "T-1",
        PayerControlNumber = "PAYER-77",
        BillType = "111",
        Location = "EAST",
        GroupNumber = "G-7",
        ClaimId = "A-1",
        PrescriptionNumber = "RX-3",
        ClearinghouseNumber = "CH-1",
        ChargeCents = 210_50,
        From = new(2026, 10, 16),
        Through = new(2026, 10, 20),
        Lines =
        [
            new()
            {
                Procedure = new()
                {
                    Qualifier = "HC",
                    Code = "H0038",
                    Modifiers = ["HQ"],
                },
                ChargeCents = 60_00,
                RevenueCode = "0900",
                Units = 4.5m,
                ControlNumber = "L-1",
                From = new(2026, 10, 16),
            },
        ],
    };

    private static readonly ClaimStatusInquiry OfDependent = new()
    {
        Reference = "ASK-2",
        Created = OfInsured.Created,
        Payer = OfInsured.Payer,
        Receiver = OfInsured.Receiver,
        Provider = OfInsured.Provider,
        Subscriber = new() { Name = PartyName.Person("DOE", "JO"), MemberId = "M-1" },
        Dependent = new() { Name = PartyName.Person("DOE", "KIM"), Born = new(2015, 4, 5) },
        Trace = "T-2",
        From = new(2026, 10, 16),
    };

    [Fact]
    public void Questions_about_claims_are_written() =>
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
        var line = OfInsured.Lines[0];
        ClaimStatusInquiry[] wrong =
        [
            OfInsured with
            {
                Reference = null,
            },
            OfInsured with
            {
                Created = null,
            },
            OfInsured with
            {
                Trace = "",
            },
            OfInsured with
            {
                Trace = new('T', 51),
            },
            OfInsured with
            {
                Payer = OfInsured.Payer with { IsPerson = true },
            },
            OfInsured with
            {
                Payer = OfInsured.Payer with { Role = "PE" },
            },
            OfInsured with
            {
                Payer = OfInsured.Payer with { Contacts = [new("IC", null, [])] },
            },
            OfInsured with
            {
                Receiver = OfInsured.Receiver with { Id = "1" },
            },
            OfInsured with
            {
                Receiver = OfInsured.Receiver with { IsPerson = true, Suffix = "JR" },
            },
            OfInsured with
            {
                Provider = OfInsured.Provider with { Id = "1234567890" },
            },
            OfInsured with
            {
                Provider = OfInsured.Provider with { FirstName = "JO" },
            },
            OfInsured with
            {
                Subscriber = OfInsured.Subscriber with { MemberId = null },
            },
            OfInsured with
            {
                Subscriber = OfInsured.Subscriber with { Name = null },
            },
            OfInsured with
            {
                Subscriber = OfInsured.Subscriber with { Gender = "U" },
            },
            OfInsured with
            {
                Subscriber = OfInsured.Subscriber with { Born = null },
            },
            OfInsured with
            {
                From = null,
            },
            OfInsured with
            {
                From = new(2026, 12, 1),
            },
            OfInsured with
            {
                ClaimId = "A*1",
            },
            OfInsured with
            {
                Lines = [line with { ChargeCents = null }],
            },
            OfInsured with
            {
                Lines = [line with { From = null }],
            },
            OfInsured with
            {
                Lines = [line with { Units = 1.00001m }],
            },
            OfInsured with
            {
                Lines = [line with { Procedure = line.Procedure with { Qualifier = "QQ" } }],
            },
            OfInsured with
            {
                Lines = [line with { Procedure = line.Procedure with { Modifiers = ["A1", "A2", "A3", "A4", "A5"] } }],
            },
            OfDependent with
            {
                Dependent = OfDependent.Dependent! with { Born = null },
            },
            OfDependent with
            {
                Dependent = OfDependent.Dependent! with { MemberId = "M-2" },
            },
        ];

        foreach (var inquiry in wrong)
        {
            Assert.NotEmpty(inquiry.Check());
            using var stream = new MemoryStream();
            Assert.Throws<X12RefusedException>(() => ClaimStatusInquiry.Write(stream, Outward, [OfInsured, inquiry]));
            Assert.Equal(0, stream.Length);
        }
        Assert.Empty(OfInsured.Check());
        Assert.Empty(OfDependent.Check());
    }

    [Fact]
    public void Files_of_others_are_read()
    {
        var read = Of("LinuxForHealth+x12/demo-file/demo.276");

        Assert.Equal(["ABCXYZ1", "ABCXYZ2", "ABCXYZ3"], read.Select(r => r.Trace));
        Assert.Equal(["FRED", "MARY", "JOSEPH"], read.Select(r => r.Patient.Name!.First));
        // REF*EJ*SM123456, AMT*T3*8513.88, DTP*472*RD8*20050831-20050906
        Assert.Equal(("SM123456", 8513_88L, "111"), (read[0].ClaimId, read[0].ChargeCents, read[0].BillType));
        Assert.Equal((new DateOnly(2005, 8, 31), new DateOnly(2005, 9, 6)), (read[0].From, read[0].Through));
        // HL*6*2*19*1 with another provider, SVC*HC:99203*150*****1, DTP*472*D8*20050501
        Assert.Equal(("HOME HOSPITAL PHYSICANS", "MANN"), (read[2].Provider.Name, read[2].Subscriber.Name!.Last));
        Assert.Equal(
            ("99203", 150_00L, 1m),
            (read[2].Lines[0].Procedure.Code, read[2].Lines[0].ChargeCents, read[2].Lines[0].Units)
        );
        Assert.All(read, r => Assert.Empty(r.NotCarried));
    }

    [Fact]
    public void What_no_member_carries_is_listed_with_its_question()
    {
        var read = Read(
            Golden
                .Replace("REF*1K*PAYER-77~", "REF*1K*PAYER-77~REF*1K*PAYER-78~STC*F1:1~", StringComparison.Ordinal)
                .Replace("TRN*1*T-2~", "", StringComparison.Ordinal)
        );

        Assert.Equal(["REF*1K*PAYER-78", "STC*F1:1"], read[0].NotCarried.Select(n => n.Text));
        // Nothing is asked of the dependent; the person is there all the same.
        Assert.Equal(("", "KIM"), (read[1].Trace, read[1].Patient.Name!.First));
        Assert.Equal("DTP*472*D8*20261016", Assert.Single(read[1].NotCarried).Text);
    }

    [Fact]
    public void Nothing_in_the_bytes_makes_a_reader_throw() =>
        Mutations.Try(Golden, bytes => _ = ClaimStatusInquiry.Read(new MemoryStream(bytes)).ToList());

    private static Party Organization(string role, string name, string qualifier, string id) =>
        new()
        {
            Role = role,
            Name = name,
            IdQualifier = qualifier,
            Id = id,
        };

    private static string Written(IReadOnlyList<ClaimStatusInquiry> inquiries, Envelope envelope)
    {
        using var stream = new MemoryStream();
        ClaimStatusInquiry.Write(stream, envelope, inquiries, "\n");
        return Encoding.Latin1.GetString(stream.ToArray());
    }

    private static List<ClaimStatusInquiry> Read(string text) =>
        [.. ClaimStatusInquiry.Read(new MemoryStream(Encoding.Latin1.GetBytes(text)))];

    private static List<ClaimStatusInquiry> Of(string fixture)
    {
        using var stream = File.OpenRead(Fixtures.File(fixture));
        return [.. ClaimStatusInquiry.Read(stream)];
    }
}
