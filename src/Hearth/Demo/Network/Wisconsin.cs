using Hearth.Foundation.Access;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using static Hearth.Modules.Organizations.ProgramModel;

namespace Hearth.Demo;

internal static class Wisconsin
{
    private const string Zone = "America/Chicago";

    public static DemoOrganization PaperLantern { get; } =
        new("paper-lantern", "Paper Lantern Peer House", OrganizationKind.PeerRun, "WI", Zone, "guest", 8)
        {
            ClosureDaysAgo = 420,
            Sites =
            [
                new(
                    "Lantern House",
                    "Marigold County",
                    new("14 Imaginary Lane", "Larkfield", "00001"),
                    Confidential: true
                ),
                new("Lantern Office", "Marigold County", new("200 Sample Street, Suite 3", "Larkfield", "00001")),
            ],
            Programs =
            [
                new("house", "Lantern House", PeerRespite, "Lantern House", Starts: RecordLevel.Personal, Weight: 3),
                new("line", "Lantern Warm Line", WarmLine, "Lantern Office", PersonWord: "caller", Weight: 6),
                new("circles", "Evening Circles", MutualSupportGroups, "Lantern Office"),
            ],
            Supporters =
            [
                new("Dana Whitlock"),
                new("Marcus Oyelaran"),
                new("Siobhán Ní Dhálaigh", From: 980),
                new("Tomasz Wójcik", Until: 210),
                new("Renée Thibodeaux", From: 205),
                new("Ola Fagbemi", Until: 640),
                new("Kit Sandoval", From: 600),
                new("June Abernathy", Volunteer: true, From: 800),
                new("Pete Lindqvist", Volunteer: true, From: 1200, Until: 330),
            ],
            Members =
            [
                new("dana", "Dana Whitlock", Role.Director),
                new("marcus", "Marcus Oyelaran", Role.Coordinator | Role.PeerSupporter),
                new("kit", "Kit Sandoval", Role.PeerSupporter),
                new("ruth", "Ruth Amsel", Role.BoardViewer),
            ],
        };

    /// <summary>A name as long as bylaws can make one, to try every page with.</summary>
    public static DemoOrganization ThreeRivers { get; } =
        new(
            "three-rivers",
            "The Greater Three Rivers and Upper Lakes Consumer-Operated Alliance for Mutual Support, Housing Justice, "
                + "Lifelong Learning and the Gradual Abolition of Loneliness, Incorporated",
            OrganizationKind.PeerRun,
            "WI",
            Zone,
            "fellow traveler",
            5
        )
        {
            Sites = [new("The Boathouse", "Sturgeon County", new("3 Nowhere Quay", "Upper Lakes", "00003"))],
            Programs =
            [
                new("boathouse", "The Boathouse Drop-in", RecoveryCenter, "The Boathouse", Weight: 4),
                new(
                    "elders",
                    "Porch Light Visits with Older Neighbors Who Would Rather Not Eat Alone",
                    OlderAdultSupport,
                    Weight: 2
                ),
                new("advocacy", "Rights and Housing Desk", Advocacy, "The Boathouse"),
            ],
            Supporters =
            [
                new("Wilhelmina Featherstonehaugh-Ramaswamy of the Upper Lakes"),
                new("Bo"),
                new("Ingrid Aamodt", Until: 450),
                new("Yusuf Demir", From: 430),
                new("Nell Harker", Volunteer: true, From: 900),
                new("Roy Castellan", Volunteer: true, From: 700, Until: 60),
            ],
            Members =
            [
                new("mina", "Wilhelmina Featherstonehaugh-Ramaswamy of the Upper Lakes", Role.Director),
                new("bo", "Bo", Role.PeerSupporter),
            ],
        };
}
