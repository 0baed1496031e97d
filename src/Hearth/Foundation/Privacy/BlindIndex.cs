using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hearth.Foundation.Forms;

namespace Hearth.Foundation.Privacy;

/// <summary>
/// Finds a code or an exact name without keeping it in readable form: a keyed hash of the text as people mean it
/// (case, accents, width and spaces do not matter).
/// </summary>
public static class BlindIndex
{
    public const int Length = 16;

    public static byte[] Of(ReadOnlySpan<byte> indexKey, string kind, string text) =>
        HMACSHA256.HashData(indexKey, Encoding.UTF8.GetBytes(kind + "\n" + Fold(text))).AsSpan(0, Length).ToArray();

    /// <summary>The form in which two ways to write the same name are equal.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var spaced = false;
        foreach (var rune in Normalize(text).EnumerateRunes())
        {
            if (IsAccent(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format)
            {
                continue;
            }
            if (Rune.IsWhiteSpace(rune))
            {
                spaced = folded.Length > 0;
                continue;
            }
            if (spaced)
            {
                folded.Append(' ');
                spaced = false;
            }
            folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return folded.ToString();
    }

    // Only the accents of Latin, Greek and Cyrillic: in other scripts a mark can be a vowel that tells names apart.
    private static bool IsAccent(Rune rune) => rune.Value is >= 0x0300 and <= 0x036F;

    // What is no text cannot be normalized; without it no input throws.
    private static string Normalize(string text) => TypedText.Whole(text).Normalize(NormalizationForm.FormKD);
}
