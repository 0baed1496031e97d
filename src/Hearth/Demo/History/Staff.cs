using Hearth.Modules.Organizations;

namespace Hearth.Demo;

/// <summary>Who was there on a day to give support: people start and leave, and volunteers do less.</summary>
internal sealed class Staff(IReadOnlyList<Supporter> supporters)
{
    private const double NobodyWroteWho = 0.04;
    private static readonly Guid[] Nobody = [];
    private readonly Dictionary<(int, int), Guid[]> teams = [];
    private readonly List<int> there = [];
    private readonly List<double> upTo = [];

    public void Open(DateOnly day)
    {
        there.Clear();
        upTo.Clear();
        var sum = 0.0;
        for (var i = 0; i < supporters.Count; i++)
        {
            var supporter = supporters[i];
            if (supporter.StartedOn > day || supporter.EndedOn < day)
            {
                continue;
            }
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            sum += supporter.IsVolunteer ? (weekend ? 0.9 : 0.3) : 1;
            there.Add(i);
            upTo.Add(sum);
        }
    }

    /// <summary>One supporter, or two who did it together, and the account it was recorded under where they have one.</summary>
    public (Guid[] Ids, Guid? Account) Pick(DemoRandom random, double together)
    {
        if (there.Count == 0 || random.Chance(NobodyWroteWho))
        {
            return (Nobody, null);
        }
        var first = One(random);
        var second = random.Chance(together) ? One(random) : first;
        if (!teams.TryGetValue((first, second), out var ids))
        {
            ids = first == second ? [supporters[first].Id] : [supporters[first].Id, supporters[second].Id];
            teams.Add((first, second), ids);
        }
        return (ids, supporters[first].AccountId);
    }

    private int One(DemoRandom random)
    {
        var at = random.Unit() * upTo[^1];
        var found = upTo.FindIndex(end => at < end);
        return there[found < 0 ? there.Count - 1 : found];
    }
}
