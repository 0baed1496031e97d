using System.CommandLine;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Cli;
using Hearth.Modules.Organizations;
using Hearth.Modules.Reports.Commands;
using Hearth.Modules.Reports.Pages;
using Hearth.Modules.Reports.Queries;
using Hearth.Modules.Support;

namespace Hearth.Modules.Reports;

public sealed class ReportsModule : Module
{
    public override IReadOnlyList<Type> Uses => [typeof(OrganizationsModule), typeof(SupportModule)];

    public override void Add(IServiceCollection services) =>
        services
            .AddSingleton<Reporting>()
            .AddSingleton<ReportCatalog>()
            .AddSingleton<ReportDraws>()
            .AddSingleton<DueReports>()
            .AddScoped<ReportPacks>()
            .AddHostedService<FoldingJob>();

    public override IReadOnlyList<Place> Places =>
        [new(60, "Reports", "/reports", "reports", Role.Recorders | Role.BoardViewer | Role.FunderViewer, Wide: true)];

    public override void Map(IEndpointRouteBuilder routes) => ReportDownload.Map(routes);

    public override IEnumerable<Command> Commands(CommandHost host) => [ReportCommand.Make(host)];
}
