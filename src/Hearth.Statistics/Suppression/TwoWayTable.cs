namespace Hearth.Statistics.Suppression;

/// <summary>A table of counts whose row totals, column totals and grand total are printed with it.</summary>
/// <remarks>
/// To protect it alone, call <see cref="Protect"/>. To protect it together with other tables, add it to their
/// <see cref="PublishedCells"/>; the names below then link it.
/// </remarks>
public sealed class TwoWayTable
{
    private readonly string name;
    private readonly int[,] counts;

    /// <summary>Makes a table.</summary>
    /// <param name="name">A name that is unique in the report.</param>
    /// <param name="counts">The counts by row and column, zero or more; one row and one column at least.</param>
    /// <exception cref="ArgumentException">There is no row or no column.</exception>
    public TwoWayTable(string name, int[,] counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Length == 0)
        {
            throw new ArgumentException($"The table {name} has no counts.", nameof(counts));
        }

        this.name = name;
        this.counts = (int[,])counts.Clone();
    }

    /// <summary>How many rows, the total not counted.</summary>
    public int Rows => counts.GetLength(0);

    /// <summary>How many columns, the total not counted.</summary>
    public int Columns => counts.GetLength(1);

    /// <summary>The name of an inner cell.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="column">From 0.</param>
    public CellId Cell(int row, int column) => new($"{name}/{row}/{column}");

    /// <summary>The name of a row's total.</summary>
    /// <param name="row">From 0.</param>
    public CellId RowTotal(int row) => new($"{name}/{row}/total");

    /// <summary>The name of a column's total.</summary>
    /// <param name="column">From 0.</param>
    public CellId ColumnTotal(int column) => new($"{name}/total/{column}");

    /// <summary>The name of the grand total.</summary>
    public CellId GrandTotal => new($"{name}/total/total");

    /// <summary>Adds every cell and sum of the table to a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="grandTotal">
    /// The report's own grand total, already added, where several tables share it; null to add <see cref="GrandTotal"/>.
    /// </param>
    /// <exception cref="ArgumentException">A name is taken, or the shared total is not this table's total.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is below zero.</exception>
    /// <exception cref="OverflowException">A total is above <see cref="int.MaxValue"/>.</exception>
    public void AddTo(PublishedCells report, CellId? grandTotal = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        var rows = Enumerable.Range(0, Rows).ToArray();
        var columns = Enumerable.Range(0, Columns).ToArray();
        foreach (var row in rows)
        {
            CellId[] parts = [.. columns.Select(column => report.Add(Cell(row, column).Name, counts[row, column]))];
            report.AddSum(report.Add(RowTotal(row).Name, columns.Sum(column => counts[row, column])), parts);
        }

        foreach (var column in columns)
        {
            var total = report.Add(ColumnTotal(column).Name, rows.Sum(row => counts[row, column]));
            report.AddSum(total, [.. rows.Select(row => Cell(row, column))]);
        }

        var all = grandTotal ?? report.Add(GrandTotal.Name, rows.Sum(row => report.Find(RowTotal(row)).Value));
        report.AddSum(all, [.. rows.Select(RowTotal)]);
        report.AddSum(all, [.. columns.Select(ColumnTotal)]);
    }

    /// <summary>Protects the table on its own.</summary>
    /// <param name="rule">The rule; null for the default of 11.</param>
    /// <returns>The state of each cell, margins included, by the names above.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is below zero.</exception>
    /// <exception cref="OverflowException">A total is above <see cref="int.MaxValue"/>.</exception>
    public ProtectedCells Protect(SuppressionRule? rule = null)
    {
        var report = new PublishedCells();
        AddTo(report);
        return report.Protect(rule);
    }
}
