using System.Runtime.CompilerServices;
using System.Text;

namespace Hearth.X12.Tests;

/// <summary>
/// The uses that the library's README shows. Each block of code there stands here to the letter, which the last test sees to;
/// what the blocks name is made beside them.
/// </summary>
public sealed class ReadmeTests : IDisposable
{
    private static readonly DateTime now = new(2026, 11, 26, 9, 15, 0, DateTimeKind.Unspecified);
    private static readonly Envelope envelope = Claims.ClaimSamples.File().Envelope;
    private static readonly Address address = Claims.ClaimSamples.Street;
    private readonly MemoryStream stream = Of(X12Text.Remittance);

    public void Dispose() => stream.Dispose();

    [Fact]
    public void Post_a_remittance_claim_by_claim()
    {
        var posted = new List<string>();
        void Post(string trace, string claim, long cents, IReadOnlyList<ServicePayment> lines) =>
            posted.Add($"{trace} {claim} {cents} {lines.Count}");

        using var file = File.OpenRead("remittance.835");
        var reader = ClaimPayment.Read(file);
        foreach (var claim in reader) // one at a time, however many there are
            Post(claim.Payment.TraceNumber, claim.ClaimId, claim.PaidCents, claim.Services);
        foreach (var payment in reader.Payments) // what belongs to no claim, and whether all of it comes to the check
            Console.WriteLine($"{payment.ProviderAdjustments.Count} more amounts; adds up: {payment.AddsUp}");
        foreach (var finding in reader.Findings)
            Console.WriteLine($"Segment {finding.Place.Ordinal}: {finding.Sentence} {finding.Next}");

        Assert.Equal(["12345 A-1 -8025 0", "12345 A-1 11025 2"], posted);
        Assert.Equal(["1 more amounts; adds up: True"], Console.Taken());
    }

    [Fact]
    public void Check_a_file_and_send_the_999_back()
    {
        using var file = File.OpenRead("claims.837");
        var validation = Validation.Read(file);
        foreach (var finding in validation.Summary.Errors)
            Console.WriteLine($"Loop {finding.Loop}, claim {finding.Claim}: {finding.Sentence} {finding.Next}");
        using var answers = File.Create("claims.999");
        foreach (var interchange in validation.Interchanges)
            AcknowledgementFile
                .Answer(interchange)
                ?.Write(answers, interchange.Envelope.Answer(controlNumber: "42", time: now));

        Assert.Empty(Console.Taken());
        answers.Position = 0;
        Assert.True(Assert.Single(Acknowledgement.Read(answers)).IsAccepted);
    }

    [Fact]
    public void Write_a_claim_file()
    {
        using var stream = new MemoryStream();
        var batch = Claims.ClaimSamples.Batch(Claims.ClaimSamples.Simple);
        var claims = new[] { Made() };

        var file = new ClaimFile { Envelope = envelope, Batches = [batch with { Claims = claims }] };
        var findings = file.Check(); // identifiers, codes, lengths, dates, sums, what other payers paid
        foreach (var finding in findings)
            Console.WriteLine($"Claim {finding.Claim}: {finding.Sentence} {finding.Next}");
        if (findings.All(f => f.Severity != Severity.Error))
            file.Write(stream);

        Assert.Empty(Console.Taken());
        Assert.Equal([], Guided.Complaints(Encoding.Latin1.GetString(stream.ToArray())));
    }

    private static Claim Made()
    {
        var claim = new Claim
        {
            BillingProvider = new()
            {
                Name = PartyName.Organization("OPEN PORCH"),
                Npi = "1999999992",
                TaxId = "010000001",
                Address = address,
            },
            Subscriber = new()
            {
                Name = PartyName.Person("DOE", "ROBIN"),
                MemberId = "M000001",
                Address = address,
                Born = new(1980, 2, 29),
                Gender = "U",
            },
            Payer = new() { Name = "A MEDICAID PLAN", Id = "PLAN1" },
            Id = "OP-1",
            ChargeCents = 60_50,
            PlaceOfService = "11",
            Diagnoses = [Diagnosis.Principal("F3289")],
            Lines =
            [
                new()
                {
                    Procedure = "H0038",
                    ChargeCents = 60_50,
                    Quantity = 4,
                    DiagnosisPointers = [1],
                    From = new(2026, 11, 2),
                },
            ],
        };
        return claim;
    }

    [Fact]
    public void Add_up_a_file()
    {
        var summary = Summary.Read(stream);
        Console.WriteLine($"{summary.Claims} claims, paid {Cents.Show(summary.PaidCents)}");
        foreach (var (code, cents) in summary.AdjustmentCents)
            Console.WriteLine($"{code}: {Cents.Show(cents)}");

        Assert.Equal(
            ["2 claims, paid 30.00", "CO-45: -10.00", "CO-94: -15.00", "OA-94: -0.25", "PR-3: -4.75"],
            Console.Taken()
        );
    }

    [Fact]
    public void Read_it_aloud()
    {
        foreach (var segment in new Explanation(stream).Read())
        {
            Console.WriteLine(segment.Title); // "Claim payment", in loop segment.Loops[^1].Name
            foreach (var field in segment.Fields)
                Console.WriteLine(
                    $"  {field.Label}: {string.Join(", ", field.Values.Select(v => $"{v.Text} {v.Meaning}"))}"
                );
            foreach (var finding in segment.Findings)
                Console.WriteLine($"  ! {finding.Sentence}");
        }

        var said = Console.Taken();
        Assert.Contains("Claim payment", said);
        Assert.Contains("  Claim number: A-1 ", said);
        Assert.Contains(said, line => line.StartsWith("  ! ", StringComparison.Ordinal));
    }

