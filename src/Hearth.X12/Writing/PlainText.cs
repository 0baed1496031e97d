using System.Globalization;
using System.Text;

namespace Hearth.X12.Writing;

/// <summary>
/// The rule by which text is brought into X12's character set: accents are left off (José is Jose), letters of their own
/// are spelled with the usual ones (ß is ss, æ ae, ø o, đ d, ł l, þ th), typographic quotes, dashes, dots and blanks become
/// the plain ones, and blanks at both ends go. Whatever else is beyond ASCII stays as it is, for the check to refuse.
/// </summary>
internal static class PlainText
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 8);
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (rune.IsAscii)
            {
                folded.Append((char)rune.Value);
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(Spelled(rune.Value) ?? rune.ToString());
            }
        }
        return folded.ToString().Trim(' ');
    }

    // Half a surrogate pair, which cannot be normalized, becomes U+FFFD, which is refused as other scripts are.
    private static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
            ? string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()))
            : text;

    private static string? Spelled(int letter) =>
        letter switch
        {
            'ß' => "ss",
            'ẞ' => "SS",
            'æ' => "ae",
            'Æ' => "AE",
            'œ' => "oe",
            'Œ' => "OE",
            'ø' => "o",
            'Ø' => "O",
            'đ' or 'ð' => "d",
            'Đ' or 'Ð' => "D",
            'ħ' => "h",
            'Ħ' => "H",
            'ı' => "i",
            'ł' => "l",
            'Ł' => "L",
            'ŋ' => "ng",
            'Ŋ' => "NG",
            'þ' => "th",
            'Þ' => "TH",
            '‘' or '’' or '‚' or 'ʻ' or 'ʼ' or '′' or '´' => "'",
            '“' or '”' or '„' or '«' or '»' => "\"",
            '‐' or '‑' or '‒' or '–' or '—' or '−' => "-",
            '…' => "...",
            '\u00A0' or '\u2007' or '\u2009' or '\u202F' => " ",
            _ => null,
        };
}
