using System.Text;

namespace Hearth.X12.Tests.Claims;

/// <summary>Made-up claims that a test changes one thing of.</summary>
internal static class ClaimSamples
{
    public static Address Street { get; } =
        new()
        {
            Line1 = "12 SAMPLE WAY",
            City = "AUGUSTA",
            State = "ME",
            Zip = "043300001",
        };

    public static Payer Payer { get; } = new() { Name = "SAMPLE MEDICAID", Id = "SAMPLEMC" };

    public static Provider Peer { get; } =
        new()
        {
            Name = PartyName.Person("RIVERA", "JO"),
            Npi = "1234567893",
            Taxonomy = "175T00000X",
        };

    public static BillingProvider OpenPorch { get; } =
        new()
        {
            Name = PartyName.Organization("OPEN PORCH SAMPLE"),
            Npi = "1999999992",
            Taxonomy = "251S00000X",
            TaxId = "010000001",
            Address = Street,
        };

    public static Subscriber Robin { get; } =
        new()
        {
            Name = PartyName.Person("DOE", "ROBIN"),
            MemberId = "M000001",
            Address = Street with { Zip = "04330" },
            Born = new(1980, 2, 29),
            Gender = "U",
        };

    public static ServiceLine Line { get; } =
        new()
        {
            Procedure = "H0038",
            ChargeCents = 60_50,
            Quantity = 4,
            DiagnosisPointers = [1],
            From = new(2026, 11, 2),
        };

    public static Claim Simple { get; } =
        new()
        {
            BillingProvider = OpenPorch,
            Subscriber = Robin,
            Payer = Payer,
            Id = "OP-1",
            ChargeCents = 60_50,
            PlaceOfService = "11",
            Diagnoses = [Diagnosis.Principal("F3289")],
            Lines = [Line],
        };

    public static OtherCoverage Commercial { get; } =
        new()
        {
            Responsibility = "P",
            FilingIndicator = "CI",
            GroupNumber = "G-7",
            Insured = PartyName.Person("DOE", "SAM"),
            Relationship = "01",
            MemberId = "C0001",
            Payer = new() { Name = "SAMPLE MUTUAL", Id = "SAMPLECI" },
            PaidCents = 40_00,
            PaidOn = new(2026, 11, 9),
            Adjustments = [new("CO", "45", 15_50, null), new("PR", "2", 5_00, 1)],
        };

    public static ClaimBatch Batch(params Claim[] claims) =>
        new()
        {
            ControlNumber = "0001",
            Reference = "B-1",
            Created = new(2026, 11, 12, 9, 30, 0),
            Submitter = new()
            {
                Name = PartyName.Organization("OPEN PORCH SAMPLE"),
                Id = "OP01",
                Contact = new() { Name = "BILLING", Phone = "2075550100" },
            },
            Receiver = new("SAMPLE MEDICAID", "SAMPLEMC"),
            Claims = claims,
        };

    public static ClaimFile File(params Claim[] claims) => FileOf(Batch(claims));

    public static ClaimFile FileOf(params ClaimBatch[] batches) =>
        new()
        {
            Envelope = new()
            {
                Sender = new("ZZ", "OP01"),
                Receiver = new("ZZ", "SAMPLEMC"),
                Time = new(2026, 11, 12, 9, 30, 0),
                ControlNumber = "7",
                GroupControlNumber = "7",
                IsTest = true,
            },
            Batches = batches,
        };

    public static string Text(ClaimFile file, string lineEnd = "\n")
    {
        using var stream = new MemoryStream();
        file.Write(stream, lineEnd);
        return Encoding.Latin1.GetString(stream.ToArray());
    }

    /// <summary>The segments that a claim makes, without the line ends.</summary>
    public static IReadOnlyList<string> Segments(Claim claim) => Text(File(claim), "").Split('~')[..^1];

    public static IReadOnlyList<ClaimFile> Read(string text) =>
        ClaimFile.Read(new MemoryStream(Encoding.Latin1.GetBytes(text)));

    /// <summary>The one finding of a claim.</summary>
    public static Finding Refused(Claim claim) => Assert.Single(File(claim).Check());

    public static Summary Summarize(ClaimFile file) => X12Text.Summarize(Text(file));
}
