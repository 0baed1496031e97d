using System.CommandLine;
using System.Globalization;
using System.Text;

namespace Hearth.Foundation.Reference;

/// <summary>The command line as a page, made from the commands themselves.</summary>
public static class CliReference
{
    public static string Text(RootCommand root)
    {
        var text = new StringBuilder();
        text.Append("# The command line\n\n");
        text.Append(
            "Made from the commands themselves by `./hearth docs`. Every command takes `--help`, answers 0 when it is done, 1 when it failed and 2 when it was called wrongly, and says what went wrong in one sentence on standard error.\n"
        );
        AddOptions(text, "Options of every command", root.Options.Where(o => o.Recursive && !o.Hidden));
        foreach (var command in root.Subcommands.Where(c => !c.Hidden).OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            Add(text, command, "./hearth");
        }
        return text.ToString();
    }

    private static void Add(StringBuilder text, Command command, string before)
    {
        var called = $"{before} {command.Name}";
        var children = command.Subcommands.Where(c => !c.Hidden).OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        if (command.Action is not null || children.Count == 0)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n## {called}\n\n{Sentence(command.Description)}\n\n```\n{Usage(command, called)}\n```\n"
            );
            if (command.Arguments.Any(a => !a.Hidden))
            {
                text.Append("\n| Argument | |\n|---|---|\n");
                foreach (var argument in command.Arguments.Where(a => !a.Hidden))
                {
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"| `{argument.Name}` | {Cell(argument.Description)} |\n"
                    );
                }
            }
            AddOptions(text, null, command.Options.Where(o => !o.Hidden && !IsBuiltIn(o)));
        }
        foreach (var child in children)
        {
            Add(text, child, called);
        }
    }

    private static void AddOptions(StringBuilder text, string? title, IEnumerable<Option> options)
    {
        var shown = options.Where(o => !IsBuiltIn(o)).OrderBy(o => o.Name, StringComparer.Ordinal).ToList();
        if (shown.Count == 0)
        {
            return;
        }
        if (title is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n");
        }
        text.Append("\n| Option | |\n|---|---|\n");
        foreach (var option in shown)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{Written(option)}` | {Cell(option.Description)}{(option.Required ? " (always needed)" : "")} |\n"
            );
        }
    }

    private static string Usage(Command command, string called)
    {
        var parts = command
            .Options.Where(o => !o.Hidden && !IsBuiltIn(o))
            .OrderByDescending(o => o.Required)
            .ThenBy(o => o.Name, StringComparer.Ordinal)
            .Select(o => o.Required ? Written(o) : $"[{Written(o)}]");
        var arguments = command
            .Arguments.Where(a => !a.Hidden)
            .Select(a => a.Arity.MinimumNumberOfValues == 0 ? $"[{a.Name}]" : a.Name);
        return string.Join(' ', [called, .. arguments, .. parts]);
    }

    private static string Written(Option option) =>
        option.ValueType == typeof(bool)
            ? option.Name
            : $"{option.Name} {option.HelpName ?? option.Name.TrimStart('-').ToUpperInvariant()}";

    private static bool IsBuiltIn(Option option) => option is System.CommandLine.Help.HelpOption or VersionOption;

    private static string Sentence(string? text) => string.IsNullOrEmpty(text) ? "" : text.TrimEnd('.') + ".";

    private static string Cell(string? text) => (text ?? "").Replace("|", "\\|", StringComparison.Ordinal);
}
