using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Rules;

/// <summary>The header of a wide tally: which day each column counts.</summary>
internal sealed class TallyDays
{
    private const int FewestDays = 4;

    private readonly string[] names;
    private readonly DateFound[] dates;
    private readonly int[] days;

    private readonly int[] monthsOn;

    private TallyDays(string[] names, DateFound[] dates, int[] days, int[] monthsOn, int first, TitleHints own)
    {
        this.names = names;
        this.dates = dates;
        this.days = days;
        this.monthsOn = monthsOn;
        FirstDay = first;
        Hints = own;
    }

    /// <summary>The first column that is a day; the words before it name the program.</summary>
    public int FirstDay { get; }

    /// <summary>The month and year that the header's own corner names.</summary>
    public TitleHints Hints { get; }

    public int Count => days.Length;

    /// <summary>Some columns are day numbers whose month stands elsewhere.</summary>
    public bool CountsDayNumbers => Array.Exists(days, day => day != 0);

    /// <summary>Some columns need a year from elsewhere.</summary>
    public bool LacksYear =>
        CountsDayNumbers
        || Array.Exists(dates, date => date.Form is DateForm.Sure or DateForm.Numeric && date.YearDigits == 0);

    /// <summary>True for a column that counts a day (not a total, an average or a note).</summary>
    public bool IsDay(int column) => column < days.Length && (days[column] != 0 || dates[column].Form != DateForm.None);

    /// <summary>Reads a row as a tally's header, or gives null when it is not one.</summary>
    public static TallyDays? Read(SheetRow row)
    {
        if (row.Count < FewestDays)
            return null;
        var written = new DateFound[row.Count];
        var numbered = new int[row.Count];
        var later = new int[row.Count];
        int first = -1,
            numbers = 0,
            found = 0,
            steps = 0,
            other = 0,
            last = 0,
            month = 0;
        var hints = default(TitleHints);
        for (var i = 0; i < row.Count; i++)
        {
            var cell = row.Trimmed(i);
            if (cell.IsEmpty)
                continue;
            if (IsDayNumber(cell, out var day) && (day > last || (day == 1 && last >= 28)))
            {
                if (day < last)
                    month++;
                if (day == last + 1 || (day == 1 && last >= 28))
                    steps++;
                numbered[i] = last = day;
                later[i] = month;
                numbers++;
            }
            else if (DateReader.IsDate(cell))
            {
                written[i] = DateReader.Read(cell, out _);
                found++;
            }
            else
            {
                if (first < 0)
                    hints = TitleHints.Read(cell).Over(hints);
                else if (!Words.IsTotal(cell))
                    other++;
                continue;
            }
            if (first < 0)
                first = i;
        }
        // Counts can rise across a row by chance; days of a month follow one another.
        var isDays = found >= FewestDays || (numbers > FewestDays && steps >= numbers * 0.6);
        return isDays && first is >= 1 and <= 3 && found + numbers > other * 2
            ? new TallyDays(row.ToArray(), written, numbered, later, first, hints)
            : null;
    }

    // "1", "01", "1st", "Mon 1", "1 Mon".
    private static bool IsDayNumber(ReadOnlySpan<char> cell, out int day)
    {
        var scan = new Scan(cell);
        if (char.IsLetter(scan.Peek) && Words.Weekday(scan.Word()) is not null)
            scan.Any(" .,");
        if (!scan.Number(out day, out var digits) || digits > 2 || day is < 1 or > 31)
            return false;
        if (scan.IsSame("st") || scan.IsSame("nd") || scan.IsSame("rd") || scan.IsSame("th"))
            scan.Skip(2);
        scan.Spaces();
        return scan.Done || (Words.Weekday(scan.Rest) is not null);
    }

    public DateFault Date(int column, TitleHints hints, ContactMap map, DateOnly today, out DateOnly date)
    {
        var year = hints.Year != 0 ? hints.Year : map.Year ?? 0;
        var found = dates[column];
        if (found.Form == DateForm.None && hints.Month != 0)
        {
            var month = hints.Month - 1 + monthsOn[column];
            found = new DateFound(DateForm.Sure, (month % 12) + 1, days[column], 0, 0, null);
            if (year != 0)
                year += month / 12;
        }
        return DateRule.Resolve(found, map.DateOrder, year, today, out date);
    }

    /// <summary>
    /// "Lunch,1,2,3,4,5" right under the header or other counts is a week that happened to grow, not the next month; the
    /// header itself comes again at the head of a printed page.
    /// </summary>
    /// <param name="above">The header above, or null.</param>
    /// <param name="isRightUnder">No blank or title line stands between.</param>
    public bool CouldBeCounts(TallyDays? above, bool isRightUnder) =>
        above is not null && isRightUnder && Hints.Month == 0 && CountsDayNumbers && !SaysTheSameAs(above);

    /// <summary>Every cell is the same, the name of the first column too.</summary>
    private bool SaysTheSameAs(TallyDays other) =>
        names
            .Select(name => name.Trim())
            .SequenceEqual(other.names.Select(name => name.Trim()), StringComparer.OrdinalIgnoreCase);

    /// <summary>The day as the header writes it.</summary>
    public string Name(int column) => names[column].Trim();

    /// <summary>The written form, for learning the order of numbers.</summary>
    public DateFound Written(int column) => dates[column];
}
