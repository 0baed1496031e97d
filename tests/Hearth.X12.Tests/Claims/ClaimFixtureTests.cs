using System.Text;

namespace Hearth.X12.Tests.Claims;

/// <summary>Claims that others wrote.</summary>
public sealed class ClaimFixtureTests
{
    // Made anew by the writer.
    private static readonly HashSet<string> Frame = ["ISA", "GS", "ST", "SE", "GE", "IEA", "HL", "LX"];

    [Fact]
    public void What_is_read_is_written_again_or_said_to_be_left_out()
    {
        var claims = 0;
        var lost = new List<string>();
        foreach (var path in Fixtures.All().Where(IsProfessional))
        {
            var bytes = File.ReadAllBytes(path);
            foreach (var file in ClaimFile.Read(new MemoryStream(bytes)))
            {
                claims += file.Batches.Sum(b => b.Claims.Count);
                Assert.Equal(
                    file.NotCarried.Count,
                    file.NotCarried.Concat(file.Batches.SelectMany(b => b.Claims).SelectMany(c => c.NotCarried))
                        .Distinct()
                        .Count()
                );
            }
            lost.AddRange(Lost(bytes).Select(fact => $"{Path.GetFileName(path)}: {fact}"));
        }
        Assert.True(lost is [], string.Join("\n", lost));
        Assert.True(claims > 50, $"{claims} claims");
    }

    [Fact]
    public void A_claim_to_the_second_payer_is_read_with_what_the_first_one_did()
    {
        // kputnam/stupidedi, example 3 of the guide: claim for 79.04, the first payer paid 59.03.
        var path = Fixtures
            .All()
            .Single(f =>
                f.EndsWith("COB-claim-from-billing-provider-to-payer-b.edi", StringComparison.Ordinal)
                && f.Contains("X222A1", StringComparison.Ordinal)
            );
        using var stream = File.OpenRead(path);

        var claim = Assert.Single(Claim.Read(stream));

        Assert.Equal("26407789", claim.Id);
        Assert.Equal(claim.ChargeCents, claim.Lines.Sum(l => l.ChargeCents));
        var other = Assert.Single(claim.OtherCoverage);
        Assert.NotNull(other.PaidCents);
        Assert.Equal("P", other.Responsibility);
        Assert.Equal("S", claim.Subscriber.Responsibility);
    }

    [Fact]
    public void Nothing_makes_reading_throw()
    {
        var claim = ClaimSamples.Simple with
        {
            OtherCoverage = [ClaimSamples.Commercial],
            Rendering = ClaimSamples.Peer,
        };
        var file = ClaimSamples.File(
            claim with
            {
                Subscriber = ClaimSamples.Robin with { Responsibility = "S" },
            },
            ClaimSamples.Simple
        );

        Mutations.Try(
            ClaimSamples.Text(file),
            bytes =>
            {
                foreach (var read in ClaimFile.Read(new MemoryStream(bytes)))
                {
                    _ = read.Check();
                }
            }
        );
    }

    private static bool IsProfessional(string path) =>
        File.ReadAllText(path, Encoding.Latin1) is var text
        && text.Contains("005010X222", StringComparison.Ordinal)
        && text.Contains("837", StringComparison.Ordinal)
        && !path.Contains("missing_elements", StringComparison.Ordinal); // the writer adds what is the same everywhere

    private static List<string> Lost(byte[] bytes)
    {
        var written = new List<string>();
        var left = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in ClaimFile.Read(new MemoryStream(bytes)))
        {
            using var stream = new MemoryStream();
            ClaimWriter.WriteChecked(
                stream,
                file with
                {
                    Envelope = file.Envelope with { ControlNumber = "1", GroupControlNumber = "1" },
                },
                ""
            );
            written.AddRange(Facts(stream.ToArray()));
            left.UnionWith(file.NotCarried.Select(n => n.Text));
        }
        var lost = new List<string>();
        foreach (var fact in Facts(bytes, left))
        {
            // Levels that follow each other and are equal become one.
            if (fact.StartsWith("level ", StringComparison.Ordinal) ? !written.Contains(fact) : !written.Remove(fact))
            {
                lost.Add(fact);
            }
        }
        return lost;
    }

    // Segments of professional claims in one spelling. Levels that claims share are counted once.
    private static IEnumerable<string> Facts(byte[] bytes, HashSet<string>? without = null)
    {
        var reader = new SegmentReader(new MemoryStream(bytes));
        var isClaim = false;
        var isInClaim = false;
        var isLeft = false; // under a level without claims
        while (reader.Read())
        {
            var segment = reader.Current;
            var tag = segment.Text(0);
            isClaim = tag == "ST" ? segment.Text(1) == "837" : isClaim && tag != "SE";
            isInClaim = tag == "CLM" || (isInClaim && tag is not ("HL" or "ST"));
            isLeft = tag == "HL" ? without?.Contains(segment.ToString()) == true : isLeft && isClaim;
            if (!isClaim || isLeft || Frame.Contains(tag) || without?.Contains(segment.ToString()) == true)
            {
                continue;
            }
            var parts = segment.ToString().Split((char)segment.Delimiters.Element);
            var by = (char)segment.Delimiters.Component;
            if (tag == "SBR" && parts.Length > 2 && parts[2] == "18")
            {
                parts[2] = ""; // follows from where the claim stands
            }
            if (tag == "SV1" && parts.Length > 5)
            {
                parts[5] = ""; // left out where it is the claim's
            }
            var elements = parts.Skip(1).Select(e => One(e.Replace(by, ':')));
            foreach (
                var fact in tag == "CAS"
                    ? Adjustments(elements.ToArray())
                    : [string.Join('*', tag == "PER" ? elements.Order() : elements).TrimEnd('*', ':')]
            )
            {
                yield return $"{(isInClaim ? "" : "level ")}{tag}*{fact}";
            }
        }
    }

    private static IEnumerable<string> Adjustments(string[] cas) =>
        cas.Skip(1).Chunk(3).Select(three => string.Join('*', three.Prepend(cas[0])).TrimEnd('*'));

    private static string One(string element)
    {
        var text = element.Trim().TrimEnd(':');
        return
            decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && text.Contains('.', StringComparison.Ordinal)
            ? number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture)
            : text;
    }
}
