using System.Globalization;

namespace Hearth.Modules.Imports.Files;

internal enum NumberKind : byte
{
    Plain,
    Percent,
    Date,
    Time,
    Moment,

    /// <summary>Hours that go on past 24.</summary>
    Elapsed,

    /// <summary>A code kept as a number and shown with zeros before it.</summary>
    Padded,
}

/// <summary>What a number format makes of a number, as far as a reader of rows needs to know.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct NumberFormat(NumberKind Kind, bool ShowsSeconds, int Zeros)
{
    private const double LastDay = 2_958_466;

    // ECMA-376 18.8.30: formats that are numbered and not written down; 27 to 36 and 50 to 58 are dates east of Europe.
    public static NumberFormat Numbered(int id) =>
        id switch
        {
            9 or 10 => new(NumberKind.Percent, false, 0),
            (>= 14 and <= 17) or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => new(
                NumberKind.Date,
                false,
                0
            ),
            18 or 20 or 32 or 34 or 55 => new(NumberKind.Time, false, 0),
            19 or 21 or 33 or 35 or 45 or 47 or 56 => new(NumberKind.Time, true, 0),
            22 => new(NumberKind.Moment, false, 0),
            46 => new(NumberKind.Elapsed, true, 0),
            _ => default,
        };

    /// <summary>Reads a format such as "m/d/yyyy h:mm AM/PM", "[h]:mm" or "0.0%".</summary>
    public static NumberFormat Of(string code)
    {
        bool date = false,
            time = false,
            month = false,
            seconds = false,
            elapsed = false,
            percent = false;
        int zeros = 0,
            others = 0;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            switch (char.ToLowerInvariant(code[i]))
            {
                case '"':
                    i = Past(code, i, '"');
                    others++;
                    break;
                case '[':
                    var close = Past(code, i, ']');
                    elapsed |= IsElapsed(code.AsSpan(i + 1, Math.Max(0, close - i - 1)));
                    i = close;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    others++;
                    break;
                case 'g' when code.AsSpan(i).StartsWith("general", StringComparison.OrdinalIgnoreCase):
                    return default;
                case 'a' when code.AsSpan(i).StartsWith("am/pm", StringComparison.OrdinalIgnoreCase):
                    i += 4;
                    time = true;
                    break;
                case 'a' when code.AsSpan(i).StartsWith("a/p", StringComparison.OrdinalIgnoreCase):
                    i += 2;
                    time = true;
                    break;
                case 'y' or 'd' or 'e' when code[i] != 'E':
                    date = true;
                    break;
                case 'h':
                    time = true;
                    break;
                case 's':
                    time = seconds = true;
                    break;
                case 'm':
                    month = true;
                    break;
                case '%':
                    percent = true;
                    break;
                case '0':
                    zeros++;
                    break;
                default:
                    others++;
                    break;
            }
        }
        date |= month && !time && !elapsed;
        var kind =
            elapsed ? NumberKind.Elapsed
            : date && time ? NumberKind.Moment
            : date ? NumberKind.Date
            : time ? NumberKind.Time
            : percent ? NumberKind.Percent
            : zeros > 1 && others == 0 ? NumberKind.Padded
            : NumberKind.Plain;
        return new(kind, seconds, kind == NumberKind.Padded ? zeros : 0);
    }

    private static int Past(string code, int open, char close)
    {
        var at = code.IndexOf(close, open + 1);
        return at < 0 ? code.Length : at;
    }

    private static bool IsElapsed(ReadOnlySpan<char> inside) =>
        inside.Length > 0
        && (
            inside.IndexOfAnyExcept('h', 'H') < 0
            || inside.IndexOfAnyExcept('m', 'M') < 0
            || inside.IndexOfAnyExcept('s', 'S') < 0
        );

    /// <summary>The number as text that a person would write and only one reading fits.</summary>
    public string Show(double number, bool since1904)
    {
        if (!double.IsFinite(number))
            return "";
        if (Kind is NumberKind.Plain or NumberKind.Percent or NumberKind.Padded)
            return Number(number);
        if (Kind == NumberKind.Elapsed)
            return Length(number);
        var days = since1904 && Kind != NumberKind.Time ? number + 1462 : number;
        if (days is < 0 or >= LastDay)
            return Plain(number);
        // Whole seconds: a time is a fraction of a day and seldom exact.
        var seconds = (long)Math.Round(days * 86_400);
        var moment = DateTime.FromOADate(0).AddSeconds(seconds);
        var form = (Kind, ShowsSeconds) switch
        {
            (NumberKind.Date, _) => "yyyy-MM-dd",
            (NumberKind.Time, false) => "HH:mm",
            (NumberKind.Time, true) => "HH:mm:ss",
            (_, false) => "yyyy-MM-dd HH:mm",
            (_, true) => "yyyy-MM-dd HH:mm:ss",
        };
        return moment.ToString(form, CultureInfo.InvariantCulture);
    }

    private string Number(double number) =>
        Kind switch
        {
            NumberKind.Percent => Plain(number * 100) + "%",
            NumberKind.Padded when number >= 0 && number < 1e15 => Math.Round(number)
                .ToString(CultureInfo.InvariantCulture)
                .PadLeft(Zeros, '0'),
            _ => Plain(number),
        };

    // Fifteen digits, as a spreadsheet shows, and never 1E+05.
    private static string Plain(double number) =>
        Math.Abs(number) < 1e15
            ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
            : number.ToString("F0", CultureInfo.InvariantCulture);

    private static string Length(double days)
    {
        var seconds = Math.Abs(days) < 1e8 ? (long)Math.Round(Math.Abs(days) * 86_400) : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(days < 0 ? "-" : "")}{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}"
        );
    }
}
