using Hearth.Foundation.Access;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.Reports.Rules;
using Hearth.Modules.Support;
using Npgsql;

namespace Hearth.Modules.Reports.Queries;

/// <summary>
/// One organization's contacts in one period, seen by one transaction so that every number of a report is of the same
/// moment. Undone contacts never count; late entries do.
/// </summary>
internal sealed class ReportSource(
    NpgsqlConnection connection,
    OrganizationContext organization,
    ReportPeriod period,
    IReadOnlyList<ReportProgram> programs,
    IReadOnlyList<DateOnly> folded
)
{
    /// <summary>A site in another zone keeps its own hours.</summary>
    public const string SiteJoin = " left join sites s on s.organization_id = c.organization_id and s.id = c.site_id";

    private readonly Dictionary<Guid, ReportProgram> byId = programs.ToDictionary(p => p.Id);
    private readonly IReadOnlyList<ReportPeriod> rest = FoldedMonths.Rest(period, folded);
    private PersonMonths? people;

    public IReadOnlyList<DateOnly> MonthStarts { get; } =
    [
        .. Enumerable
            .Range(0, ((period.To.Year - period.From.Year) * 12) + period.To.Month - period.From.Month + 1)
            .Select(i => new DateOnly(period.From.Year, period.From.Month, 1).AddMonths(i)),
    ];

    public ReportPeriod Period => period;

    public bool HasFolded => folded.Count > 0;

    /// <summary>Whether days of the period have to be counted from the contacts.</summary>
    public bool HasRest => rest.Count > 0;

    /// <summary>The same with every day counted from the contacts: for what months are not folded by.</summary>
    public ReportSource FromContacts => HasFolded ? new(connection, organization, period, programs, []) : this;

    public ReportProgram? ProgramOf(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>Whether a program is among those that the conditions name.</summary>
    public bool Meets(Guid program, IReadOnlyList<Condition> where) =>
        byId.TryGetValue(program, out var known) ? Meets(known, where) : where.Count == 0;

    /// <summary>Everybody who was there in the period, read once for all tables.</summary>
    public async Task<PersonMonths> PeopleAsync(CancellationToken cancel) =>
        people ??= await PersonMonths.ReadAsync(this, cancel);

    /// <summary>
    /// A command whose parameters are $1 organization, $2 and $3 the days, $4 the zone, $5 the programs of a condition, $6 the
    /// months, $7 those of them that are folded.
    /// </summary>
    public NpgsqlCommand Command(string sql, IReadOnlyList<Condition> where) =>
        new(sql, connection)
        {
            CommandTimeout = 600,
            Parameters =
            {
                new() { Value = organization.Id },
                new() { Value = period.From },
                new() { Value = period.To },
                new() { Value = organization.TimeZone.Id },
                new() { Value = ProgramsOf(where) },
                new() { Value = MonthStarts.ToArray() },
                new() { Value = folded.ToArray() },
            },
        };

    /// <summary>The contacts c that months do not stand in for, and that meet the conditions.</summary>
    public string Filter(IReadOnlyList<Condition> where) =>
        $"c.organization_id = $1 and ({string.Join(" or ", rest.Select(Between))}) and c.undone_at is null{Named}"
        + string.Concat(where.Select(c => " and " + Of(c)));

    /// <summary>The cells c of folded months that meet the conditions.</summary>
    public string CellFilter(IReadOnlyList<Condition> where) =>
        "c." + FoldedFilter + string.Concat(where.Select(c => " and " + Of(c)));

    public const string FoldedFilter = "organization_id = $1 and month = any($7)" + Named;

    // Each parameter is named once so that its type is known even where no table needs it.
    public const string Named =
        " and ($2::date is null or $3::date is null or $4::text is null or $5::uuid[] is null or $6::date[] is null or $7::date[] is null or true)";

    private static string Between(ReportPeriod days) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"c.service_day between '{days.From:yyyy-MM-dd}' and '{days.To:yyyy-MM-dd}'"
        );

    public KeyColumn Program() =>
        new(
            "c.program_id",
            (row, i) =>
                byId.TryGetValue(row.GetGuid(i), out var program)
                    ? [new(Dimension.Program, program.Slug), new(Dimension.Model, program.Model)]
                    : [new(Dimension.Program, ContactWords.Unknown), new(Dimension.Model, ContactWords.Unknown)],
            Dimension.Program,
            Dimension.Model
        );

    public KeyColumn Day() =>
        new(
            "c.service_day",
            (row, i) => Dates(row.GetFieldValue<DateOnly>(i)),
            Dimension.Day,
            Dimension.Month,
            Dimension.Quarter
        );

    public KeyColumn Month() =>
        new(
            "width_bucket(c.service_day, $6::date[])",
            (row, i) => Dates(MonthStarts[row.GetInt32(i) - 1]).Where(c => c.Dimension != Dimension.Day),
            Dimension.Month,
            Dimension.Quarter
        );

    public KeyColumn Of(Dimension dimension) =>
        dimension switch
        {
            Dimension.HourOfWeek => new(HourOfWeek, (row, i) => [new(dimension, Hour(row.GetInt32(i)))], dimension),
            Dimension.How => new(
                "c.how",
                (row, i) => [new(dimension, Enumerated((ContactHow)row.GetInt16(i)))],
                dimension
            ),
            Dimension.Place => new(
                "c.place",
                (row, i) => [new(dimension, Enumerated((ContactPlace)row.GetInt16(i)))],
                dimension
            ),
            Dimension.Level => new(
                "c.level",
                (row, i) => [new(dimension, Enumerated((RecordLevel)row.GetInt16(i)))],
                dimension
            ),
            Dimension.Kind => new(
                "c.kinds",
                (row, i) =>
                    ContactWords.KindCodes((SupportKinds)row.GetInt32(i)).Select(k => new Coordinate(dimension, k)),
                dimension
            ),
            _ => throw new InvalidOperationException($"{dimension} is not a column of contacts."),
        };

    private const string HourOfWeek = """
        case when c.time_known then
          ((extract(isodow from c.started_at at time zone coalesce(s.time_zone, $4)) - 1) * 24
          + extract(hour from c.started_at at time zone coalesce(s.time_zone, $4)))::int
        else -1 end
        """;

    private static string Hour(int hour) => hour < 0 ? ContactWords.Unknown : ReportSpace.HourOf(hour);

    private static IEnumerable<Coordinate> Dates(DateOnly day) =>
        [
            new(Dimension.Day, ReportSpace.DayOf(day)),
            new(Dimension.Month, ReportSpace.MonthOf(day)),
            new(Dimension.Quarter, ReportSpace.QuarterOf(day)),
        ];

    private static string Enumerated<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value) ? ContactWords.Code(value) : ContactWords.Unknown;

    private Guid[] ProgramsOf(IReadOnlyList<Condition> where) =>
        [.. programs.Where(p => Meets(p, where)).Select(p => p.Id)];

    private static bool Meets(ReportProgram program, IReadOnlyList<Condition> where) =>
        where.All(c =>
            c.Dimension switch
            {
                Dimension.Program => c.Values.Contains(program.Slug),
                Dimension.Model => c.Values.Contains(program.Model),
                _ => true,
            }
        );

    /// <summary>Values are the definition's own codes, turned into numbers here: no text of it reaches the SQL.</summary>
    private static string Of(Condition condition) =>
        condition.Dimension switch
        {
            Dimension.Program or Dimension.Model => "c.program_id = any($5)",
            Dimension.How => $"c.how in ({Numbers<ContactHow>(condition)})",
            Dimension.Place => $"c.place in ({Numbers<ContactPlace>(condition)})",
            Dimension.Level => $"c.level in ({Numbers<RecordLevel>(condition)})",
            Dimension.Kind => Kinds(condition),
            _ => throw new InvalidOperationException($"A condition cannot name {condition.Dimension}."),
        };

    private static string Numbers<T>(Condition condition)
        where T : struct, Enum => string.Join(", ", condition.Values.Select(v => Number<T>(v)));

    private static int Number<T>(string code)
        where T : struct, Enum =>
        Convert.ToInt32(ContactWords.Find<T>(code) ?? default, System.Globalization.CultureInfo.InvariantCulture);

    private static string Kinds(Condition condition)
    {
        var any = condition.Values.Aggregate(0, (bits, code) => bits | Number<SupportKinds>(code));
        return condition.Values.Contains(ContactWords.Unknown)
            ? $"(c.kinds = 0 or c.kinds & {any} <> 0)"
            : $"c.kinds & {any} <> 0";
    }
}
