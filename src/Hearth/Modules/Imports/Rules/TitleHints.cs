namespace Hearth.Modules.Imports.Rules;

/// <summary>The month and year that a title line names: "March 2026", "Sign-in 2026", "3/2026", "Dec 2025 - Jan 2026".</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct TitleHints(int Year, int Month)
{
    public static TitleHints Read(ReadOnlySpan<char> text)
    {
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
