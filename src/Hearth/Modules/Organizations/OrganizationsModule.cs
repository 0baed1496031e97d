using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Foundation.Exports;
using Hearth.Modules.Organizations.Exports;

namespace Hearth.Modules.Organizations;

public sealed class OrganizationsModule : Module
{
    public override void Add(IServiceCollection services)
    {
        services.AddSingleton<ProgramList>();
        services.AddScoped<SupporterMerge>();
        services.AddSingleton<IOpenForExport, SiteAddressForExport>();
    }

    public override IReadOnlyList<Place> Places =>
        [
            new(60, "Our places", "/places", "place", Role.Recorders, Wide: true),
            new(70, "Settings", "/settings", "settings", Role.Leads, Wide: true),
        ];
}
