using System.Runtime.InteropServices;

namespace Hearth.Statistics.Suppression;

/// <summary>A cell of a sum, or a sum of a cell. The sign is +1 where the cell is the total, -1 where it is a part.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Link(int Other, int Sign);

/// <summary>The report as arrays: cells and sums by number, each knowing the other.</summary>
internal sealed class LinkedCells
{
    private LinkedCells(PublishedCells report, Link[][] sums)
    {
        Cells = report.Cells;
        CellsOfSum = sums;
        var sumsOfCell = Cells.Select(_ => new List<Link>()).ToArray();
        for (var sum = 0; sum < sums.Length; sum++)
        {
            foreach (var (cell, sign) in sums[sum])
            {
                sumsOfCell[cell].Add(new Link(sum, sign));
            }
        }

        SumsOfCell = [.. sumsOfCell.Select(links => links.ToArray())];
    }

    public IReadOnlyList<PublishedCell> Cells { get; }

    public Link[][] CellsOfSum { get; }

    public Link[][] SumsOfCell { get; }

    public static LinkedCells From(PublishedCells report)
    {
        var number = report.Cells.Index().ToDictionary(entry => entry.Item.Id, entry => entry.Index);
        return new LinkedCells(
            report,
            [
                .. report.Relations.Select(sum =>
                    sum.Parts.Select(part => new Link(number[part], -1))
                        .Prepend(new Link(number[sum.Total], 1))
                        .ToArray()
                ),
            ]
        );
    }

    /// <summary>
    /// The small parts of a sum that together are still small (2 and 3 of 100): when all else is shown, 5 can be
    /// subtracted out, so their joint count must not be known either.
    /// </summary>
    public IEnumerable<int[]> SmallTogether(SuppressionRule rule) =>
        CellsOfSum
            .Select(sum =>
                sum.Skip(1)
                    .Select(link => link.Other)
                    .Where(part => Cells[part].Subject && rule.IsSmall(Cells[part].Value))
                    .ToArray()
            )
            .Where(parts => parts.Length > 1 && parts.Sum(part => (long)Cells[part].Value) < rule.SmallestShown);
}
