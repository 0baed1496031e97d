using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Modules.Organizations;
using Hearth.Modules.Support;

namespace Hearth.Modules.Reports;

public sealed class ReportsModule : Module
{
    public override IReadOnlyList<Type> Uses => [typeof(OrganizationsModule), typeof(SupportModule)];

    public override void Add(IServiceCollection services) => services.AddSingleton<Reporting>().AddSingleton<ReportCatalog>();
}
