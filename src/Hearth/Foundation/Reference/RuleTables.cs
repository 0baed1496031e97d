using System.Globalization;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace Hearth.Foundation.Reference;

/// <summary>Every rule that is kept as data, with the day it holds from and where it comes from, as a page.</summary>
public static class RuleTables
{
    private static readonly string[] Titles = ["title", "name", "id", "label"];

    /// <param name="rules">The folder rules.</param>
    public static string Text(string rules)
    {
        var text = new StringBuilder("# Rules kept as data\n\n");
        text.Append(
            "Made from the files under `rules` by `./hearth docs`. Each rule holds from a day, names its source, and says when somebody last looked there.\n"
        );
        foreach (
            var file in Directory
                .EnumerateFiles(rules, "*.yaml", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            var name = Path.GetRelativePath(rules, file).Replace('\\', '/');
            text.Append(CultureInfo.InvariantCulture, $"\n## [{name}](../../rules/{name})\n\n");
            if (Opening(file) is { Length: > 0 } opening)
            {
                text.Append(opening).Append("\n\n");
            }
            text.Append("| Rule | Holds from | Source | Checked on |\n|---|---|---|---|\n");
            foreach (var rule in Rules(file))
            {
                text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", rule.Select(Cell))} |\n");
            }
        }
        return text.ToString();
    }

    // The comment at the top says in words what the file is.
    private static string Opening(string file) =>
        string.Join(' ', File.ReadLines(file).TakeWhile(l => l.StartsWith('#')).Select(l => l.TrimStart('#').Trim()))
            .Trim();

    private static List<string?[]> Rules(string file)
    {
        using var reader = new StreamReader(file);
        var yaml = new YamlStream();
        yaml.Load(reader);
        var found = new List<string?[]>();
        foreach (var document in yaml.Documents)
        {
            Collect(document.RootNode, Path.GetFileNameWithoutExtension(file), null, null, found);
        }
        return found;
    }

    private static void Collect(YamlNode node, string key, string? from, string? checkedOn, List<string?[]> found)
    {
        if (node is YamlSequenceNode list)
        {
            foreach (var item in list)
            {
                Collect(item, key, from, checkedOn, found);
            }
        }
        if (node is not YamlMappingNode map)
        {
            return;
        }
        checkedOn = Scalar(map, "checked_on") ?? checkedOn;
        from = Scalar(map, "effective_from") ?? Below(map, "effective", "from") ?? from;
        if (map.Children.TryGetValue("source", out var source))
        {
            var own = source as YamlMappingNode;
            found.Add([
                Titles.Select(t => Scalar(map, t)).FirstOrDefault(t => t is not null) ?? key,
                from,
                own is null
                    ? source.ToString()
                    : Scalar(own, "text") + (Scalar(own, "url") is { } url ? $" {url}" : ""),
                own is null ? checkedOn : Scalar(own, "checked_on") ?? checkedOn,
            ]);
        }
        foreach (var (name, child) in map.Children)
        {
            Collect(child, name.ToString(), from, checkedOn, found);
        }
    }

    private static string? Below(YamlMappingNode map, string key, string inner) =>
        map.Children.TryGetValue(key, out var value) && value is YamlMappingNode below ? Scalar(below, inner) : null;

    private static string? Scalar(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(key, out var value) && value is YamlScalarNode scalar ? scalar.Value : null;

    private static string Cell(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? "not said"
            : text.Trim().ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
