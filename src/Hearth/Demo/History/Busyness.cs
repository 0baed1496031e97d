namespace Hearth.Demo;

/// <summary>
/// How busy each hour of each day of one program is beside all others: hours of the week, season, holidays, growth, the
/// days it runs, the week the house was closed, and luck.
/// </summary>
internal sealed class Busyness
{
    private const double LuckOfADay = 0.18;
    private readonly double[] days;
    private readonly double[][] hours = new double[7][];

    public Busyness(HistoryPlan plan, PlannedProgram planned, DemoRandom random)
    {
        var week = 0.0;
        for (var day = 0; day < 7; day++)
        {
            hours[day] = [.. planned.Rhythm.HoursOf((DayOfWeek)day).Select(digit => (double)(digit - '0'))];
            week += hours[day].Sum();
        }
        days = new double[plan.Days];
        for (var i = 0; i < days.Length; i++)
        {
            var luck = Math.Exp(LuckOfADay * random.Normal());
            days[i] = planned.Weight / week * luck * Of(plan, planned, plan.From.AddDays(i), i);
        }
    }

    public double At(int day, DayOfWeek weekday, int hour) => days[day] * hours[(int)weekday][hour];

    /// <summary>The sum over all hours.</summary>
    public double Sum(DateOnly from) => days.Select((d, i) => d * hours[(int)from.AddDays(i).DayOfWeek].Sum()).Sum();

    private static double Of(HistoryPlan plan, PlannedProgram planned, DateOnly day, int index)
    {
        var rhythm = planned.Rhythm;
        if (!planned.Program.IsRunning(day) || (rhythm.NeedsTheHouse && plan.IsClosed(day)))
        {
            return 0;
        }
        var growth = Math.Pow(1 + rhythm.GrowthPerYear, index / 365.25);
        return growth * rhythm.SeasonOf(day.Month) * (Holidays.IsHoliday(day) ? rhythm.OnHolidays : 1);
    }
}
