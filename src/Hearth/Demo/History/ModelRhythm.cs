using Hearth.Modules.Support;

namespace Hearth.Demo;

/// <summary>How support of one model tends to go: when, how long, how, where, with whom. Invented, but plausible.</summary>
internal sealed record ModelRhythm
{
    /// <summary>Twenty-four digits, one for each hour from midnight: 0 closed, 9 busiest.</summary>
    public required string Weekday { get; init; }
    public required string Saturday { get; init; }
    public required string Sunday { get; init; }

    /// <summary>Twelve digits, one for each month from January; 5 is an ordinary month, each step a tenth.</summary>
    public string Season { get; init; } = "555555555555";

    /// <summary>Against an ordinary day: 0 is closed, above 1 is busier.</summary>
    public double OnHolidays { get; init; }

    /// <summary>Whether a burst pipe stops it: a line is answered from home.</summary>
    public bool NeedsTheHouse { get; init; } = true;
    public double GrowthPerYear { get; init; } = 0.08;
    public required double MedianMinutes { get; init; }
    public double MinutesMissing { get; init; } = 0.1;

    /// <summary>The share whose clock time nobody wrote down: only the day is known.</summary>
    public double OnlyTheDay { get; init; }
    public required IReadOnlyList<(SupportKinds Kind, double Chance)> Kinds { get; init; }
    public required IReadOnlyList<(ContactHow How, double Share)> Hows { get; init; }
    public required IReadOnlyList<(ContactPlace Place, double Share)> Places { get; init; }

    /// <summary>The share of entries that are a head count of several, and how many are there on average.</summary>
    public double Several { get; init; }
    public double SeveralMean { get; init; } = 8;

    /// <summary>The share of single contacts by somebody who chose to be known, where the program starts at counted.</summary>
    public double KnownWhereCounted { get; init; }

    /// <summary>The same where it starts at personal: the rest would rather not.</summary>
    public double KnownWherePersonal { get; init; } = 0.93;
    public double AskedFirstTime { get; init; } = 0.7;
    public double FirstTime { get; init; } = 0.1;

    /// <summary>How steeply contacts gather on a few: the exponent of Zipf's law over those who come.</summary>
    public double Steepness { get; init; } = 0.9;
    public double CoSupporter { get; init; }

    /// <summary>Begins on the hour or the half hour, as what is announced does.</summary>
    public bool IsAnnounced { get; init; }

    public string HoursOf(DayOfWeek day) =>
        day switch
        {
            DayOfWeek.Saturday => Saturday,
            DayOfWeek.Sunday => Sunday,
            _ => Weekday,
        };

    public double SeasonOf(int month) => 1 + (Season[month - 1] - '5') * 0.1;
}
