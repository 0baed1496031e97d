using System.Globalization;
using Hearth.Modules.Reports.Rules;
using Npgsql;

namespace Hearth.Modules.Reports.Queries;

/// <summary>People counted once each in every cell of one table, and visits told by what is known of who was there.</summary>
internal sealed class PersonPass
{
    private readonly ReportSource source;
    private readonly AgeBands? ages;
    private readonly Grid grid;
    private readonly List<Dimension> ofContact;
    private readonly List<Dimension> ofPerson;

    public PersonPass(ReportSource source, AgeBands? ages, Grid grid)
    {
        (this.ages, this.grid) = (ages, grid);
        ofContact = [.. grid.By.Where(d => !DimensionFacts.Of(d).IsOfPerson)];
        ofPerson = [.. grid.By.Where(d => DimensionFacts.Of(d).IsOfPerson)];
        var isInMonths =
            ofContact.TrueForAll(d => d is Dimension.Program or Dimension.Model or Dimension.Month or Dimension.Quarter)
            && grid.Where.All(c => c.Dimension is Dimension.Program or Dimension.Model);
        this.source = isInMonths ? source : source.FromContacts;
    }

    /// <summary>Distinct people by code, by name, and either way.</summary>
    public async Task AddPeopleAsync(Tally tally, CancellationToken cancel)
    {
        if (source.HasFolded)
        {
            var months = await MonthsAsync(cancel);
            foreach (var (place, people) in months.People())
            {
                Add(tally, Measure.People, place, people.All);
                Add(tally, Measure.PeopleWithCode, place, people.WithCode);
                Add(tally, Measure.PeopleByName, place, people.ByName);
            }
            return;
        }
        var sql = $"""
            select {List(ContactNames, PersonColumns)} count(*), count(*) filter (where p.code_index is not null),
              count(*) filter (where p.name_index is not null)
            from (select distinct cp.person_id{Tail(ContactColumns)} from {Joined} where {source.Filter(grid.Where)}) d
            join people p on p.organization_id = $1 and p.id = d.person_id
            {GroupBy}
            """;
        await ReadAsync(
            sql,
            (row, place, at) =>
            {
                Add(tally, Measure.People, place, row.GetInt64(at));
                Add(tally, Measure.PeopleWithCode, place, row.GetInt64(at + 1));
                Add(tally, Measure.PeopleByName, place, row.GetInt64(at + 2));
            },
            cancel
        );
    }

    /// <summary>
    /// Each known person at a contact is one visit; those beyond are visits by nobody known. Never more than were counted.
    /// </summary>
    public async Task AddVisitsAsync(Tally tally, CancellationToken cancel)
    {
        var known = new Dictionary<CellKey, long>();
        void AddKnown(IReadOnlyList<Coordinate> place, long visits)
        {
            Add(tally, Measure.Visits, place, visits);
            var whole = new CellKey(Measure.Visits, place.Where(c => !DimensionFacts.Of(c.Dimension).IsOfPerson));
            known[whole] = known.GetValueOrDefault(whole) + visits;
        }
        if (source.HasFolded)
        {
            var months = await MonthsAsync(cancel);
            foreach (var (place, visits) in months.Visits())
            {
                AddKnown(place, visits);
            }
        }
        else
        {
            await ReadAsync(VisitsSql, (row, place, at) => AddKnown(place, row.GetInt64(at)), cancel);
        }
        AddUnknown(tally, known);
    }

    private string VisitsSql =>
        $"""
            select {List(ContactNames, PersonColumns)} count(*)
            from (select cp.person_id, c.headcount, dense_rank() over (partition by cp.contact_id order by cp.person_id) as nth{Tail(
                ContactColumns
            )}
                  from {Joined} where {source.Filter(grid.Where)}) d
            join people p on p.organization_id = $1 and p.id = d.person_id
            where d.nth <= d.headcount
            {GroupBy}
            """;

    private async Task<PersonTable> MonthsAsync(CancellationToken cancel)
    {
        var people = await source.PeopleAsync(cancel);
        var words = new List<(Guid, IReadOnlyList<Coordinate>)>();
        if (ofPerson.Count > 0)
        {
            await using var command = source.Command(
                $"select {List(PersonColumns)} p.id from people p where p.organization_id = $1{ReportSource.Named}",
                []
            );
            await using var row = await command.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
            {
                words.Add((row.GetGuid(ofPerson.Count), [.. ofPerson.Select((d, i) => Read(row, d, i))]));
            }
        }
        return new PersonTable(people, source, grid, ofContact, words);
    }

    /// <summary>
    /// The visits of a place less those of known people, under "unknown" along every dimension of people. The totals must
    /// be in the tally already.
    /// </summary>
    private void AddUnknown(Tally tally, Dictionary<CellKey, long> known)
    {
        foreach (var whole in Wholes(tally))
        {
            var rest = tally[whole] - known.GetValueOrDefault(whole);
            if (rest > 0)
            {
                tally.Add(
                    new CellKey(
                        Measure.Visits,
                        whole.Coordinates.Concat(ofPerson.Select(d => new Coordinate(d, ContactWords.Unknown)))
                    ),
                    rest,
                    grid
                );
            }
        }
    }

