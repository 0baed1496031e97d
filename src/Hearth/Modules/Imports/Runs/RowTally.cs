using Hearth.Modules.Imports.Rules;

namespace Hearth.Modules.Imports.Runs;

/// <summary>Counts a sheet's rows as they are read and keeps the first that have problems.</summary>
internal sealed class RowTally
{
    /// <summary>How many bad rows a page shows and lets mend.</summary>
    public const int MostKept = 50;

    private readonly List<ProblemRow> problems = [];
    private int lastBad;
    private int ordinal;

    public int SheetRows { get; private set; }
    public int Good { get; private set; }
    public int Bad { get; private set; }
    public int Skipped { get; private set; }
    public IReadOnlyList<ProblemRow> Problems => problems;

    public void CountGood(int sheetRow)
    {
        Good++;
        SheetRows = Math.Max(SheetRows, sheetRow);
    }

    public void CountSkipped(int sheetRow)
    {
        Skipped++;
        SheetRows = Math.Max(SheetRows, sheetRow);
    }

    /// <summary>Which of its row's bad outcomes this one is, counted from 0.</summary>
    public int OrdinalOf(int sheetRow)
    {
        ordinal = sheetRow == lastBad ? ordinal + 1 : 0;
        lastBad = sheetRow;
        SheetRows = Math.Max(SheetRows, sheetRow);
        return ordinal;
    }

    public void CountBad(int sheetRow, int which, ImportRow row)
    {
        Bad++;
        if (problems.Count < MostKept)
        {
            problems.Add(new(sheetRow, which, row.Problems, row.Cells));
        }
    }
}
