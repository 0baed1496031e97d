using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hearth.Foundation.Database.Postgres;

/// <summary>The server's programs, as the npm package brings them.</summary>
internal sealed record Binaries(string Folder, string Release)
{
    private sealed record Link(string Source, string Target);

    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    public string Native => Path.Combine(Folder, "native");

    /// <summary>18.4 of the package 18.4.0-beta.17.</summary>
    public Version Version => Version.Parse(string.Join('.', Release.Split('.', '-').Take(2)));

    public string Program(string name) => Path.Combine(Native, "bin", name);

    public static Binaries Find(string root)
    {
        var folder = Path.Combine(Path.GetFullPath(root), Platform());
        var description = Path.Combine(folder, "package.json");
        if (!File.Exists(description))
            throw new HearthException(
                $"The embedded PostgreSQL is not in {folder}. Run npm ci in the web folder, "
                    + "or point --database at a PostgreSQL 15 or later."
            );
        using var package = JsonDocument.Parse(File.ReadAllBytes(description));
        var binaries = new Binaries(folder, package.RootElement.GetProperty("version").GetString()!);
        binaries.MakeLinks();
        return binaries;
    }

    /// <summary>Copies the programs to where every user may run them.</summary>
    public Binaries StageIn(string parent)
    {
        var staged = this with { Folder = Path.Combine(parent, $"postgresql-{Release}") };
        if (Directory.Exists(staged.Folder))
            return staged;
        var unfinished = $"{staged.Folder}.{Environment.ProcessId}";
        CopyFolder(Native, Path.Combine(unfinished, "native"));
        (staged with { Folder = unfinished }).MakeLinks();
        try
        {
            Directory.Move(unfinished, staged.Folder);
        }
        catch (IOException) when (Directory.Exists(staged.Folder))
        {
            Directory.Delete(unfinished, recursive: true);
        }
        return staged;
    }

    /// <summary>An npm package cannot hold links, so this one lists them in a file.</summary>
    private void MakeLinks()
    {
        var links = JsonSerializer.Deserialize<Link[]>(
            File.ReadAllBytes(Path.Combine(Native, "pg-symlinks.json")),
            CamelCase
        )!;
        foreach (var link in links)
        {
            var path = Path.Combine(Folder, link.Target);
            if (File.Exists(path))
                continue;
            var source = Path.Combine(Folder, link.Source);
            var relative = Path.GetRelativePath(Path.GetDirectoryName(path)!, source);
            try
            {
                File.CreateSymbolicLink(path, relative);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another process made it at the same moment.
            }
        }
    }

    private static void CopyFolder(string from, string to)
    {
        const UnixFileMode folderMode =
            UnixFileMode.UserRead
            | UnixFileMode.UserWrite
            | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead
            | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead
            | UnixFileMode.OtherExecute;
        Directory.CreateDirectory(to);
        File.SetUnixFileMode(to, folderMode);
        foreach (var file in new DirectoryInfo(from).EnumerateFiles().Where(f => f.LinkTarget is null))
        {
            var copy = file.CopyTo(Path.Combine(to, file.Name), overwrite: true);
            var executable = (copy.UnixFileMode & UnixFileMode.UserExecute) != 0;
            copy.UnixFileMode = executable
                ? folderMode
                : folderMode & ~(UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }
        foreach (var folder in Directory.EnumerateDirectories(from))
            CopyFolder(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    private static string Platform()
    {
        var system =
            OperatingSystem.IsMacOS() ? "darwin"
            : OperatingSystem.IsLinux() ? "linux"
            : "windows";
        var processor = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        return $"{system}-{processor}";
    }
}
