using System.Text.Json;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Modules.Organizations;

/// <summary>Where a site is, as one writes it on an envelope.</summary>
public sealed record SiteAddress(string Street, string City, string PostalCode)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Street + City + PostalCode);
}

/// <summary>
/// A place the organization has. Its address is kept sealed, so that a respite house that keeps it confidential does so
/// in backups and copies too; only members who work there open it.
/// </summary>
[Holds(RecordClass.Organization)]
public sealed class Site : IOwned
{
    public required Guid Id { get; init; }
    public required Guid OrganizationId { get; init; }
    public required string Name { get; set; }
    public string? State { get; set; }
    public string? County { get; set; }
    public string? TimeZone { get; set; }
    public bool AddressConfidential { get; set; }
    public byte[]? AddressSealed { get; private set; }
    public DateOnly? ClosedOn { get; set; }
    public int Version { get; set; } = 1;

    public void SetAddress(SiteAddress address, Keyring keyring) =>
        AddressSealed = address.IsEmpty
            ? null
            : Sealed.SealText(keyring.OrganizationKey(OrganizationId), JsonSerializer.Serialize(address), Context);

    public SiteAddress? OpenAddress(Keyring keyring) =>
        AddressSealed is null
            ? null
            : JsonSerializer.Deserialize<SiteAddress>(
                Sealed.OpenText(keyring.OrganizationKey(OrganizationId), AddressSealed, Context)
            );

    private string Context => "site-address/" + Id;

    private sealed class Map : IEntityTypeConfiguration<Site>
    {
        public void Configure(EntityTypeBuilder<Site> builder)
        {
            builder.ToTable("sites");
            builder.Property(s => s.Version).IsConcurrencyToken();
        }
    }
}
