namespace Hearth.Modules.Imports.Rules;

/// <summary>What the cells of one column look like, over the first rows of a sheet.</summary>
internal sealed class ColumnFacts
{
    private const int MostWords = 300;

    public int Rows { get; private set; }
    public int Filled { get; private set; }
    public int Dates { get; private set; }
    public int Stamps { get; private set; }
    public int Times { get; private set; }

    /// <summary>Cells that can be read as a time, though they may be something else: 9, 1130.</summary>
    public int Readable { get; private set; }

    /// <summary>Cells that hold a start and an end, though they may be something else: 9-10, 0900-1030.</summary>
    public int Ranges { get; private set; }
    public int Counts { get; private set; }
    public int Nothings { get; private set; }
    public int Phones { get; private set; }
    public int YesNos { get; private set; }
    public int Hows { get; private set; }
    public int Weekdays { get; private set; }
    public int LongClocks { get; private set; }
    public int ShortClocks { get; private set; }

    /// <summary>Clocks with seconds that are not nought: 0:12:45.</summary>
    public int SecondClocks { get; private set; }

    /// <summary>Clocks that begin with nought hours: how long something took rather than when it was.</summary>
    public int UnderAnHour { get; private set; }
    public long Letters { get; private set; }
    public HashSet<string> Distinct { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Add(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        Rows++;
        if (Words.SaysNothing(cell))
            Nothings++;
        if (Words.IsPlaceholder(cell))
            return;
        Filled++;
        Letters += cell.Length;
        if (cell.Length > 200)
            return;
        if (Distinct.Count < MostWords)
            Distinct.Add(cell.ToString());
        var date = DateReader.Read(cell, out var used);
        if (date.Form != DateForm.None && cell[used..].Trim().IsEmpty)
            Dates++;
        else if (date.Form != DateForm.None && TimeReader.TryRead(cell[used..].TrimStart(" ,at"), out _))
            Stamps++;
        else if (TimeReader.IsPlainlyTime(cell) || MilitaryTime(cell))
            Times++;
        else if (PhoneText.IsNumber(cell))
            Phones++;
        if (LogCells.Range(cell, out _, out _))
            Ranges++;
        if (TimeReader.TryRead(cell, out _) || date.Form != DateForm.None)
            Readable++;
        if (Amounts.TryCount(cell, out _))
            Counts++;
        if (Vocabulary.YesNo(cell) is not null)
            YesNos++;
        if (Vocabulary.How(cell) is not null)
            Hows++;
        if (Words.Weekday(cell) is not null)
            Weekdays++;
        Clock(cell);
    }

    public bool Most(int count) => Filled > 0 && count * 2 > Filled;

    public bool NearlyAll(int count) => Filled > 0 && count * 10 >= Filled * 8;

    private static bool MilitaryTime(ReadOnlySpan<char> cell) =>
        cell.Length == 4 && char.IsAsciiDigit(cell[0]) && TimeReader.TryRead(cell, out _);

    private void Clock(ReadOnlySpan<char> cell)
    {
        var colon = cell.IndexOf(':');
        if (colon > 0 && cell[..colon].IndexOfAnyExcept('0') < 0)
            UnderAnHour++;
        if (colon > 0 && cell.Count(':') == 2 && !cell.EndsWith(":00") && Amounts.TryMinutes(cell, default, out _))
            SecondClocks++;
        if (colon is < 1 or > 3 || cell.LastIndexOf(':') != colon)
            return;
        if (int.TryParse(cell[..colon], System.Globalization.CultureInfo.InvariantCulture, out var hours) && hours > 12)
            LongClocks++;
        else
            ShortClocks++;
    }
}
