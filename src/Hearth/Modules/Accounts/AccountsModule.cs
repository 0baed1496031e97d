using Hearth.Foundation;
using Hearth.Foundation.Access;
using Hearth.Modules.Organizations;

namespace Hearth.Modules.Accounts;

public sealed class AccountsModule : Module
{
    public override IReadOnlyList<Type> Uses => [typeof(OrganizationsModule)];

    public override void Add(IServiceCollection services) => services.AddSingleton<IMemberships, Memberships>();
}
