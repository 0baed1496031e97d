using Hearth.Foundation.Access;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using static Hearth.Modules.Organizations.ProgramModel;

namespace Hearth.Demo;

/// <summary>Most of Arizona keeps one time all year, which tries every conversion of hours.</summary>
internal static class ArizonaState
{
    private const string Zone = "America/Phoenix";

    public static DemoOrganization Tumbleweed { get; } =
        new("tumbleweed", "Tumbleweed Commons", OrganizationKind.PeerRun, "AZ", Zone, "guest", 9)
        {
            ClosureDaysAgo = 150,
            Sites = [new("The Commons", "Ocotillo County", new("4040 Mirage Avenue", "Dry Wells", "00007"))],
            Programs =
            [
                new("commons", "The Commons", RecoveryCenter, "The Commons", Weight: 7),
                new("art", "Art & Wonder 🎨🌵", MutualSupportGroups, "The Commons"),
                new("bridge", "Out the Gate", Bridging, Starts: RecordLevel.Personal, Weight: 1.5)
                {
                    OpenedDaysAgo = 500,
                },
            ],
            Supporters =
            [
                new("Inés Quintanilla"),
                new("Joaquín Bell", From: 1050),
                new("Shyla Begaye-Storm", From: 640),
                new("Chet Rollins", Until: 655),
                new("Maeve Orozco", From: 330),
                new("Del Whiterock", Until: 345),
                new("Frankie Osei", Volunteer: true, From: 720),
                new("Lupe Armijo", Volunteer: true, From: 200),
            ],
            Members =
            [
                new("ines", "Inés Quintanilla", Role.Director),
                new("joaquin", "Joaquín Bell", Role.Coordinator | Role.PeerSupporter),
            ],
        };

    public static DemoOrganization SecondSunrise { get; } =
        new(
            "second-sunrise",
            "Second Sunrise Recovery Organization",
            OrganizationKind.PeerRun,
            "AZ",
            Zone,
            "participant",
            7
        )
        {
            Sites = [new("Sunrise Corner", "Palo Verde County", new("18 Daybreak Plaza", "Copper Flats", "00008"))],
            Programs =
            [
                new(
                    "coaching",
                    "Sunrise Coaching",
                    RecoveryCoaching,
                    "Sunrise Corner",
                    LegalRegime.Part2,
                    RecordLevel.Personal,
                    Weight: 4
                ),
                new("line", "Sunrise Check-in Line", WarmLine, "Sunrise Corner", PersonWord: "caller", Weight: 2),
                new("circles", "Sunrise Circles", MutualSupportGroups, "Sunrise Corner"),
            ],
            Supporters =
            [
                new("Terrence Valdivia"),
                new("Gloria Yazzie-Park", From: 1200),
                new("Hank Mulrooney", Until: 280),
                new("Saoirse Blake", From: 275),
                new("Tariq Montoya", From: 700),
                new("Connie Ferris", Volunteer: true, From: 640),
            ],
            Members =
            [
                new("terrence", "Terrence Valdivia", Role.Director),
                new("gloria", "Gloria Yazzie-Park", Role.Coordinator | Role.PeerSupporter),
                new("biller", "Beatrix Lund", Role.Biller),
            ],
        };
}
