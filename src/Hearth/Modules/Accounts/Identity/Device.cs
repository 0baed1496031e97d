namespace Hearth.Modules.Accounts.Identity;

/// <summary>Names a browser as its owner would, from what it says of itself.</summary>
internal static class Device
{
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("CrOS", "Chromebook"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ];

    public static string Describe(string? userAgent)
    {
        var browser = Find(Browsers, userAgent) ?? "A browser";
        return Find(Systems, userAgent) is { } system ? $"{browser} on {system}" : browser;
    }

    private static string? Find((string Sign, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(k => userAgent?.Contains(k.Sign, StringComparison.Ordinal) == true).Name;
}
