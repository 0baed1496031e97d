using System.CommandLine;
using Hearth.Foundation.Cli;
using Hearth.Foundation.Reference;

namespace Hearth.Tests.Operations;

public sealed class ReferenceTests
{
    private static IReadOnlyList<(string Path, string Text)> Documents { get; } =
        ReferenceDocs.All(Repository.Root, CommandTree.Root(new CommandHost()));

    [Fact]
    public void The_generated_documents_say_what_the_program_does_now()
    {
        Assert.Equal(3, Documents.Count);
        Assert.Empty(
            from document in Documents
            let file = Path.Combine(Repository.Root, document.Path)
            where !File.Exists(file) || File.ReadAllText(file) != document.Text
            select $"{document.Path} has fallen behind: run ./hearth docs"
        );
    }

    [Fact]
    public void Every_command_says_what_it_does_and_every_option_what_it_is()
    {
        var commands = Below(CommandTree.Root(new CommandHost())).ToList();

        Assert.True(commands.Count >= 5);
        Assert.Empty(from c in commands where string.IsNullOrWhiteSpace(c.Description) select c.Name);
        Assert.Empty(
            from c in commands
            from o in c.Options
            where string.IsNullOrWhiteSpace(o.Description)
            select $"{c.Name} {o.Name}"
        );
        Assert.Empty(
            from c in commands
            from a in c.Arguments
            where string.IsNullOrWhiteSpace(a.Description)
            select $"{c.Name} {a.Name}"
        );
    }

    private static IEnumerable<Command> Below(Command command) =>
        command.Subcommands.Where(c => !c.Hidden).SelectMany(c => Below(c).Prepend(c));
}
