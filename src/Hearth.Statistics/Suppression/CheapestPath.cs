namespace Hearth.Statistics.Suppression;

/// <summary>
/// A second reading along one path: the moved cell leaves a sum that does not hold, the next cell puts it right and
/// leaves another, until the last one meets the moved cell's other sum or a cell that lies in one sum only.
/// </summary>
/// <remarks>
/// Dijkstra's algorithm over places (a sum, and whether its total is one too high or one too low), for cells in at most
/// two sums: lists, tables with margins, months in quarters. Cells in three or more sums are left aside here.
/// </remarks>
internal sealed class CheapestPath(LinkedCells linked, Protection protection)
{
    /// <summary>Each moved cell costs a little, so that of equally cheap readings the one with fewest cells wins.</summary>
    public const int PriceUnit = 64;

    private readonly int outside = 2 * linked.CellsOfSum.Length;
    private readonly long[] cost = new long[2 * linked.CellsOfSum.Length + 1];
    private readonly (int From, int Cell, int Move)[] came = new (int, int, int)[2 * linked.CellsOfSum.Length + 1];
    private readonly PriorityQueue<int, (long Cost, int Place)> waiting = new();
    private readonly Link[] single =
    [
        .. Enumerable
            .Range(0, linked.Cells.Count)
            .Where(cell => linked.SumsOfCell[cell].Length == 1)
            .Select(cell => new Link(cell, 0)),
    ];

    /// <summary>The moves that follow from moving <paramref name="start"/>, and their cost; null when there is no path.</summary>
    public (Dictionary<int, int> Moves, long Cost)? From(int start, int move, HashSet<int> still, long costBelow)
    {
        var sums = linked.SumsOfCell[start];
        if (sums.Length is 0 or > 2 || protection.Price(start, (long)linked.Cells[start].Value + move) is not { } price)
        {
            return null;
        }

        Array.Fill(cost, long.MaxValue);
        waiting.Clear();
        var first = Place(sums[0].Other, sums[0].Sign * move);
        var goal = sums.Length == 1 ? outside : Place(sums[1].Other, -sums[1].Sign * move);
        Reach(first, -1, start, move, PriceUnit * price + 1);
        while (waiting.TryDequeue(out var place, out var at) && at.Cost < cost[goal] && at.Cost + 1 < costBelow)
        {
            if (at.Cost == cost[place])
            {
                Extend(place, still);
            }

            if (cost[goal] == at.Cost + 1)
            {
                break;
            }
        }

        return cost[goal] < costBelow && Moves(goal) is { } moves ? (moves, cost[goal]) : null;
    }

    private static int Place(int sum, int amount) => 2 * sum + (amount > 0 ? 1 : 0);

    private void Extend(int place, HashSet<int> still)
    {
        if (place == outside)
        {
            foreach (var (cell, _) in single)
            {
                Move(place, cell, 1, -1, still);
                Move(place, cell, -1, -1, still);
            }

            return;
        }

        foreach (var (cell, sign) in linked.CellsOfSum[place / 2])
        {
            Move(place, cell, place % 2 == 1 ? -sign : sign, place / 2, still);
        }
    }

    private void Move(int place, int cell, int move, int from, HashSet<int> still)
    {
        var sums = linked.SumsOfCell[cell];
        if (
            sums.Length > 2
            || protection.Price(cell, (long)linked.Cells[cell].Value + move) is not { } price
            || still.Contains(cell)
        )
        {
            return;
        }

        var next = outside;
        foreach (var (sum, sign) in sums)
        {
            next = sum == from ? next : Place(sum, sign * move);
        }

        Reach(next, place, cell, move, cost[place] + PriceUnit * price + 1);
    }

    private void Reach(int place, int from, int cell, int move, long total)
    {
        if (total < cost[place])
        {
            cost[place] = total;
            came[place] = (from, cell, move);
            waiting.Enqueue(place, (total, place));
        }
    }

    /// <summary>The moves up to a place; null when the path used a cell twice and its label does not allow that.</summary>
    private Dictionary<int, int>? Moves(int place)
    {
        var moves = new Dictionary<int, int>();
        for (var at = place; at >= 0; at = came[at].From)
        {
            moves[came[at].Cell] = moves.GetValueOrDefault(came[at].Cell) + came[at].Move;
        }

        return moves.All(entry =>
            protection.Price(entry.Key, (long)linked.Cells[entry.Key].Value + entry.Value) is not null
        )
            ? moves
            : null;
    }
}
