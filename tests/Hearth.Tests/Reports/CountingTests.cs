using Hearth.Modules.Reports;
using Hearth.Modules.Reports.Rules;

namespace Hearth.Tests.Reports;

public sealed class CountingTests(ReportDatabase houses) : IClassFixture<ReportDatabase>
{
    [Fact]
    public async Task The_database_counts_every_cell_as_one_would_by_hand()
    {
        for (var seed = 0; seed < 8; seed++)
        {
            var random = new RandomHouse(seed);
            var house = await (await new ReportHouse(houses.Database).OpenAsync()).FillAsync(random.Example);
            var byHand = new CountingByHand(random.Definition, random.Example);
            for (var folded = false; ; folded = true)
            {
                var (space, tally) = await house.CountAsync(random.Definition, random.Example.Period);
                Assert.All(
                    ReportPlan.Of(random.Definition, space, tally).Printed,
                    key =>
                        Assert.Equal((seed, folded, key.Name, byHand.Number(key)), (seed, folded, key.Name, tally[key]))
                );
                if (folded)
                {
                    break;
                }
                Assert.Equal(random.Example.Period.Days / 28, await house.FoldAsync(random.Example.Period));
            }
        }
    }
}
