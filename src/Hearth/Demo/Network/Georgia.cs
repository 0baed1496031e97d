using Hearth.Foundation.Access;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using static Hearth.Modules.Organizations.ProgramModel;

namespace Hearth.Demo;

internal static class Georgia
{
    private const string Zone = "America/New_York";

    public static DemoOrganization OpenPorch { get; } =
        new("open-porch", "Open Porch Recovery Community Center", OrganizationKind.PeerRun, "GA", Zone, "member", 14)
        {
            ClosureDaysAgo = 700,
            Sites =
            [
                new("The Porch", "Dogwood County", new("77 Rocking Chair Road", "Fennimore Springs", "00002")),
                new("Porch Annex", "Dogwood County", new("81 Rocking Chair Road", "Fennimore Springs", "00002")),
            ],
            Programs =
            [
                new("center", "A Chair on the Porch", RecoveryCenter, "The Porch", Weight: 8),
                new(
                    "coaching",
                    "Walking Alongside",
                    RecoveryCoaching,
                    "Porch Annex",
                    LegalRegime.Part2,
                    RecordLevel.Personal,
                    Weight: 3
                ),
                new("groups", "All Pathways Groups", MutualSupportGroups, "The Porch"),
                new("training", "Whole Health Circle", HealthTraining, "Porch Annex") { OpenedDaysAgo = 620 },
            ],
            Supporters =
            [
                new("Alma Pettigrew"),
                new("Curtis Boone"),
                new("Lakshmi Venkataraghavan", From: 900),
                new("Jolene Tate", Until: 500),
                new("Demetrius Fairweather", From: 480),
                new("Sam Okonkwo-Reyes", From: 300),
                new("Wanda Birch", Until: 120),
                new("Ebony Marsh", From: 110),
                new("Gus Delacroix", Volunteer: true, From: 1000),
                new("Tia Holloway", Volunteer: true, From: 400),
                new("Thomas Fry", Volunteer: true, From: 1400, Until: 700),
            ],
            Members =
            [
                new("director", "Alma Pettigrew", Role.Director),
                new("coordinator", "Curtis Boone", Role.Coordinator | Role.PeerSupporter),
                new("supporter", "Sam Okonkwo-Reyes", Role.PeerSupporter),
                new("biller", "Beatrix Lund", Role.Biller),
                new("board", "Leonora Wick", Role.BoardViewer),
                new("funder", "Victor Sallow", Role.FunderViewer),
                new("partner", "Priya Castellane", Role.Partner),
            ],
        };

    public static DemoOrganization Peachwood { get; } =
        new("peachwood", "Peachwood Peer Academy", OrganizationKind.PeerRun, "GA", Zone, "learner", 3)
        {
            Sites = [new("Peachwood Hall", "Azalea County", new("9 Chalk Dust Court", "Quillby", "00004"))],
            Programs =
            [
                new(
                    "wellness",
                    "Wellness Toolbox Course",
                    HealthTraining,
                    "Peachwood Hall",
                    Starts: RecordLevel.Personal,
                    Weight: 3
                ),
                new(
                    "friendly-line",
                    "Study Buddy Warm Line",
                    WarmLine,
                    "Peachwood Hall",
                    PersonWord: "caller",
                    Weight: 2
                ),
                new("voices", "Capitol Voices", Advocacy) { OpenedDaysAgo = 800 },
            ],
            Supporters =
            [
                new("Clementine Rusk"),
                new("Abdoulaye Diop", From: 1000),
                new("Hattie Moon", Until: 380),
                new("Rosalind Achterberg", From: 360),
                new("Lou Pickering", Volunteer: true, From: 500),
            ],
            Members =
            [
                new("clem", "Clementine Rusk", Role.Director | Role.Coordinator),
                new("roz", "Rosalind Achterberg", Role.PeerSupporter),
            ],
        };
}
