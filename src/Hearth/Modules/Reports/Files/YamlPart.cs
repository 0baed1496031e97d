using System.Globalization;
using Hearth.Foundation;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Hearth.Modules.Reports.Files;

/// <summary>
/// A place in a YAML file that knows its path ("sections[2].by"), so that every complaint can say where. Reading never
/// throws; what cannot be read is noted and a harmless value takes its place.
/// </summary>
internal sealed class YamlPart
{
    private readonly YamlNode? node;
    private readonly string path;
    private readonly string file;
    private readonly List<Problem> problems;

    private YamlPart(YamlNode? node, string path, string file, List<Problem> problems) =>
        (this.node, this.path, this.file, this.problems) = (node, path, file, problems);

    public static YamlPart Of(string text, string file, List<Problem> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return new YamlPart(stream.Documents.FirstOrDefault()?.RootNode, "", file, problems);
        }
        // The reader of YAML throws other things too, where a file breaks off in the middle.
        catch (Exception failure)
            when (failure is YamlException or InvalidOperationException or ArgumentException or FormatException)
        {
            var line = failure is YamlException { Start.Line: > 0 } at ? $", line {at.Start.Line}" : "";
            problems.Add(new Problem(file, $"{file}{line}: this is not YAML that can be read: {failure.Message}"));
            return new YamlPart(null, "", file, problems);
        }
    }

    public bool Exists => node is not null;

    public bool IsText => node is YamlScalarNode;

    public void Complain(string sentence) =>
        problems.Add(
            new Problem(
                path.Length == 0 ? file : path,
                path.Length == 0 ? $"{file}: {sentence}" : $"{file}, {path}: {sentence}"
            )
        );

    public YamlPart this[string name] =>
        new(
            node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out var child)
                ? child
                : null,
            path.Length == 0 ? name : $"{path}.{name}",
            file,
            problems
        );

    public IEnumerable<YamlPart> Items =>
        node is YamlSequenceNode list
            ? list.Children.Select((child, i) => new YamlPart(child, $"{path}[{i + 1}]", file, problems))
            : [];

    public IEnumerable<(string Name, YamlPart Part)> Entries =>
        node is YamlMappingNode map
            ? map.Children.Select(e => (((YamlScalarNode)e.Key).Value ?? "", this[((YamlScalarNode)e.Key).Value ?? ""]))
            : [];

    /// <summary>Names that nobody reads are spelling mistakes.</summary>
    public YamlPart Only(params string[] names)
    {
        if (node is not null and not YamlMappingNode)
        {
            Complain($"names with values belong here: {string.Join(", ", names)}.");
        }
        foreach (var (name, part) in Entries.Where(e => !names.Contains(e.Name)))
        {
            part.Complain($"\"{name}\" means nothing here. Known: {string.Join(", ", names)}.");
        }
        return this;
    }

    public string? TextOrNone => node is YamlScalarNode { Value: { Length: > 0 } value } ? value.Trim() : null;

    public string Text()
    {
        if (TextOrNone is { } text)
        {
            return text;
        }
        Complain("a text is missing here.");
        return "";
    }

    public int? NumberOrNone() => TextOrNone is null ? null : Number();

    public int Number()
    {
        if (int.TryParse(TextOrNone, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }
        Complain($"a whole number belongs here, not \"{TextOrNone}\".");
        return 0;
    }

    public bool Flag(bool otherwise)
    {
        switch (TextOrNone)
        {
            case null:
                return otherwise;
            case "true" or "yes":
                return true;
            case "false" or "no":
                return false;
            default:
                Complain($"true or false belongs here, not \"{TextOrNone}\".");
                return otherwise;
        }
    }

    public DateOnly? DayOrNone() => TextOrNone is null ? null : Day();

    public DateOnly Day()
    {
        if (
            DateOnly.TryParseExact(
                TextOrNone,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return day;
        }
        Complain($"a date such as 2026-10-01 belongs here, not \"{TextOrNone}\".");
        return DateOnly.MinValue;
    }

    /// <summary>One of a few words.</summary>
    public T Word<T>(Func<string, T?> find, IEnumerable<string> known, T otherwise)
        where T : struct
    {
        if (TextOrNone is { } text && find(text) is { } value)
        {
            return value;
        }
        Complain($"\"{TextOrNone}\" is not known. Known: {string.Join(", ", known)}.");
        return otherwise;
    }

    /// <summary>A single text or a list of them.</summary>
    public IReadOnlyList<YamlPart> OneOrMore() => IsText ? [this] : [.. Items];
}
