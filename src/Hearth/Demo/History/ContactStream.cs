using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;

namespace Hearth.Demo;

/// <summary>
/// The contacts of one organization in the order of their hours. How many fall into each hour is a multinomial draw made
/// one hour after another, so the total is exactly what the plan asks for and nothing is held in memory.
/// </summary>
internal sealed class ContactStream
{
    private readonly HistoryPlan plan;
    private readonly DemoRandom random;
    private readonly Staff staff;
    private readonly Lane[] lanes;
    private readonly double sum;

    public ContactStream(HistoryPlan plan, PersonSeal seal)
    {
        this.plan = plan;
        random = new DemoRandom(plan.Seed);
        staff = new Staff(plan.Supporters);
        Welcome = new Welcome(plan, seal, random);
        var busyness = plan.Programs.Select(p => new Busyness(plan, p, random)).ToList();
        sum = busyness.Sum(b => b.Sum(plan.From));
        lanes = [.. plan.Programs.Select((p, i) => Lane.Of(plan, p, busyness[i], sum, Welcome))];
        Teller = new ContactTeller(plan, staff, seal, random);
    }

    public Welcome Welcome { get; }
    private ContactTeller Teller { get; }

    public IEnumerable<DemoContact> Read()
    {
        var left = plan.Contacts;
        var weight = sum;
        if (sum <= 0)
        {
            yield break;
        }
        var last = LastHour();
        for (var day = 0; day < plan.Days; day++)
        {
            var date = plan.From.AddDays(day);
            staff.Open(date);
            for (var hour = 0; hour < 24; hour++)
            {
                var start = Instant(date, hour);
                if (start.AddHours(1) > plan.Until)
                {
                    yield break;
                }
                for (var i = 0; i < lanes.Length; i++)
                {
                    var here = lanes[i].Busyness.At(day, date.DayOfWeek, hour);
                    if (here <= 0)
                    {
                        continue;
                    }
                    var count = (day, hour, i) == last ? left : Math.Min(left, random.Poisson(left * here / weight));
                    weight = Math.Max(weight - here, here * 1e-9);
                    left -= count;
                    for (; count > 0; count--)
                    {
                        yield return Teller.Tell(lanes[i], day, date, start);
                    }
                }
            }
        }
    }

    private (int Day, int Hour, int Lane) LastHour()
    {
        for (var day = plan.Days - 1; day >= 0; day--)
        {
            for (var hour = 23; hour >= 0; hour--)
            {
                for (var i = lanes.Length - 1; i >= 0; i--)
                {
                    if (lanes[i].Busyness.At(day, plan.From.AddDays(day).DayOfWeek, hour) > 0)
                    {
                        return (day, hour, i);
                    }
                }
            }
        }
        return (-1, -1, -1);
    }

    /// <summary>An hour that a clock change skips begins an hour later, as everywhere in the product.</summary>
    private DateTimeOffset Instant(DateOnly date, int hour)
    {
        var wall = date.ToDateTime(new TimeOnly(hour, 0));
        wall = plan.TimeZone.IsInvalidTime(wall) ? wall.AddHours(1) : wall;
        return new DateTimeOffset(wall, plan.TimeZone.GetUtcOffset(wall)).ToUniversalTime();
    }
}

/// <summary>One program on its way through the years.</summary>
internal sealed record Lane(PlannedProgram Planned, Busyness Busyness, Known Known, double KnownShare)
{
    public SupportProgram Program => Planned.Program;
    public ModelRhythm Rhythm => Planned.Rhythm;

    public static Lane Of(HistoryPlan plan, PlannedProgram planned, Busyness busyness, double sum, Welcome welcome)
    {
        var rhythm = planned.Rhythm;
        var program = planned.Program;
        var share = program.StartingLevel == RecordLevel.Counted ? rhythm.KnownWhereCounted : rhythm.KnownWherePersonal;
        var contacts = sum > 0 ? plan.Contacts * busyness.Sum(plan.From) / sum * share : 0;
        return new(planned, busyness, new Known(contacts, rhythm.Steepness, at => welcome.Someone(program, at)), share);
    }
}
