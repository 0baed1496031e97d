using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Modules.Organizations;

/// <summary>Someone who gives support, with an account or (a volunteer of years ago, a name on a sheet) without.</summary>
[Holds(RecordClass.Workforce)]
public sealed class Supporter : IOwned
{
    public const int NameLength = 200;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Name { get; set; }
    public string? Initials { get; set; }
    public bool IsVolunteer { get; set; }
    public Guid? AccountId { get; set; }
    public DateOnly? StartedOn { get; set; }
    public DateOnly? EndedOn { get; set; }
    public int Version { get; set; } = 1;

    private sealed class Map : IEntityTypeConfiguration<Supporter>
    {
        public void Configure(EntityTypeBuilder<Supporter> builder)
        {
            builder.ToTable("supporters");
            builder.Property(s => s.Version).IsConcurrencyToken();
        }
    }
}
