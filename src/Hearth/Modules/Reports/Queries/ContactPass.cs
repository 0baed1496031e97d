using System.Globalization;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Reports.Rules;
using Hearth.Modules.Support;
using Npgsql;

namespace Hearth.Modules.Reports.Queries;

/// <summary>
/// Everything that adds up, in one pass over the contacts that meet the same conditions: grouped by all dimensions that
/// any table needs, then by those of each table. Months that are folded are read so; their cells know no day and no hour.
/// </summary>
internal sealed class ContactPass
{
    private static readonly string[] Amounts =
    [
        "contacts",
        "visits",
        "minutes",
        "without_minutes",
        "first_time",
        "not_first_time",
        "with_code",
    ];

    private readonly ReportSource source;
    private readonly IReadOnlyList<Grid> grids;
    private readonly List<Dimension> dimensions;
    private readonly IReadOnlyList<KeyColumn> keys;

    public ContactPass(ReportSource source, IReadOnlyList<Grid> grids)
    {
        this.grids = grids;
        dimensions = [.. grids.SelectMany(g => g.By).Distinct().Order()];
        this.source = dimensions.Any(d => d is Dimension.Day or Dimension.HourOfWeek) ? source.FromContacts : source;
        keys = KeyColumns();
    }

    public async Task AddToAsync(Tally tally, CancellationToken cancel)
    {
        var gridsOf = grids.ToLookup(MaskOf);
        await using var command = source.Command(Sql(gridsOf.Select(g => g.Key)), grids[0].Where);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            var mask = row.GetInt32(0);
            var values = keys.SelectMany((key, i) => IsIn(mask, i) ? key.Read(row, i + 1) : [])
                .ToLookup(c => c.Dimension, c => c.Value);
            Fold(tally, row, gridsOf[mask], values);
        }
    }

    /// <summary>Which key columns a table is grouped by, as PostgreSQL's grouping() tells it: a bit is set for each that is not.</summary>
    private int MaskOf(Grid grid) =>
        keys.Aggregate(0, (mask, key) => (mask << 1) | (grid.By.Any(key.Of.Contains) ? 0 : 1));

    private bool IsIn(int mask, int key) => (mask & (1 << (keys.Count - 1 - key))) == 0;

    private string Sql(IEnumerable<int> masks)
    {
        List<string> parts = [.. source.HasRest ? [ContactSql()] : Array.Empty<string>()];
        if (source.HasFolded)
        {
            parts.Add(CellSql());
        }
        var names = keys.Select((_, i) => Key(i)).ToList();
        var sets = masks.Select(mask => $"({string.Join(", ", names.Where((_, i) => IsIn(mask, i)))})");
        return $"""
            select {(names.Count == 0 ? "0" : $"grouping({string.Join(", ", names)})")}, {List(names)} {Sums("g")}
            from ({string.Join(" union all ", parts)}) g group by grouping sets ({string.Join(", ", sets)})
            """;
    }

    private string CellSql() =>
        $"""
            select {List(keys.Select((k, i) => $"{k.Sql} as {Key(i)}"))} {Sums("c")}
            from (select *, month as service_day from report_cells) c
            where {source.CellFilter(grids[0].Where)} and how is {(IsSummed ? "" : "not ")}null {GroupBy}
            """;

    /// <summary>Whether nothing is asked that only the finest cells tell.</summary>
    private bool IsSummed =>
        !dimensions
            .Concat(grids[0].Where.Select(c => c.Dimension))
            .Any(d => d is Dimension.How or Dimension.Place or Dimension.Level);

    private string ContactSql() =>
        $"""
            select {List(keys.Select((k, i) => $"{k.Sql} as {Key(i)}"))} count(*) as contacts,
              coalesce(sum(c.headcount), 0) as visits, coalesce(sum(c.minutes), 0) as minutes,
              count(*) - count(c.minutes) as without_minutes,
              coalesce(sum(c.headcount) filter (where c.first_time), 0) as first_time,
              coalesce(sum(c.headcount) filter (where not c.first_time), 0) as not_first_time,
              {(NeedsCode ? "count(k.contact_id)" : "0::bigint")} as with_code
            from support_contacts c {(NeedsCode ? Coded : "")}
            {(dimensions.Contains(Dimension.HourOfWeek) ? ReportSource.SiteJoin : "")}
            where {source.Filter(grids[0].Where)} {GroupBy}
            """;

    private static string Key(int i) => string.Create(CultureInfo.InvariantCulture, $"k{i}");

    private static string List(IEnumerable<string> parts) => string.Concat(parts.Select(p => p + ", "));

    private static string Sums(string from) =>
        string.Join(", ", Amounts.Select(a => $"coalesce(sum({from}.{a}), 0)::bigint as {a}"));

    private string GroupBy => keys.Count == 0 ? "" : $"group by {string.Join(", ", Enumerable.Range(1, keys.Count))}";

    /// <summary>The contacts at which somebody with a code was. Of a few days it asks their own links, of all days all links.</summary>
    private string Coded =>
        $"""
            left join (select distinct cp.contact_id from contact_people cp
                       join people p on p.organization_id = cp.organization_id and p.id = cp.person_id
                       {(
            source.HasFolded
                ? $"join support_contacts c on c.organization_id = $1 and c.id = cp.contact_id and c.level > 1 and {source.Filter([])}"
                : ""
        )}
                       where cp.organization_id = $1 and p.code_index is not null) k on k.contact_id = c.id
            """;

    private bool NeedsCode => grids.Any(g => g.Measures.Contains(Measure.ContactsWithCode));

    private List<KeyColumn> KeyColumns()
    {
        var columns = new List<KeyColumn>();
        if (dimensions.Any(d => d is Dimension.Program or Dimension.Model))
        {
            columns.Add(source.Program());
        }
        if (dimensions.Any(d => d is Dimension.Day or Dimension.Month or Dimension.Quarter))
        {
            columns.Add(dimensions.Contains(Dimension.Day) ? source.Day() : source.Month());
        }
        columns.AddRange(dimensions.Where(d => d is >= Dimension.HourOfWeek and <= Dimension.Level).Select(source.Of));
        return columns;
    }

    private void Fold(Tally tally, NpgsqlDataReader row, IEnumerable<Grid> ofGroup, ILookup<Dimension, string> values)
    {
        long N(int column) => row.GetInt64(1 + keys.Count + column);
        (Measure, long)[] amounts =
        [
            (Measure.Contacts, N(0)),
            (Measure.Visits, N(1)),
            (Measure.Hours, N(2)),
            (Measure.ContactsWithoutMinutes, N(3)),
            (Measure.FirstTime, N(4)),
            (Measure.NotFirstTime, N(5)),
            (Measure.FirstTimeNotAsked, N(1) - N(4) - N(5)),
            (Measure.ContactsWithCode, N(6)),
        ];
        foreach (var grid in ofGroup)
        {
            foreach (var place in Places(grid, values))
            {
                foreach (var (measure, amount) in amounts)
                {
                    if (amount > 0 && grid.Measures.Contains(measure))
                    {
                        tally.Add(new CellKey(measure, place), amount, grid);
                    }
                }
            }
        }
    }

    /// <summary>Where a group stands in a table; in several rows when it holds several kinds of support.</summary>
    private static IEnumerable<IEnumerable<Coordinate>> Places(Grid grid, ILookup<Dimension, string> values)
    {
        IEnumerable<IEnumerable<Coordinate>> places = [grid.Fixed];
        foreach (var dimension in grid.By)
        {
            places = places
                .SelectMany(p => values[dimension].Select(v => p.Append(new Coordinate(dimension, v))))
                .ToList();
        }
        return places;
    }
}

/// <summary>One grouping column: its SQL, the coordinates its value stands for, and the dimensions these are of.</summary>
internal sealed record KeyColumn(
    string Sql,
    Func<NpgsqlDataReader, int, IEnumerable<Coordinate>> Read,
    params IReadOnlyList<Dimension> Of
);
