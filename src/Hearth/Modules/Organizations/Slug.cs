using System.Globalization;
using System.Text;
using Hearth.Foundation.Forms;

namespace Hearth.Modules.Organizations;

/// <summary>The short name in an address: made once from a name in any script, and kept when the name changes.</summary>
public static class Slug
{
    public const int MostLetters = 80;

    /// <summary>Latin letters without their accents, digits, hyphens; the fallback where the name has none of these.</summary>
    public static string From(string name, string fallback)
    {
        var slug = new StringBuilder();
        foreach (var rune in TypedText.Whole(name).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (rune.IsAscii && Rune.IsLetterOrDigit(rune))
            {
                slug.Append((char)Rune.ToLowerInvariant(rune).Value);
            }
            else if (Spelled(rune) is { } letters)
            {
                slug.Append(letters);
            }
            else if (!IsSilent(rune) && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }
        var cut = slug.ToString(0, Math.Min(slug.Length, MostLetters)).Trim('-');
        return cut.Length > 0 ? cut : fallback;
    }

    /// <summary>The slug, or the slug with the first number that is free.</summary>
    public static string Unique(string slug, IReadOnlyCollection<string> taken)
    {
        for (var i = 1; ; i++)
        {
            var number = i == 1 ? "" : "-" + i.ToString(CultureInfo.InvariantCulture);
            var tried = slug[..Math.Min(slug.Length, MostLetters - number.Length)].TrimEnd('-') + number;
            if (!taken.Contains(tried))
            {
                return tried;
            }
        }
    }

    // Accents and apostrophes leave no gap: "Renée's" is renees.
    private static bool IsSilent(Rune rune) =>
        rune.Value is '\'' or '\u2019'
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static string? Spelled(Rune rune) =>
        rune.Value switch
        {
            'ß' => "ss",
            'æ' or 'Æ' => "ae",
            'ø' or 'Ø' => "o",
            'œ' or 'Œ' => "oe",
            'ł' or 'Ł' => "l",
            'đ' or 'Đ' or 'ð' or 'Ð' => "d",
            'þ' or 'Þ' => "th",
            'ı' => "i",
            _ => null,
        };
}
