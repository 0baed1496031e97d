using Hearth.Foundation.Access;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Modules.Accounts;

/// <summary>A director's offer of membership, by a link that works once within seven days.</summary>
[Holds(RecordClass.Workforce)]
public sealed class Invitation : IOwned
{
    public static readonly TimeSpan Holds = TimeSpan.FromDays(7);

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }

    [Holds(RecordClass.Key)]
    public required byte[] TokenHash { get; init; }
    public required string Name { get; init; }
    public required Role Roles { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public Guid? CreatedBy { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? AcceptedAt { get; set; }
    public Guid? AcceptedBy { get; set; }
    public DateTimeOffset? WithdrawnAt { get; set; }

    public bool IsOpen(DateTimeOffset now) => AcceptedAt is null && WithdrawnAt is null && ExpiresAt > now;

    private sealed class Map : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> builder)
        {
            builder.ToTable("invitations");
            // Used once: of two at the same moment the second finds it changed.
            builder.Property(i => i.AcceptedAt).IsConcurrencyToken();
            builder.Property(i => i.WithdrawnAt).IsConcurrencyToken();
        }
    }
}
