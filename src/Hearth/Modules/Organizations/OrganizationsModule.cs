using Hearth.Foundation;
using Hearth.Foundation.Access;

namespace Hearth.Modules.Organizations;

public sealed class OrganizationsModule : Module
{
    public override void Add(IServiceCollection services) => services.AddSingleton<ProgramList>();

    public override IReadOnlyList<Place> Places =>
        [new(70, "Settings", "/settings", "settings", Role.Leads, Wide: true)];
}
