namespace Hearth.Modules.Reports;

/// <summary>What a report counts. Each has one way of counting, the same in every report.</summary>
public enum Measure
{
    /// <summary>Entries: each recorded moment once, however many people were there.</summary>
    Contacts,

    /// <summary>Everyone who was there, known or not: the headcounts added up.</summary>
    Visits,

    /// <summary>The minutes written down, as hours.</summary>
    Hours,
    ContactsWithoutMinutes,

    /// <summary>Contacts with at least one person known by a code.</summary>
    ContactsWithCode,

    /// <summary>Contacts with a code as a share of contacts, always with both counts.</summary>
    CodeShare,
    PeopleWithCode,
    PeopleByName,

    /// <summary>Each known person once, by code or by name.</summary>
    People,
    FirstTime,
    NotFirstTime,
    FirstTimeNotAsked,
}

/// <summary>What kind of statement a number is (evidence levels 0 and 1; reports of counts go no higher).</summary>
public enum EvidenceGrade
{
    Counted = 0,
    PeopleSaid = 1,
}

/// <summary>How a measure is written in definitions and shown in reports.</summary>
/// <param name="Code">Its name in a definition.</param>
/// <param name="Title">Its column heading.</param>
/// <param name="OutOf">What the number is out of, in a few words.</param>
public sealed record MeasureFacts(Measure Measure, string Code, string Title, string OutOf, EvidenceGrade Grade)
{
    public static IReadOnlyList<MeasureFacts> All { get; } =
    [
        new(Measure.Contacts, "contacts", "Contacts", "each recorded moment once", EvidenceGrade.Counted),
        new(Measure.Visits, "visits", "Visits", "everyone counted, with or without a code", EvidenceGrade.Counted),
        new(Measure.Hours, "hours", "Hours", "minutes written down", EvidenceGrade.Counted),
        new(
            Measure.ContactsWithoutMinutes,
            "contacts-without-minutes",
            "Contacts without minutes",
            "of contacts",
            EvidenceGrade.Counted
        ),
        new(
            Measure.ContactsWithCode,
            "contacts-with-code",
            "Contacts with a code",
            "of contacts",
            EvidenceGrade.Counted
        ),
        new(Measure.CodeShare, "code-share", "Share with a code", "of contacts", EvidenceGrade.Counted),
        new(
            Measure.PeopleWithCode,
            "people-with-code",
            "People known by a code",
            "each code once",
            EvidenceGrade.Counted
        ),
        new(Measure.PeopleByName, "people-by-name", "People known by name", "each name once", EvidenceGrade.Counted),
        new(Measure.People, "people", "Unduplicated people", "known by a code or by name", EvidenceGrade.Counted),
        new(Measure.FirstTime, "first-time", "First time, said yes", "of visits", EvidenceGrade.PeopleSaid),
        new(Measure.NotFirstTime, "first-time-no", "First time, said no", "of visits", EvidenceGrade.PeopleSaid),
        new(
            Measure.FirstTimeNotAsked,
            "first-time-not-asked",
            "First time, not asked",
            "of visits",
            EvidenceGrade.PeopleSaid
        ),
    ];

    public static MeasureFacts Of(Measure measure) => All[(int)measure];

    public static Measure? Find(string code) => All.FirstOrDefault(m => m.Code == code)?.Measure;

    /// <summary>Whether it counts people once each, so that its rows overlap unless they are about the people themselves.</summary>
    public bool IsDistinctPeople => Measure is Measure.People or Measure.PeopleWithCode or Measure.PeopleByName;
}
