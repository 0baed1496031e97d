namespace Hearth.Modules.Imports.Rules;

/// <summary>A program that rows can belong to: its slug, its name, and other words people write for it.</summary>
public sealed record ImportProgram(string Slug, string Name, IReadOnlyList<string> AlsoCalled)
{
    public ImportProgram(string slug, string name)
        : this(slug, name, []) { }
}

/// <summary>What a reading needs to know from outside the file.</summary>
/// <param name="Today">The organization's own date: later dates in a file are problems, and years are suggested from it.</param>
/// <param name="Zone">The site's time zone; timestamps that carry an offset are brought to it.</param>
/// <param name="Programs">The organization's programs.</param>
/// <param name="KeySecret">
/// The organization's own secret (32 bytes): content keys are HMACs under it, so a key says nothing about the name that
/// went into it. It must not change, or the same file would import twice.
/// </param>
public sealed record ImportContext(
    DateOnly Today,
    TimeZoneInfo Zone,
    IReadOnlyList<ImportProgram> Programs,
    ReadOnlyMemory<byte> KeySecret
)
{
    /// <summary>What else may stop a contact that was read well: the same rules as on a page.</summary>
    public Func<ImportedContact, IReadOnlyList<ImportProblem>>? Check { get; init; }
}