    [Fact]
    public void Compare_two_files_and_convert_one()
    {
        using var before = Of(X12Text.Remittance);
        using var after = Of(X12Text.Remittance.Replace("H0038*40*50*", "H0038*40*49.99*", StringComparison.Ordinal));
        using var remittanceOrClaims = Of(X12Text.Remittance);
        using var anyX12 = Of(X12Text.Remittance);
        using var table = new MemoryStream();
        using var text = new MemoryStream();

        foreach (var difference in Comparison.Of(before, after).Differences)
            Console.WriteLine(
                $"{difference.Where[^1]}, {difference.Field}: {difference.Before} is now {difference.After}"
            );
        Conversion.ToCsv(remittanceOrClaims, table); // the column "paid" adds up to the payment
        Conversion.ToJson(anyX12, text);

        Assert.Equal(["Line H0038, Paid: 50.00 is now 49.99"], Console.Taken());
        Assert.StartsWith("level,", Encoding.UTF8.GetString(table.ToArray()), StringComparison.Ordinal);
        Assert.StartsWith("{\"transactions\":", Encoding.UTF8.GetString(text.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_claims_and_what_became_of_them()
    {
        using var stream = Of(ValidClaims.SubscriberIsPatient);
        using var answer = Of(ValidAcknowledgements.ClaimsRejected);

        foreach (var claim in Claim.Read(stream))
            Console.WriteLine($"{claim.Id} for {claim.Subscriber.Name.Last}: {Cents.Show(claim.ChargeCents)}");
        foreach (var acknowledgement in ClaimAcknowledgement.Read(answer))
        foreach (var claim in acknowledgement.Claims.Where(c => c.IsRejected))
            Console.WriteLine($"{claim.ClaimId}: {string.Join(", ", claim.Statuses.SelectMany(s => s.Codes))}");

        Assert.Equal("A-1 for ROE: 100.00", Console.Taken()[0]);
    }

    [Fact]
    public void Ask_whether_somebody_is_covered()
    {
        using var output = new MemoryStream();
        using var reply = Of(ValidInquiries.Benefits);
        var plan = new Party
        {
            Role = "PR",
            Name = "A PLAN",
            IdQualifier = "PI",
            Id = "12345",
        };
        var provider = new Party
        {
            Role = "1P",
            Name = "OPEN PORCH",
            IdQualifier = "XX",
            Id = "1234567893",
        };

        var inquiry = new EligibilityInquiry
        {
            Created = now,
            Source = plan,
            Receiver = provider,
            Subscriber = new()
            {
                Name = PartyName.Person("DOE", "JO"),
                MemberId = "M-1",
                Born = new(1980, 2, 29),
            },
            Questions = [EligibilityQuestion.About("30", "MH")],
        };
        EligibilityInquiry.Write(output, envelope, [inquiry]);
        foreach (var answer in Eligibility.Read(reply))
            Console.WriteLine(
                $"{answer.Patient?.Name?.Last}: {(answer.IsActive == true ? "covered" : "ask the payer")}"
            );

        Assert.Equal([], Guided.Complaints(Encoding.Latin1.GetString(output.ToArray())));
        Assert.EndsWith(": covered", Assert.Single(Console.Taken()), StringComparison.Ordinal);
    }

    [Fact]
    public void Walk_the_segments_and_make_files_up()
    {
        var total = 0L;
        using var sample = new MemoryStream();

        var reader = new SegmentReader(stream);
        while (reader.Read())
        {
            var segment = reader.Current; // a view of the buffer, good until the next Read
            if (segment.Tag.SequenceEqual("SVC"u8) && Cents.TryParse(segment[2], out var charge))
                total += charge;
        }
        SampleFiles.WriteClaims(sample, count: 100);

        Assert.Equal(100_00, total);
        sample.Position = 0;
        Assert.Equal(100, Claim.Read(sample).Count());
    }

    [Fact]
    public void Every_block_of_the_README_runs_here()
    {
        var here = Lines(System.IO.File.ReadAllText(Here()));
        var readme = System.IO.File.ReadAllText(
            Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "src", "Hearth.X12", "README.md")
        );
        var blocks = readme.Split("```csharp\n").Skip(1).Select(b => b[..b.IndexOf("```", StringComparison.Ordinal)]);

        Assert.InRange(blocks.Count(), 10, 30);
        Assert.All(blocks, block => Assert.Contains(Lines(block), here, StringComparison.Ordinal));
    }

    private static string Lines(string code) =>
        string.Concat(code.Split('\n').Select(line => line.Trim() is { Length: > 0 } there ? there + "\n" : ""));

    private static string Here([CallerFilePath] string file = "") => file;

    private static MemoryStream Of(string text) => new(Encoding.Latin1.GetBytes(text));

    /// <summary>What the blocks print.</summary>
    private static class Console
    {
        [ThreadStatic]
        private static List<string>? lines;

        public static void WriteLine(string line) => (lines ??= []).Add(line);

        public static List<string> Taken()
        {
            var taken = lines ?? [];
            lines = null;
            return taken;
        }
    }

    /// <summary>The files that the blocks open.</summary>
    private static class File
    {
        public static MemoryStream OpenRead(string name) =>
            Of(name.EndsWith(".837", StringComparison.Ordinal) ? ValidClaims.SubscriberIsPatient : X12Text.Remittance);

        public static MemoryStream Create(string name) => new(name.Length);
    }
}
