using System.Text.RegularExpressions;

namespace Hearth.Tests.Architecture;

/// <summary>
/// The rule between modules: Foundation uses no module; a module uses another only where it says so, and only its root
/// namespace; no cycles; every declared use is real.
/// </summary>
internal static partial class ModuleRule
{
    public static IReadOnlyList<string> Violations(
        IEnumerable<(string Path, string Code)> files,
        IReadOnlyDictionary<string, IReadOnlyList<string>> uses
    )
    {
        var violations = new List<string>();
        var seen = new HashSet<(string From, string To)>();
        foreach (var (path, code) in files)
        {
            var from = ModuleOf(path);
            foreach (var (to, below) in Mentions(code, uses.Keys))
            {
                if (to == from)
                {
                    continue;
                }
                seen.Add((from ?? "", to));
                if (from is null && IsFoundation(path))
                {
                    violations.Add($"{path}: Foundation uses {to}.");
                }
                else if (from is not null && !uses.GetValueOrDefault(from, []).Contains(to))
                {
                    violations.Add($"{path}: {from} uses {to} without saying so in {from}Module.Uses.");
                }
                else if (from is not null && below is not null)
                {
                    violations.Add($"{path}: {from} reaches into {to}.{below}; only {to}'s root is its face.");
                }
            }
        }
        violations.AddRange(
            from use in uses
            from target in use.Value
            where !seen.Contains((use.Key, target))
            select $"{use.Key}Module.Uses names {target}, which nothing in it uses."
        );
        violations.AddRange(Cycles(uses));
        return violations;
    }

    public static string? ModuleOf(string path) =>
        path.StartsWith("Modules/", StringComparison.Ordinal) ? path.Split('/')[1] : null;

    private static bool IsFoundation(string path) => path.StartsWith("Foundation/", StringComparison.Ordinal);

    private static IEnumerable<(string Module, string? Below)> Mentions(string code, IEnumerable<string> modules)
    {
        var known = modules.ToHashSet();
        foreach (Match match in Mention().Matches(code))
        {
            var module = match.Groups["module"].Value;
            if (known.Contains(module))
            {
                var below = match.Groups["below"].Value;
                yield return (module, Folder(module, below) ? below : null);
            }
        }
    }

    private static bool Folder(string module, string below) =>
        below.Length > 0 && Directory.Exists(Path.Combine(SourceTree.Application, "Modules", module, below));

    private static IEnumerable<string> Cycles(IReadOnlyDictionary<string, IReadOnlyList<string>> uses) =>
        from module in uses.Keys
        where Reaches(module, module, uses, [])
        select $"{module} uses itself by way of others.";

    private static bool Reaches(
        string from,
        string target,
        IReadOnlyDictionary<string, IReadOnlyList<string>> uses,
        HashSet<string> visited
    ) =>
        uses.GetValueOrDefault(from, [])
            .Any(next => next == target || (visited.Add(next) && Reaches(next, target, uses, visited)));

    [GeneratedRegex(@"\bModules\.(?<module>[A-Z]\w*)(?:\.(?<below>[A-Z]\w*))?")]
    private static partial Regex Mention();
}
