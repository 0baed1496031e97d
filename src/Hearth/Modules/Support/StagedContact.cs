namespace Hearth.Modules.Support;

/// <summary>A contact of a file, checked, on its way to <see cref="ContactLanding"/>.</summary>
/// <param name="SheetRow">The row of the sheet it comes from, as a spreadsheet program numbers it.</param>
/// <param name="Key">What the row says, as a keyed hash: the same row in another file has the same key.</param>
/// <param name="Start">The instant it began; the day's noon where only the day is known.</param>
/// <param name="Supporter">The number under which the supporter's name was staged, or null.</param>
/// <param name="CodeIndex">The blind index of the person's code: makes the contact personal. Null keeps it counted.</param>
public readonly record struct StagedContact(
    int SheetRow,
    Guid Id,
    Guid Key,
    Guid ProgramId,
    Guid? SiteId,
    DateTimeOffset Start,
    DateOnly ServiceDay,
    bool TimeKnown,
    int? Minutes,
    ContactHow How,
    ContactPlace Place,
    SupportKinds Kinds,
    int Headcount,
    bool? FirstTime,
    int? Supporter,
    byte[]? CodeIndex
);
