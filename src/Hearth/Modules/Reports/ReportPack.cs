using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Modules.Reports;

/// <summary>One version of a pack that the organization made for a funder. Versions are added, never changed.</summary>
[Holds(RecordClass.Organization)]
public sealed class ReportPack : IOwned
{
    public required Guid OrganizationId { get; init; }
    public required string Slug { get; init; }
    public required int Version { get; init; }

    /// <summary>The definition as YAML, in the format of the shipped files.</summary>
    public required string Definition { get; init; }
    public required DateTimeOffset MadeAt { get; init; }

    [Holds(RecordClass.Workforce)]
    public Guid? MadeBy { get; init; }

    private sealed class Map : IEntityTypeConfiguration<ReportPack>
    {
        public void Configure(EntityTypeBuilder<ReportPack> builder) =>
            builder
                .ToTable("report_packs")
                .HasKey(p => new
                {
                    p.OrganizationId,
                    p.Slug,
                    p.Version,
                });
    }
}
