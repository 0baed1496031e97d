using System.Globalization;
using System.Text.RegularExpressions;

namespace Hearth.Modules.Reports.Rules;

/// <summary>Days as people write them. A month, a quarter or a year alone means its first day, or its last as an end.</summary>
internal static partial class DayWords
{
    private static readonly string[] Days =
    [
        "yyyy-M-d",
        "M/d/yyyy",
        "M/d/yy",
        "MMM d yyyy",
        "MMMM d yyyy",
        "d MMM yyyy",
        "d MMMM yyyy",
        "yyyyMMdd",
    ];

    private static readonly string[] Months = ["yyyy-M", "MMM yyyy", "MMMM yyyy", "M/yyyy"];

    public static DateOnly? Read(string? text, bool isEnd)
    {
        var words = string.Join(
            ' ',
            (text ?? "").Replace(",", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );
        if (Exact(words, Days) is { } day)
        {
            return day;
        }
        var whole = Whole(words);
        return isEnd ? whole?.To : whole?.From;
    }

    private static ReportPeriod? Whole(string words)
    {
        if (Exact(words, Months) is { } month)
        {
            return ReportPeriod.Holding(month, PeriodKind.Month);
        }
        if (Exact(words, ["yyyy"]) is { } year)
        {
            return ReportPeriod.Holding(year, PeriodKind.Year);
        }
        var quarter = Quarter().Match(words);
        if (!quarter.Success)
        {
            return null;
        }
        var ofYear = int.Parse(quarter.Groups["year"].Value, CultureInfo.InvariantCulture);
        var number = int.Parse(quarter.Groups["number"].Value, CultureInfo.InvariantCulture);
        return ReportPeriod.Holding(new DateOnly(ofYear, (number * 3) - 2, 1), PeriodKind.Quarter);
    }

    private static DateOnly? Exact(string words, string[] forms) =>
        DateOnly.TryParseExact(words, forms, CultureInfo.GetCultureInfo("en-US"), DateTimeStyles.None, out var day)
        && day.Year is >= 1900 and <= 2200
            ? day
            : null;

    [GeneratedRegex(
        @"^(?:q(?<number>[1-4])[ -]?(?<year>\d{4})|(?<year>20\d{2})[ -]?q(?<number>[1-4]))$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Quarter();
}
