using System.Text;

namespace Hearth.X12.Tests.Claims;

public sealed class SampleFilesTests
{
    private const int Count = 1300;

    [Fact]
    public void Claims_pass_the_guide_without_a_word()
    {
        var validation = Validation.Read(Claims(Count));

        Assert.Empty(validation.Summary.Errors);
        Assert.Empty(validation.Summary.Warnings);
        Assert.Equal((Count, true), (validation.Summary.Claims, validation.Summary.Balanced));
        Assert.True(validation.IsAccepted);
    }

    [Fact]
    public void Payments_pass_the_guide_without_a_word_and_add_up()
    {
        var validation = Validation.Read(Remittances(Count));

        Assert.Empty(validation.Summary.Errors);
        Assert.Empty(validation.Summary.Warnings);
        Assert.True(validation.Summary.Balanced);
        Assert.Equal(6, validation.Summary.Transactions);
        Assert.All(
            ["CO-45", "CO-197", "CO-29", "PR-1", "PR-2", "PR-3", "OA-23"],
            code => Assert.Contains(code, validation.Summary.AdjustmentCents.Keys)
        );
        Assert.NotEqual(0, validation.Summary.PlbCents);
    }

    [Fact]
    public void A_file_of_any_size_adds_up()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            Assert.Empty(Validation.Read(Remittances(seed + 1, seed)).Summary.Errors);
            Assert.Empty(Validation.Read(Claims(seed + 1, seed)).Summary.Errors);
        }
    }

    [Fact]
    public void Payments_answer_the_claims_of_the_same_seed()
    {
        var claims = SampleFiles.Claims(Count).ToDictionary(c => c.Id);
        var remittances = RemittanceFile.Read(Remittances(Count));

        Assert.Empty(remittances.Findings);
        var answered = remittances.Remittances.SelectMany(r => r.Claims).ToList();
        var ids = answered.Select(c => c.ClaimId).Distinct().ToList();
        Assert.Equal(Count, answered.Count);
        Assert.InRange(ids.Count, Count * 9 / 10, Count - 1);
        Assert.Equal(claims.Keys.Take(ids.Count), ids);
        Assert.All(
            answered,
            payment => Assert.Equal(claims[payment.ClaimId].ChargeCents, Math.Abs(payment.ChargeCents))
        );
        Assert.Contains(answered, p => p.PaidCents < 0);
    }

    [Fact]
    public void Every_kind_of_claim_is_among_them()
    {
        var claims = SampleFiles.Claims(5000).ToList();
        var lines = claims.SelectMany(c => c.Lines).ToList();

        Assert.Equal(
            ["04", "11", "12", "15", "53", "99"],
            claims.Select(c => c.PlaceOfService).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal(["1", "7", "8"], claims.Select(c => c.Frequency).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(
            ["G0140", "H0038", "H2015", "T1012"],
            lines.Select(l => l.Procedure).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Contains(lines, l => l.Modifiers.Contains("HQ"));
        Assert.Contains(lines, l => l.Adjudications.Count > 0);
        Assert.Contains(claims, c => c.OtherCoverage.Count > 0 && c.Lines[0].Adjudications.Count == 0);
        Assert.Contains(claims, c => c.Patient is not null);
        Assert.Contains(claims, c => c.Supervising is not null && c.PriorAuthorization is not null);
        Assert.True(claims.Count(c => c.Patient is null) > 4500);
        Assert.All(claims, c => Assert.StartsWith("Sample", c.BillingProvider.Name.Last, StringComparison.Ordinal));
        Assert.Equal(8, claims.Select(c => c.BillingProvider).Distinct().Count());
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_one_others()
    {
        Assert.Equal(Claims(300, 5).ToArray(), Claims(300, 5).ToArray());
        Assert.Equal(Remittances(300, 5).ToArray(), Remittances(300, 5).ToArray());
        Assert.NotEqual(Claims(300, 5).ToArray(), Claims(300, 6).ToArray());
    }

    [Fact]
    public void Transactions_have_at_most_five_thousand_claims_and_come_back_byte_for_byte()
    {
        var bytes = Claims(5001).ToArray();
        var file = Assert.Single(ClaimFile.Read(new MemoryStream(bytes)));
        using var again = new MemoryStream();
        file.Write(again, "\n");

        Assert.Equal([5000, 1], file.Batches.Select(b => b.Claims.Count));
        Assert.Empty(file.NotCarried);
        Assert.True(bytes.AsSpan().SequenceEqual(again.ToArray()));
    }

    private static MemoryStream Claims(int count, int seed = 1)
    {
        var stream = new MemoryStream();
        SampleFiles.WriteClaims(stream, count, seed);
        stream.Position = 0;
        return stream;
    }

    private static MemoryStream Remittances(int count, int seed = 1)
    {
        var stream = new MemoryStream();
        SampleFiles.WriteRemittances(stream, count, seed);
        stream.Position = 0;
        return stream;
    }
}
