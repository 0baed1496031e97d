namespace Hearth.Modules.Reports.Rules;

/// <summary>Numbers wanted from the database: measures by dimensions, over the contacts that meet the conditions.</summary>
internal sealed record Grid(IReadOnlyList<Condition> Where, IReadOnlyList<Dimension> By, IReadOnlySet<Measure> Measures)
{
    /// <summary>The coordinates that the conditions give every number of this grid.</summary>
    public IEnumerable<Coordinate> Fixed => Where.Select(c => new Coordinate(c.Dimension, string.Join('|', c.Values)));

    public bool IsOfPeople => Measures.Any(m => MeasureFacts.Of(m).IsDistinctPeople);

    public string WhereName => string.Join('&', Fixed.OrderBy(c => c.Dimension));

    /// <summary>Everything a definition needs, with the totals of every table, each grid once.</summary>
    public static IReadOnlyList<Grid> For(ReportDefinition definition)
    {
        var wanted = definition.Sections.SelectMany(Wanted).Append(Missing);
        return
        [
            .. wanted
                .SelectMany(Split)
                .Select(Opened)
                .GroupBy(g => (g.WhereName, By: string.Join(',', g.By.Order()), g.IsOfPeople))
                .Select(same => same.First() with { Measures = same.SelectMany(g => g.Measures).ToHashSet() }),
        ];
    }

    /// <summary>
    /// "By phone" as a condition is a row of the table by how: one pass counts both. Not for people, whose rows overlap,
    /// and not for several values at once.
    /// </summary>
    private static Grid Opened(Grid grid) =>
        grid.IsOfPeople || grid.By.Any(d => DimensionFacts.Of(d).IsOfPerson) || grid.Where.Any(c => c.Values.Count > 1)
            ? grid
            : grid with
            {
                Where = [],
                By = [.. grid.By.Concat(grid.Where.Select(c => c.Dimension)).Distinct()],
            };

    /// <summary>What the sentences about missing data always need.</summary>
    private static Grid Missing { get; } =
        new(
            [],
            [],
            new HashSet<Measure>
            {
                Measure.Contacts,
                Measure.Visits,
                Measure.ContactsWithoutMinutes,
                Measure.ContactsWithCode,
            }
        );

    private static IEnumerable<Grid> Wanted(ReportSection section) =>
        section switch
        {
            FiguresSection figures => figures.Figures.Select(f => new Grid(f.Where ?? [], [], Needed([f.Measure]))),
            TableSection table => Margins(table.By)
                .Select(by => new Grid(table.Where ?? [], by, Needed(table.Measures))),
            ChartSection chart => Margins([chart.By]).Select(by => new Grid([], by, Needed([chart.Measure]))),
            _ => [],
        };

    private static IEnumerable<IReadOnlyList<Dimension>> Margins(IReadOnlyList<Dimension> by) =>
        by.Count == 2 ? [by, [by[0]], [by[1]], []] : [by, []];

    /// <summary>A number's companions: shares need both counts, hours the contacts they come from.</summary>
    private static HashSet<Measure> Needed(IEnumerable<Measure> measures) =>
        [
            .. measures.SelectMany(m =>
                m switch
                {
                    Measure.CodeShare => new[] { Measure.Contacts, Measure.ContactsWithCode },
                    Measure.Hours => [Measure.Hours, Measure.Contacts, Measure.ContactsWithoutMinutes],
                    _ => [m],
                }
            ),
        ];

    /// <summary>People are counted once each by a query of their own; all else adds up and comes from one pass.</summary>
    private static IEnumerable<Grid> Split(Grid grid)
    {
        foreach (var part in grid.Measures.GroupBy(m => MeasureFacts.Of(m).IsDistinctPeople))
        {
            yield return grid with
            {
                Measures = part.ToHashSet(),
            };
        }
    }
}
