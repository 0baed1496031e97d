using System.Globalization;
using YamlDotNet.Serialization;

namespace Hearth.Modules.Imports.Rules;

/// <summary>
/// What a column is likely to hold by its name, as header-words.yaml beside this file lists. Order matters: the first
/// field that has the name is taken.
/// </summary>
internal static class HeaderWords
{
    private static readonly Dictionary<string, ContactField> ByName = Read();

    /// <summary>The field a header names, or Ignore.</summary>
    public static ContactField Field(string header) => Find(header) ?? ContactField.Ignore;

    /// <summary>The header says that the column is nothing of a contact: a birthday, a zip code, a wait.</summary>
    public static bool IsSomethingElse(string header) => Find(header) == ContactField.Ignore;

    /// <summary>The header is one of a field's own names, not one that only holds it: "Visits", not "Home visits".</summary>
    public static bool IsName(string header, ContactField field) => Exact(header) == field;

    /// <summary>The header is a name of its own, whatever a bracket behind it explains: "Date (mm/dd/yyyy)".</summary>
    public static bool IsName(string header) => Exact(header) is not null || Exact(header.Split('(')[0]) is not null;

    /// <summary>Whether the header asks for new people, for people who came before, or names both.</summary>
    public static (bool New, bool Returning) AsksFor(string header)
    {
        var words = Words.Plain(header).Split(' ');
        return (
            words.Any(word => word is "new" or "first" or "1st"),
            words.Any(word => word is "repeat" or "returning" or "return" or "before" or "regular")
        );
    }

    private static ContactField? Exact(string header)
    {
        var plain = Comparable(header);
        if (ByName.TryGetValue(plain, out var field))
            return field;
        // "# of guests" and "Total number of guests" are guests.
        var of = plain.IndexOf("of ", StringComparison.Ordinal);
        return
            of >= 0
            && plain[..of] is "" or "no " or "number " or "total " or "total no " or "total number "
            && ByName.TryGetValue(plain[(of + 3)..], out field)
            && field == ContactField.Headcount
            ? field
            : null;
    }

    private static ContactField? Find(string header)
    {
        var plain = Comparable(header);
        if (plain.Length == 0)
            return null;
        if (Exact(header) is { } exact)
            return exact;
        // "What should we call you? (optional)" and "Duration (hours)": without, then only, what stands in brackets.
        var bracket = header.IndexOf('(', StringComparison.Ordinal);
        if (bracket <= 0)
            return Longest(plain);
        var before = Find(header[..bracket]);
        if (
            before != ContactField.Ignore
            && Find(header[(bracket + 1)..].TrimEnd(')', ' ')) is { } unit
            && IsUnit(unit)
        )
            return unit;
        return before ?? Longest(plain);
    }

    private static bool IsUnit(ContactField field) =>
        field is ContactField.Minutes or ContactField.Hours or ContactField.Seconds or ContactField.MinutesSeconds;

    private static string Comparable(string header) => Unaccented(Words.Plain(Spaced(header)));

    // "StartTime" is two words.
    private static string Spaced(string header) =>
        string.Concat(
            header.Select((c, i) => i > 0 && char.IsUpper(c) && char.IsLower(header[i - 1]) ? $" {c}" : $"{c}")
        );

    // "Teléfono" and "Telefono": capitals and hurried hands leave accents out.
    private static string Unaccented(string plain) =>
        System.Text.Ascii.IsValid(plain)
            ? plain
            : string.Concat(
                    plain
                        .Normalize(System.Text.NormalizationForm.FormD)
                        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                )
                .Normalize();

    private static ContactField? Longest(string plain)
    {
        ContactField? best = null;
        var length = 3;
        foreach (var (name, field) in ByName)
        {
            if (name.Length <= length || IsOnlyAlone(name))
                continue;
            if (!$" {plain} ".Contains($" {name} ", StringComparison.Ordinal))
                continue;
            best = field;
            length = name.Length;
        }
        // "Time in minutes" is how long, not when.
        var words = plain.Split(' ');
        return
            best != ContactField.Ignore
            && words is [.., "in" or "en", var last]
            && ByName.TryGetValue(last, out var unit)
            && IsUnit(unit)
            ? unit
            : best;
    }

    // Words that name a field where they stand alone and mean many things among others.
    private static bool IsOnlyAlone(string name) =>
        name is "other" or "line" or "left" or "from" or "type" or "cell" or "count" or "code" or "first" or "last";

    private static Dictionary<string, ContactField> Read()
    {
        using var stream =
            typeof(HeaderWords).Assembly.GetManifestResourceStream("header-words.yaml")
            ?? throw new InvalidOperationException("header-words.yaml is not in the program.");
        using var reader = new StreamReader(stream);
        return new DeserializerBuilder()
            .Build()
            .Deserialize<Dictionary<ContactField, List<string>>>(reader)
            .SelectMany(entry => entry.Value.Select(name => (Name: Unaccented(name), Field: entry.Key)))
            .DistinctBy(pair => pair.Name)
            .ToDictionary(pair => pair.Name, pair => pair.Field);
    }
}
