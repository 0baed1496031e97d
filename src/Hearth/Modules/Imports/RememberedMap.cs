using System.Security.Cryptography;
using System.Text;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Modules.Imports;

/// <summary>How a sheet with these headers was read the last time it was imported.</summary>
[Holds(RecordClass.Organization)]
public sealed class RememberedMap : IOwned
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string HeaderSignature { get; init; }

    /// <summary>Headers can be longer than an index holds.</summary>
    [Holds(RecordClass.System)]
    public required byte[] SignatureHash { get; init; }

    /// <summary>The file it was made for.</summary>
    public required string Name { get; set; }
    public required string Map { get; set; }
    public required DateTimeOffset UsedAt { get; set; }

    [Holds(RecordClass.System)]
    public int Version { get; set; } = 1;

    public static byte[] HashOf(string signature) => SHA256.HashData(Encoding.UTF8.GetBytes(signature));

    private sealed class ModelMap : IEntityTypeConfiguration<RememberedMap>
    {
        public void Configure(EntityTypeBuilder<RememberedMap> builder)
        {
            builder.ToTable("import_maps");
            builder.Property(m => m.Version).IsConcurrencyToken();
        }
    }
}
