using System.Reflection;

namespace Hearth.X12.Guides;

/// <summary>A line of a guide's text with its place, for complaints.</summary>
internal sealed record GuideLine(string File, int Number, int Indent, string Text)
{
    public FormatException Wrong(string why) => new($"{File}, line {Number}: {why}: {Text}");

    /// <summary>The first word, and the rest.</summary>
    public (string Key, string Value) Pair()
    {
        var blank = Text.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? (Text, "") : (Text[..blank], Text[blank..].Trim());
    }
}

/// <summary>The texts that are built into the library; see README.md beside this file.</summary>
internal static class GuideText
{
    private const string Root = "Guides/";

    /// <summary>The names of all guides, such as "835".</summary>
    public static IReadOnlyList<string> Guides { get; } =
    [
        .. Assembly
            .GetExecutingAssembly()
            .GetManifestResourceNames()
            .Where(name => name.EndsWith(".guide", StringComparison.Ordinal))
            .Select(name => name[Root.Length..^".guide".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>A file's lines without comments and blank ones.</summary>
    public static IEnumerable<GuideLine> Lines(string file)
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(Root + file)
            ?? throw new FormatException($"{file} is not in the library.");
        using var reader = new StreamReader(stream);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            // A list modifier of a line number, "R#", is no comment.
            var comment = line.StartsWith('#') ? 0 : line.IndexOf(" #", StringComparison.Ordinal);
            var text = (comment < 0 ? line : line[..comment]).TrimEnd();
            var trimmed = text.TrimStart();
            if (trimmed.Length > 0)
            {
                yield return new(file, number, text.Length - trimmed.Length, trimmed);
            }
        }
    }
}
