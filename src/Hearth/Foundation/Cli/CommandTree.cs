using System.CommandLine;

namespace Hearth.Foundation.Cli;

/// <summary>Lets several modules contribute to one verb: "import contacts", "import people".</summary>
public static class CommandTree
{
    /// <summary>Every command of every module.</summary>
    public static RootCommand Root(CommandHost host)
    {
        var root = new RootCommand("Hearth: the open platform that peer-run organizations run on.")
        {
            host.Data,
            host.Database,
        };
        foreach (
            var command in Module.All.SelectMany(m => m.Commands(host)).OrderBy(c => c.Name, StringComparer.Ordinal)
        )
        {
            Add(root, command);
        }
        return root;
    }

    public static void Add(Command parent, Command child)
    {
        if (parent.Subcommands.FirstOrDefault(c => c.Name == child.Name) is not { } existing)
        {
            parent.Subcommands.Add(child);
            return;
        }
        foreach (var grandchild in child.Subcommands)
        {
            Add(existing, grandchild);
        }
    }
}
