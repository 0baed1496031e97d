using Hearth.Statistics.Suppression;

namespace Hearth.Modules.Reports.Rules;

/// <summary>From true numbers to what is printed: every number passes here, and only here.</summary>
internal sealed class Drawing
{
    private readonly ReportSpace space;
    private readonly Tally tally;
    private readonly ProtectedCells cells;
    private readonly ReportPlan layout;
    private readonly ReportDefinition definition;

    public Drawing(ReportDefinition definition, ReportSpace space, Tally tally)
    {
        (this.definition, this.space, this.tally) = (definition, space, tally);
        layout = ReportPlan.Of(definition, space, tally);
        cells = ReportProtection.Of(layout, space, tally, definition.SmallCells);
    }

    public int LeastWithheld => cells.LeastWithheld;

    public IReadOnlyList<DrawnSection> Sections => [.. definition.Sections.Select((s, i) => Draw(s, layout.Tables[i]))];

    public IReadOnlyList<string> Missing => MissingData.Sentences(definition, key => Words(key), key => Cell(key));

    public ReportCell Cell(CellKey key)
    {
        if (
            key.Coordinates.Any(c => c.Value == ContactWords.Unknown && !ReportSpace.CanBeUnknown(c.Dimension))
            && tally[Counted(key)] == 0
        )
        {
            return new ReportCell(CellShows.NotUsed);
        }
        var contacts = ContactLinks.Query(key, space.Period);
        return key.Measure switch
        {
            Measure.Hours => Hours(key, contacts),
            Measure.CodeShare => Share(key, contacts),
            _ => Count(key, contacts),
        };
    }

    private static CellKey Counted(CellKey key) =>
        key.Measure is Measure.Hours or Measure.CodeShare ? key.Of(Measure.Contacts) : key;

    private string Words(CellKey key) => Cell(key).Words(key.Measure, definition.SmallCells.SmallestShown);

    private ReportCell Count(CellKey key, string? contacts)
    {
        var shows = Shows(State(key));
        return new ReportCell(shows, shows == CellShows.Value ? tally[key] : null, Contacts: contacts);
    }

    /// <summary>Hours follow the contacts they come from: where those are hidden, so are these.</summary>
    private ReportCell Hours(CellKey key, string? contacts)
    {
        var behind = key.Of(Measure.Contacts);
        if (State(behind) != CellState.Shown)
        {
            return new ReportCell(CellShows.Withheld, Contacts: contacts);
        }
        if (tally[behind] > 0 && tally[key.Of(Measure.ContactsWithoutMinutes)] == tally[behind])
        {
            return new ReportCell(CellShows.NotKnown, Contacts: contacts);
        }
        return new ReportCell(
            CellShows.Value,
            Math.Round(tally[key] / 60m, 1, MidpointRounding.AwayFromZero),
            Contacts: contacts
        );
    }

    private ReportCell Share(CellKey key, string? contacts)
    {
        var (part, whole) = (key.Of(Measure.ContactsWithCode), key.Of(Measure.Contacts));
        if (State(part) != CellState.Shown || State(whole) != CellState.Shown)
        {
            return new ReportCell(CellShows.Withheld, Contacts: contacts);
        }
        return tally[whole] == 0
            ? new ReportCell(CellShows.NotKnown)
            : new ReportCell(
                CellShows.Value,
                Math.Round(
                    100m * tally[part] / tally[whole],
                    tally[whole] < 1000 ? 0 : 1,
                    MidpointRounding.AwayFromZero
                ),
                (tally[part], tally[whole]),
                contacts
            );
    }

    /// <summary>
    /// Where each contact was one person, contacts and visits are one number, and who knows that (calls) would read the
    /// hidden one from the other: both are hidden. Hiding more than the rule asks for never gives anything away.
    /// </summary>
    private CellState State(CellKey key)
    {
        var own = cells[new CellId(key.Name)];
        var twin =
            key.Measure == Measure.Contacts ? key.Of(Measure.Visits)
            : key.Measure == Measure.Visits ? key.Of(Measure.Contacts)
            : null;
        return
            own == CellState.Shown
            && twin is not null
            && tally[key] == tally[twin]
            && tally[key] > 0
            && layout.Printed.Contains(twin)
            && cells[new CellId(twin.Name)] != CellState.Shown
            ? CellState.Withheld
            : own;
    }

