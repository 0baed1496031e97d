using System.Security.Cryptography;

namespace Hearth.Foundation.Database.Postgres;

/// <summary>A random password in a file that only its owner can read.</summary>
internal static class Secret
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static string? Read(string path) => File.Exists(path) ? File.ReadAllText(path).Trim() : null;

    public static string Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!, OwnerOnly | UnixFileMode.UserExecute);
        var secret = RandomNumberGenerator.GetHexString(48, lowercase: true);
        Write(path + ".new", secret + "\n");
        File.Move(path + ".new", path);
        return secret;
    }

    public static void Write(string path, string words)
    {
        File.Delete(path);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        };
        using var writer = new StreamWriter(path, options);
        writer.Write(words);
    }
}
