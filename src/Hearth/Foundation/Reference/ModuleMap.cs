using System.Globalization;
using System.Text;

namespace Hearth.Foundation.Reference;

/// <summary>The modules with what each uses and is for, as the table in docs/architecture.md.</summary>
public static class ModuleMap
{
    private const string Start = "<!-- module map: made by ./hearth docs -->";
    private const string End = "<!-- end of module map -->";

    /// <param name="sources">The folder src/Hearth.</param>
    public static string Text(IReadOnlyList<Module> modules, string sources)
    {
        var text = new StringBuilder("| Module | Uses | What it is |\n|---|---|---|\n");
        foreach (var module in modules.OrderBy(m => Folder(m.GetType()), StringComparer.Ordinal))
        {
            var folder = Folder(module.GetType());
            var uses = string.Join(
                ", ",
                module.Uses.Select(Folder).Select(f => f.Split('/')[^1]).Order(StringComparer.Ordinal)
            );
            text.Append(
                CultureInfo.InvariantCulture,
                $"| [{folder}](../src/Hearth/{folder}) | {uses} | {Purpose(Path.Combine(sources, folder, "README.md"))} |\n"
            );
        }
        return text.ToString();
    }

    /// <summary>The document with the map between its two marks brought up to date.</summary>
    public static string Into(string document, string map)
    {
        var start = document.IndexOf(Start, StringComparison.Ordinal);
        var end = document.IndexOf(End, StringComparison.Ordinal);
        return start < 0 || end < start
            ? throw new HearthException(
                "docs/architecture.md has lost the marks that the module map goes between. Nothing was changed."
            )
            : document[..(start + Start.Length)] + "\n" + map + document[end..];
    }

    // Hearth.Modules.Support is Modules/Support.
    private static string Folder(Type module) => string.Join('/', module.Namespace!.Split('.').Skip(1));

    /// <summary>The first paragraph below the title.</summary>
    private static string Purpose(string readme) =>
        File.Exists(readme)
            ? File.ReadLines(readme).FirstOrDefault(line => line.Length > 0 && line[0] != '#') ?? ""
            : "";
}
