using Hearth.Modules.Organizations;
using Hearth.Modules.Support;
using static Hearth.Modules.Support.ContactHow;
using static Hearth.Modules.Support.ContactPlace;
using static Hearth.Modules.Support.SupportKinds;

namespace Hearth.Demo;

/// <summary>The rhythm of each model, as tables to read and change.</summary>
internal static class ModelRhythms
{
    private const string Closed = "000000000000000000000000";

    public static ModelRhythm Of(ProgramModel model) =>
        model switch
        {
            ProgramModel.PeerRespite => Respite,
            ProgramModel.RecoveryCenter => Center,
            ProgramModel.WarmLine => Line,
            ProgramModel.MutualSupportGroups => Groups,
            ProgramModel.HealthTraining => Training,
            ProgramModel.RecoveryCoaching => Coaching,
            ProgramModel.YouthMentoring => Youth,
            ProgramModel.OlderAdultSupport => Elders,
            ProgramModel.Bridging => Bridge,
            ProgramModel.Advocacy => Desk,
        };

    // Someone is up at all hours; nights are quiet.
    private static ModelRhythm Respite { get; } =
        new()
        {
            Weekday = "211112346654455667888643",
            Saturday = "211112345654455667888643",
            Sunday = "211112345654455667888643",
            Season = "664455444566",
            OnHolidays = 1.1,
            GrowthPerYear = 0.03,
            MedianMinutes = 40,
            MinutesMissing = 0.2,
            Kinds =
            [
                (Listening, 0.8),
                (SharingExperience, 0.45),
                (APlaceToBe, 0.5),
                (Planning, 0.2),
                (Meal, 0.25),
                (CrisisSupport, 0.08),
                (FindingResources, 0.15),
            ],
            Hows = [(InPerson, 0.94), (Phone, 0.06)],
            Places = [(OurPlace, 0.95), (Community, 0.05)],
            KnownWherePersonal = 0.97,
            FirstTime = 0.15,
            Steepness = 0.6,
        };

    private static ModelRhythm Center { get; } =
        new()
        {
            Weekday = "000000000688975567640000",
            Saturday = "000000000056765300000000",
            Sunday = Closed,
            Season = "645554456655",
            MedianMinutes = 75,
            MinutesMissing = 0.45,
            OnlyTheDay = 0.05,
            Kinds =
            [
                (APlaceToBe, 0.7),
                (Meal, 0.35),
                (Listening, 0.3),
                (Activity, 0.25),
                (FindingResources, 0.2),
                (Supplies, 0.12),
                (SharingExperience, 0.12),
                (Ride, 0.03),
                (Group, 0.05),
            ],
            Hows = [(InPerson, 0.97), (Phone, 0.03)],
            Places = [(OurPlace, 0.97), (Community, 0.03)],
            Several = 0.12,
            SeveralMean = 9,
            KnownWhereCounted = 0.3,
            FirstTime = 0.09,
            GrowthPerYear = 0.12,
        };

    // Busiest in the evening and on the days when everything else is shut.
    private static ModelRhythm Line { get; } =
        new()
        {
            Weekday = "532211112333334456789997",
            Saturday = "543211112345555566789998",
            Sunday = "543211112345555567899997",
            Season = "764444445667",
            OnHolidays = 1.35,
            NeedsTheHouse = false,
            GrowthPerYear = 0.2,
            MedianMinutes = 17,
            MinutesMissing = 0.03,
            Kinds =
            [
                (Listening, 0.93),
                (SharingExperience, 0.35),
                (FindingResources, 0.2),
                (Planning, 0.08),
                (CrisisSupport, 0.05),
                (Introduction, 0.03),
            ],
            Hows = [(Phone, 0.84), (Chat, 0.09), (Text, 0.07)],
            Places = [(ContactPlace.NotRecorded, 0.9), (TheirHome, 0.1)],
            KnownWhereCounted = 0.22,
            AskedFirstTime = 0.55,
            FirstTime = 0.13,
            Steepness = 1.3,
        };

    // A schedule, not a stream: a meeting is one entry with a head count and never a roster.
    private static ModelRhythm Groups { get; } =
        new()
        {
            Weekday = "000000000000400000900000",
            Saturday = "000000000060000000000000",
            Sunday = "000000000000000500000000",
            Season = "655555445655",
            OnHolidays = 0.3,
            MedianMinutes = 85,
            MinutesMissing = 0.05,
            Kinds = [(Group, 1), (SharingExperience, 0.6), (Listening, 0.4), (Meal, 0.1)],
            Hows = [(InPerson, 0.78), (Video, 0.22)],
            Places = [(OurPlace, 0.75), (Community, 0.15), (ContactPlace.NotRecorded, 0.1)],
            Several = 1,
            SeveralMean = 7,
            AskedFirstTime = 0,
            CoSupporter = 0.4,
            IsAnnounced = true,
        };

