using System.Globalization;
using System.Text;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Reports.Rules;
using Hearth.Modules.Support;
using Npgsql;

namespace Hearth.Modules.Reports.Queries;

/// <summary>
/// Everything that adds up, in one pass over the contacts that meet the same conditions: grouped by all dimensions that
/// any table needs, then folded into every table and total here. Months that are folded are read so; their cells know no
/// day and no hour.
/// </summary>
internal sealed class ContactPass
{
    private readonly ReportSource source;
    private readonly IReadOnlyList<Grid> grids;
    private readonly List<Dimension> dimensions;

    public ContactPass(ReportSource source, IReadOnlyList<Grid> grids)
    {
        this.grids = grids;
        dimensions = [.. grids.SelectMany(g => g.By).Distinct().Order()];
        this.source = dimensions.Any(d => d is Dimension.Day or Dimension.HourOfWeek) ? source.FromContacts : source;
    }

    public async Task AddToAsync(Tally tally, CancellationToken cancel)
    {
        var keys = KeyColumns();
        if (source.HasRest)
        {
            await AddToAsync(tally, keys, ContactSql(keys), cancel);
        }
        if (source.HasFolded)
        {
            await AddToAsync(tally, keys, CellSql(keys), cancel);
        }
    }

    private async Task AddToAsync(Tally tally, IReadOnlyList<KeyColumn> keys, string sql, CancellationToken cancel)
    {
        await using var command = source.Command(sql, grids[0].Where);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            var values = keys.SelectMany((key, i) => key.Read(row, i)).ToLookup(c => c.Dimension, c => c.Value);
            Fold(tally, row, keys.Count, values);
        }
    }

    private string CellSql(IReadOnlyList<KeyColumn> keys) =>
        $"""
            select {string.Concat(keys.Select(k => k.Sql + ", "))} {CellSums}
            from (select *, month as service_day from report_cells) c where {source.CellFilter(
                grids[0].Where
            )} {GroupBy(keys)}
            """;

    private static readonly string CellSums = string.Join(
        ", ",
        new[]
        {
            "contacts",
            "visits",
            "minutes",
            "without_minutes",
            "first_time",
            "not_first_time",
            "with_code",
        }.Select(column => $"coalesce(sum(c.{column}), 0)::bigint")
    );

    private static string GroupBy(IReadOnlyList<KeyColumn> keys) =>
        keys.Count == 0 ? "" : $"group by {string.Join(", ", Enumerable.Range(1, keys.Count))}";

    private string ContactSql(IReadOnlyList<KeyColumn> keys)
    {
        var sql = new StringBuilder("select ");
        foreach (var key in keys)
        {
            sql.Append(CultureInfo.InvariantCulture, $"{key.Sql}, ");
        }
        sql.Append(
            """
            count(*), coalesce(sum(c.headcount), 0), coalesce(sum(c.minutes), 0), count(*) - count(c.minutes),
            coalesce(sum(c.headcount) filter (where c.first_time), 0), coalesce(sum(c.headcount) filter (where not c.first_time), 0),
            """
        );
        sql.Append(Needs(Measure.ContactsWithCode) ? " count(k.contact_id)" : " 0::bigint");
        sql.Append(" from support_contacts c").Append(Needs(Measure.ContactsWithCode) ? Coded : "");
        sql.Append(dimensions.Contains(Dimension.HourOfWeek) ? ReportSource.SiteJoin : "");
        sql.Append(CultureInfo.InvariantCulture, $" where {source.Filter(grids[0].Where)} {GroupBy(keys)}");
        return sql.ToString();
    }

    private const string Coded = """
         left join (select distinct cp.contact_id from contact_people cp
                    join people p on p.organization_id = cp.organization_id and p.id = cp.person_id
                    where cp.organization_id = $1 and p.code_index is not null) k on k.contact_id = c.id
        """;

    private bool Needs(Measure measure) => grids.Any(g => g.Measures.Contains(measure));

    private List<KeyColumn> KeyColumns()
    {
        var keys = new List<KeyColumn>();
        if (dimensions.Any(d => d is Dimension.Program or Dimension.Model))
        {
            keys.Add(source.Program());
        }
        if (dimensions.Any(d => d is Dimension.Day or Dimension.Month or Dimension.Quarter))
        {
            keys.Add(dimensions.Contains(Dimension.Day) ? source.Day() : source.Month());
        }
        keys.AddRange(dimensions.Where(d => d is >= Dimension.HourOfWeek and <= Dimension.Level).Select(source.Of));
        return keys;
    }

    private void Fold(Tally tally, NpgsqlDataReader row, int at, ILookup<Dimension, string> values)
    {
        long N(int column) => row.GetFieldValue<long>(at + column);
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
        foreach (var grid in grids)
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

/// <summary>One grouping column: its SQL and the coordinates its value stands for.</summary>
internal sealed record KeyColumn(string Sql, Func<NpgsqlDataReader, int, IEnumerable<Coordinate>> Read);
