using Hearth.Foundation.Exports;
using Hearth.Foundation.Privacy;

namespace Hearth.Modules.Organizations.Exports;

internal sealed class SiteAddressForExport(Keyring keyring) : IOpenForExport
{
    public Type Entity => typeof(Site);
    public string Property => nameof(Site.AddressSealed);

    public ValueTask<string?> OpenAsync(object entity, ExportWish wish, CancellationToken cancel)
    {
        var site = (Site)entity;
        var text =
            site.AddressSealed is null ? null
            : site.AddressConfidential && !wish.Confidential ? "(kept confidential)"
            : site.OpenAddress(keyring) is { } address
                ? string.Join(", ", new[] { address.Street, address.City, address.PostalCode }.Where(p => p.Length > 0))
            : null;
        return ValueTask.FromResult(text);
    }
}
