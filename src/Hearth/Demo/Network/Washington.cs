using Hearth.Foundation.Access;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using static Hearth.Modules.Organizations.ProgramModel;

namespace Hearth.Demo;

internal static class Washington
{
    private const string Zone = "America/Los_Angeles";

    public static DemoOrganization Rivermouth { get; } =
        new("rivermouth", "Rivermouth Young Adult Collective", OrganizationKind.PeerRun, "WA", Zone, "young person", 5)
        {
            Sites = [new("The Loft", "Driftwood County", new("510 Foggy Landing", "Rivermouth", "00009"))],
            Programs =
            [
                new(
                    "mentors",
                    "Walk With Me",
                    YouthMentoring,
                    "The Loft",
                    LegalRegime.Hipaa,
                    RecordLevel.Personal,
                    Weight: 3
                ),
                new("loft", "Loft Nights", MutualSupportGroups, "The Loft"),
                new("speak-up", "Speak Up Crew", Advocacy, "The Loft", Weight: 0.5),
            ],
            Supporters =
            [
                new("Juniper Kaleo"),
                new("Zev Morrow", From: 620),
                new("Aaliyah Brandt", Until: 600),
                new("Minh-Anh Đặng", From: 410),
                new("Rowan Ashgrove", Until: 90),
                new("Beck Ferreira", From: 80),
                new("Ari Nakai", Volunteer: true, From: 370),
            ],
            Members =
            [
                new("juniper", "Juniper Kaleo", Role.Director),
                new("zev", "Zev Morrow", Role.Coordinator | Role.PeerSupporter),
            ],
        };

    /// <summary>Chinese, Korean and Vietnamese beside English.</summary>
    public static DemoOrganization HeartBridge { get; } =
        new("heart-bridge", "心橋 Heart Bridge 마음다리", OrganizationKind.PeerRun, "WA", Zone, "朋友", 5)
        {
            Sites =
            [
                new(
                    "心橋小屋 Heart Bridge Cottage",
                    "Madrona County",
                    new("88 Paper Crane Street", "Cedar Sound", "00010")
                ),
            ],
            Programs =
            [
                new(
                    "line",
                    "溫心熱線 · 따뜻한 전화",
                    WarmLine,
                    "心橋小屋 Heart Bridge Cottage",
                    PersonWord: "來電者",
                    Weight: 4
                ),
                new(
                    "elders",
                    "長者茶敘 Tea with Elders",
                    OlderAdultSupport,
                    "心橋小屋 Heart Bridge Cottage",
                    Weight: 2
                ),
                new("circle", "Vòng Tròn Bạn Bè", MutualSupportGroups, "心橋小屋 Heart Bridge Cottage"),
            ],
            Supporters =
            [
                new("陳美玲"),
                new("김하늘", From: 900),
                new("Nguyễn Thị Ngọc Ánh", From: 760),
                new("林國偉", Until: 480),
                new("さくら Hoshino", Volunteer: true, From: 450),
            ],
            Members =
            [
                new("meiling", "陳美玲", Role.Director | Role.Coordinator),
                new("haneul", "김하늘", Role.PeerSupporter),
            ],
        };
}
