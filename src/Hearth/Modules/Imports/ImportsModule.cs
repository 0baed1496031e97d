using System.CommandLine;
using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Cli;
using Hearth.Modules.Imports.Commands;
using Hearth.Modules.Imports.Uploads;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;
using Hearth.Modules.Support;

namespace Hearth.Modules.Imports;

public sealed class ImportsModule : Module
{
    public override IReadOnlyList<Type> Uses =>
        [typeof(OrganizationsModule), typeof(PeopleModule), typeof(SupportModule)];

    public override void Add(IServiceCollection services)
    {
        services.AddScoped<ContactImport>();
        services.AddScoped<ImportDesk>();
        services.AddSingleton<UploadFolder>();
        services.AddSingleton<ImportRuns>();
        services.AddHostedService<UploadSweep>();
    }

    public override void Map(IEndpointRouteBuilder routes) => UploadEndpoint.Map(routes);

    public override IReadOnlyList<Place> Places => [new(60, "Imports", "/imports", "take", Role.Leads, Wide: true)];

    public override IEnumerable<Command> Commands(CommandHost host) => [ImportContactsCommand.Create(host)];
}
