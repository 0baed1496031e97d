using System.Text;

namespace Hearth.Foundation.Forms;

/// <summary>What somebody typed, as the database can hold it: nothing is lost but what is no text at all.</summary>
public static class TypedText
{
    /// <summary>Trimmed; without NUL, which PostgreSQL cannot hold, and without broken surrogates; null where nothing is left.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }
        var whole = Encoding
            .UTF8.GetString(Encoding.UTF8.GetBytes(text))
            .Replace("\0", "", StringComparison.Ordinal)
            .Trim();
        return whole.Length == 0 ? null : whole;
    }
}
