using System.Text.RegularExpressions;

namespace Hearth.Tests.Architecture;

/// <summary>The application's source as the architecture tests read it: strings and comments stripped.</summary>
internal static partial class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static string Application { get; } = Path.Combine(Root, "src", "Hearth");

    /// <summary>Every .cs and .razor file, by its path relative to the application's folder.</summary>
    public static IEnumerable<(string Path, string Code)> Files() =>
        Directory
            .EnumerateFiles(Application, "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(Application, f).Replace('\\', '/'), Strip(File.ReadAllText(f))));

    public static string Strip(string source) => Noise().Replace(source, " ");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Hearth.slnx")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }

    // Raw strings, verbatim and ordinary strings, character literals, Razor and C# comments, in one pass.
    [GeneratedRegex(
        "\"\"\"[\\s\\S]*?\"\"\"|@\"(?:[^\"]|\"\")*\"|\"(?:\\\\.|[^\"\\\\\\r\\n])*\"|'(?:\\\\.|[^'\\\\])'|@\\*[\\s\\S]*?\\*@|//[^\\r\\n]*|/\\*[\\s\\S]*?\\*/"
    )]
    private static partial Regex Noise();
}
