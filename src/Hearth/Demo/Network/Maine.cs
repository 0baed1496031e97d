using Hearth.Foundation.Access;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using static Hearth.Modules.Organizations.ProgramModel;

namespace Hearth.Demo;

internal static class Maine
{
    private const string Zone = "America/New_York";

    public static DemoOrganization NightKettle { get; } =
        new("night-kettle", "The Night Kettle", OrganizationKind.PeerRun, "ME", Zone, "caller", 16)
        {
            Sites = [new("Kettle Room", "Pinecone County", new("1 Midnight Wharf", "Saltmarsh Harbor", "00005"))],
            Programs =
            [
                new("line", "Night Kettle Warm Line", WarmLine, "Kettle Room", Weight: 10),
                new(
                    "friendly-calls",
                    "Friendly Calls",
                    OlderAdultSupport,
                    "Kettle Room",
                    Starts: RecordLevel.Personal,
                    PersonWord: "friend",
                    Weight: 2
                ),
                new("advocacy", "Plain Talk at the State House", Advocacy, Weight: 0.4),
            ],
            Supporters =
            [
                new("Esther Quimby"),
                new("Noor Haddad", From: 1100),
                new("Étienne Gagné", Until: 560),
                new("Brídín Pelletier", From: 540),
                new("Walter Stubbs", From: 700),
                new("Xóchitl Marrow", From: 260),
                new("Dot Kinney", Until: 300),
                new("Harold Vane", Volunteer: true, From: 1300),
                new("Margit Soós", Volunteer: true, From: 620),
                new("Leo Tran", Volunteer: true, From: 350, Until: 40),
            ],
            Members =
            [
                new("esther", "Esther Quimby", Role.Director),
                new("noor", "Noor Haddad", Role.Coordinator | Role.PeerSupporter),
                new("walter", "Walter Stubbs", Role.PeerSupporter),
            ],
        };

    public static DemoOrganization Cobblestone { get; } =
        new("cobblestone", "Cobblestone Bridgers", OrganizationKind.PeerRun, "ME", Zone, "peer", 4)
        {
            Sites =
            [
                new("Bridgers' Office", "Heron County", new("52 Drawbridge Street", "Tidewater Mills", "00006")),
                new(
                    "Harbor Rooms",
                    "Heron County",
                    new("6 Unlisted Way", "Tidewater Mills", "00006"),
                    Confidential: true
                ),
            ],
            Programs =
            [
                new(
                    "bridging",
                    "Bridging Home",
                    Bridging,
                    "Bridgers' Office",
                    LegalRegime.Hipaa,
                    RecordLevel.Personal,
                    Weight: 3
                ),
                new(
                    "harbor-rooms",
                    "Harbor Rooms",
                    PeerRespite,
                    "Harbor Rooms",
                    Starts: RecordLevel.Personal,
                    PersonWord: "guest",
                    Weight: 2
                )
                {
                    ClosedDaysAgo = 425,
                },
                new("circle", "Coming Home Circle", MutualSupportGroups, "Bridgers' Office"),
            ],
            Supporters =
            [
                new("Agnes Thornbury"),
                new("Ravi Chandrasekhar", From: 850),
                new("Mo Littlefield", Until: 425),
                new("Petra Vasquez-Lind", From: 400),
                new("Eamon Duffy", Volunteer: true, From: 500),
            ],
            Members =
            [
                new("agnes", "Agnes Thornbury", Role.Director),
                new("ravi", "Ravi Chandrasekhar", Role.PeerSupporter),
            ],
        };
}
