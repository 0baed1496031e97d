using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Hearth.Foundation;
using Hearth.Foundation.Database;
using Hearth.Foundation.Privacy;

namespace Hearth.Modules.Accounts.Setup;

/// <summary>
/// The one-time link that makes the first administrator. Only its hash is kept, in a file beside the keys; it holds for a
/// day, until a new start prints another, or until it was used.
/// </summary>
internal sealed class SetupLink(Installation installation, HearthDatabase database, TimeProvider clock)
{
    private const long Lock = 0x4845_4153_4554; // "HEASET"
    private static readonly TimeSpan Holds = TimeSpan.FromHours(24);

    private sealed record Kept(string Hash, DateTimeOffset Until);

    private string PathOfFile => Path.Combine(installation.Keys, "setup.json");

    /// <summary>A new link's token while nobody runs an organization here yet; null afterwards.</summary>
    public async Task<string?> MakeAsync()
    {
        File.Delete(PathOfFile);
        if (await IsSetUpAsync())
        {
            return null;
        }
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        Directory.CreateDirectory(installation.Keys);
        SecretFile.Write(PathOfFile, JsonSerializer.Serialize(new Kept(Hash(token), clock.GetUtcNow() + Holds)));
        return token;
    }

    public async Task<bool> HoldsAsync(string token)
    {
        if (
            !File.Exists(PathOfFile)
            || JsonSerializer.Deserialize<Kept>(await File.ReadAllTextAsync(PathOfFile)) is not { } kept
        )
        {
            return false;
        }
        return kept.Until > clock.GetUtcNow()
            && CryptographicOperations.FixedTimeEquals(
                Convert.FromHexString(kept.Hash),
                Convert.FromHexString(Hash(token))
            )
            && !await IsSetUpAsync();
    }

    /// <summary>Of those who use the link at one moment, one at a time, until what this gives is disposed of.</summary>
    public async Task<IAsyncDisposable> WaitAsync()
    {
        var connection = await database.Owner.OpenConnectionAsync();
        await using var command = connection.CreateCommand();
        // Held by a transaction of its own, which ends with the connection.
        command.CommandText = $"begin; select pg_advisory_xact_lock({Lock})";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    public void Use() => File.Delete(PathOfFile);

    private async Task<bool> IsSetUpAsync()
    {
        await using var command = database.Owner.CreateCommand(
            "select exists (select 1 from memberships where ended_at is null)"
        );
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private static string Hash(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token)));
}
