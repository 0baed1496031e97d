using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Rules;

/// <summary>The month and year that a title line names: "March 2026", "Sign-in 2026", "3/2026", "Dec 2025 - Jan 2026".</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct TitleHints(int Year, int Month)
{
    // What follows these is the day of the print, not the days that the sheet covers.
    private static readonly string[] Prints =
    [
        "printed",
        "generated",
        "exported",
        "downloaded",
        "created",
        "updated",
        "revised",
        "impreso",
        "generado",
    ];

    /// <summary>What a line names, whichever of its cells does.</summary>
    public static TitleHints Read(SheetRow row)
    {
        var line = new System.Text.StringBuilder();
        for (var i = 0; i < row.Count; i++)
            line.Append(row.Trimmed(i)).Append(' ');
        return Read(line.ToString());
    }

    public static TitleHints Read(ReadOnlySpan<char> text)
    {
        foreach (var word in Prints)
        {
            if (text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
                text = text[..at];
        }
        int year = 0,
            month = 0,
            number = 0;
        var scan = new Scan(text);
        while (!scan.Done)
        {
            if (char.IsLetter(scan.Peek))
            {
                var named = Words.Month(scan.Word());
                if (named != 0 && month == 0)
                    month = named;
            }
            else if (char.IsAsciiDigit(scan.Peek))
            {
                if (DateReader.Read(scan.Rest, out var used) is { YearDigits: 4 } date)
                {
                    year = year != 0 ? year : date.Year;
                    month = month != 0 ? month : MonthOf(date);
                    scan.Skip(used);
                    number = 0;
                    continue;
                }
                if (!scan.Number(out var value, out var digits))
                {
                    scan.Any("0123456789");
                    continue;
                }
                if (digits == 4 && value is >= DateRule.OldestYear and < 2100)
                {
                    if (year == 0)
                        year = value;
                    if (month == 0 && number is >= 1 and <= 12)
                        month = number;
                }
                number = digits <= 2 && scan.Peek is '/' or '-' ? value : 0;
            }
            else
                scan.Skip();
        }
        // "Jan '26", "March-26"
        if (year == 0 && month != 0)
            year = ShortYear(text);
        return new TitleHints(year, month);
    }

    // "10/31/2025" shows which number is the month; "10/01/2025" does not.
    private static int MonthOf(in DateFound date) =>
        date.Form == DateForm.Sure || date.B > 12 || date.A == date.B ? date.A
        : date.A > 12 ? date.B
        : 0;

    private static int ShortYear(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return
            text.Length > 3
            && text[^3] is '\'' or '’' or '-' or '/'
            && char.IsAsciiDigit(text[^2])
            && char.IsAsciiDigit(text[^1])
            ? 2000 + ((text[^2] - '0') * 10) + text[^1] - '0'
            : 0;
    }

    /// <summary>This hint with what is missing taken from an earlier one.</summary>
    public TitleHints Over(TitleHints earlier) =>
        new(Year != 0 ? Year : earlier.Year, Month != 0 ? Month : earlier.Month);
}
