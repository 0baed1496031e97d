using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Modules.Accounts;

/// <summary>What one account may do in one organization, since when and until when.</summary>
[Holds(RecordClass.Workforce)]
public sealed class Membership : IOwned
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required Guid AccountId { get; init; }
    public required Role Roles { get; set; }
    public Guid? SupporterId { get; set; }
    public required DateTimeOffset Since { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public int Version { get; set; } = 1;

    private sealed class Map : IEntityTypeConfiguration<Membership>
    {
        public void Configure(EntityTypeBuilder<Membership> builder)
        {
            builder.ToTable("memberships");
            builder.Property(m => m.Version).IsConcurrencyToken();
        }
    }
}
