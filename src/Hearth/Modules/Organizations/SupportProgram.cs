using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Modules.Organizations;

/// <summary>The field's models of peer support.</summary>
public enum ProgramModel : short
{
    PeerRespite = 1,
    RecoveryCenter = 2,
    WarmLine = 3,
    MutualSupportGroups = 4,
    HealthTraining = 5,
    RecoveryCoaching = 6,
    YouthMentoring = 7,
    OlderAdultSupport = 8,
    Bridging = 9,
    Advocacy = 10,
}

/// <summary>What binds the program's records: its own promise, HIPAA, or 42 CFR Part 2.</summary>
public enum LegalRegime : short
{
    InternalPromise = 1,
    Hipaa = 2,
    Part2 = 3,
}

/// <summary>One thing the organization does, of one model.</summary>
[Holds(RecordClass.Organization)]
public sealed class SupportProgram : IOwned
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public Guid? SiteId { get; set; }
    public required string Slug { get; init; }
    public required string Name { get; set; }
    public required ProgramModel Model { get; set; }
    public required LegalRegime LegalRegime { get; set; }

    /// <summary>Overrides the organization's word for a person.</summary>
    public string? PersonWord { get; set; }

    /// <summary>The level a new record starts at. Nobody has to say anything for it.</summary>
    public RecordLevel StartingLevel { get; set; } = RecordLevel.Counted;
    public DateOnly? StartedOn { get; set; }
    public DateOnly? EndedOn { get; set; }
    public int Version { get; set; } = 1;

    public bool IsRunning(DateOnly on) => !(StartedOn > on) && !(EndedOn < on);

    private sealed class Map : IEntityTypeConfiguration<SupportProgram>
    {
        public void Configure(EntityTypeBuilder<SupportProgram> builder)
        {
            builder.ToTable("programs");
            builder.Property(p => p.Version).IsConcurrencyToken();
        }
    }
}
