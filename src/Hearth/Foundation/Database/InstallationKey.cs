using Hearth.Foundation.Privacy;
using Npgsql;

namespace Hearth.Foundation.Database;

/// <summary>
/// Keeps database and root key together. A restore lays the backup's key beside the present one before its transaction
/// commits; whichever key the database then names becomes the present one here, so that no moment has the wrong pair.
/// </summary>
public static class InstallationKey
{
    /// <summary>Where a key waits until the database it belongs to is here.</summary>
    public static string Beside(Installation installation, string fingerprint) =>
        Path.Combine(installation.Keys, $"hearth-{fingerprint}.key");

    /// <summary>The fingerprint of the present root key; null where there is none yet.</summary>
    public static string? Present(Installation installation) =>
        File.Exists(installation.RootKeyFile) ? installation.OpenKeyring().Fingerprint : null;

    /// <summary>Notes the key of a new database; for one that has been used, sees to it that its own key is present.</summary>
    /// <exception cref="HearthException">The key of this database is not here.</exception>
    public static async Task MatchAsync(NpgsqlDataSource owner, Installation installation)
    {
        if (await NotedAsync(owner) is not { } noted)
        {
            await NoteAsync(owner, installation.OpenKeyring().Fingerprint);
            return;
        }
        var present = Present(installation);
        if (present == noted)
        {
            return;
        }
        var waiting = Beside(installation, noted);
        if (!File.Exists(waiting))
        {
            throw new HearthException(
                $"The key in {installation.RootKeyFile} is not the one this database was made with (its fingerprint is {noted}). "
                    + "Nothing was changed. Put the copy of that key back in its place, then start again."
            );
        }
        if (present is not null && !File.Exists(Beside(installation, present)))
        {
            File.Copy(installation.RootKeyFile, Beside(installation, present));
        }
        File.Move(waiting, installation.RootKeyFile, overwrite: true);
    }

    /// <summary>Lays a key beside the present one, where <see cref="MatchAsync"/> finds it.</summary>
    public static void Lay(Installation installation, string fingerprint, string key)
    {
        Directory.CreateDirectory(installation.Keys);
        var path = Beside(installation, fingerprint);
        File.Delete(path);
        SecretFile.Write(path, key);
    }

    private static async Task<string?> NotedAsync(NpgsqlDataSource owner)
    {
        await using var command = owner.CreateCommand("select key_fingerprint from installation");
        return await command.ExecuteScalarAsync() as string;
    }

    private static async Task NoteAsync(NpgsqlDataSource owner, string fingerprint)
    {
        await using var command = owner.CreateCommand(
            "insert into installation (key_fingerprint) values ($1) on conflict (only_row) do nothing"
        );
        command.Parameters.Add(new() { Value = fingerprint });
        await command.ExecuteNonQueryAsync();
    }
}
