using System.CommandLine;

namespace Hearth.Foundation.Reference;

/// <summary>The documents that are made from the program itself, so that they cannot say something else.</summary>
public static class ReferenceDocs
{
    /// <summary>Each document's path below the home folder, and what it has to say now.</summary>
    public static IReadOnlyList<(string Path, string Text)> All(string home, RootCommand root)
    {
        var architecture = Path.Combine("docs", "architecture.md");
        return
        [
            (Path.Combine("docs", "reference", "cli.md"), CliReference.Text(root)),
            (Path.Combine("docs", "reference", "rules.md"), RuleTables.Text(Path.Combine(home, "rules"))),
            (
                architecture,
                ModuleMap.Into(
                    File.ReadAllText(Path.Combine(home, architecture)),
                    ModuleMap.Text(Module.All, Path.Combine(home, "src", "Hearth"))
                )
            ),
        ];
    }
}
