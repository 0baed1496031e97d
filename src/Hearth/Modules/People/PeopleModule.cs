using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Modules.Organizations;
using Hearth.Modules.People.Changes;
using Hearth.Modules.People.Exports;
using Hearth.Modules.People.Files;
using Hearth.Modules.People.Queries;

namespace Hearth.Modules.People;

public sealed class PeopleModule : Module
{
    public override IReadOnlyList<Type> Uses => [typeof(OrganizationsModule)];

    public override IReadOnlyList<Place> Places => [new(30, "People", "/people", "people", Role.Recorders)];

    public override void Add(IServiceCollection services)
    {
        services.AddSingleton<PersonSeal>();
        services.AddSingleton<Demographics>();
        services.AddScoped<PeopleBook>();
        services.AddScoped<Corrections>();
        services.AddScoped<LevelChanges>();
        services.AddScoped<Deletion>();
        services.AddScoped<WhoLooked>();
        services.AddScoped<Folders>();
        PersonForExport.Add(services);
    }

    public override void Map(IEndpointRouteBuilder routes) => CopyDownload.Map(routes);
}
