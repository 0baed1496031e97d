namespace Hearth.Modules.Reports;

/// <summary>What a table or chart is broken down by. Each has a row for what nobody knows or asked.</summary>
public enum Dimension
{
    Program,
    Model,
    Month,
    Quarter,
    Day,
    HourOfWeek,
    How,
    Kind,
    Place,
    Level,
    AgeBand,
    Gender,
    RaceEthnicity,
    Language,
    County,
}

/// <summary>How a dimension is written in definitions and shown in reports.</summary>
public sealed record DimensionFacts(Dimension Dimension, string Code, string Title, string Unknown)
{
    public static IReadOnlyList<DimensionFacts> All { get; } =
    [
        new(Dimension.Program, "program", "Program", "No program recorded"),
        new(Dimension.Model, "model", "Kind of program", "No program recorded"),
        new(Dimension.Month, "month", "Month", "No month recorded"),
        new(Dimension.Quarter, "quarter", "Quarter", "No quarter recorded"),
        new(Dimension.Day, "day", "Day", "No day recorded"),
        new(Dimension.HourOfWeek, "hour-of-week", "Hour of the week", "Time not recorded"),
        new(Dimension.How, "how", "How", "Not recorded"),
        new(Dimension.Kind, "kind", "Kind of support", "Not recorded"),
        new(Dimension.Place, "place", "Where", "Not recorded"),
        new(Dimension.Level, "level", "Record level", "Not recorded"),
        new(Dimension.AgeBand, "age-band", "Age", "Not known or not asked"),
        new(Dimension.Gender, "gender", "Gender", "Not known or not asked"),
        new(Dimension.RaceEthnicity, "race-ethnicity", "Race and ethnicity", "Not known or not asked"),
        new(Dimension.Language, "language", "Language", "Not known or not asked"),
        new(Dimension.County, "county", "County", "Not known or not asked"),
    ];

    public static DimensionFacts Of(Dimension dimension) => All[(int)dimension];

    public static Dimension? Find(string code) => All.FirstOrDefault(d => d.Code == code)?.Dimension;

    /// <summary>Said by or about a person, not about the moment of support.</summary>
    public bool IsOfPerson => Dimension >= Dimension.AgeBand;

    /// <summary>Whether the rows of a measure by this dimension are parts of its total, each counted once.</summary>
    public bool Partitions(Measure measure) =>
        Dimension != Dimension.Kind && (IsOfPerson || !MeasureFacts.Of(measure).IsDistinctPeople);

    /// <summary>
    /// Whether the measure can be told by this dimension. Several people may share one contact, so that only what counts
    /// people can be told by what is said about people.
    /// </summary>
    public bool CanTell(Measure measure) =>
        !IsOfPerson || measure == Measure.Visits || MeasureFacts.Of(measure).IsDistinctPeople;
}
