using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.EventEmitters;

namespace Hearth.Modules.Reports.Files;

/// <summary>A definition as YAML in the format of the shipped files, so that a pack made on a page can be shared and read.</summary>
internal static class DefinitionWriter
{
    private static readonly ISerializer Yaml = new SerializerBuilder()
        .WithEventEmitter(next => new QuotedTexts(next))
        .ConfigureDefaultValuesHandling(DefaultValuesHandling.OmitNull)
        .DisableAliases()
        .Build();

    public static string Write(ReportDefinition definition) =>
        Yaml.Serialize(
            Map(
                ("id", definition.Id),
                ("title", definition.Title),
                ("version", definition.Version),
                ("recipient", definition.Recipient),
                ("effective", Map(("from", Day(definition.EffectiveFrom)), ("to", Day(definition.EffectiveTo)))),
                ("source", Source(definition.Source)),
                ("period", definition.Period.ToString().ToLowerInvariant()),
                (
                    "due",
                    definition.Due is { } due
                        ? Map(("days_after", due.DaysAfter), ("source", Source(due.Source)))
                        : null
                ),
                (
                    "small_cells",
                    Map(
                        ("smallest_shown", definition.SmallCells.SmallestShown),
                        ("source", Source(definition.SmallCells.Source))
                    )
                ),
                ("shared_with_funders", definition.SharedWithFunders),
                ("ages", definition.Ages is { } ages ? Ages(ages) : null),
                ("sections", definition.Sections.Select(Section).ToList())
            )
        );

    private static Dictionary<string, object> Map(params (string Name, object? Value)[] entries) =>
        entries.Where(e => e.Value is not null).ToDictionary(e => e.Name, e => e.Value!, StringComparer.Ordinal);

    private static string? Day(DateOnly? day) => day is { } known ? Rules.ReportSpace.DayOf(known) : null;

    private static object? Source(RuleSource? source) =>
        source is null
            ? null
            : Map(
                ("text", source.Source),
                ("checked_on", Day(source.CheckedOn)),
                ("sure", source.Sure),
                ("note", source.Note)
            );

    private static object Ages(AgeBands ages) =>
        Map(
            ("source", Source(ages.Source)),
            ("bands", ages.Bands.Select(b => Map(("label", b.Label), ("from", b.From), ("to", b.To))).ToList())
        );

    private static object Section(ReportSection section) =>
        section switch
        {
            FiguresSection figures => Map(
                ("title", figures.Title),
                ("note", figures.Text),
                ("figures", figures.Figures.Select(Figure).ToList())
            ),
            TableSection table => Map(
                ("title", table.Title),
                ("where", Where(table.Where)),
                (
                    "table",
                    Map(("measures", table.Measures.Select(Code).ToList()), ("by", table.By.Select(Code).ToList()))
                )
            ),
            ChartSection chart => Map(
                ("title", chart.Title),
                ("chart", Map(("measure", Code(chart.Measure)), ("by", Code(chart.By))))
            ),
            TextSection text => Map(("title", text.Title), ("text", text.Text)),
            NotHeldSection held => Map(
                ("title", held.Title),
                ("not_held", held.Rows.Select(r => Map(("label", r.Label), ("why", r.Why))).ToList())
            ),
            _ => throw new InvalidOperationException($"A definition cannot hold a {section.GetType().Name}."),
        };

    private static object Figure(ReportFigure figure) =>
        Map(("measure", Code(figure.Measure)), ("label", figure.Label), ("where", Where(figure.Where)));

    private static object? Where(IReadOnlyList<Condition>? where) =>
        where is null
            ? null
            : Map([.. where.Select(c => (DimensionFacts.Of(c.Dimension).Code, (object?)c.Values.ToList()))]);

    private static string Code(Measure measure) => MeasureFacts.Of(measure).Code;

    private static string Code(Dimension dimension) => DimensionFacts.Of(dimension).Code;

    /// <summary>Words from people are quoted, so that no colon, dash or "yes" of theirs is read as YAML.</summary>
    private sealed class QuotedTexts(IEventEmitter next) : ChainedEventEmitter(next)
    {
        public override void Emit(ScalarEventInfo eventInfo, IEmitter emitter)
        {
            if (
                eventInfo.Source.Value is string text
                && text.AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-_")
            )
            {
                eventInfo.Style = ScalarStyle.DoubleQuoted;
            }
            base.Emit(eventInfo, emitter);
        }
    }
}
