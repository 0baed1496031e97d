namespace Hearth.Demo;

/// <summary>
/// The whole network as data: twelve peer-run organizations in six states, and those who work with them. Every name,
/// address and person is invented; any likeness is accidental.
/// </summary>
public static class DemoOrganizations
{
    /// <summary>The first is the one that most look around in: it has somebody of every role.</summary>
    public static IReadOnlyList<DemoOrganization> PeerRun { get; } =
    [
        Georgia.OpenPorch,
        Wisconsin.PaperLantern,
        Maine.NightKettle,
        ArizonaState.Tumbleweed,
        Washington.Rivermouth,
        NewMexico.CasaTurquesa,
        NewMexico.BaytAlAmal,
        Wisconsin.ThreeRivers,
        Washington.HeartBridge,
        Maine.Cobblestone,
        ArizonaState.SecondSunrise,
        Georgia.Peachwood,
    ];

    public static IReadOnlyList<DemoOrganization> All { get; } = [.. PeerRun, .. Partners.All];
}
