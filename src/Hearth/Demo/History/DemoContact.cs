using Hearth.Foundation.Privacy;
using Hearth.Modules.People;
using Hearth.Modules.Support;

namespace Hearth.Demo;

/// <summary>A contact of the history on its way to the database; a value, so that ten million of them cost no memory.</summary>
internal struct DemoContact
{
    public Guid Id;
    public Guid ProgramId;
    public Guid? SiteId;
    public DateTimeOffset StartedAt;
    public DateOnly ServiceDay;
    public bool TimeKnown;
    public int? Minutes;
    public ContactHow How;
    public ContactPlace Place;
    public SupportKinds Kinds;
    public RecordLevel Level;
    public int Headcount;
    public bool? FirstTime;
    public Guid[] SupporterIds;
    public Person? Person;
    public byte[]? NoteSealed;
    public DateTimeOffset RecordedAt;
    public Guid? RecordedBy;
    public bool IsLate;
    public DateTimeOffset? UndoneAt;

    /// <summary>Set where it was corrected or taken back: when, why, and the minutes it said before.</summary>
    public DateTimeOffset? ChangedAt;
    public string? ChangedWhy;
    public int? MinutesBefore;

    public readonly int Version => ChangedAt is null ? 1 : 2;

    /// <summary>What it said before the change.</summary>
    public readonly ContactFacts Before() =>
        new(
            ProgramId,
            SiteId,
            StartedAt,
            TimeKnown,
            MinutesBefore,
            How,
            Place,
            Kinds,
            Level,
            Headcount,
            FirstTime,
            SupporterIds,
            NoteSealed,
            null
        );
}
