using Hearth.Foundation.Access;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;

namespace Hearth.Demo;

/// <summary>One made-up organization of the demo network, as the tables under Network tell it.</summary>
/// <param name="Share">How much of the network's contacts are its own, in parts of the sum of all shares.</param>
public sealed record DemoOrganization(
    string Slug,
    string Name,
    OrganizationKind Kind,
    string? State,
    string TimeZone,
    string PersonWord = "guest",
    double Share = 0
)
{
    public Guid Id => DemoIds.Of("organization/" + Slug);
    public IReadOnlyList<DemoSite> Sites { get; init; } = [];
    public IReadOnlyList<DemoProgram> Programs { get; init; } = [];
    public IReadOnlyList<DemoSupporter> Supporters { get; init; } = [];
    public IReadOnlyList<DemoMember> Members { get; init; } = [];

    /// <summary>The day a burst pipe (or the like) closed its doors, in days before today, for a week.</summary>
    public int? ClosureDaysAgo { get; init; }
}

public sealed record DemoSite(string Name, string? County, SiteAddress Address, bool Confidential = false);

/// <param name="Site">The name of one of the organization's sites.</param>
/// <param name="Weight">How busy it is beside the organization's other programs.</param>
public sealed record DemoProgram(
    string Slug,
    string Name,
    ProgramModel Model,
    string? Site = null,
    LegalRegime Regime = LegalRegime.InternalPromise,
    RecordLevel Starts = RecordLevel.Counted,
    string? PersonWord = null,
    double Weight = 1
)
{
    /// <summary>Days before today on which it opened and closed; none where it was always there or still runs.</summary>
    public int? OpenedDaysAgo { get; init; }
    public int? ClosedDaysAgo { get; init; }
}

/// <param name="From">Days before today on which they started.</param>
/// <param name="Until">Days before today on which they left, where they did.</param>
public sealed record DemoSupporter(string Name, bool Volunteer = false, int From = 1500, int? Until = null);

/// <summary>Somebody who can sign in. The same key in several organizations is the same account.</summary>
public sealed record DemoMember(string Key, string Name, Role Roles)
{
    public string UserName => Persona.Prefix + Key;
    public Guid AccountId => DemoIds.Of("account/" + Key);
}
