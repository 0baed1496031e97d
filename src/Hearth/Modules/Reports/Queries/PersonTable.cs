using System.Collections;
using System.Runtime.InteropServices;
using Hearth.Modules.Reports.Rules;

namespace Hearth.Modules.Reports.Queries;

/// <summary>Known people, each once in a place.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PeopleInPlace(long All, long WithCode, long ByName);

/// <summary>One table of people or their visits, put together from months.</summary>
internal sealed class PersonTable
{
    private readonly PersonMonths people;
    private readonly ReportSource source;
    private readonly Grid grid;
    private readonly IReadOnlyList<Dimension> ofContact;

    /// <summary>What is known of people, each combination once, and for each person by number which one is theirs.</summary>
    private readonly List<IReadOnlyList<Coordinate>> groups =
    [
        [],
    ];
    private readonly int[] groupOf;

    /// <param name="words">What is known of each person; empty where the table is not told by that.</param>
    public PersonTable(
        PersonMonths people,
        ReportSource source,
        Grid grid,
        IReadOnlyList<Dimension> ofContact,
        IEnumerable<(Guid Person, IReadOnlyList<Coordinate> Said)> words
    )
    {
        (this.people, this.source, this.grid, this.ofContact) = (people, source, grid, ofContact);
        groupOf = new int[people.Count];
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (person, said) in words)
        {
            if (people.NumberOf(person) is not { } number)
            {
                continue;
            }
            var name = string.Join('\n', said);
            if (!known.TryGetValue(name, out groupOf[number]))
            {
                known.Add(name, groupOf[number] = groups.Count);
                groups.Add(said);
            }
        }
    }

    public IEnumerable<(IReadOnlyList<Coordinate> Place, PeopleInPlace People)> People()
    {
        foreach (var (place, months) in Places())
        {
            var there = new BitArray(people.Count);
            foreach (var month in months)
            {
                foreach (var (person, _) in month.There)
                {
                    there[person] = true;
                }
            }
            var counts = new PeopleInPlace[groups.Count];
            for (var person = 0; person < people.Count; person++)
            {
                if (there[person])
                {
                    ref var count = ref counts[groupOf[person]];
                    count = new PeopleInPlace(
                        count.All + 1,
                        count.WithCode + (people.HasCode(person) ? 1 : 0),
                        count.ByName + (people.HasName(person) ? 1 : 0)
                    );
                }
            }
            foreach (var (said, count) in groups.Zip(counts))
            {
                yield return ([.. place, .. said], count);
            }
        }
    }

    public IEnumerable<(IReadOnlyList<Coordinate> Place, long Visits)> Visits()
    {
        foreach (var (place, months) in Places())
        {
            var counts = new long[groups.Count];
            foreach (var month in months)
            {
                foreach (var (person, visits) in month.There)
                {
                    counts[groupOf[person]] += visits;
                }
            }
            foreach (var (said, count) in groups.Zip(counts))
            {
                yield return ([.. place, .. said], count);
            }
        }
    }

    /// <summary>The rows of the table as far as contacts tell them, each with the months that make it up.</summary>
    private IEnumerable<(IReadOnlyList<Coordinate> Place, IEnumerable<PersonMonth> Months)> Places() =>
        people
            .All.Where(m => source.Meets(m.Program, grid.Where))
            .Select(m => (Place: grid.Fixed.Concat(ofContact.Select(d => Of(m, d))).ToList(), Month: m))
            .GroupBy(m => string.Join('\n', m.Place))
            .Select(same => ((IReadOnlyList<Coordinate>)same.First().Place, same.Select(m => m.Month)));

    private Coordinate Of(PersonMonth month, Dimension dimension) =>
        new(
            dimension,
            dimension switch
            {
                Dimension.Program => source.ProgramOf(month.Program)?.Slug ?? ContactWords.Unknown,
                Dimension.Model => source.ProgramOf(month.Program)?.Model ?? ContactWords.Unknown,
                Dimension.Month => ReportSpace.MonthOf(month.Month),
                Dimension.Quarter => ReportSpace.QuarterOf(month.Month),
                _ => throw new InvalidOperationException($"Months are not folded by {dimension}."),
            }
        );
}
