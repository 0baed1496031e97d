namespace Hearth.Foundation.Access;

/// <summary>
/// Who is asking, for which organization, in which roles. Filled once per request by <see cref="AccessMiddleware"/>
/// (or by a command line or job that names its own actor); the database session follows it.
/// </summary>
public sealed class Access
{
    public Guid? AccountId { get; private set; }
    public string Actor { get; private set; } = "nobody";
    public Guid? OrganizationId { get; private set; }
    public OrganizationContext? Organization { get; private set; }
    public Role Roles { get; private set; }

    public bool Has(Role any) => (Roles & any) != 0;

    /// <summary>The organization asked for; an endpoint outside an organization must not ask.</summary>
    public OrganizationContext RequireOrganization() =>
        Organization ?? throw new InvalidOperationException("No organization is in scope here.");

    public void SignedIn(Guid accountId, string actor) => (AccountId, Actor) = (accountId, actor);

    public void Enter(OrganizationContext organization, Role roles)
    {
        Organization = organization;
        OrganizationId = organization.Id;
        Roles = roles;
    }

    /// <summary>For the command line and for jobs, which act in their own name with every role.</summary>
    public void EnterAsCommandLine(OrganizationContext organization, string actor = "command line")
    {
        Actor = actor;
        Enter(organization, Role.Anyone);
    }
}

/// <summary>What every page of an organization needs to know about it.</summary>
public sealed record OrganizationContext(Guid Id, string Slug, string Name, TimeZoneInfo TimeZone, string PersonWord)
{
    /// <summary>Everything in it is made up; each of its pages says so.</summary>
    public bool IsSynthetic { get; init; }

    /// <summary>The organization's own address prefix.</summary>
    public string Path => $"/o/{Slug}";

    public DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, TimeZone).DateTime;

    public DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(Local(clock.GetUtcNow()));

    /// <summary>The instant of a local wall-clock time; a time skipped by a clock change moves forward an hour.</summary>
    public DateTimeOffset Instant(DateTime local)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (TimeZone.IsInvalidTime(wall))
        {
            wall = wall.AddHours(1);
        }
        return new DateTimeOffset(wall, TimeZone.GetUtcOffset(wall)).ToUniversalTime();
    }
}
