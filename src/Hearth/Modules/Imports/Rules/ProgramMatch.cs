namespace Hearth.Modules.Imports.Rules;

/// <summary>Which program a word in the sheet means.</summary>
internal sealed class ProgramMatch
{
    private readonly Dictionary<string, string> slugs = new(StringComparer.Ordinal);
    private readonly ContactMap map;

    public ProgramMatch(ContactMap map, IReadOnlyList<ImportProgram> programs)
    {
        this.map = map;
        foreach (var program in programs)
        {
            foreach (var name in program.AlsoCalled.Prepend(program.Slug).Prepend(program.Name))
                slugs.TryAdd(Words.Plain(name), program.Slug);
        }
    }

    /// <summary>The slug; "" when the map leaves the word out; null when nobody has said.</summary>
    public string? Slug(ReadOnlySpan<char> word)
    {
        if (word.Trim().IsEmpty)
            return map.FixedProgram;
        if (map.ProgramWords.TryGetValue(Words.Key(word), out var slug))
            return slug;
        return Own(word) ?? (map.FixedProgram is not null && IsNobody(word) ? "" : map.FixedProgram);
    }

    // "Volunteer hours" under the programs of a tally are not people of the one program there is.
    private static bool IsNobody(ReadOnlySpan<char> word) =>
        Words.Plain(word).Split(' ')[^1] is "hours" or "miles" or "mileage"
        && HeaderWords.IsName(word.ToString(), ContactField.Ignore);

    /// <summary>The program whose own name this is.</summary>
    public string? Own(ReadOnlySpan<char> word) => slugs.GetValueOrDefault(Words.Plain(word));
}
