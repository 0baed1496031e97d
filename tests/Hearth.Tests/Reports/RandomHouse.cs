using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.Reports;
using Hearth.Modules.Reports.Rules;
using Hearth.Modules.Support;

namespace Hearth.Tests.Reports;

/// <summary>A made-up house and a made-up report for it, the same for the same seed. Small numbers are common.</summary>
internal sealed class RandomHouse
{
    private static readonly Measure[] ByContact =
    [
        Measure.Contacts,
        Measure.Visits,
        Measure.Hours,
        Measure.CodeShare,
        Measure.People,
        Measure.PeopleWithCode,
        Measure.FirstTime,
    ];

    private readonly Random chance;

    public RandomHouse(int seed)
    {
        chance = new Random(seed);
        Example = House();
        Definition = Report();
    }

    public WorkedExample Example { get; }

    public ReportDefinition Definition { get; }

    private T Of<T>(params T[] some) => some[chance.Next(some.Length)];

    private WorkedExample House()
    {
        var from = new DateOnly(2026, Of(1, 3, 5), 1);
        var period = new ReportPeriod(from, from.AddMonths(Of(1, 2, 5)).AddDays(-1));
        ExampleProgram[] programs =
        [
            new("center", ProgramModel.RecoveryCenter),
            new("north", ProgramModel.RecoveryCenter),
            new("line", ProgramModel.WarmLine),
        ];
        var people = Enumerable.Range(0, chance.Next(1, 40)).Select(Person).ToList();
        var contacts = Enumerable.Range(0, chance.Next(1, 80)).Select(_ => Contact(period, programs, people)).ToList();
        return new WorkedExample(
            "random",
            period,
            programs,
            people,
            contacts,
            new Dictionary<string, string>(),
            new Dictionary<string, string>()
        );
    }

    private ExamplePerson Person(int i)
    {
        var how = chance.Next(3);
        return new ExamplePerson(
            $"p{i}",
            how != 1,
            how != 0,
            Of<int?>(null, 1950, 1980, 1999, 2011),
            Of(null, "Woman", "Man", "Woman"),
            Of<string[]>([], ["White"], ["Black"], ["Black", "White"]),
            Of(null, "es", "en"),
            Of(null, "Alder", "=Fern")
        );
    }

    private ExampleContact Contact(ReportPeriod period, ExampleProgram[] programs, List<ExamplePerson> people)
    {
        var there = people.OrderBy(_ => chance.Next()).Take(Of(0, 0, 1, 1, 2)).Select(p => p.Key).ToList();
        return new ExampleContact(
            period.From.AddDays(chance.Next(-2, period.Days)),
            Of<TimeOnly?>(null, new(9, 0), new(23, 30)),
            Of(programs).Slug,
            Of(ContactHow.NotRecorded, ContactHow.Phone, ContactHow.InPerson, ContactHow.InPerson),
            Of(ContactPlace.NotRecorded, ContactPlace.OurPlace),
            Of(
                SupportKinds.None,
                SupportKinds.Listening,
                SupportKinds.Meal | SupportKinds.Listening,
                SupportKinds.Group
            ),
            there.Count > 0 ? RecordLevel.Personal : RecordLevel.Counted,
            there.Count + chance.Next(there.Count == 0 ? 1 : 0, 4),
            Of<int?>(null, 15, 40),
            Of<bool?>(null, null, true, false),
            there,
            chance.Next(12) == 0,
            Of(1, 1, 2, 9)
        );
    }

    private ReportDefinition Report()
    {
        var usual = SmallCells.Usual;
        var figures = new FiguresSection(
            "Numbers",
            null,
            [
                new(Measure.Visits),
                new(Of(Measure.People, Measure.PeopleWithCode, Measure.Hours)),
                new(Of(Measure.Contacts, Measure.Visits), null, [new(Dimension.How, ["phone"])]),
                new(Measure.Visits, null, [new(Dimension.How, ["phone", "in-person"])]),
            ]
        );
        return new ReportDefinition
        {
            Id = "random",
            Title = "Random",
            Version = 1,
            Recipient = "nobody",
            EffectiveFrom = new(2020, 1, 1),
            Source = usual.Source,
            Period = PeriodKind.Any,
            SmallCells = usual with { SmallestShown = Of(11, 11, 5) },
            Ages = new AgeBands([new("under 30", null, 29), new("30 and over", 30, null)], usual.Source),
            Sections = [figures, .. Enumerable.Range(0, chance.Next(1, 4)).Select(_ => Table())],
        };
    }

    private TableSection Table()
    {
        var measures = new[] { Of(ByContact), Of(ByContact) }.Distinct().ToList();
        var by = Enumerable
            .Range(0, chance.Next(1, 3))
            .Select(_ => Of(Enum.GetValues<Dimension>().Except([Dimension.Day, Dimension.HourOfWeek]).ToArray()))
            .Distinct()
            .ToList();
        by = by.Count == 2 && (ReportSpace.LiesIn(by[0], by[1]) || ReportSpace.LiesIn(by[1], by[0])) ? [by[0]] : by;
        measures = [.. measures.Where(m => by.TrueForAll(d => DimensionFacts.Of(d).CanTell(m)))];
        measures = measures.Count == 0 ? [Of(Measure.People, Measure.Visits)] : measures;
        return new TableSection("Table", by.Count == 2 ? [measures[0]] : measures, by);
    }
}
