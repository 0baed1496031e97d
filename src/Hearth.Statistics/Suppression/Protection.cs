namespace Hearth.Statistics.Suppression;

/// <summary>The states while they are being decided, and which cells already have a second reading.</summary>
internal sealed class Protection
{
    private readonly LinkedCells linked;
    private readonly SuppressionRule rule;
    private readonly CellState[] states;
    private readonly bool[] proved;

    private Protection(LinkedCells linked, SuppressionRule rule)
    {
        this.linked = linked;
        this.rule = rule;
        states = [.. linked.Cells.Select(cell => IsSmall(cell) ? CellState.Small : CellState.Shown)];
        proved = new bool[states.Length];
        MaskPrice = 1 + linked.Cells.Where(cell => cell.Printed).Sum(cell => (long)cell.Value);
    }

    /// <summary>More than withholding every shown cell: a small cell loses its label only when nothing else helps.</summary>
    private long MaskPrice { get; }

    public static ProtectedCells Of(PublishedCells report, SuppressionRule rule)
    {
        var protection = new Protection(LinkedCells.From(report), rule);
        protection.ProveAll();
        return new ProtectedCells(
            rule,
            report
                .Cells.Index()
                .Where(entry => entry.Item.Printed)
                .Select(entry => (entry.Item, protection.states[entry.Index]))
        );
    }

    /// <summary>
    /// What it costs that the cell may be read as <paramref name="reading"/>: 0 when its label allows it already, more
    /// when it must first be withheld or lose its label, null when no label would allow it.
    /// </summary>
    public long? Price(int cell, long reading)
    {
        var (_, value, subject, printed) = linked.Cells[cell];
        if (!printed)
        {
            return reading >= 0 ? 0 : null;
        }

        if (value == 0 || reading < LeastIfWithheld(value, subject))
        {
            return null;
        }

        return states[cell] switch
        {
            CellState.Shown => value,
            CellState.Small when reading >= rule.SmallestShown => MaskPrice,
            _ => 0,
        };
    }

    // A large count is never read as small, so that while no label was lost "withheld" can honestly mean "at least 11".
    private int LeastIfWithheld(int value, bool subject) =>
        subject && value >= rule.SmallestShown ? rule.SmallestShown : 1;

    private bool IsSmall(PublishedCell cell) => cell.Subject && rule.IsSmall(cell.Value);

    private void ProveAll()
    {
        var search = new SecondReading(linked, this);
        foreach (var parts in linked.SmallTogether(rule))
        {
            Prove(search, parts);
        }

        for (var cell = 0; cell < states.Length; cell++)
        {
            if (states[cell] != CellState.Shown && !proved[cell])
            {
                Prove(search, [cell]);
            }
        }
    }

    private void Prove(SecondReading search, int[] cells)
    {
        if (search.MovingOneOf(cells) is { } reading)
        {
            Accept(reading);
        }
        else
        {
            WithholdAllLinkedTo(cells[0]);
        }
    }

    private void Accept(IReadOnlyDictionary<int, int> moves)
    {
        foreach (var (cell, move) in moves)
        {
            if (move == 0)
            {
                continue;
            }

            if (linked.Cells[cell].Printed && Price(cell, (long)linked.Cells[cell].Value + move) > 0)
            {
                states[cell] = CellState.Withheld;
            }

            proved[cell] = true;
        }
    }

    private void WithholdAllLinkedTo(int start)
    {
        var seen = new HashSet<int> { start };
        var waiting = new Queue<int>(seen);
        while (waiting.TryDequeue(out var cell))
        {
            states[cell] = CellState.Withheld;
            proved[cell] = true;
            var neighbours = linked
                .SumsOfCell[cell]
                .SelectMany(sum => linked.CellsOfSum[sum.Other])
                .Select(link => link.Other);
            foreach (var next in neighbours.Where(next => linked.Cells[next].Value > 0 && seen.Add(next)))
            {
                waiting.Enqueue(next);
            }
        }
    }
}
