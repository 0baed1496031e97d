using System.CommandLine;

namespace Hearth.Foundation.Cli;

/// <summary>Lets several modules contribute to one verb: "import contacts", "import people".</summary>
public static class CommandTree
{
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
