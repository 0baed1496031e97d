using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;

namespace Hearth.Foundation.Backups;

/// <summary>The root key beside a backup: never in it, so that a lost backup alone tells no name.</summary>
public static class BackupKey
{
    public static string PathFor(string file) => file + ".key";

    /// <summary>Writes the installation's root key beside the backup, for its owner's eyes only.</summary>
    public static void Write(Installation installation, string file)
    {
        var part = PathFor(file) + ".part";
        File.Delete(part);
        SecretFile.Write(part, File.ReadAllText(installation.RootKeyFile));
        File.Move(part, PathFor(file), overwrite: true);
    }

    /// <summary>Finds the backup's key, beside it or in the installation, and sees that the one to be used is present.</summary>
    /// <exception cref="HearthException">Neither key is the one the backup was made with.</exception>
    public static Keyring Find(Installation installation, string file, string fingerprint)
    {
        var beside = PathFor(file);
        if (File.Exists(beside) && Read(beside) is { } taken && taken.Fingerprint == fingerprint)
        {
            if (InstallationKey.Present(installation) != fingerprint)
            {
                InstallationKey.Lay(installation, fingerprint, File.ReadAllText(beside).Trim());
            }
            return taken;
        }
        if (InstallationKey.Present(installation) == fingerprint)
        {
            return installation.OpenKeyring();
        }
        throw new HearthException(
            $"The key of this backup (fingerprint {fingerprint}) is neither in {beside} nor in {installation.Keys}, and without it nobody's name could be read. Nothing was changed. Put the key file beside the backup, then restore again."
        );
    }

    private static Keyring? Read(string path)
    {
        try
        {
            return new Keyring(Convert.FromHexString(File.ReadAllText(path).Trim()));
        }
        catch (Exception broken) when (broken is FormatException or HearthException)
        {
            return null;
        }
    }
}
