using Hearth.Foundation;
using Hearth.Modules.Reports.Rules;

namespace Hearth.Modules.Reports.Files;

/// <summary>Reads a report definition from YAML. Every complaint names the file and the place in it.</summary>
internal static class DefinitionReader
{
    public static Parsed<ReportDefinition> Read(string text, string file, bool isOwn = false)
    {
        var problems = new List<Problem>();
        var root = YamlPart.Of(text, file, problems);
        if (problems.Count > 0)
        {
            return new(null, problems);
        }
        if (!root.Exists)
        {
            root.Complain("the file is empty. A report needs an id, a title and sections.");
            return new(null, problems);
        }
        var definition = Definition(root, isOwn);
        if (problems.Count == 0)
        {
            DefinitionCheck.Of(
                definition,
                (place, sentence) => problems.Add(new(place, $"{file}, {place}: {sentence}"))
            );
        }
        return new(problems.Count == 0 ? definition : null, problems);
    }

    private static ReportDefinition Definition(YamlPart root, bool isOwn)
    {
        root.Only(
            "id",
            "title",
            "version",
            "recipient",
            "effective",
            "source",
            "period",
            "due",
            "small_cells",
            "shared_with_funders",
            "ages",
            "sections",
            "examples"
        );
        var effective = root["effective"].Only("from", "to");
        return new ReportDefinition
        {
            Id = root["id"].Text(),
            Title = root["title"].Text(),
            Version = root["version"].Number(),
            Recipient = root["recipient"].Text(),
            EffectiveFrom = effective["from"].Day(),
            EffectiveTo = effective["to"].DayOrNone(),
            Source = Source(root["source"]),
            Period = root["period"].Word(w => Names.Find<PeriodKind>(w), Names.All<PeriodKind>(), PeriodKind.Any),
            Due = root["due"].Exists ? Due(root["due"]) : null,
            SmallCells = root["small_cells"].Exists ? Small(root["small_cells"]) : SmallCells.Usual,
            SharedWithFunders = root["shared_with_funders"].Flag(false),
            Ages = root["ages"].Exists ? Ages(root["ages"]) : null,
            Sections = [.. root["sections"].Items.Select(Section).OfType<ReportSection>()],
            Examples = [.. root["examples"].Items.Select(ExampleReader.Read)],
            IsOwn = isOwn,
        };
    }

    private static RuleSource Source(YamlPart part)
    {
        part.Only("text", "checked_on", "sure", "note");
        return new RuleSource(
            part["text"].Text(),
            part["checked_on"].Day(),
            part["sure"].Flag(true),
            part["note"].TextOrNone
        );
    }

    private static DueRule Due(YamlPart part)
    {
        part.Only("days_after", "source");
        return new DueRule(part["days_after"].Number(), part["source"].Exists ? Source(part["source"]) : null);
    }

    private static SmallCells Small(YamlPart part)
    {
        part.Only("smallest_shown", "source");
        return new SmallCells(part["smallest_shown"].Number(), Source(part["source"]));
    }

    private static AgeBands Ages(YamlPart part)
    {
        part.Only("bands", "source");
        var bands = part["bands"]
            .Items.Select(b =>
            {
                b.Only("label", "from", "to");
                return new AgeBand(b["label"].Text(), b["from"].NumberOrNone(), b["to"].NumberOrNone());
            });
        return new AgeBands([.. bands], Source(part["source"]));
    }

    private static ReportSection? Section(YamlPart part)
    {
        var kinds = new[] { "figures", "table", "chart", "text", "not_held" };
        part.Only([.. kinds, "title", "note", "where"]);
        var title = part["title"].TextOrNone;
        switch (Array.FindAll(kinds, k => part[k].Exists))
        {
            case ["figures"]:
                return new FiguresSection(title, part["note"].TextOrNone, [.. part["figures"].Items.Select(Figure)]);
            case ["table"]:
                var table = part["table"].Only("measures", "by");
                return new TableSection(
                    title,
                    [.. table["measures"].OneOrMore().Select(MeasureOf)],
                    [.. table["by"].OneOrMore().Select(DimensionOf)],
                    Where(part["where"])
                );
            case ["chart"]:
                var chart = part["chart"].Only("measure", "by");
                return new ChartSection(title, MeasureOf(chart["measure"]), DimensionOf(chart["by"]));
            case ["text"]:
                return new TextSection(title, part["text"].Text());
            case ["not_held"]:
                return new NotHeldSection(title, [.. part["not_held"].Items.Select(NotHeldOf)]);
            default:
                part.Complain($"a section holds exactly one of {string.Join(", ", kinds)}.");
                return null;
        }
    }

    private static NotHeld NotHeldOf(YamlPart part)
    {
        part.Only("label", "why");
        return new NotHeld(part["label"].Text(), part["why"].Text());
    }

    private static ReportFigure Figure(YamlPart part)
    {
        if (part.IsText)
        {
            return new ReportFigure(MeasureOf(part));
        }
        part.Only("measure", "label", "where");
        return new ReportFigure(MeasureOf(part["measure"]), part["label"].TextOrNone, Where(part["where"]));
    }

    private static List<Condition>? Where(YamlPart part) =>
        part.Exists
            ?
            [
                .. part.Entries.Select(e => new Condition(
                    DimensionFacts.Find(e.Name) ?? Unknown(e.Part, e.Name),
                    [.. e.Part.OneOrMore().Select(v => v.Text())]
                )),
            ]
            : null;

    private static Dimension Unknown(YamlPart part, string name)
    {
        part.Complain($"\"{name}\" is not known. Known: {string.Join(", ", DimensionFacts.All.Select(d => d.Code))}.");
        return Dimension.Program;
    }

    private static Measure MeasureOf(YamlPart part) =>
        part.Word(MeasureFacts.Find, MeasureFacts.All.Select(m => m.Code), Measure.Contacts);

    private static Dimension DimensionOf(YamlPart part) =>
        part.Word(DimensionFacts.Find, DimensionFacts.All.Select(d => d.Code), Dimension.Program);
}
