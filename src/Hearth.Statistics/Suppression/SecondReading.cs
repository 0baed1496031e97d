using System.Runtime.InteropServices;

namespace Hearth.Statistics.Suppression;

/// <summary>
/// Looks for a second set of counts that differs where it must and keeps every sum: move a cell by one, then put each
/// sum that no longer holds right by moving another of its cells by one, until all hold.
/// </summary>
/// <remarks>
/// First along one path (<see cref="CheapestPath"/>), which is fast and settles ordinary tables. Where cells lie in three
/// or more sums a move leaves several sums open at once; then positions are lists of open sums, tried cheapest first
/// and, past <see cref="CheapestBudget"/> positions, those with few open sums first. Past <see cref="AnyBudget"/> it gives up.
/// </remarks>
internal sealed class SecondReading(LinkedCells linked, Protection protection)
{
    private const int CheapestBudget = 100;
    private const int AnyBudget = 3_000;

    private readonly CheapestPath path = new(linked, protection);
    private readonly PriorityQueue<Step, (long Priority, int Order)> waiting = new();
    private readonly Dictionary<OpenSums, long> cheapest = [];
    private int order;

    /// <summary>
    /// The moves of a reading, by cell, in which exactly one of the given cells moves; null when none was found.
    /// </summary>
    public IReadOnlyDictionary<int, int>? MovingOneOf(int[] cells)
    {
        var still = cells.ToHashSet();
        return AlongOnePath(cells, still)
            ?? Search(cells, still, pull: 0, CheapestBudget)
            ?? Search(cells, still, TypicalPrice(cells), AnyBudget);
    }

    private Dictionary<int, int>? AlongOnePath(int[] cells, HashSet<int> still)
    {
        (Dictionary<int, int>? Moves, long Cost) best = (null, long.MaxValue);
        foreach (var cell in cells)
        {
            best = path.From(cell, 1, still, best.Cost) ?? best;
            best = path.From(cell, -1, still, best.Cost) ?? best;
        }

        return best.Moves;
    }

    /// <summary>The price of a usual step near the cells: how strongly an open sum counts against a position.</summary>
    private long TypicalPrice(int[] cells)
    {
        var near = cells.SelectMany(cell => linked.SumsOfCell[cell]).SelectMany(sum => linked.CellsOfSum[sum.Other]);
        return 2 * CheapestPath.PriceUnit * (1 + (long)near.Average(link => linked.Cells[link.Other].Value));
    }

    private Dictionary<int, int>? Search(int[] cells, HashSet<int> still, long pull, int budget)
    {
        waiting.Clear();
        cheapest.Clear();
        order = 0;
        foreach (var cell in cells)
        {
            Try(null, cell, 1, pull);
            Try(null, cell, -1, pull);
        }

        while (budget > 0 && waiting.TryDequeue(out var step, out _))
        {
            if (step.Open.IsEmpty)
            {
                return step.Moves();
            }

            if (cheapest[step.Open] == step.Cost)
            {
                budget--;
                Extend(step, still, pull);
            }
        }

        return null;
    }

    private void Extend(Step step, HashSet<int> still, long pull)
    {
        var (open, amount) = step.Open.Last;
        foreach (var (cell, sign) in linked.CellsOfSum[open])
        {
            if (!still.Contains(cell))
            {
                Try(step, cell, amount > 0 ? -sign : sign, pull);
            }
        }
    }

    private void Try(Step? before, int cell, int move, long pull)
    {
        var moved = before?.MoveOf(cell) ?? 0;
        if (moved * move < 0 || protection.Price(cell, (long)linked.Cells[cell].Value + moved + move) is not { } price)
        {
            return;
        }

        var paid = moved == 0 ? 0 : protection.Price(cell, (long)linked.Cells[cell].Value + moved) ?? 0;
        var cost = (before?.Cost ?? 0) + CheapestPath.PriceUnit * (price - paid) + 1;
        var open = (before?.Open ?? OpenSums.None).After(linked.SumsOfCell[cell], move);
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(cheapest, open, out var isKnown);
        if (isKnown && known <= cost)
        {
            return;
        }

        known = cost;
        waiting.Enqueue(new Step(before, cell, move, open, cost), (cost + pull * open.Count, order++));
    }

    private sealed record Step(Step? Before, int Cell, int Move, OpenSums Open, long Cost)
    {
        public int MoveOf(int cell)
        {
            var moved = 0;
            for (var step = this; step is not null; step = step.Before)
            {
                moved += step.Cell == cell ? step.Move : 0;
            }

            return moved;
        }

        public Dictionary<int, int> Moves()
        {
            var moves = new Dictionary<int, int>();
            for (var step = this; step is not null; step = step.Before)
            {
                moves[step.Cell] = moves.GetValueOrDefault(step.Cell) + step.Move;
            }

            return moves;
        }
    }
}
