using System.Text.Json;
using Hearth.Foundation.Access;
using Hearth.Modules.Reports;
using Hearth.Modules.Reports.Files;
using Hearth.Modules.Reports.Rules;

namespace Hearth.Tests.Reports;

/// <summary>Whoever holds a whole report cannot work out a small number in it.</summary>
public sealed class ReportSecrecyTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_reader_of_the_whole_file_cannot_work_out_a_small_number(int hundred)
    {
        for (var seed = hundred * 100; seed < (hundred * 100) + 40; seed++)
        {
            var random = new RandomHouse(seed);
            var tally = new CountingByHand(random.Definition, random.Example).Tally();
            var json = ReportJson.Write(Draw(random, tally));
            var reader = new ReportReader(JsonDocument.Parse(json).RootElement);
            foreach (var key in ReportPlan.Of(random.Definition, Space(random), tally).Printed)
            {
                if (tally[key] > 0 && tally[key] < random.Definition.SmallCells.SmallestShown)
                {
                    Assert.False(reader.Knows(key.Name), $"Seed {seed}: {key} is {tally[key]}, and a reader can tell.");
                }
            }
        }
    }

    private static ReportSpace Space(RandomHouse random) =>
        new(random.Definition, random.Example.Period, new CountingByHand(random.Definition, random.Example).Programs);

    private static ReportResult Draw(RandomHouse random, Tally tally)
    {
        var drawing = new Drawing(random.Definition, Space(random), tally);
        var here = new OrganizationContext(default, "house", "House", TimeZoneInfo.Utc, "guest");
        return new ReportResult(
            random.Definition,
            here,
            false,
            random.Example.Period,
            default,
            drawing.Sections,
            drawing.Missing,
            drawing.LeastWithheld
        );
    }
}
