using System.Globalization;
using System.Text;

namespace Hearth.Modules.Billing.Commands;

/// <summary>
/// Text from a file that may be shown on a terminal: control characters and escape sequences, which could move the cursor,
/// hide text or worse, are made visible. So are characters that turn the direction of writing or cannot be seen.
/// </summary>
internal static class HarmlessText
{
    private const char Unprintable = '\uFFFD';
    private const char ControlPictures = '\u2400';
    private const char DeletePicture = '\u2421';

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) // half a surrogate pair comes as U+FFFD
        {
            if (rune.Value < ' ')
            {
                safe.Append((char)(ControlPictures + rune.Value));
            }
            else if (rune.Value == '\x7F')
            {
                safe.Append(DeletePicture);
            }
            else if (IsPrintable(rune))
            {
                safe.Append(rune.ToString());
            }
            else
            {
                safe.Append(Unprintable);
            }
        }
        return safe.ToString();
    }

    private static bool IsPrintable(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
            );
}
