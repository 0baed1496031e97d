using System.Reflection;
using YamlDotNet.Serialization;

namespace Hearth.Foundation.Exports;

/// <summary>What each table and column is, in the words of the columns.yaml beside the entities.</summary>
public sealed class ColumnTexts
{
    private const string Anywhere = "any";
    private const string Itself = "is";
    private readonly Dictionary<string, Dictionary<string, string>> texts;

    private ColumnTexts(Dictionary<string, Dictionary<string, string>> texts) => this.texts = texts;

    /// <summary>All that the modules explain.</summary>
    public static ColumnTexts All { get; } = Read();

    /// <summary>What the table holds; null where nobody wrote it.</summary>
    public string? Of(string table) => texts.GetValueOrDefault(table)?.GetValueOrDefault(Itself);

    /// <summary>What the column says: as the table explains it, else as it is everywhere; null where nobody wrote it.</summary>
    public string? Of(string table, string column) =>
        texts.GetValueOrDefault(table)?.GetValueOrDefault(column)
        ?? texts.GetValueOrDefault(Anywhere)?.GetValueOrDefault(column);

    private static ColumnTexts Read()
    {
        var yaml = new DeserializerBuilder().Build();
        var assembly = Assembly.GetExecutingAssembly();
        var all = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (
            var name in assembly
                .GetManifestResourceNames()
                .Where(n => n.EndsWith(".columns.yaml", StringComparison.Ordinal))
        )
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (var (table, columns) in yaml.Deserialize<Dictionary<string, Dictionary<string, string>>>(reader))
            {
                all.Add(table, columns);
            }
        }
        return new(all);
    }
}
