using System.CommandLine;
using Hearth.Foundation;
using Hearth.Foundation.Cli;
using Hearth.Modules.Billing.Commands;

namespace Hearth.Modules.Billing;

public sealed class BillingModule : Module
{
    public override IEnumerable<Command> Commands(CommandHost host) => [X12Command.Make()];
}
