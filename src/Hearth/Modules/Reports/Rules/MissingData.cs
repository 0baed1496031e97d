namespace Hearth.Modules.Reports.Rules;

/// <summary>What a number does not cover, said beside it. Counts in these sentences are hidden like all others.</summary>
internal static class MissingData
{
    public static string OutOf(CellKey key, Func<CellKey, string> words) =>
        key.Measure switch
        {
            Measure.PeopleWithCode when key.Coordinates.Count == 0 =>
                $"{words(key.Of(Measure.ContactsWithCode))} of {words(key.Of(Measure.Contacts))} contacts carried one",
            Measure.Hours when key.Coordinates.Count == 0 => $"from {words(key.Of(Measure.Contacts))} contacts",
            _ => MeasureFacts.Of(key.Measure).OutOf,
        };

    public static string? OfFigure(CellKey key, Func<CellKey, string> words, Func<CellKey, ReportCell> cell) =>
        key.Measure == Measure.Hours
        && key.Coordinates.Count == 0
        && cell(key.Of(Measure.ContactsWithoutMinutes)) is not { Number: 0 }
            ? $"{words(key.Of(Measure.ContactsWithoutMinutes))} contacts have no minutes"
            : null;

    public static IReadOnlyList<string> Sentences(
        ReportDefinition definition,
        Func<CellKey, string> words,
        Func<CellKey, ReportCell> cell
    )
    {
        var measures = Measures(definition).ToHashSet();
        var dimensions = Dimensions(definition).ToHashSet();
        var contacts = new CellKey(Measure.Contacts, []);
        var sentences = new List<string>();
        if (cell(contacts) is { Shows: CellShows.Value, Number: 0 })
        {
            sentences.Add("No contact is recorded for this period.");
        }
        if (measures.Contains(Measure.Hours) && cell(contacts.Of(Measure.ContactsWithoutMinutes)) is not { Number: 0 })
        {
            sentences.Add(
                $"{words(contacts.Of(Measure.ContactsWithoutMinutes))} of {words(contacts)} contacts have no minutes written down. Their time is in no number of hours here."
            );
        }
        if (measures.Any(m => MeasureFacts.Of(m).IsDistinctPeople))
        {
            sentences.Add(
                $"{words(contacts.Of(Measure.ContactsWithCode))} of {words(contacts)} contacts carried a code. People who came without a code or a name cannot be told apart, so they are in no count of people here."
            );
        }
        if (measures.Any(m => m is Measure.FirstTime or Measure.NotFirstTime or Measure.FirstTimeNotAsked))
        {
            sentences.Add("First time is what people said when somebody asked; the others are counted as not asked.");
        }
        if (dimensions.Contains(Dimension.AgeBand))
        {
            sentences.Add(
                "Ages are counted from the year of birth alone, at the end of the period: some are a year too high."
            );
        }
        return sentences;
    }

    public static IEnumerable<string> Notes(TableLayout table)
    {
        if (table.By.Contains(Dimension.Kind))
        {
            yield return "A contact may hold several kinds of support, so the rows do not add up to the total.";
        }
        if (table.By.Any(d => d != Dimension.Kind && !table.Measures.All(DimensionFacts.Of(d).Partitions)))
        {
            yield return "One person may stand in several rows, so counts of people do not add up to the total.";
        }
    }

    private static IEnumerable<Measure> Measures(ReportDefinition definition) =>
        definition.Sections.SelectMany(s =>
            s switch
            {
                FiguresSection figures => figures.Figures.Select(f => f.Measure),
                TableSection table => table.Measures,
                ChartSection chart => [chart.Measure],
                _ => [],
            }
        );

    private static IEnumerable<Dimension> Dimensions(ReportDefinition definition) =>
        definition.Sections.SelectMany(s =>
            s switch
            {
                TableSection table => table.By,
                ChartSection chart => [chart.By],
                _ => (IEnumerable<Dimension>)[],
            }
        );
}
