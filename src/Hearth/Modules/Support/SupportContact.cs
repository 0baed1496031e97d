using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Modules.Support;

/// <summary>The one record of a moment of support. Everything else is derived from it; nobody re-keys.</summary>
[Holds(RecordClass.Counted)]
public sealed class SupportContact : IOwned
{
    public const int MostMinutes = 2880;
    public const int MostPeople = 100_000;

    [Holds(RecordClass.System)]
    public required Guid OrganizationId { get; init; }

    [Holds(RecordClass.System)]
    public required Guid Id { get; init; }
    public required Guid ProgramId { get; set; }
    public Guid? SiteId { get; set; }
    public required DateTimeOffset StartedAt { get; set; }

    /// <summary>The day it counts for, in the organization's time zone.</summary>
    public required DateOnly ServiceDay { get; set; }

    /// <summary>False where only the day is known; <see cref="StartedAt"/> is then that day's noon.</summary>
    public bool TimeKnown { get; set; } = true;
    public int? Minutes { get; set; }
    public ContactHow How { get; set; }
    public ContactPlace Place { get; set; }
    public SupportKinds Kinds { get; set; }
    public required RecordLevel Level { get; set; }

    /// <summary>How many people were there, known or not.</summary>
    public int Headcount { get; set; } = 1;

    /// <summary>What the person said; null where nobody asked.</summary>
    public bool? FirstTime { get; set; }

    [Holds(RecordClass.Workforce)]
    public Guid[] SupporterIds { get; set; } = [];

    /// <summary>Free text, only with exactly one person, sealed with that person's own key.</summary>
    [Holds(RecordClass.Personal)]
    public byte[]? NoteSealed { get; set; }

    [Holds(RecordClass.System)]
    public Guid? ImportId { get; init; }

    [Holds(RecordClass.System)]
    public Guid? ImportKey { get; init; }

    [Holds(RecordClass.System)]
    public required DateTimeOffset RecordedAt { get; init; }

    [Holds(RecordClass.Workforce)]
    public Guid? RecordedBy { get; init; }
    public bool IsLate { get; set; }

    /// <summary>Taken back: kept, shown as such, and counted nowhere.</summary>
    [Holds(RecordClass.System)]
    public DateTimeOffset? UndoneAt { get; set; }

    [Holds(RecordClass.System)]
    public int Version { get; set; } = 1;

    private sealed class Map : IEntityTypeConfiguration<SupportContact>
    {
        public void Configure(EntityTypeBuilder<SupportContact> builder)
        {
            builder.ToTable("support_contacts").HasKey(c => new { c.OrganizationId, c.Id });
            builder.Property(c => c.Version).IsConcurrencyToken();
        }
    }
}

/// <summary>Someone who was there and chose to be known. A counted contact can hold nobody: the schema refuses it.</summary>
[Holds(RecordClass.Personal)]
public sealed class ContactPerson : IOwned, Foundation.Audit.IAboutPerson
{
    [Holds(RecordClass.System)]
    public required Guid OrganizationId { get; init; }

    [Holds(RecordClass.System)]
    public required Guid ContactId { get; init; }

    [Holds(RecordClass.System)]
    public required Guid PersonId { get; init; }

    [Holds(RecordClass.System)]
    public required RecordLevel Level { get; set; }

    Guid? Foundation.Audit.IAboutPerson.AboutPersonId => PersonId;

    private sealed class Map : IEntityTypeConfiguration<ContactPerson>
    {
        public void Configure(EntityTypeBuilder<ContactPerson> builder) =>
            builder
                .ToTable("contact_people")
                .HasKey(p => new
                {
                    p.OrganizationId,
                    p.ContactId,
                    p.PersonId,
                });
    }
}

/// <summary>What a contact said before it was corrected.</summary>
[Holds(RecordClass.Counted)]
public sealed class SupportContactVersion : IOwned
{
    [Holds(RecordClass.System)]
    public required Guid OrganizationId { get; init; }

    [Holds(RecordClass.System)]
    public required Guid ContactId { get; init; }

    [Holds(RecordClass.System)]
    public required int Version { get; init; }

    [Holds(RecordClass.System)]
    public required DateTimeOffset ReplacedAt { get; init; }

    [Holds(RecordClass.Workforce)]
    public Guid? ReplacedBy { get; init; }

    /// <summary>Written freely, so never quoted in the audit, which would outlive a deletion.</summary>
    [Holds(RecordClass.Personal)]
    public string? Why { get; set; }

    /// <summary>JSON of a <see cref="ContactFacts"/>; a note is in it only sealed.</summary>
    public required string Body { get; set; }

    private sealed class Map : IEntityTypeConfiguration<SupportContactVersion>
    {
        public void Configure(EntityTypeBuilder<SupportContactVersion> builder) =>
            builder
                .ToTable("support_contact_versions")
                .HasKey(v => new
                {
                    v.OrganizationId,
                    v.ContactId,
                    v.Version,
                });
    }
}
