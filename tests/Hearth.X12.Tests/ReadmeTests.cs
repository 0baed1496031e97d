using System.Text;

namespace Hearth.X12.Tests;

/// <summary>The uses that the library's README shows, as they stand there.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Add_up_a_file()
    {
        using var file = new MemoryStream(Encoding.Latin1.GetBytes(X12Text.Remittance));
        using var console = new StringWriter();

        var summary = Summary.Read(file);
        console.WriteLine($"{summary.Claims} claims, paid {Cents.Show(summary.PaidCents)}");
        foreach (var (code, cents) in summary.AdjustmentCents)
            console.WriteLine($"{code}: {Cents.Show(cents)}");

        Assert.Equal(
            ["2 claims, paid 30.00", "CO-45: -10.00", "CO-94: -15.00", "OA-94: -0.25", "PR-3: -4.75"],
            console.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd())
        );
    }

    [Fact]
    public void Walk_the_segments()
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(X12Text.Remittance));
        var total = 0L;

        var reader = new SegmentReader(stream);
        while (reader.Read())
        {
            var segment = reader.Current;
            if (segment.Tag.SequenceEqual("SVC"u8) && Cents.TryParse(segment[2], out var charge))
                total += charge;
        }

        Assert.Equal(100_00, total);
    }

    [Fact]
    public void Write_and_read_claims()
    {
        using var stream = new MemoryStream();
        using var console = new StringWriter();
        var (envelope, batch) = (
            Claims.ClaimSamples.File().Envelope,
            Claims.ClaimSamples.Batch(Claims.ClaimSamples.Simple)
        );

        var file = new ClaimFile { Envelope = envelope, Batches = [batch] };
        foreach (var finding in file.Check())
            console.WriteLine($"Claim {finding.Claim}: {finding.Sentence} {finding.Next}");
        file.Write(stream);

        stream.Position = 0;
        foreach (var claim in Claim.Read(stream))
            console.WriteLine($"{claim.Id} for {claim.Subscriber.Name.Last}: {Cents.Show(claim.ChargeCents)}");

        Assert.Equal("OP-1 for DOE: 60.50", console.ToString().TrimEnd());
    }

    [Fact]
    public void Answer_a_file()
    {
        using var file = new MemoryStream(Encoding.Latin1.GetBytes(X12Text.Remittance));
        using var output = new MemoryStream();
        var now = new DateTime(2026, 11, 26, 9, 15, 0);

        foreach (var interchange in Validation.Read(file).Interchanges)
        {
            var answer = AcknowledgementFile.Answer(interchange);
            answer?.Write(output, interchange.Envelope.Answer(controlNumber: "42", time: now));
        }

        output.Position = 0;
        Assert.Equal("1", Assert.Single(Acknowledgement.Read(output)).GroupControlNumber);
    }

    [Fact]
    public void Ask_whether_somebody_is_covered()
    {
        using var output = new MemoryStream();
        var now = new DateTime(2026, 11, 26, 9, 15, 0);
        var envelope = new Envelope
        {
            Sender = new("ZZ", "OPENPORCH"),
            Receiver = new("ZZ", "APLAN"),
            Time = now,
            ControlNumber = "1",
        };

        EligibilityInquiry.Write(
            output,
            envelope,
            [
                new()
                {
                    Created = now,
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
                    },
                    Subscriber = new()
                    {
                        Name = PartyName.Person("DOE", "JO"),
                        MemberId = "M-1",
                        Born = new(1980, 2, 29),
                    },
                    Questions = [EligibilityQuestion.About("30", "MH")],
                },
            ]
        );

        Assert.Equal([], Guided.Complaints(Encoding.Latin1.GetString(output.ToArray())));
    }

    [Fact]
    public void Read_remittances()
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(X12Text.Remittance));
        using var console = new StringWriter();

        var reader = ClaimPayment.Read(stream);
        foreach (var claim in reader)
            console.WriteLine($"{claim.ClaimId} of check {claim.Payment.TraceNumber}: {Cents.Show(claim.PaidCents)}");
        foreach (var payment in reader.Payments)
            console.WriteLine($"{payment.ProviderAdjustments.Count} more; adds up: {payment.AddsUp}");

        Assert.Equal(
            ["A-1 of check 12345: -80.25", "A-1 of check 12345: 110.25", "1 more; adds up: True"],
            console.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimEnd())
        );
    }

    [Fact]
    public void Compare_two_files_by_what_they_mean()
    {
        var other = X12Text.Remittance.Replace("H0038*40*50*", "H0038*40*49.99*", StringComparison.Ordinal);
        using var before = new MemoryStream(Encoding.Latin1.GetBytes(X12Text.Remittance));
        using var after = new MemoryStream(Encoding.Latin1.GetBytes(other));
        using var console = new StringWriter();

        foreach (var difference in Comparison.Of(before, after).Differences)
            console.WriteLine(
                $"{difference.Where[^1]}, {difference.Field}: {difference.Before} is now {difference.After}"
            );

        Assert.Equal("Line H0038, Paid: 50.00 is now 49.99", console.ToString().TrimEnd());
    }

    [Fact]
    public void Convert_to_a_table_or_JSON()
    {
        using var remittanceOrClaims = new MemoryStream(Encoding.Latin1.GetBytes(X12Text.Remittance));
        using var anyX12 = new MemoryStream(Encoding.Latin1.GetBytes(X12Text.Remittance));
        using var table = new MemoryStream();
        using var text = new MemoryStream();

        Conversion.ToCsv(remittanceOrClaims, table);
        Conversion.ToJson(anyX12, text);

        Assert.StartsWith("level,", Encoding.UTF8.GetString(table.ToArray()), StringComparison.Ordinal);
        Assert.StartsWith("{\"transactions\":", Encoding.UTF8.GetString(text.ToArray()), StringComparison.Ordinal);
    }
}
