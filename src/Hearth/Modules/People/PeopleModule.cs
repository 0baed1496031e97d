using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Modules.Organizations;
using Hearth.Modules.People.Changes;

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
    }
}
