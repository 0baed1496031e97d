namespace Hearth.X12.Tests;

/// <summary>Files that others wrote, beside the repository; see their own README. Where they are absent, a test that needs one says so.</summary>
internal static class Fixtures
{
    /// <summary>A file by its path under x12/, or the test is skipped.</summary>
    public static string File(string path) => Path.Combine(Folder(), path);

    /// <summary>Every file, or the test is skipped.</summary>
    public static IReadOnlyList<string> All() =>
        [.. Directory.GetFiles(Folder(), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static string Folder()
    {
        var folder = Path.Combine(Root(), "x12");
        Assert.SkipUnless(Directory.Exists(folder), $"The fixtures are not here: {folder}");
        return folder;
    }

    private static string Root()
    {
        if (Environment.GetEnvironmentVariable("HEARTH_FIXTURES") is { Length: > 0 } given)
        {
            return given;
        }
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Hearth.slnx")))
        {
            folder = folder.Parent;
        }
        return Path.Combine(folder?.Parent?.FullName ?? "", "shared", "fixtures");
    }
}
