namespace Hearth.Modules.Imports.Rules;

internal enum DateForm : byte
{
    None,

    /// <summary>Two or three numbers whose order is a custom.</summary>
    Numeric,

    /// <summary>Month and day are sure; the year may be missing.</summary>
    Sure,

    /// <summary>A spreadsheet's day number.</summary>
    Serial,
}

/// <summary>A date as written: for Numeric, the first two numbers and the third; for Sure, month, day and year.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct DateFound(DateForm Form, int A, int B, int Year, int YearDigits, DayOfWeek? Weekday);

/// <summary>Finds a date at the start of a cell, in any form people write, without deciding what order means.</summary>
internal static class DateReader
{
    /// <summary>What was found and how many characters it took; the rest may be a time.</summary>
    public static DateFound Read(ReadOnlySpan<char> text, out int used)
    {
        var scan = new Scan(text);
        scan.Spaces();
        if (scan.Peek == '\'')
            scan.Skip();
        var weekday = TakeWeekday(ref scan);
        var found = char.IsAsciiDigit(scan.Peek) ? FromNumber(ref scan) : FromMonthName(ref scan);
        used = scan.At;
        return found.Form == DateForm.None
            ? default
            : found with
            {
                Weekday = weekday ?? TrailingWeekday(ref scan, ref used),
            };
    }

    /// <summary>True when the whole cell is a date.</summary>
    public static bool IsDate(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return Read(text, out var used).Form != DateForm.None && text[used..].Trim().IsEmpty;
    }

    private static DayOfWeek? TakeWeekday(ref Scan scan)
    {
        if (!char.IsLetter(scan.Peek))
            return null;
        var back = scan;
        var day = Words.Weekday(scan.Word());
        scan.Any(".,");
        scan.Spaces();
        scan.Any(",-–");
        scan.Spaces();
        if (day is null || scan.Done)
            scan = back;
        return scan.At == back.At ? null : day;
    }

    private static DayOfWeek? TrailingWeekday(ref Scan scan, ref int used)
    {
        scan.Any(" ,(");
        if (!char.IsLetter(scan.Peek))
            return null;
        var day = Words.Weekday(scan.Word());
        if (day is null)
            return null;
        scan.Any(".)");
        used = scan.At;
        return day;
    }

    private static DateFound FromMonthName(ref Scan scan)
    {
        var month = Words.Month(scan.Word());
        if (month == 0)
            return default;
        scan.Any(". -/,");
        if (!scan.Number(out var day, out var digits) || digits > 2 || scan.Peek == ':')
            return default;
        Ordinal(ref scan);
        var year = Year(ref scan, out var yearDigits);
        return new DateFound(DateForm.Sure, month, day, year, yearDigits, null);
    }

    private static DateFound FromNumber(ref Scan scan)
    {
        if (!scan.Number(out var first, out var digits))
            return default;
        if (digits == 8 && first is > 1900_00_00 and < 2200_00_00)
            return new DateFound(DateForm.Sure, first / 100 % 100, first % 100, first / 10000, 4, null);
        if (digits == 4 && scan.Peek is '-' or '/' or '.')
            return YearFirst(ref scan, first);
        if (digits == 5 && first is > 20000 and < 80000 && (scan.Done || scan.Peek is '.' or ','))
            return new DateFound(DateForm.Serial, first, 0, 0, 0, null);
        if (digits > 2 || scan.Peek == ':')
            return default;
        var ordinal = Ordinal(ref scan);
        return char.IsAsciiDigit(scan.PeekAfter(1)) && scan.Peek is '/' or '-' or '.'
            ? Numbers(ref scan, first)
            : DayThenMonthName(ref scan, first, ordinal);
    }

    private static DateFound YearFirst(ref Scan scan, int year)
    {
        scan.Skip();
        int month;
        if (char.IsLetter(scan.Peek))
            month = Words.Month(scan.Word());
        else if (!scan.Number(out month, out _))
            return default;
        if (scan.Peek is not ('-' or '/' or '.'))
            return default;
        scan.Skip();
        return scan.Number(out var day, out var digits) && digits <= 2
            ? new DateFound(DateForm.Sure, month, day, year, 4, null)
            : default;
    }

    private static DateFound Numbers(ref Scan scan, int first)
    {
        var separator = scan.Peek;
        scan.Skip();
        if (!scan.Number(out var second, out var digits))
            return default;
        if (digits > 2)
            return default;
        if (scan.Peek == separator)
        {
            scan.Skip();
            if (scan.Done && separator != '-')
                return new DateFound(DateForm.Numeric, first, second, 0, 0, null);
            if (!scan.Number(out var third, out var thirdDigits) || thirdDigits is 3 or > 4)
                return default;
            return new DateFound(DateForm.Numeric, first, second, third, thirdDigits, null);
        }
        return separator == '.' ? default : new DateFound(DateForm.Numeric, first, second, 0, 0, null);
    }

    private static DateFound DayThenMonthName(ref Scan scan, int day, bool ordinal)
    {
        scan.Any(" -/.");
        if (ordinal && scan.IsSame("of "))
            scan.Skip(3);
        if (scan.IsSame("de "))
            scan.Skip(3);
        var month = Words.Month(scan.Word());
        if (month == 0)
            return default;
        var year = Year(ref scan, out var digits);
        return new DateFound(DateForm.Sure, month, day, year, digits, null);
    }

    private static bool Ordinal(ref Scan scan)
    {
        if (!(scan.IsSame("st") || scan.IsSame("nd") || scan.IsSame("rd") || scan.IsSame("th")))
            return false;
        if (char.IsLetter(scan.PeekAfter(2)))
            return false;
        scan.Skip(2);
        return true;
    }

    // A number that starts a time ("Mar 3 10:15", "Mar 3 10am") is not a year.
    private static int Year(ref Scan scan, out int digits)
    {
        var back = scan;
        scan.Any(" ,-/.'’");
        if (scan.IsSame("de "))
            scan.Skip(3);
        if (
            scan.Number(out var year, out digits)
            && digits is 2 or 4
            && scan.Peek != ':'
            && !char.IsLetter(scan.Peek)
            && !(scan.Peek == ' ' && char.IsLetter(scan.PeekAfter(1)) && scan.PeekAfter(1) is 'a' or 'p' or 'A' or 'P')
        )
            return year;
        scan = back;
        digits = 0;
        return 0;
    }
}
