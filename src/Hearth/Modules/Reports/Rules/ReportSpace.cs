using System.Globalization;

namespace Hearth.Modules.Reports.Rules;

/// <summary>A program as reports need it.</summary>
internal sealed record ReportProgram(Guid Id, string Slug, string Name, string Model, bool RanInPeriod);

/// <summary>What the values of each dimension are in one report, in order, with their words and how they nest.</summary>
internal sealed class ReportSpace(
    ReportDefinition definition,
    ReportPeriod period,
    IReadOnlyList<ReportProgram> programs
)
{
    private readonly Dictionary<string, ReportProgram> bySlug = programs.ToDictionary(
        p => p.Slug,
        StringComparer.Ordinal
    );

    public ReportPeriod Period => period;

    public AgeBands? Ages => definition.Ages;

    /// <summary>The rows a table shows: all that can be named beforehand, else those that occurred. Unknown comes apart.</summary>
    public IReadOnlyList<string> Values(Dimension dimension, Tally tally)
    {
        var met = tally.Values(dimension);
        return dimension switch
        {
            Dimension.Program => [.. programs.Where(p => p.RanInPeriod || met.Contains(p.Slug)).Select(p => p.Slug)],
            Dimension.Model =>
            [
                .. Shown(Values(Dimension.Program, tally).Select(slug => bySlug[slug].Model).Concat(met)),
            ],
            Dimension.Month => [.. Days().Select(MonthOf).Distinct()],
            Dimension.Quarter => [.. Days().Select(QuarterOf).Distinct()],
            Dimension.Day => [.. Days().Select(DayOf)],
            Dimension.HourOfWeek => [.. met.Where(v => v != ContactWords.Unknown).OrderBy(HourIndex)],
            Dimension.How or Dimension.Place or Dimension.Level => ContactWords.Fixed(dimension)!,
            Dimension.Kind => [.. ContactWords.Fixed(dimension)!.Where(met.Contains)],
            Dimension.AgeBand => [.. Ages!.Bands.Select(b => b.Label)],
            Dimension.Gender or Dimension.RaceEthnicity or Dimension.Language or Dimension.County =>
            [
                .. met.Where(v => v is not (ContactWords.Unknown or ContactWords.MoreThanOne))
                    .Order(StringComparer.OrdinalIgnoreCase),
                .. met.Where(v => v == ContactWords.MoreThanOne),
            ],
        };
    }

    /// <summary>Whether a contact can lack the dimension at all.</summary>
    public static bool CanBeUnknown(Dimension dimension) =>
        dimension
            is not (
                Dimension.Program
                or Dimension.Model
                or Dimension.Month
                or Dimension.Quarter
                or Dimension.Day
                or Dimension.Level
            );

    public string Words(Coordinate coordinate) =>
        coordinate.IsSet
            ? string.Join(" or ", coordinate.Values.Select(v => Words(new Coordinate(coordinate.Dimension, v))))
            : Words(coordinate.Dimension, coordinate.Value);

    private string Words(Dimension dimension, string value) =>
        value == ContactWords.Unknown ? DimensionFacts.Of(dimension).Unknown
        : value == ContactWords.MoreThanOne ? "More than one"
        : dimension switch
        {
            Dimension.Program => bySlug.TryGetValue(value, out var program) ? program.Name : value,
            Dimension.Month => ReportPeriod.Holding(FirstOfMonth(value), PeriodKind.Month).Words,
            Dimension.Quarter => value.Replace('-', ' '),
            Dimension.Day => ReportPeriod.Long(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Dimension.HourOfWeek => HourWords(value),
            Dimension.Language => LanguageWords(value),
            Dimension.AgeBand or Dimension.Gender or Dimension.RaceEthnicity or Dimension.County => value,
            Dimension.Model or Dimension.How or Dimension.Kind or Dimension.Place or Dimension.Level =>
                ContactWords.Words(dimension, value),
        };

    /// <summary>The coarser coordinates that hold a finer one: a month's quarter, a program's model.</summary>
    public IEnumerable<Coordinate> Coarser(Coordinate fine)
    {
        if (fine.IsSet || fine.Value == ContactWords.Unknown)
        {
            yield break;
        }
        switch (fine.Dimension)
        {
            case Dimension.Program when bySlug.TryGetValue(fine.Value, out var program):
                yield return new(Dimension.Model, program.Model);
                break;
            case Dimension.Month:
                yield return new(Dimension.Quarter, QuarterOf(FirstOfMonth(fine.Value)));
                break;
            case Dimension.Day:
                var day = DateOnly.ParseExact(fine.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                yield return new(Dimension.Month, MonthOf(day));
                yield return new(Dimension.Quarter, QuarterOf(day));
                break;
            case Dimension.HourOfWeek when period.Days <= 7:
                var weekday = (HourIndex(fine.Value) / 24 + 1) % 7;
                foreach (var match in Days().Where(d => (int)d.DayOfWeek == weekday))
                {
                    yield return new(Dimension.Day, DayOf(match));
                }
                break;
            default:
                break;
        }
    }

    /// <summary>Whether every value of the finer dimension lies in one of the coarser.</summary>
    public static bool LiesIn(Dimension fine, Dimension coarse) =>
        (fine, coarse)
            is
                (Dimension.Program, Dimension.Model)
                or
                (Dimension.Month or Dimension.Day, Dimension.Quarter)
                or
                (Dimension.Day, Dimension.Month);

    public static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string MonthOf(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string QuarterOf(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Year}-Q{(day.Month + 2) / 3}");

    public static DateOnly FirstOfMonth(string month) =>
        DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Hour 0 is Monday, midnight to one.</summary>
    public static string HourOf(int hourOfWeek) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Weekdays[hourOfWeek / 24][..3].ToLowerInvariant()}-{hourOfWeek % 24:00}"
        );

    private static readonly string[] Weekdays =
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];

    private static int HourIndex(string value) =>
        (Array.FindIndex(Weekdays, d => d.StartsWith(value[..3], StringComparison.OrdinalIgnoreCase)) * 24)
        + int.Parse(value[4..], CultureInfo.InvariantCulture);

    private static string HourWords(string value)
    {
        var index = HourIndex(value);
        var start = new TimeOnly(index % 24, 0);
        return $"{Weekdays[index / 24]} {start.ToString("h tt", CultureInfo.InvariantCulture).ToLowerInvariant()}";
    }

    private static string LanguageWords(string value)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(value, predefinedOnly: true);
            return culture.EnglishName;
        }
        catch (CultureNotFoundException)
        {
            return value;
        }
    }

    private static IEnumerable<string> Shown(IEnumerable<string> models) =>
        ContactWords.Fixed(Dimension.Model)!.Where(models.ToHashSet(StringComparer.Ordinal).Contains);

    private IEnumerable<DateOnly> Days() => Enumerable.Range(0, period.Days).Select(i => period.From.AddDays(i));
}
