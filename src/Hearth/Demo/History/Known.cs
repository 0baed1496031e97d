using Hearth.Modules.People;

namespace Hearth.Demo;

/// <summary>
/// Those of one program who chose to be known. Places are taken by one person after another; how often each place comes
/// follows Zipf's law, so that a few people account for most contacts, as callers of lines do.
/// </summary>
internal sealed class Known
{
    private const double TenureDays = 190;
    private const double LongTenureDays = 700;
    private readonly double[] upTo;
    private readonly (Person? Person, int Until)[] places;
    private readonly Func<DateTimeOffset, Person> welcome;

    /// <param name="contacts">About how many contacts they will have in all.</param>
    public Known(double contacts, double steepness, Func<DateTimeOffset, Person> welcome)
    {
        this.welcome = welcome;
        var count = (int)Math.Clamp(0.9 * Math.Pow(contacts, 0.65), 3, 50_000);
        upTo = new double[count];
        places = new (Person?, int)[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            upTo[i] = sum += Math.Pow(i + 1, -steepness);
        }
    }

    /// <returns>Who it was, and whether this was their first time as far as the record goes.</returns>
    public (Person Person, bool IsFirst) Pick(DemoRandom random, int day, DateTimeOffset at)
    {
        var found = Array.BinarySearch(upTo, random.Unit() * upTo[^1]);
        var i = Math.Min(found < 0 ? ~found : found, places.Length - 1);
        if (places[i].Person is { } person && places[i].Until >= day)
        {
            return (person, false);
        }
        var stays = random.Exponential(i < places.Length / 10 ? LongTenureDays : TenureDays);
        places[i] = (welcome(at), day + 1 + (int)stays);
        // In the first weeks of the record, most of those who come have come before.
        return (places[i].Person!, day > 45 || random.Chance(0.1));
    }
}