    private static CellShows Shows(CellState state) =>
        state switch
        {
            CellState.Shown => CellShows.Value,
            CellState.Small => CellShows.Under,
            CellState.Withheld => CellShows.Withheld,
        };

    private DrawnSection Draw(ReportSection section, TableLayout? table) =>
        section switch
        {
            FiguresSection figures => new DrawnFigures(figures.Title, figures.Text, [.. figures.Figures.Select(Draw)]),
            TableSection => Draw(section.Title, table!),
            ChartSection chart => Draw(chart, table!),
            TextSection text => new DrawnText(text.Title, text.Text),
            NotHeldSection held => new DrawnNotHeld(held.Title, held.Rows),
            _ => throw new InvalidOperationException($"A report cannot hold a {section.GetType().Name}."),
        };

    private DrawnFigure Draw(ReportFigure figure)
    {
        var key = ReportPlan.KeyOf(figure);
        var facts = MeasureFacts.Of(figure.Measure);
        var label = figure.Label ?? string.Join(", ", key.Coordinates.Select(space.Words).Prepend(facts.Title));
        return new DrawnFigure(
            key.Name,
            label,
            figure.Measure,
            Cell(key),
            figure.Measure == Measure.CodeShare && Cell(key).Part is { } share
                ? string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{share.Part:N0} of {share.Whole:N0} contacts carried one"
                )
                : MissingData.OutOf(key, Words),
            MissingData.OfFigure(key, Words, Cell)
        );
    }

    private DrawnChart Draw(ChartSection chart, TableLayout layoutOfTable)
    {
        var table = Draw(chart.Title, layoutOfTable);
        var sentence = chart.Title ?? ChartSentence.Of(table, chart.Measure, chart.By);
        return new DrawnChart(
            sentence,
            table.RowTitle,
            table.By,
            table.Within,
            table.Columns,
            table.Rows,
            table.Total,
            table.Notes
        );
    }

    private DrawnTable Draw(string? title, TableLayout table)
    {
        var columns = Columns(table);
        var rows = table
            .Values[0]
            .Select(value => new DrawnRow(
                space.Words(value),
                value.Value,
                Row(table, [value]),
                value.Value == ContactWords.Unknown
            ));
        var total = new DrawnRow(
            table.By.Any(d => !Partitions(table, d)) ? "All, each once" : "All",
            "all",
            Row(table, [])
        );
        return new DrawnTable(
            title
                ?? $"{string.Join(", ", table.Measures.Select(m => MeasureFacts.Of(m).Title))} by {string.Join(" and ", table.By.Select(d => DimensionFacts.Of(d).Title.ToLowerInvariant()))}",
            DimensionFacts.Of(table.By[0]).Title,
            table.By,
            [.. table.Where.Select(c => c.ToString())],
            columns,
            [.. rows],
            total,
            [.. MissingData.Notes(table)]
        );
    }

    private IReadOnlyList<DrawnColumn> Columns(TableLayout table) =>
        table.By.Count == 1
            ? [.. table.Measures.Select(m => new DrawnColumn(MeasureFacts.Of(m).Title, MeasureFacts.Of(m).Code, m))]
            :
            [
                .. table.Values[1].Select(v => new DrawnColumn(space.Words(v), v.Value, table.Measures[0])),
                new DrawnColumn(Partitions(table, table.By[1]) ? "All" : "All, each once", "all", table.Measures[0]),
            ];

    private IReadOnlyList<ReportCell> Row(TableLayout table, IEnumerable<Coordinate> at) =>
        table.By.Count == 1
            ? [.. table.Measures.Select(m => Cell(table.Key(m, at)))]
            :
            [
                .. table.Values[1].Select(v => Cell(table.Key(table.Measures[0], at.Append(v)))),
                Cell(table.Key(table.Measures[0], at)),
            ];

    private static bool Partitions(TableLayout table, Dimension dimension) =>
        table.Measures.All(DimensionFacts.Of(dimension).Partitions);
}
