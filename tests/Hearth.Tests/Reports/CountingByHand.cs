using Hearth.Modules.Reports;
using Hearth.Modules.Reports.Rules;

namespace Hearth.Tests.Reports;

/// <summary>
/// Counts a contact list the slow, plain way: every number asked for is computed by itself, by filtering the list.
/// Shares nothing with the counting in the database.
/// </summary>
internal sealed class CountingByHand(ReportDefinition definition, WorkedExample example)
{
    private readonly List<ExampleContact> contacts =
    [
        .. example
            .Contacts.Where(c => !c.Undone && example.Period.Holds(c.Day))
            .SelectMany(c => Enumerable.Repeat(c, c.Times)),
    ];

    private readonly Dictionary<string, ExamplePerson> people = example.People.ToDictionary(p => p.Key);

    public long Number(CellKey key)
    {
        var ofContact = key.Coordinates.Where(c => !DimensionFacts.Of(c.Dimension).IsOfPerson).ToList();
        var ofPerson = key.Coordinates.Except(ofContact).ToList();
        var here = contacts
            .Where(c => ofContact.All(at => at.Values.Any(v => Values(c, at.Dimension).Contains(v))))
            .ToList();
        bool Fits(ExamplePerson p) => ofPerson.All(at => Value(p, at.Dimension) == at.Value);
        long Distinct(Func<ExamplePerson, bool> known) =>
            here.SelectMany(c => c.People).Distinct().Select(p => people[p]).Count(p => known(p) && Fits(p));
        return key.Measure switch
        {
            Measure.Contacts => here.Count,
            Measure.Visits when ofPerson.Count == 0 => here.Sum(c => c.Headcount),
            Measure.Visits => here.Sum(c => c.People.Count(p => Fits(people[p])))
                + (ofPerson.All(at => at.Value == "unknown") ? here.Sum(c => c.Headcount - c.People.Count) : 0),
            Measure.Hours => here.Sum(c => c.Minutes ?? 0),
            Measure.ContactsWithoutMinutes => here.Count(c => c.Minutes is null),
            Measure.ContactsWithCode => here.Count(c => c.People.Any(p => people[p].HasCode)),
            Measure.People => Distinct(_ => true),
            Measure.PeopleWithCode => Distinct(p => p.HasCode),
            Measure.PeopleByName => Distinct(p => p.HasName),
            Measure.FirstTime => here.Where(c => c.FirstTime == true).Sum(c => c.Headcount),
            Measure.NotFirstTime => here.Where(c => c.FirstTime == false).Sum(c => c.Headcount),
            Measure.FirstTimeNotAsked => here.Where(c => c.FirstTime is null).Sum(c => c.Headcount),
            Measure.CodeShare => throw new InvalidOperationException("A share is two numbers."),
        };
    }

    /// <summary>Every number of every grid, by the values that occur.</summary>
    public Tally Tally()
    {
        var tally = new Tally();
        foreach (var grid in Grid.For(definition))
        {
            IEnumerable<IEnumerable<Coordinate>> places = [grid.Fixed];
            foreach (var dimension in grid.By)
            {
                var values = Occurring(dimension);
                places = places.SelectMany(p => values.Select(v => p.Append(new Coordinate(dimension, v)))).ToList();
            }
            foreach (var key in places.SelectMany(p => grid.Measures.Select(m => new CellKey(m, p))))
            {
                if (Number(key) is > 0 and var number && tally[key] == 0)
                {
                    tally.Add(key, number, grid);
                }
            }
        }
        return tally;
    }

    public IReadOnlyList<ReportProgram> Programs =>
        [
            .. example.Programs.Select(p => new ReportProgram(
                default,
                p.Slug,
                p.Slug,
                ContactWords.Code(p.Model),
                RanInPeriod: true
            )),
        ];

    private HashSet<string> Occurring(Dimension dimension) =>
        DimensionFacts.Of(dimension).IsOfPerson
            ? [.. example.People.Select(p => Value(p, dimension)).Append("unknown")]
            : [.. contacts.SelectMany(c => Values(c, dimension))];

    private IEnumerable<string> Values(ExampleContact contact, Dimension dimension) =>
        dimension switch
        {
            Dimension.Program => [contact.Program],
            Dimension.Model => [ContactWords.Code(example.Programs.Single(p => p.Slug == contact.Program).Model)],
            Dimension.Day => [contact.Day.ToString("yyyy-MM-dd")],
            Dimension.Month => [contact.Day.ToString("yyyy-MM")],
            Dimension.Quarter => [$"{contact.Day.Year}-Q{(contact.Day.Month + 2) / 3}"],
            Dimension.HourOfWeek =>
            [
                contact.At is { } at
                    ? $"{contact.Day.DayOfWeek.ToString()[..3].ToLowerInvariant()}-{at.Hour:00}"
                    : "unknown",
            ],
            Dimension.How => [ContactWords.Code(contact.How)],
            Dimension.Place => [ContactWords.Code(contact.Place)],
            Dimension.Level => [ContactWords.Code(contact.Level)],
            Dimension.Kind => ContactWords.KindCodes(contact.Kinds),
            _ => throw new InvalidOperationException($"{dimension} is about people."),
        };

    private string Value(ExamplePerson person, Dimension dimension) =>
        dimension switch
        {
            Dimension.AgeBand => person.BirthYear is { } year
                ? definition.Ages!.Bands.FirstOrDefault(b => b.Holds(example.Period.To.Year - year))?.Label ?? "unknown"
                : "unknown",
            Dimension.Gender => person.Gender ?? "unknown",
            Dimension.Language => person.Language ?? "unknown",
            Dimension.County => person.County ?? "unknown",
            Dimension.RaceEthnicity => person.RaceEthnicity.Count switch
            {
                0 => "unknown",
                1 => person.RaceEthnicity[0],
                _ => "more-than-one",
            },
            _ => throw new InvalidOperationException($"{dimension} is about contacts."),
        };
}
