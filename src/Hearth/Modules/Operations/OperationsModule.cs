using System.CommandLine;
using Hearth.Foundation;
using Hearth.Foundation.Cli;
using Hearth.Foundation.Exports;

namespace Hearth.Modules.Operations;

public sealed class OperationsModule : Module
{
    public override void Add(IServiceCollection services) => services.AddScoped<OrganizationExport>();

    public override IEnumerable<Command> Commands(CommandHost host) =>
        [
            VerifyCommand.Create(host),
            BackupCommand.Create(host),
            RestoreCommand.Create(host),
            ExportCommand.Create(host),
            DocsCommand.Create(host),
        ];
}
