using Hearth.Foundation.Access;
using Hearth.Modules.Organizations;

namespace Hearth.Demo;

/// <summary>Those who work with the peer-run organizations. They hold no support contacts of their own.</summary>
internal static class Partners
{
    private const string Eastern = "America/New_York";

    public static IReadOnlyList<DemoOrganization> All { get; } =
    [
        new(
            "mockingbird-clinic",
            "Mockingbird Valley Clinic",
            OrganizationKind.TreatmentProgram,
            "GA",
            Eastern,
            "person"
        )
        {
            Members = [new("partner", "Priya Castellane", Role.Director)],
        },
        new(
            "saltmarsh-hospital",
            "Saltmarsh Harbor Hospital",
            OrganizationKind.TreatmentProgram,
            "ME",
            Eastern,
            "person"
        ),
        new(
            "ocotillo-treatment",
            "Ocotillo Ridge Treatment Program",
            OrganizationKind.TreatmentProgram,
            "AZ",
            "America/Phoenix",
            "person"
        ),
        new(
            "evergreen-plan",
            "Imaginary Evergreen Health Plan",
            OrganizationKind.Payer,
            "WA",
            "America/Los_Angeles",
            "member"
        )
        {
            Members = [new("owen", "Owen Tsai", Role.Director)],
        },
        new("sundial-plan", "Sundial Community Health Plan", OrganizationKind.Payer, "AZ", "America/Phoenix", "member"),
        new(
            "office-of-wellbeing",
            "Office of Wellbeing and Recovery (an invented state agency)",
            OrganizationKind.StateAgency,
            "GA",
            Eastern,
            "resident"
        )
        {
            Members = [new("funder", "Victor Sallow", Role.Director)],
        },
        new(
            "kindled-network",
            "Kindled: A Statewide Network of Peer-Run Organizations",
            OrganizationKind.Network,
            "WI",
            "America/Chicago",
            "member"
        )
        {
            Members = [new("harriet", "Harriet Bloom", Role.Director)],
        },
    ];
}
