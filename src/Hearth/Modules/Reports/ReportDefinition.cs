namespace Hearth.Modules.Reports;

/// <summary>Where a rule comes from, and when somebody last looked. What nobody is sure of is shown as unsure.</summary>
public sealed record RuleSource(string Source, DateOnly CheckedOn, bool Sure = true, string? Note = null);

/// <summary>A report as data: what it counts, for whom, for which period, and what is too small to show.</summary>
public sealed record ReportDefinition
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required int Version { get; init; }
    public required string Recipient { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public DateOnly? EffectiveTo { get; init; }
    public required RuleSource Source { get; init; }
    public required PeriodKind Period { get; init; }
    public DueRule? Due { get; init; }
    public SmallCells SmallCells { get; init; } = SmallCells.Usual;
    public bool SharedWithFunders { get; init; }
    public AgeBands? Ages { get; init; }
    public required IReadOnlyList<ReportSection> Sections { get; init; }
    public IReadOnlyList<WorkedExample> Examples { get; init; } = [];

    /// <summary>Made by the organization on a page, not shipped.</summary>
    public bool IsOwn { get; init; }

    public bool IsInForce(ReportPeriod period) => EffectiveFrom <= period.To && !(EffectiveTo < period.From);
}

/// <summary>When a report is due: so many days after its period ends.</summary>
public sealed record DueRule(int DaysAfter, RuleSource? Source = null)
{
    public DateOnly On(ReportPeriod period) => period.To.AddDays(DaysAfter);
}

/// <summary>The smallest count above zero that may leave the organization, and who says so.</summary>
public sealed record SmallCells(int SmallestShown, RuleSource Source)
{
    public static SmallCells Usual { get; } =
        new(
            11,
            new RuleSource(
                "CMS cell size suppression policy, resdac.org, version of January 26, 2024; binds users of CMS data, taken here as the usual rule",
                new DateOnly(2026, 9, 15)
            )
        );
}

/// <summary>Ages in years, both ends included; an open end is null.</summary>
public sealed record AgeBand(string Label, int? From, int? To)
{
    public bool Holds(int age) => !(age < From) && !(age > To);
}

/// <summary>The bands one funder asks for.</summary>
public sealed record AgeBands(IReadOnlyList<AgeBand> Bands, RuleSource Source);

/// <summary>One condition on the contacts counted: the dimension holds one of these values.</summary>
public sealed record Condition(Dimension Dimension, IReadOnlyList<string> Values);

public abstract record ReportSection(string? Title);

/// <summary>A few numbers, each with what it is out of.</summary>
public sealed record FiguresSection(string? Title, string? Text, IReadOnlyList<ReportFigure> Figures)
    : ReportSection(Title);

public sealed record ReportFigure(Measure Measure, string? Label = null, IReadOnlyList<Condition>? Where = null);

/// <summary>Measures as columns by one dimension, or one measure by two.</summary>
public sealed record TableSection(
    string? Title,
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<Dimension> By,
    IReadOnlyList<Condition>? Where = null
) : ReportSection(Title);

/// <summary>One measure by one dimension as bars. Its title is a sentence; without one, the finding is told from the numbers.</summary>
public sealed record ChartSection(string? Title, Measure Measure, Dimension By) : ReportSection(Title);

public sealed record TextSection(string? Title, string Text) : ReportSection(Title);

/// <summary>What the recipient asks for and Hearth does not hold: named, never invented.</summary>
public sealed record NotHeldSection(string? Title, IReadOnlyList<NotHeld> Rows) : ReportSection(Title);

public sealed record NotHeld(string Label, string Why);
