using System.Globalization;
using Hearth.Foundation.Database;
using Hearth.Modules.Reports;
using Hearth.Modules.Reports.Rules;

namespace Hearth.Tests.Reports;

/// <summary>Every shipped definition is right about the contact lists it carries.</summary>
public sealed class ShippedReportTests(ReportDatabase houses) : IClassFixture<ReportDatabase>
{
    public static TheoryData<string, int> Examples =>
        [.. Definitions.SelectMany(d => d.Examples.Select((_, i) => new TheoryDataRow<string, int>(d.Id, i)))];

    private static IReadOnlyList<ReportDefinition> Definitions { get; } =
        ReportCatalog.ReadShipped(Path.Combine(Repository.Root, "rules", "reports"));

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task A_definition_finds_the_numbers_of_its_worked_example(string report, int example)
    {
        var definition = Definitions.Single(d => d.Id == report);
        var worked = definition.Examples[example];
        var house = await (await new ReportHouse(houses.Database).OpenAsync()).FillAsync(worked);

        await using var connection = await houses.Database.OpenAsync(house.Access);
        var (space, tally) = await Reporting.CountAsync(connection, house.Organization, definition, worked.Period);
        Assert.All(worked.Expect, e => Assert.Equal((e.Key, e.Value), (e.Key, Found(tally, e.Key))));

        var drawing = new Drawing(definition, space, tally);
        Assert.All(worked.Prints, e => Assert.Equal((e.Key, e.Value), (e.Key, Printed(definition, drawing, e.Key))));
    }

    [Fact]
    public void Every_shipped_definition_has_dates_a_source_and_worked_examples()
    {
        Assert.Equal(
            ["block-grant-recovery-supports", "board-one-pager", "state-contract-monthly"],
            Definitions.Select(d => d.Id)
        );
        Assert.All(Definitions, d => Assert.NotEmpty(d.Examples));
        Assert.All(Definitions, d => Assert.NotEmpty(d.Source.Source));
        Assert.All(Definitions.Select(d => d.Ages?.Source).OfType<RuleSource>(), s => Assert.False(s.Sure));
    }

    private static string Found(Tally tally, string name) => tally[KeyOf(name)].ToString(CultureInfo.InvariantCulture);

    private static string Printed(ReportDefinition definition, Drawing drawing, string name) =>
        drawing.Cell(KeyOf(name)).Words(KeyOf(name).Measure, definition.SmallCells.SmallestShown);

    private static CellKey KeyOf(string name)
    {
        var parts = name.Split(" by ", 2);
        var coordinates =
            parts.Length == 1
                ? []
                : System
                    .Text.RegularExpressions.Regex.Split(parts[1], " and (?=[a-z-]+=)")
                    .Select(c => c.Split('=', 2));
        return new CellKey(
            MeasureFacts.Find(parts[0])!.Value,
            coordinates.Select(c => new Coordinate(DimensionFacts.Find(c[0])!.Value, c[1]))
        );
    }
}
