using System.Globalization;

namespace Hearth.Modules.Reports.Rules;

/// <summary>The query under which the list of contacts shows what is behind a number.</summary>
internal static class ContactLinks
{
    /// <summary>Null where the list cannot be narrowed to just these contacts.</summary>
    public static string? Query(CellKey key, ReportPeriod period)
    {
        var days = period;
        var filters = new List<(string Name, string Value)>();
        foreach (var (dimension, value) in key.Coordinates)
        {
            if (Days(dimension, value) is { } narrowed)
            {
                days = new ReportPeriod(Later(days.From, narrowed.From), Earlier(days.To, narrowed.To));
            }
            else if (Name(dimension) is { } name && !value.Contains('|', StringComparison.Ordinal))
            {
                filters.Add((name, ContactWords.ListName(dimension, value)));
            }
            else
            {
                return null;
            }
        }
        if (Only(key.Measure) is { } only)
        {
            filters.Add(only);
        }
        return string.Create(CultureInfo.InvariantCulture, $"from={days.From:yyyy-MM-dd}&to={days.To:yyyy-MM-dd}")
            + string.Concat(filters.Select(f => $"&{f.Name}={Uri.EscapeDataString(f.Value)}"));
    }

    private static (string, string)? Only(Measure measure) =>
        measure switch
        {
            Measure.ContactsWithCode or Measure.PeopleWithCode => ("person", "coded"),
            Measure.PeopleByName => ("person", "named"),
            Measure.FirstTime => ("first", "yes"),
            Measure.NotFirstTime => ("first", "no"),
            Measure.FirstTimeNotAsked => ("first", "unknown"),
            _ => null,
        };

    private static string? Name(Dimension dimension) =>
        dimension switch
        {
            Dimension.Program => "program",
            Dimension.How => "how",
            Dimension.Kind => "kind",
            Dimension.Level => "level",
            _ => null,
        };

    private static ReportPeriod? Days(Dimension dimension, string value) =>
        value == ContactWords.Unknown
            ? null
            : dimension switch
            {
                Dimension.Day
                    when DateOnly.TryParseExact(
                        value,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var day
                    ) => new ReportPeriod(day, day),
                Dimension.Month => ReportPeriod.Holding(ReportSpace.FirstOfMonth(value), PeriodKind.Month),
                Dimension.Quarter => ReportPeriod.Holding(
                    new DateOnly(int.Parse(value[..4], CultureInfo.InvariantCulture), ((value[6] - '0') * 3) - 2, 1),
                    PeriodKind.Quarter
                ),
                _ => null,
            };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
