using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hearth.Foundation;
using Hearth.Foundation.Forms;

namespace Hearth.Modules.Reports.Rules;

/// <summary>One table of the pack page: a measure by one dimension or two, as a table or as bars.</summary>
public sealed record PackTable(string? Title, string? Measure, string? By, string? And, bool AsBars)
{
    public static PackTable Empty { get; } = new(null, null, null, null, false);

    public bool IsEmpty => string.IsNullOrEmpty(Measure) && string.IsNullOrEmpty(By);
}

/// <summary>What the pack page holds: a funder's report made by choosing, as text just as it was sent.</summary>
public sealed partial record PackForm
{
    public const int MostTables = 6;
    public const int TitleLength = 120;

    public string? Title { get; init; }
    public string? Recipient { get; init; }
    public string? Period { get; init; }
    public string? DueDays { get; init; }
    public string? SmallestShown { get; init; }
    public string? SmallestSource { get; init; }
    public bool SharedWithFunders { get; init; }
    public IReadOnlyList<string> Figures { get; init; } = [];
    public IReadOnlyList<PackTable> Tables { get; init; } = [];
    public string? Text { get; init; }
    public string? NotHeld { get; init; }

    public static PackForm New { get; } =
        new()
        {
            Period = "month",
            SmallestShown = "11",
            Figures = ["visits", "people-with-code", "people-by-name"],
            Tables = [new(null, "visits", "program", null, false)],
        };

    /// <summary>The same with one more table to fill in.</summary>
    public PackForm WithAnotherTable() => this with { Tables = [.. Tables, PackTable.Empty] };

    public static PackForm Read(IFormCollection form) =>
        new()
        {
            Title = form["title"],
            Recipient = form["recipient"],
            Period = form["period"],
            DueDays = form["due"],
            SmallestShown = form["smallest"],
            SmallestSource = form["smallest-source"],
            SharedWithFunders = form["shared"] == "yes",
            Figures = [.. form["figures"].OfType<string>()],
            Tables =
            [
                .. Enumerable
                    .Range(1, MostTables)
                    .Where(i => form.ContainsKey($"measure-{i}") || form.ContainsKey($"by-{i}"))
                    .Select(i => new PackTable(
                        form[$"title-{i}"],
                        form[$"measure-{i}"],
                        form[$"by-{i}"],
                        form[$"and-{i}"],
                        form[$"bars-{i}"] == "yes"
                    )),
            ],
            Text = form["text"],
            NotHeld = form["not-held"],
        };

    public static PackForm Of(ReportDefinition definition) =>
        new()
        {
            Title = definition.Title,
            Recipient = definition.Recipient,
            Period = definition.Period.ToString().ToLowerInvariant(),
            DueDays = definition.Due?.DaysAfter.ToString(CultureInfo.InvariantCulture),
            SmallestShown = definition.SmallCells.SmallestShown.ToString(CultureInfo.InvariantCulture),
            SmallestSource = definition.SmallCells == SmallCells.Usual ? null : definition.SmallCells.Source.Source,
            SharedWithFunders = definition.SharedWithFunders,
            Figures =
            [
                .. definition
                    .Sections.OfType<FiguresSection>()
                    .SelectMany(s => s.Figures)
                    .Select(f => MeasureFacts.Of(f.Measure).Code),
            ],
            Tables = [.. definition.Sections.Select(TableOf).OfType<PackTable>()],
            Text = definition.Sections.OfType<TextSection>().FirstOrDefault()?.Text,
            NotHeld = string.Join(
                '\n',
                definition.Sections.OfType<NotHeldSection>().SelectMany(s => s.Rows).Select(r => $"{r.Label}: {r.Why}")
            ),
        };

    private static PackTable? TableOf(ReportSection section) =>
        section switch
        {
            TableSection table => new(
                table.Title,
                MeasureFacts.Of(table.Measures[0]).Code,
                DimensionFacts.Of(table.By[0]).Code,
                table.By.Count > 1 ? DimensionFacts.Of(table.By[1]).Code : null,
                false
            ),
            ChartSection chart => new(
                chart.Title,
                MeasureFacts.Of(chart.Measure).Code,
                DimensionFacts.Of(chart.By).Code,
                null,
                true
            ),
            _ => null,
        };

    /// <summary>The definition this makes, and what stands in its way.</summary>
    public Parsed<ReportDefinition> ToDefinition(string? slug, int version, DateOnly today)
    {
        var problems = new List<Problem>();
        var definition = new ReportDefinition
        {
            Id = slug ?? SlugOf(Title),
            Title = Words("title", Title, "Give the pack a title.", problems),
            Version = version,
            Recipient = Words("recipient", Recipient, "Say who gets it.", problems),
            EffectiveFrom = new DateOnly(today.Year, 1, 1).AddYears(-10),
            Source = new RuleSource("Made by the organization on a page", today),
            Period = Names.Find<PeriodKind>(Period ?? "") ?? PeriodKind.Any,
            Due = string.IsNullOrWhiteSpace(DueDays) ? null : new DueRule(Number("due", DueDays, 0, 366, problems)),
            SmallCells = Small(today, problems),
            SharedWithFunders = SharedWithFunders,
            Ages = Tables.Any(t => t.By == "age-band" || t.And == "age-band") ? UsualAges(today) : null,
            Sections = Sections(problems),
            IsOwn = true,
        };
        if (problems.Count == 0)
        {
            DefinitionCheck.Of(definition, (place, sentence) => problems.Add(AtTable(place, sentence)));
        }
        return new(problems.Count == 0 ? definition : null, problems);
    }

