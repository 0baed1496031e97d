using System.Text;

namespace Hearth.Modules.Imports.Runs;

/// <summary>Text from a file as the database can hold it: no NUL, no control characters, no halves of characters.</summary>
internal static class SheetText
{
    public static string Clean(string text, int most)
    {
        var clean = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            var kept = Rune.IsControl(rune) ? " " : rune.ToString();
            if (clean.Length + kept.Length > most)
            {
                break;
            }
            clean.Append(kept);
        }
        return clean.ToString().Trim();
    }
}