    private IEnumerable<CellKey> Wholes(Tally tally)
    {
        IEnumerable<CellKey> wholes = [new CellKey(Measure.Visits, grid.Fixed)];
        foreach (var dimension in ofContact)
        {
            wholes = wholes
                .SelectMany(w => tally.Values(dimension).Select(v => w.With(new Coordinate(dimension, v))))
                .ToList();
        }
        return wholes;
    }

    private string Joined =>
        "support_contacts c join contact_people cp on cp.organization_id = c.organization_id and cp.contact_id = c.id"
        + (ofContact.Contains(Dimension.HourOfWeek) ? ReportSource.SiteJoin : "")
        + (
            ofContact.Contains(Dimension.Model)
                ? " join programs g on g.organization_id = c.organization_id and g.id = c.program_id"
                : ""
        )
        + (
            ofContact.Contains(Dimension.Kind)
                ? " cross join lateral (select b from generate_series(0, 30) b where c.kinds & (1 << b) <> 0 union all select -1 where c.kinds = 0) kind (bit)"
                : ""
        );

    private IEnumerable<string> ContactColumns => ofContact.Select(d => $"{SqlOf(d)} as {NameOf(d)}");

    private IEnumerable<string> ContactNames => ofContact.Select(d => "d." + NameOf(d));

    private IEnumerable<string> PersonColumns => ofPerson.Select(SqlOf);

    private string GroupBy =>
        grid.By.Count == 0 ? "" : $"group by {string.Join(", ", Enumerable.Range(1, grid.By.Count))}";

    private static string NameOf(Dimension dimension) =>
        "by_" + ((int)dimension).ToString(CultureInfo.InvariantCulture);

    private static string List(params IEnumerable<string>[] parts) =>
        string.Concat(parts.SelectMany(p => p).Select(p => p + ", "));

    private static string Tail(IEnumerable<string> parts) => string.Concat(parts.Select(p => ", " + p));

    private string SqlOf(Dimension dimension) =>
        dimension switch
        {
            Dimension.Program => "c.program_id",
            Dimension.Model => "g.model::int",
            Dimension.Day => "c.service_day",
            Dimension.Month => "width_bucket(c.service_day, $6::date[])",
            Dimension.Quarter =>
                "(extract(year from c.service_day) * 4 + extract(quarter from c.service_day) - 1)::int",
            Dimension.Kind => "kind.bit",
            Dimension.AgeBand => "coalesce(p.birth_year, 0)::int",
            Dimension.Gender => "btrim(p.gender)",
            Dimension.RaceEthnicity => "p.race_ethnicity",
            Dimension.Language => "btrim(p.language)",
            Dimension.County => "btrim(p.county)",
            _ => source.Of(dimension).Sql,
        };

    private async Task ReadAsync(
        string sql,
        Action<NpgsqlDataReader, IReadOnlyList<Coordinate>, int> take,
        CancellationToken cancel
    )
    {
        var order = ofContact.Concat(ofPerson).ToList();
        await using var command = source.Command(sql, grid.Where);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            var place = grid.Fixed.Concat(order.Select((d, i) => Read(row, d, i))).ToList();
            take(row, place, order.Count);
        }
    }

    private Coordinate Read(NpgsqlDataReader row, Dimension dimension, int i) =>
        dimension switch
        {
            Dimension.Program => source.Program().Read(row, i).First(),
            Dimension.Model => new(dimension, ContactWords.Code((Organizations.ProgramModel)row.GetInt32(i))),
            Dimension.Day => source.Day().Read(row, i).First(),
            Dimension.Month => source.Month().Read(row, i).First(),
            Dimension.Quarter => new(
                dimension,
                ReportSpace.QuarterOf(new DateOnly(row.GetInt32(i) / 4, (row.GetInt32(i) % 4 * 3) + 1, 1))
            ),
            Dimension.Kind => new(dimension, row.GetInt32(i) < 0 ? ContactWords.Unknown : Kind(row.GetInt32(i))),
            Dimension.AgeBand => new(dimension, AgeOf(row.GetInt32(i))),
            Dimension.RaceEthnicity => new(dimension, OneOf(row.GetFieldValue<string[]>(i))),
            Dimension.Gender or Dimension.Language or Dimension.County => new(
                dimension,
                row.IsDBNull(i) ? ContactWords.Unknown : Clean(row.GetString(i))
            ),
            _ => source.Of(dimension).Read(row, i).First(),
        };

    private static string Kind(int bit) => ContactWords.Code((Support.SupportKinds)(1 << bit));

    private string AgeOf(int birthYear) =>
        birthYear == 0 ? ContactWords.Unknown
        : ages?.Bands.FirstOrDefault(b => b.Holds(source.Period.To.Year - birthYear)) is { } band ? band.Label
        : ContactWords.Unknown;

    private static string OneOf(string[] said) =>
        said.Length switch
        {
            0 => ContactWords.Unknown,
            1 => Clean(said[0]),
            _ => ContactWords.MoreThanOne,
        };

    /// <summary>"|" joins the values of a condition, so that it cannot stand in one.</summary>
    private static string Clean(string said) =>
        said.Trim() is { Length: > 0 } text ? text.Replace('|', '/') : ContactWords.Unknown;

    private void Add(Tally tally, Measure measure, IReadOnlyList<Coordinate> place, long amount)
    {
        if (amount > 0 && grid.Measures.Contains(measure))
        {
            tally.Add(new CellKey(measure, place), amount, grid);
        }
    }
}
