using System.CommandLine;
using Hearth.Foundation;
using Hearth.Foundation.Cli;
using Hearth.Modules.Organizations;
using Hearth.Modules.Reports.Commands;
using Hearth.Modules.Support;

namespace Hearth.Modules.Reports;

public sealed class ReportsModule : Module
{
    public override IReadOnlyList<Type> Uses => [typeof(OrganizationsModule), typeof(SupportModule)];

    public override void Add(IServiceCollection services) => services.AddSingleton<Reporting>().AddSingleton<ReportCatalog>().AddSingleton<ReportDraws>();

    public override IEnumerable<Command> Commands(CommandHost host) => [ReportCommand.Make(host)];
}
