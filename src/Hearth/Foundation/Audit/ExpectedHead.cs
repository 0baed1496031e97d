using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Hearth.Foundation.Audit;

/// <summary>
/// The end of a chain as somebody noted it outside the database. A database put back to an older copy is whole in itself;
/// only a note like this shows that something is gone.
/// </summary>
public sealed record ExpectedHead(string Organization, long Position, string Hash)
{
    /// <summary>Reads SLUG=POSITION:HASH.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ExpectedHead? head)
    {
        head = null;
        var parts = text.Split('=', ':');
        if (
            parts is not [{ Length: > 0 } slug, var position, { Length: AuditChain.HashLength * 2 } hash]
            || !long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            || !hash.All(char.IsAsciiHexDigit)
        )
        {
            return false;
        }
        head = new ExpectedHead(slug, at, hash.ToLowerInvariant());
        return true;
    }

    public static ExpectedHead Parse(string text) =>
        TryParse(text, out var head) ? head : throw new FormatException($"\"{text}\" is not SLUG=POSITION:HASH.");
}
