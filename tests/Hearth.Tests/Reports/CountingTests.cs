using Hearth.Foundation.Database;
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
            await using var connection = await houses.Database.OpenAsync(house.Access);
            var (space, tally) = await Reporting.CountAsync(
                connection,
                house.Organization,
                random.Definition,
                random.Example.Period
            );
            var byHand = new CountingByHand(random.Definition, random.Example);
            Assert.All(
                ReportPlan.Of(random.Definition, space, tally).Printed,
                key => Assert.Equal((seed, key.Name, byHand.Number(key)), (seed, key.Name, tally[key]))
            );
        }
    }
}