    /// <summary>What is wrong with a section of the definition, said of the table it was made from.</summary>
    private Problem AtTable(string place, string sentence)
    {
        var section = Section().Match(place) is { Success: true } found
            ? int.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture) - 1
            : -1;
        var tables = Tables.Index().Where(t => !t.Item.IsEmpty).Select(t => t.Index + 1);
        // The numbers at the top, where there are any, are a section ahead of the tables.
        var table = tables.ElementAtOrDefault(
            Figures.Any(f => MeasureFacts.Find(f) is not null) ? section - 1 : section
        );
        return table > 0
            ? new($"measure-{table}", $"Table {table}: {sentence}")
            : new("tables", $"Tables and numbers: {sentence}");
    }

    [GeneratedRegex(@"^sections\[(?<number>\d{1,4})\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Section();

    private List<ReportSection> Sections(List<Problem> problems)
    {
        var sections = new List<ReportSection>();
        var figures = Figures
            .Select(MeasureFacts.Find)
            .OfType<Measure>()
            .Distinct()
            .Select(m => new ReportFigure(m))
            .ToList();
        if (figures.Count > 0)
        {
            sections.Add(new FiguresSection("In all", null, figures));
        }
        foreach (var (i, table) in Tables.Index().Where(t => !t.Item.IsEmpty))
        {
            if (MeasureFacts.Find(table.Measure ?? "") is { } measure && DimensionFacts.Find(table.By ?? "") is { } by)
            {
                sections.Add(SectionOf(table, measure, by));
            }
            else
            {
                problems.Add(new($"measure-{i + 1}", $"Table {i + 1} needs both a number and what it is told by."));
            }
        }
        if (!string.IsNullOrWhiteSpace(Text))
        {
            sections.Add(new TextSection("In our words", Text.Trim()));
        }
        if (Lines(NotHeld).ToList() is { Count: > 0 } held)
        {
            sections.Add(new NotHeldSection("Asked for, and not held here", held));
        }
        if (sections.Count == 0)
        {
            problems.Add(new("figures", "Choose at least one number or one table."));
        }
        return sections;
    }

    private static ReportSection SectionOf(PackTable table, Measure measure, Dimension by)
    {
        var title = string.IsNullOrWhiteSpace(table.Title) ? null : table.Title.Trim();
        return table.AsBars
            ? new ChartSection(title, measure, by)
            : new TableSection(title, [measure], DimensionFacts.Find(table.And ?? "") is { } and ? [by, and] : [by]);
    }

    private static IEnumerable<NotHeld> Lines(string? text) =>
        (text ?? "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries))
            .Select(parts => new NotHeld(parts[0], parts is [_, { Length: > 0 } why] ? why : "Not kept here."));

    private SmallCells Small(DateOnly today, List<Problem> problems)
    {
        var smallest = Number("smallest", SmallestShown, 3, 1000, problems);
        if (smallest == SmallCells.Usual.SmallestShown && string.IsNullOrWhiteSpace(SmallestSource))
        {
            return SmallCells.Usual;
        }
        var source = Words(
            "smallest-source",
            SmallestSource,
            "Say where this limit comes from: the contract, its section, or the funder's letter.",
            problems
        );
        return new SmallCells(smallest, new RuleSource(source, today));
    }

    /// <summary>Bands many funders ask for; no one form's, so marked unsure.</summary>
    private static AgeBands UsualAges(DateOnly today) =>
        new(
            [
                new("17 and under", null, 17),
                new("18 to 24", 18, 24),
                new("25 to 44", 25, 44),
                new("45 to 64", 45, 64),
                new("65 and over", 65, null),
            ],
            new RuleSource(
                "Bands as funders commonly ask for them",
                today,
                Sure: false,
                "Compare with the funder's form."
            )
        );

    private static string Words(string field, string? text, string missing, List<Problem> problems)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Trim().Length > TitleLength)
        {
            problems.Add(
                new(field, string.IsNullOrWhiteSpace(text) ? missing : $"Use at most {TitleLength} characters.")
            );
        }
        return text?.Trim() ?? "";
    }

    private static int Number(string field, string? text, int least, int most, List<Problem> problems)
    {
        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }
        problems.Add(new(field, $"Write a whole number from {least} to {most}."));
        return least;
    }

    private static string SlugOf(string? title)
    {
        var slug = new StringBuilder();
        foreach (var letter in TypedText.Whole(title).Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            {
                slug.Append(letter);
            }
            else if (char.IsWhiteSpace(letter) || char.IsPunctuation(letter))
            {
                slug.Append(slug.Length > 0 && slug[^1] != '-' ? "-" : "");
            }
        }
        return slug.ToString().Trim('-') is { Length: > 0 } found
            ? found[..Math.Min(found.Length, 60)].Trim('-')
            : "pack";
    }
}
