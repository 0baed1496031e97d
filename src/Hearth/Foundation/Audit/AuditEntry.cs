using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Foundation.Audit;

/// <summary>One thing that was done: who, when, why, old and new. Never changed; a sealer chains it within a second.</summary>
[Holds(RecordClass.System)]
public sealed class AuditEntry : IOwned
{
    /// <summary>The chain of what belongs to no organization: sign-ins, first set-up.</summary>
    public static readonly Guid Installation = Guid.Empty;

    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required DateTimeOffset At { get; init; }
    public Guid? AccountId { get; init; }

    [Holds(RecordClass.Workforce)]
    public required string Actor { get; init; }

    /// <summary>A verb: added, changed, removed, read, imported, signed in.</summary>
    public required string Action { get; init; }

    /// <summary>The table, or another short word for what it was done to.</summary>
    public required string Subject { get; init; }
    public Guid? SubjectId { get; init; }

    /// <summary>The supported person it concerns, so that they can be told who looked.</summary>
    public Guid? PersonId { get; init; }
    public string? Why { get; init; }

    /// <summary>JSON of the columns before. What is personal is there only sealed with the person's own key.</summary>
    public string? OldValue { get; init; }

    /// <summary>JSON of the columns after.</summary>
    public string? NewValue { get; init; }

    private sealed class Map : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder) =>
            builder.ToTable("audit_entries").HasKey(e => new { e.OrganizationId, e.Id });
    }
}
