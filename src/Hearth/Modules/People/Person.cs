using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Modules.People;

/// <summary>How to reach a person, as they asked to be reached.</summary>
public sealed record Reach(string? Phone, string? Email, string? Wishes)
{
    public bool IsEmpty => string.IsNullOrWhiteSpace(Phone + Email + Wishes);
}

/// <summary>
/// Somebody who chose to be known, by a code of their own or by name. Who they are is sealed with a key of their own,
/// which is deleted with them; it opens through <see cref="PersonSeal"/> only.
/// </summary>
[Holds(RecordClass.Personal)]
public sealed class Person : IOwned, IAboutPerson
{
    public const int NameLength = 200;

    [Holds(RecordClass.System)]
    public required Guid Id { get; init; }

    [Holds(RecordClass.System)]
    public required Guid OrganizationId { get; init; }

    /// <summary>Personal, or billable where they said yes to that.</summary>
    [Holds(RecordClass.System)]
    public RecordLevel Level { get; set; } = RecordLevel.Personal;

    /// <summary>Wrapped with the organization's key. Never in the audit: without it, what the audit holds cannot open.</summary>
    [Holds(RecordClass.Key)]
    public required byte[] OwnKey { get; set; }
    public byte[]? CodeSealed { get; set; }

    [Holds(RecordClass.Key)]
    public byte[]? CodeIndex { get; set; }

    public byte[]? NameSealed { get; set; }

    [Holds(RecordClass.Key)]
    public byte[]? NameIndex { get; set; }

    public byte[]? ReachSealed { get; set; }
    public short? BirthYear { get; set; }
    public string? Gender { get; set; }
    public string[] RaceEthnicity { get; set; } = [];

    /// <summary>BCP 47, such as es or zh-Hant.</summary>
    public string? Language { get; set; }
    public string? County { get; set; }

    [Holds(RecordClass.System)]
    public required DateTimeOffset CreatedAt { get; init; }

    [Holds(RecordClass.System)]
    public Guid? CreatedBy { get; init; }

    /// <summary>Their page was deleted; what is left is what the law keeps, and nothing finds it by name or code.</summary>
    [Holds(RecordClass.System)]
    public DateTimeOffset? ForgottenAt { get; set; }

    [Holds(RecordClass.System)]
    public int Version { get; set; } = 1;

    Guid? IAboutPerson.AboutPersonId => Id;

    private sealed class Map : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> builder)
        {
            builder.ToTable("people");
            builder.Property(p => p.Version).IsConcurrencyToken();
        }
    }
}
