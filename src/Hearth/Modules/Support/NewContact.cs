using Hearth.Foundation.Privacy;

namespace Hearth.Modules.Support;

/// <summary>A moment of support as somebody tells it: what every way of recording (button, form, file) comes down to.</summary>
public sealed record NewContact
{
    /// <summary>Chosen by the page that shows the form, so that a form sent twice records once.</summary>
    public required Guid Id { get; init; }
    public required Guid ProgramId { get; init; }
    public Guid? SiteId { get; init; }

    /// <summary>Wall-clock time in the organization's zone.</summary>
    public required DateTime Start { get; init; }
    public bool TimeKnown { get; init; } = true;
    public int? Minutes { get; init; }
    public ContactHow How { get; init; }
    public ContactPlace Place { get; init; }
    public SupportKinds Kinds { get; init; }
    public RecordLevel Level { get; init; } = RecordLevel.Counted;
    public int Headcount { get; init; } = 1;
    public bool? FirstTime { get; init; }
    public IReadOnlyList<Guid> SupporterIds { get; init; } = [];
    public IReadOnlyList<Guid> PersonIds { get; init; } = [];
    public string? Note { get; init; }
}

/// <summary>The fields of a contact that can be corrected, as the earlier versions keep them.</summary>
public sealed record ContactFacts(
    Guid ProgramId,
    Guid? SiteId,
    DateTimeOffset StartedAt,
    bool TimeKnown,
    int? Minutes,
    ContactHow How,
    ContactPlace Place,
    SupportKinds Kinds,
    RecordLevel Level,
    int Headcount,
    bool? FirstTime,
    Guid[] SupporterIds,
    byte[]? NoteSealed,
    DateTimeOffset? UndoneAt
)
{
    public static ContactFacts Of(SupportContact contact) =>
        new(
            contact.ProgramId,
            contact.SiteId,
            contact.StartedAt,
            contact.TimeKnown,
            contact.Minutes,
            contact.How,
            contact.Place,
            contact.Kinds,
            contact.Level,
            contact.Headcount,
            contact.FirstTime,
            contact.SupporterIds,
            contact.NoteSealed,
            contact.UndoneAt
        );
}
