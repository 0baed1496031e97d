using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;

namespace Hearth.Modules.Accounts.Identity;

/// <summary>
/// Takes what a passkey answered once. The challenge travels in a cookie, so whoever copied both could send them again; by
/// its count of uses only a passkey that lives on one device would give that away.
/// </summary>
internal sealed class PasskeyAnswers(TimeProvider clock)
{
    // The cookie holds for five minutes.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private const int Many = 1000;
    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new(StringComparer.Ordinal);

    /// <summary>What names the answer: a hash of what was signed, however it was sent. Null when nothing was.</summary>
    public static string? NameOf(string credential)
    {
        try
        {
            using var json = JsonDocument.Parse(credential);
            var signed = json.RootElement.GetProperty("response").GetProperty("clientDataJSON").GetString();
            return Convert.ToHexString(SHA256.HashData(Base64Url.DecodeFromChars(signed)));
        }
        catch (Exception unreadable)
            when (unreadable is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    public bool Take(string name)
    {
        var now = clock.GetUtcNow();
        if (used.Count >= Many)
        {
            foreach (var old in used.Where(u => u.Value < now))
            {
                used.TryRemove(old);
            }
        }
        return used.TryAdd(name, now + Remembered);
    }

    /// <summary>It opened nothing, so it was not used.</summary>
    public void Leave(string name) => used.TryRemove(name, out _);
}
