using System.Security.Cryptography;
using Hearth.Foundation.Privacy;

namespace Hearth.Foundation.Database.Postgres;

/// <summary>The random password of the database's owner, in a file of its own.</summary>
internal static class Secret
{
    public static string? Read(string path) => File.Exists(path) ? File.ReadAllText(path).Trim() : null;

    public static string Create(string path) =>
        SecretFile.ReadOrCreate(path, () => RandomNumberGenerator.GetHexString(48, lowercase: true));

    /// <summary>Writes a file that only the present user can read, whoever left one there before.</summary>
    public static void Write(string path, string words)
    {
        File.Delete(path);
        SecretFile.Write(path, words);
    }
}
