using Hearth.Foundation.Access;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using static Hearth.Modules.Organizations.ProgramModel;

namespace Hearth.Demo;

internal static class NewMexico
{
    private const string Zone = "America/Denver";

    public static DemoOrganization CasaTurquesa { get; } =
        new("casa-turquesa", "Casa Turquesa: Camino de Compañía", OrganizationKind.PeerRun, "NM", Zone, "compañero", 7)
        {
            Sites =
            [
                new("Casa Turquesa", "Piñon County", new("303 Calle Inventada", "Agua Clara", "00011")),
                new("La Casita", "Chamisa County", new("12 Camino Sin Nombre", "Mesa Lejana", "00012")),
            ],
            Programs =
            [
                new("casa", "La Casa Abierta", RecoveryCenter, "Casa Turquesa", Weight: 4),
                new(
                    "acompanar",
                    "Acompañar",
                    RecoveryCoaching,
                    "La Casita",
                    LegalRegime.Part2,
                    RecordLevel.Personal,
                    Weight: 2
                ),
                new("bienestar", "Taller de Bienestar", HealthTraining, "Casa Turquesa", Weight: 0.7),
                new("jovenes", "Jóvenes Adelante", YouthMentoring, "La Casita", Starts: RecordLevel.Personal)
                {
                    OpenedDaysAgo = 560,
                },
            ],
            Supporters =
            [
                new("Araceli Ibáñez de la Peña"),
                new("Nicolás Trujillo", From: 1100),
                new("Soledad Muñiz", Until: 390),
                new("Güicho Lucero", From: 370),
                new("Fern Abeyta", From: 550),
                new("Ofelia Sena", Volunteer: true, From: 680),
            ],
            Members =
            [
                new("araceli", "Araceli Ibáñez de la Peña", Role.Director),
                new("nico", "Nicolás Trujillo", Role.Coordinator | Role.PeerSupporter),
            ],
        };

    /// <summary>Names that run from right to left, alone and beside ones that do not.</summary>
    public static DemoOrganization BaytAlAmal { get; } =
        new("bayt-al-amal", "بيت الأمل – Bayt al-Amal Peer Circle", OrganizationKind.PeerRun, "NM", Zone, "ضيف", 3)
        {
            Sites = [new("بيت الأمل", "Yucca County", new("7 Fictional Way", "Sandía Vista", "00013"))],
            Programs =
            [
                new("evening", "حلقة المساء", MutualSupportGroups, "بيت الأمل"),
                new("listening", "מעגל הקשבה (Listening Circle)", MutualSupportGroups, "بيت الأمل", Weight: 0.6),
                new(
                    "house",
                    "غرف الراحة",
                    PeerRespite,
                    "بيت الأمل",
                    LegalRegime.Hipaa,
                    RecordLevel.Personal,
                    Weight: 2
                ),
                new("line", "خط الدفء Warm Line", WarmLine, "بيت الأمل", Weight: 3),
            ],
            Supporters =
            [
                new("ليلى الخطيب"),
                new("يوسف Mansour", From: 700),
                new("נעמי בן־דוד", From: 530),
                new("سامر حدّاد", Until: 470),
                new("Miriam Sayegh", Volunteer: true, From: 420),
            ],
            Members =
            [
                new("layla", "ليلى الخطيب", Role.Director | Role.Coordinator),
                new("yusuf", "يوسف Mansour", Role.PeerSupporter),
            ],
        };
}
