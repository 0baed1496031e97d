using Hearth.Foundation.Audit;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hearth.Modules.People;

/// <summary>What a person answered when they were asked whether a record may know more, in the words put to them.</summary>
[Holds(RecordClass.Personal)]
public sealed class LevelDecision : IOwned, IAboutPerson
{
    [Holds(RecordClass.System)]
    public required Guid Id { get; init; }

    [Holds(RecordClass.System)]
    public required Guid OrganizationId { get; init; }

    [Holds(RecordClass.System)]
    public required Guid PersonId { get; init; }

    /// <summary>The one record it is about; none where it is about all that follow.</summary>
    [Holds(RecordClass.System)]
    public Guid? ContactId { get; init; }
    public required RecordLevel FromLevel { get; init; }
    public required RecordLevel ToLevel { get; init; }
    public required bool SaidYes { get; init; }

    /// <summary>Free text, and so never quoted in the audit, which would outlive a deletion.</summary>
    public required string Words { get; init; }

    [Holds(RecordClass.Organization)]
    public required string Language { get; init; }
    public required DateOnly SaidOn { get; init; }

    [Holds(RecordClass.System)]
    public required DateTimeOffset RecordedAt { get; init; }

    [Holds(RecordClass.System)]
    public Guid? RecordedBy { get; init; }

    Guid? IAboutPerson.AboutPersonId => PersonId;

    private sealed class Map : IEntityTypeConfiguration<LevelDecision>
    {
        public void Configure(EntityTypeBuilder<LevelDecision> builder) =>
            builder.ToTable("level_decisions").HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
    }
}
