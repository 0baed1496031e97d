using System.CommandLine;
using Hearth.Foundation;
using Hearth.Foundation.Cli;

namespace Hearth.Modules.Operations;

public sealed class OperationsModule : Module
{
    public override IEnumerable<Command> Commands(CommandHost host) =>
        [VerifyCommand.Create(host), BackupCommand.Create(host), RestoreCommand.Create(host)];
}
