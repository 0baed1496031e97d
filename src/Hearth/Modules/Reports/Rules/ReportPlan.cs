namespace Hearth.Modules.Reports.Rules;

/// <summary>The tables of a report as names of numbers, before any is hidden.</summary>
internal sealed class ReportPlan
{
    private ReportPlan(ReportDefinition definition, ReportSpace space, Tally tally)
    {
        Tables =
        [
            .. definition.Sections.Select(s => s is TableSection or ChartSection ? GridOf(s, space, tally) : null),
        ];
        foreach (var figure in definition.Sections.OfType<FiguresSection>().SelectMany(s => s.Figures))
        {
            Print(KeyOf(figure));
        }
        foreach (var table in Tables.OfType<TableLayout>())
        {
            Print(table);
        }
        foreach (
            var measure in new[]
            {
                Measure.Contacts,
                Measure.Visits,
                Measure.ContactsWithoutMinutes,
                Measure.ContactsWithCode,
            }
        )
        {
            Print(new CellKey(measure, []));
        }
    }

    /// <summary>For each section of the definition its table, or null where it has none.</summary>
    public IReadOnlyList<TableLayout?> Tables { get; }

    /// <summary>Every count that the report prints or that stands in for one (contacts for their hours).</summary>
    public HashSet<CellKey> Printed { get; } = [];

    /// <summary>Totals whose parts along a dimension are all printed.</summary>
    public HashSet<(CellKey Total, Dimension Along)> Complete { get; } = [];

    public static ReportPlan Of(ReportDefinition definition, ReportSpace space, Tally tally) =>
        new(definition, space, tally);

    public static CellKey KeyOf(ReportFigure figure) => new(figure.Measure, Fixed(figure.Where));

    private static IEnumerable<Coordinate> Fixed(IReadOnlyList<Condition>? where) =>
        (where ?? []).Select(c => new Coordinate(c.Dimension, string.Join('|', c.Values)));

    private static TableLayout GridOf(ReportSection section, ReportSpace space, Tally tally)
    {
        var (measures, by, where) = section switch
        {
            TableSection table => (table.Measures, table.By, Fixed(table.Where)),
            ChartSection chart => ([chart.Measure], [chart.By], []),
            _ => throw new InvalidOperationException("Only tables and charts have rows."),
        };
        return new TableLayout(
            measures,
            by,
            [.. where],
            [
                .. by.Select(d =>
                    space.Values(d, tally).Append(ContactWords.Unknown).Select(v => new Coordinate(d, v)).ToList()
                ),
            ]
        );
    }

    private void Print(TableLayout table)
    {
        foreach (var measure in table.Measures)
        {
            var whole = new CellKey(measure, table.Where);
            Print(whole);
            foreach (var (along, values) in table.By.Zip(table.Values))
            {
                PrintLine(whole, along, values);
            }
            if (table.By.Count == 2)
            {
                foreach (var row in table.Values[0])
                {
                    PrintLine(whole.With(row), table.By[1], table.Values[1]);
                }
                foreach (var column in table.Values[1])
                {
                    PrintLine(whole.With(column), table.By[0], table.Values[0]);
                }
            }
        }
    }

    private void PrintLine(CellKey total, Dimension along, IReadOnlyList<Coordinate> values)
    {
        foreach (var value in values)
        {
            Print(total.With(value));
        }
        foreach (var counted in Counted(total))
        {
            Complete.Add((counted, along));
        }
    }

    private void Print(CellKey key) => Printed.UnionWith(Counted(key));

    private static IEnumerable<CellKey> Counted(CellKey key) =>
        key.Measure switch
        {
            Measure.Hours => [key.Of(Measure.Contacts)],
            Measure.CodeShare => [key.Of(Measure.ContactsWithCode), key.Of(Measure.Contacts)],
            _ => [key],
        };
}

/// <summary>One table: its measures, its dimensions, and the values along each with unknown last.</summary>
internal sealed record TableLayout(
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<Dimension> By,
    IReadOnlyList<Coordinate> Where,
    IReadOnlyList<IReadOnlyList<Coordinate>> Values
)
{
    public CellKey Key(Measure measure, params IEnumerable<Coordinate> at) => new(measure, Where.Concat(at));
}