    private static ModelRhythm Training { get; } =
        new()
        {
            Weekday = "000000000067003640000000",
            Saturday = "000000000024200000000000",
            Sunday = Closed,
            Season = "576764337753",
            MedianMinutes = 135,
            MinutesMissing = 0.02,
            Kinds = [(Skills, 1), (Planning, 0.3), (SharingExperience, 0.3), (Group, 0.4)],
            Hows = [(InPerson, 0.65), (Video, 0.35)],
            Places = [(OurPlace, 0.7), (ContactPlace.NotRecorded, 0.3)],
            Several = 0.15,
            SeveralMean = 9,
            KnownWhereCounted = 0.1,
            FirstTime = 0.15,
            Steepness = 0.3,
            CoSupporter = 0.5,
            IsAnnounced = true,
        };

    private static ModelRhythm Coaching { get; } =
        new()
        {
            Weekday = "000000002578754678400000",
            Saturday = "000000000022200000000000",
            Sunday = Closed,
            MedianMinutes = 38,
            MinutesMissing = 0.04,
            Kinds =
            [
                (Planning, 0.6),
                (Listening, 0.6),
                (SharingExperience, 0.4),
                (FindingResources, 0.3),
                (Skills, 0.2),
                (Ride, 0.04),
                (Advocacy, 0.08),
            ],
            Hows = [(Phone, 0.5), (InPerson, 0.35), (Video, 0.1), (Text, 0.05)],
            Places = [(OurPlace, 0.3), (Community, 0.15), (JailOrCourt, 0.04), (ContactPlace.NotRecorded, 0.51)],
            KnownWhereCounted = 0.3,
            NeedsTheHouse = false,
            Steepness = 0.5,
            GrowthPerYear = 0.15,
        };

    private static ModelRhythm Youth { get; } =
        new()
        {
            Weekday = "000000000012222578862000",
            Saturday = "000000000002456653000000",
            Sunday = "000000000000233320000000",
            Season = "666665446665",
            OnHolidays = 0.2,
            MedianMinutes = 45,
            Kinds =
            [
                (Listening, 0.6),
                (Activity, 0.4),
                (SharingExperience, 0.4),
                (Skills, 0.3),
                (Advocacy, 0.08),
                (Ride, 0.08),
            ],
            Hows = [(Text, 0.38), (InPerson, 0.4), (Chat, 0.12), (Video, 0.07), (Phone, 0.03)],
            Places = [(Community, 0.35), (OurPlace, 0.25), (ContactPlace.NotRecorded, 0.4)],
            KnownWhereCounted = 0.2,
            Steepness = 0.6,
            GrowthPerYear = 0.18,
        };

    private static ModelRhythm Elders { get; } =
        new()
        {
            Weekday = "000000000589866641000000",
            Saturday = "000000000013332000000000",
            Sunday = "000000000000222100000000",
            Season = "764444445567",
            OnHolidays = 0.8,
            MedianMinutes = 50,
            Kinds =
            [
                (Listening, 0.9),
                (Meal, 0.15),
                (SharingExperience, 0.35),
                (Ride, 0.1),
                (FindingResources, 0.15),
                (Activity, 0.15),
            ],
            Hows = [(Phone, 0.55), (InPerson, 0.43), (Video, 0.02)],
            Places = [(TheirHome, 0.4), (Community, 0.1), (ContactPlace.NotRecorded, 0.5)],
            Several = 0.05,
            KnownWhereCounted = 0.3,
            NeedsTheHouse = false,
            Steepness = 0.7,
        };

    private static ModelRhythm Bridge { get; } =
        new()
        {
            Weekday = "000000001577766642000000",
            Saturday = "000000000011100000000000",
            Sunday = Closed,
            OnHolidays = 0.15,
            MedianMinutes = 55,
            MinutesMissing = 0.06,
            Kinds =
            [
                (Listening, 0.7),
                (Planning, 0.45),
                (Introduction, 0.3),
                (SharingExperience, 0.5),
                (FindingResources, 0.35),
                (Ride, 0.12),
                (Supplies, 0.08),
            ],
            Hows = [(InPerson, 0.7), (Phone, 0.27), (Video, 0.03)],
            Places = [(Hospital, 0.45), (Community, 0.2), (JailOrCourt, 0.1), (TheirHome, 0.1), (Elsewhere, 0.15)],
            KnownWhereCounted = 0.3,
            NeedsTheHouse = false,
            Steepness = 0.4,
            FirstTime = 0.25,
        };

    private static ModelRhythm Desk { get; } =
        new()
        {
            Weekday = "000000000478753321000000",
            Saturday = Closed,
            Sunday = Closed,
            Season = "788654444554",
            MedianMinutes = 30,
            Kinds = [(Advocacy, 1), (FindingResources, 0.5), (Listening, 0.35), (Planning, 0.2), (Introduction, 0.1)],
            Hows = [(Phone, 0.45), (InPerson, 0.45), (Video, 0.1)],
            Places = [(OurPlace, 0.45), (Community, 0.2), (JailOrCourt, 0.1), (ContactPlace.NotRecorded, 0.25)],
            Several = 0.08,
            SeveralMean = 14,
            KnownWhereCounted = 0.15,
            FirstTime = 0.3,
            Steepness = 0.4,
        };
}
