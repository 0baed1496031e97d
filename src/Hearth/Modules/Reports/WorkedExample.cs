using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.Support;

namespace Hearth.Modules.Reports;

/// <summary>A tiny list of contacts and the numbers a right report finds in it. Part of every shipped definition; run as a test.</summary>
/// <param name="Expect">"visits" or "visits by how=phone and month=2026-10" to the number before small cells are hidden.</param>
/// <param name="Prints">The same names to what the report prints: "12", "under 11", "withheld", "not known".</param>
public sealed record WorkedExample(
    string Says,
    ReportPeriod Period,
    IReadOnlyList<ExampleProgram> Programs,
    IReadOnlyList<ExamplePerson> People,
    IReadOnlyList<ExampleContact> Contacts,
    IReadOnlyDictionary<string, string> Expect,
    IReadOnlyDictionary<string, string> Prints
);

public sealed record ExampleProgram(string Slug, ProgramModel Model);

public sealed record ExamplePerson(
    string Key,
    bool HasCode,
    bool HasName,
    int? BirthYear,
    string? Gender,
    IReadOnlyList<string> RaceEthnicity,
    string? Language,
    string? County
);

/// <param name="Times">How many contacts just like this one.</param>
public sealed record ExampleContact(
    DateOnly Day,
    TimeOnly? At,
    string Program,
    ContactHow How,
    ContactPlace Place,
    SupportKinds Kinds,
    RecordLevel Level,
    int Headcount,
    int? Minutes,
    bool? FirstTime,
    IReadOnlyList<string> People,
    bool Undone,
    int Times
);
