using Hearth.Foundation;
using Hearth.Foundation.Access;

namespace Hearth.Modules.Organizations;

public sealed class OrganizationsModule : Module
{
    public override IReadOnlyList<Place> Places =>
        [new(70, "Settings", "/settings", "settings", Role.Leads, Wide: true)];
}
