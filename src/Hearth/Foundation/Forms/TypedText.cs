using System.Text;

namespace Hearth.Foundation.Forms;

/// <summary>What somebody typed, as the database can hold it: nothing is lost but what is no text at all.</summary>
public static class TypedText
{
    /// <summary>As <see cref="Whole"/>, and trimmed; null where nothing is left.</summary>
    public static string? Clean(string? text) => Whole(text).Trim() is { Length: > 0 } left ? left : null;

    /// <summary>
    /// Without NUL, which PostgreSQL cannot hold, without broken surrogates, and without U+FFFE, which is no character and
    /// on which .NET refuses to normalize.
    /// </summary>
    public static string Whole(string? text) =>
        Encoding
            .UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""))
            .Replace("\0", "", StringComparison.Ordinal)
            .Replace("\uFFFE", "", StringComparison.Ordinal);
}
