using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Modules.Organizations;

public enum OrganizationKind : short
{
    PeerRun = 1,
    TreatmentProgram = 2,
    Payer = 3,
    StateAgency = 4,
    Funder = 5,
    Network = 6,
    FiscalSponsor = 7,
}

/// <summary>A peer-run organization, or a partner of one.</summary>
[Holds(RecordClass.Organization)]
public sealed class Organization : IOwner
{
    public const int NameLength = 200;

    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Name { get; set; }
    public required OrganizationKind Kind { get; set; }
    public string? State { get; set; }

    /// <summary>IANA name; the one place where wall-clock times of the organization come from.</summary>
    public required string TimeZone { get; set; }

    /// <summary>What the organization calls a person: guest, member, participant, peer.</summary>
    public string PersonWord { get; set; } = "guest";

    /// <summary>Made up, for the demo; shown on every page and export.</summary>
    public bool IsSynthetic { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public int Version { get; set; } = 1;

    private sealed class Map : IEntityTypeConfiguration<Organization>
    {
        public void Configure(EntityTypeBuilder<Organization> builder)
        {
            builder.ToTable("organizations");
            builder.Property(o => o.Version).IsConcurrencyToken();
        }
    }
}
