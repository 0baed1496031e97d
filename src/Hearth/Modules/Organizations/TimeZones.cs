namespace Hearth.Modules.Organizations;

/// <summary>Time zones as the organization's clock is set: those of the United States by their everyday names, then all.</summary>
public static class TimeZones
{
    public static IReadOnlyList<(string Id, string Name)> Usual { get; } =
    [
        ("America/New_York", "Eastern"),
        ("America/Chicago", "Central"),
        ("America/Denver", "Mountain"),
        ("America/Phoenix", "Arizona, no daylight saving"),
        ("America/Los_Angeles", "Pacific"),
        ("America/Anchorage", "Alaska"),
        ("Pacific/Honolulu", "Hawaii"),
        ("America/Puerto_Rico", "Puerto Rico and Virgin Islands"),
        ("Pacific/Guam", "Guam and Northern Marianas"),
        ("Pacific/Pago_Pago", "American Samoa"),
    ];

    /// <summary>The rest, by their IANA names.</summary>
    public static IReadOnlyList<string> Others { get; } =
    [
        .. TimeZoneInfo
            .GetSystemTimeZones()
            .Select(z => z.Id)
            .Where(id => id.Contains('/') && Usual.All(u => u.Id != id))
            .Order(StringComparer.Ordinal),
    ];

    public static bool IsKnown(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId;
}
