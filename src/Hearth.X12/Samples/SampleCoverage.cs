namespace Hearth.X12.Samples;

/// <summary>What a first payer did with a made-up claim, by line or as a whole.</summary>
internal static class SampleCoverage
{
    private static readonly DateOnly Decided = new(2026, 11, 2);

    public static Claim Of(Claim claim, ref SampleRandom random)
    {
        var other = new OtherCoverage
        {
            Responsibility = "P",
            FilingIndicator = "CI",
            GroupNumber = "G" + SamplePeople.Digits(random.Below(100_000), 5),
            Insured = claim.Subscriber.Name,
            MemberId = "C" + claim.Subscriber.MemberId,
            Payer = new() { Name = "Sample First Insurance", Id = "SAMPLE1ST" },
            PayerClaimNumber = "F" + SamplePeople.Digits(random.Below(1_000_000_000), 9),
        };
        return random.Chance(50) ? AsWhole(claim, other) : ByLine(claim, other);
    }

    private static Claim AsWhole(Claim claim, OtherCoverage other)
    {
        var paid = claim.ChargeCents / 2;
        var coinsurance = claim.ChargeCents / 10;
        return claim with
        {
            OtherCoverage =
            [
                other with
                {
                    PaidCents = paid,
                    PaidOn = Decided,
                    Adjustments =
                    [
                        new("CO", "45", claim.ChargeCents - paid - coinsurance, null),
                        new("PR", "2", coinsurance, null),
                    ],
                },
            ],
        };
    }

    private static Claim ByLine(Claim claim, OtherCoverage other)
    {
        var lines = new ServiceLine[claim.Lines.Count];
        var total = 0L;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = claim.Lines[i];
            var paid = line.ChargeCents * 3 / 5;
            total += paid;
            lines[i] = line with
            {
                Adjudications =
                [
                    new()
                    {
                        PayerId = other.Payer.Id,
                        PaidCents = paid,
                        Procedure = line.Procedure,
                        Modifiers = line.Modifiers,
                        Quantity = line.Quantity,
                        Adjustments = [new("CO", "45", line.ChargeCents - paid - 25, null), new("PR", "3", 25, null)],
                        On = Decided,
                    },
                ],
            };
        }
        return claim with { Lines = lines, OtherCoverage = [other with { PaidCents = total }] };
    }
}
