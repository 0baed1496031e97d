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
    public static ContactField Field(string header)
    {
        var plain = Unaccented(Words.Plain(Spaced(header)));
        if (plain.Length == 0)
            return ContactField.Ignore;
        if (ByName.TryGetValue(plain, out var exact))
            return exact;
        // "What should we call you? (optional)" and "Duration (hours)": without, then only, what stands in brackets.
        var bracket = header.IndexOf('(', StringComparison.Ordinal);
        if (bracket > 0)
        {
            var unit = Field(header[(bracket + 1)..].TrimEnd(')', ' '));
            if (unit is ContactField.Hours or ContactField.Seconds or ContactField.MinutesSeconds)
                return unit;
            if (Field(header[..bracket]) is var before && before != ContactField.Ignore)
                return before;
        }
        return Longest(plain);
    }

    /// <summary>The header is one of a field's own names, not one that only holds it: "Visits", not "Home visits".</summary>
    public static bool IsName(string header, ContactField field) =>
        ByName.TryGetValue(Unaccented(Words.Plain(header)), out var named) && named == field;

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

    private static ContactField Longest(string plain)
    {
        var best = ContactField.Ignore;
        var length = 3;
        foreach (var (name, field) in ByName)
        {
            if (name.Length <= length || name is "other" or "line" or "left" or "from" or "type" or "cell" or "count")
                continue;
            if (!$" {plain} ".Contains($" {name} ", StringComparison.Ordinal))
                continue;
            best = field;
            length = name.Length;
        }
        return best;
    }

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
