using Hearth.Demo;

namespace Hearth.Tests.Demo;

public sealed class DemoRandomTests
{
    [Fact]
    public void The_sequence_is_xoshiro256_starstar_seeded_by_splitmix64()
    {
        // The published reference for seed 0: splitmix64 gives e220a8397b1dcdaf, 6e789e6aa1b965f4, 06c45d188009454f,
        // f88bb8a8724c81ec, and xoshiro256** on that state begins with rotl(6e789e6aa1b965f4 * 5, 7) * 9.
        var first = System.Numerics.BitOperations.RotateLeft(unchecked(0x6e78_9e6a_a1b9_65f4UL * 5), 7);
        Assert.Equal(unchecked(first * 9), new DemoRandom(0).Next());
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(4)]
    [InlineData(29.5)]
    [InlineData(300)]
    public void Poisson_counts_have_the_mean_and_the_variance_asked_for(double mean)
    {
        var random = new DemoRandom(11);
        var counts = Enumerable.Range(0, 40_000).Select(_ => (double)random.Poisson(mean)).ToList();
        var average = counts.Average();
        var variance = counts.Average(c => (c - average) * (c - average));
        Assert.InRange(average, mean * 0.97, mean * 1.03);
        Assert.InRange(variance, mean * 0.94, mean * 1.06);
    }

    [Fact]
    public void Identifiers_are_version_7_and_ordered_by_time()
    {
        var random = new DemoRandom(5);
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var ids = Enumerable.Range(0, 100).Select(i => DemoIds.Next(random, at.AddSeconds(i))).ToList();
        Assert.All(ids, id => Assert.Equal((7, 2), (id.Version, id.Variant >> 2)));
        Assert.Equal(ids.Select(i => i.ToString()).Order(StringComparer.Ordinal), ids.Select(i => i.ToString()));
    }
}
