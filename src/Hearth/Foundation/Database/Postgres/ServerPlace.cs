using System.Security.Cryptography;
using System.Text;

namespace Hearth.Foundation.Database.Postgres;

/// <summary>Where the server's files lie and who runs it.</summary>
/// <param name="Folder">Holds the database's folder, its log and its locks.</param>
internal sealed record ServerPlace(string DataRoot, string Folder, SystemUser User, Binaries Binaries)
{
    private const string Elsewhere = "/var/lib/hearth";

    private const UnixFileMode Mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Passable = Mine | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const UnixFileMode Open = Passable | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    public string Database => Path.Combine(Folder, "postgres");
    public string Log => Path.Combine(Folder, "postgres.log");
    public string StartLock => Path.Combine(Folder, "postgres.lock");
    public string UseLock => Path.Combine(Folder, "postgres.users");
    public string SecretFile => Path.Combine(DataRoot, "keys", "postgres.secret");

    public static async Task<ServerPlace> FindAsync(EmbeddedOptions options, CancellationToken stop)
    {
        var binaries = Binaries.Find(options.BinariesRoot);
        var root = Path.GetFullPath(options.DataRoot);
        Directory.CreateDirectory(root, Environment.IsPrivilegedProcess ? Passable : Mine);
        // The server names its folder with every link followed, and so must we.
        root = RealPath(root);
        var database = Path.Combine(root, "postgres");
        var user = await SystemUser.ForAsync(database, stop);
        var folder =
            FollowLink(database) is var target && target != database
                ? Path.GetDirectoryName(target)!
                : await FolderAsync(root, user, stop);
        if (!await user.CanAsync("-x", binaries.Program("postgres"), stop))
        {
            Directory.CreateDirectory(Elsewhere, Open);
            binaries = binaries.StageIn(Elsewhere);
        }
        return new ServerPlace(root, folder, user, binaries);
    }

    /// <summary>The data root, or a folder outside when the server's user cannot get there.</summary>
    private static async Task<string> FolderAsync(string root, SystemUser user, CancellationToken stop)
    {
        var database = Path.Combine(root, "postgres");
        if (Directory.Exists(database) || await user.CanAsync("-x", root, stop))
            return root;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..16];
        var folder = Path.Combine(Elsewhere, hash);
        Directory.CreateDirectory(Elsewhere, Open);
        Directory.CreateDirectory(folder, Passable);
        Link(database, Path.Combine(folder, "postgres"));
        Link(Path.Combine(root, "postgres.log"), Path.Combine(folder, "postgres.log"));
        return folder;
    }

    private static void Link(string path, string target)
    {
        try
        {
            File.CreateSymbolicLink(path, target);
        }
        catch (IOException) when (new FileInfo(path).LinkTarget == target)
        {
            // Another process made it at the same moment.
        }
    }

    private static string RealPath(string path)
    {
        var parent = Path.GetDirectoryName(path);
        if (parent is null)
            return path;
        return FollowLink(Path.Combine(RealPath(parent), Path.GetFileName(path)));
    }

    private static string FollowLink(string path) =>
        new DirectoryInfo(path) is { LinkTarget: not null } link
            ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName
            : path;
}
