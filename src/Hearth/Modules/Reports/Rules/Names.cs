namespace Hearth.Modules.Reports.Rules;

/// <summary>Enumerations as definitions write them.</summary>
internal static class Names
{
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetNames<T>().Select(n => n.ToLowerInvariant());

    public static T? Find<T>(string name)
        where T : struct, Enum => All<T>().Contains(name) ? Enum.Parse<T>(name, ignoreCase: true) : null;
}
