using System.Text.RegularExpressions;

namespace Hearth.Modules.Reports.Rules;

/// <summary>Whether a definition means something. The same for files, the page and the importer of packs.</summary>
internal static partial class DefinitionCheck
{
    public const int MostSections = 30;

    public static void Of(ReportDefinition definition, Action<string, string> complain)
    {
        if (!Slug().IsMatch(definition.Id) || definition.Id.Length > 80)
        {
            complain("id", "write it in small letters and digits joined by dashes, such as board-one-pager.");
        }
        if (definition.Version < 1)
        {
            complain("version", "count versions from 1.");
        }
        if (definition.EffectiveTo < definition.EffectiveFrom)
        {
            complain("effective.to", "it ends before it begins.");
        }
        if (definition.SmallCells.SmallestShown is < 3 or > 1000)
        {
            complain(
                "small_cells.smallest_shown",
                "choose a number from 3 to 1000. Below 3, \"under 2\" would say that the count is 1."
            );
        }
        if (definition.Due is { DaysAfter: > 366 })
        {
            complain("due.days_after", "a report is due at most 366 days after its period.");
        }
        Ages(definition, complain);
        if (definition.Sections.Count is 0 or > MostSections)
        {
            complain("sections", $"a report has from 1 to {MostSections} sections.");
        }
        foreach (var (i, section) in definition.Sections.Index())
        {
            Section(definition, section, $"sections[{i + 1}]", complain);
        }
    }

    private static void Ages(ReportDefinition definition, Action<string, string> complain)
    {
        var bands = definition.Ages?.Bands ?? [];
        for (var i = 1; i < bands.Count; i++)
        {
            if (bands[i].From is null || bands[i].From <= (bands[i - 1].To ?? int.MaxValue))
            {
                complain(
                    $"ages.bands[{i + 1}]",
                    "it begins before the band above it ends. Put the bands in order, without overlap."
                );
            }
        }
        if (bands.Any(b => b.Label.Contains('|') || b.To < b.From))
        {
            complain("ages.bands", "a band ends before it begins, or its label holds a \"|\".");
        }
    }

    private static void Section(
        ReportDefinition definition,
        ReportSection section,
        string place,
        Action<string, string> complain
    )
    {
        switch (section)
        {
            case FiguresSection figures:
                if (figures.Figures.Count is 0 or > 12)
                {
                    complain(place + ".figures", "from 1 to 12 numbers stand in one section.");
                }
                foreach (var (i, figure) in figures.Figures.Index())
                {
                    Where(figure.Where, [figure.Measure], $"{place}.figures[{i + 1}].where", complain);
                }
                break;
            case TableSection table:
                Table(definition, table, place, complain);
                break;
            case ChartSection chart:
                CanTell(definition, chart.Measure, chart.By, place + ".chart", complain);
                if (chart.Measure == Measure.CodeShare)
                {
                    complain(
                        place + ".chart.measure",
                        "a share has two counts and no bar. Draw contacts-with-code instead."
                    );
                }
                break;
            default:
                break;
        }
    }

    private static void Table(
        ReportDefinition definition,
        TableSection table,
        string place,
        Action<string, string> complain
    )
    {
        if (table.Measures.Count is 0 or > 6 || table.Measures.Distinct().Count() < table.Measures.Count)
        {
            complain(place + ".table.measures", "from 1 to 6 different measures stand in one table.");
        }
        if (table.By.Count is 0 or > 2 || table.By.Distinct().Count() < table.By.Count)
        {
            complain(place + ".table.by", "a table goes by one dimension or by two different ones.");
        }
        if (table.By.Count == 2 && table.Measures.Count > 1)
        {
            complain(place + ".table", "a table by two dimensions shows one measure. Make one table for each.");
        }
        if (table.By.Count == 2 && table.By.All(d => d is Dimension.Day or Dimension.HourOfWeek))
        {
            complain(
                place + ".table.by",
                "days by hours of the week would be a table of many thousand cells. Choose one of them."
            );
        }
        if (table.By is [var one, var other] && (ReportSpace.LiesIn(one, other) || ReportSpace.LiesIn(other, one)))
        {
            complain(
                place + ".table.by",
                "each value of one lies in just one value of the other, so that most cells could never hold anything. Choose one of them."
            );
        }
        foreach (var (measure, dimension) in table.Measures.SelectMany(m => table.By.Select(d => (m, d))))
        {
            CanTell(definition, measure, dimension, place + ".table", complain);
        }
        if ((table.Where ?? []).Any(c => table.By.Contains(c.Dimension)))
        {
            complain(place + ".where", "a table cannot be narrowed by a dimension it is broken down by.");
        }
        Where(table.Where, table.Measures, place + ".where", complain);
    }

    private static void CanTell(
        ReportDefinition definition,
        Measure measure,
        Dimension dimension,
        string place,
        Action<string, string> complain
    )
    {
        var (what, by) = (MeasureFacts.Of(measure), DimensionFacts.Of(dimension));
        if (!by.CanTell(measure))
        {
            complain(
                place,
                $"{what.Code} cannot be told by {by.Code}, because several people may share one contact. Use visits or a count of people."
            );
        }
        if (dimension == Dimension.AgeBand && definition.Ages is null)
        {
            complain(
                place,
                "it goes by age-band, and the definition has no ages. Add ages with bands and their source."
            );
        }
    }

    private static void Where(
        IReadOnlyList<Condition>? where,
        IEnumerable<Measure> measures,
        string place,
        Action<string, string> complain
    )
    {
        foreach (var condition in where ?? [])
        {
            var code = DimensionFacts.Of(condition.Dimension).Code;
            var known = ContactWords.Fixed(condition.Dimension);
            if (known is null && condition.Dimension != Dimension.Program)
            {
                complain(
                    place,
                    $"numbers cannot be narrowed by {code}. Use program, model, how, place, kind or level."
                );
            }
            else if (condition.Values.Count == 0)
            {
                complain($"{place}.{code}", "a value is missing.");
            }
            else if (
                condition.Values.FirstOrDefault(v => known?.Contains(v) == false && v != ContactWords.Unknown) is
                { } stranger
            )
            {
                complain(
                    $"{place}.{code}",
                    $"\"{stranger}\" is not known. Known: {string.Join(", ", known!)}, unknown."
                );
            }
        }
        if ((where ?? []).GroupBy(c => c.Dimension).Any(g => g.Count() > 1))
        {
            complain(place, "each dimension narrows once; give it a list of values.");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(?:-[a-z0-9]+)*$", RegexOptions.NonBacktracking)]
    private static partial Regex Slug();
}
