using static Hearth.X12.Tests.Claims.ClaimSamples;

namespace Hearth.X12.Tests.Claims;

/// <summary>Claims have providers in common, which are looked at once for each role.</summary>
public sealed class SharedProviderTests
{
    [Fact]
    public void A_wrong_provider_is_said_of_each_claim_that_has_it()
    {
        var wrong = Peer with { Npi = "1234567890" };
        var findings = File(Simple with { Rendering = wrong }, Simple with { Id = "OP-2", Rendering = wrong }).Check();

        Assert.Equal(["OP-1", "OP-2"], findings.Select(f => f.Claim));
    }

    [Fact]
    public void A_provider_that_may_render_may_not_refer_by_the_same_number()
    {
        var located = Peer with { SecondaryId = new("LU", "1"), Taxonomy = null };
        var finding = Assert.Single(File(Simple with { Rendering = located, Referring = located }).Check());
        var second = Assert.Single(
            File(
                    Simple with
                    {
                        Rendering = located,
                    },
                    Simple with
                    {
                        Id = "OP-2",
                        Rendering = null,
                        Referring = located,
                    }
                )
                .Check()
        );

        Assert.Equal(("OP-1", "REF", 1), (finding.Claim, finding.Segment, finding.Element));
        Assert.Equal(("OP-2", "REF", 1), (second.Claim, second.Segment, second.Element));
    }

    [Fact]
    public void Claims_that_are_read_share_what_is_equal()
    {
        using var stream = new MemoryStream();
        var equal = Peer with { Name = Peer.Name with { First = new string(Peer.Name.First) } };
        File(Simple with { Rendering = Peer }, Simple with { Id = "OP-2", Rendering = equal }).Write(stream);
        stream.Position = 0;

        var claims = Claim.Read(stream).ToList();

        Assert.Same(claims[0].Rendering, claims[1].Rendering);
        Assert.Same(claims[0].Diagnoses, claims[1].Diagnoses);
        Assert.Same(claims[0].Lines[0].DiagnosisPointers, claims[1].Lines[0].DiagnosisPointers);
    }
}
