namespace Hearth.X12.Samples;

/// <summary>A service that peers give, with a made-up rate.</summary>
/// <param name="Procedure">HCPCS code.</param>
/// <param name="Modifiers">In their order.</param>
/// <param name="Cents">For each unit.</param>
/// <param name="MostUnits">In a day.</param>
internal sealed record SampleService(string Procedure, string[] Modifiers, int Cents, int MostUnits)
{
    public static readonly SampleService[] OfPeers =
    [
        new("H0038", [], 15_52, 16),
        new("H0038", ["U5"], 16_40, 16),
        new("H0038", ["HE"], 15_10, 12),
        new("H0038", ["HF", "U7"], 17_25, 12),
        new("H0038", ["HQ"], 2_88, 8),
        new("H0038", ["HQ", "U6"], 3_05, 8),
        new("T1012", ["HF"], 14_90, 8),
        new("H2015", [], 21_28, 12),
        new("H2015", ["HQ"], 5_32, 8),
    ];

    /// <summary>Principal illness navigation by peers, by the month.</summary>
    public static readonly SampleService Navigation = new("G0140", [], 78_50, 1);

    /// <summary>
    /// Of the list of places of service, those that have been on it for twenty years: a receiver whose list is old takes them
    /// as well, which street (27) and telehealth (02, 10) would have to wait for.
    /// </summary>
    public static readonly string[] Places = ["11", "11", "11", "12", "12", "15", "04", "04", "53", "99", "99"];

    /// <summary>With the modifier of a call by video or telephone for some who were at home.</summary>
    public string[] ModifiersAt(string place, ref SampleRandom random) =>
        place == "12" && random.Chance(40) ? [.. Modifiers, random.Of(["95", "93", "GT"])] : Modifiers;
}
