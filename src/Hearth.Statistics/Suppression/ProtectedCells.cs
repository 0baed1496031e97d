namespace Hearth.Statistics.Suppression;

/// <summary>What each cell of a report prints.</summary>
public sealed class ProtectedCells
{
    private readonly Dictionary<CellId, (PublishedCell Cell, CellState State)> byId;

    internal ProtectedCells(SuppressionRule rule, IEnumerable<(PublishedCell Cell, CellState State)> printed)
    {
        Rule = rule;
        byId = printed.ToDictionary(entry => entry.Cell.Id);
        var masks = byId.Values.Any(entry => entry.State == CellState.Withheld && IsSmall(entry.Cell));
        LeastWithheld = masks ? 1 : rule.SmallestShown;
    }

    /// <summary>The rule that was applied.</summary>
    public SuppressionRule Rule { get; }

    /// <summary>
    /// What the legend may say of "withheld": such a count is at least this. Normally <c>SmallestShown</c> ("large
    /// enough, but hidden"); 1 when the words "under 11" would themselves have given a number away somewhere (ten
    /// small parts whose total is small are all 1), so that a small count had to be labelled withheld. A cell that is
    /// not subject to the rule is at least 1 either way.
    /// </summary>
    public int LeastWithheld { get; }

    /// <summary>What the cell prints.</summary>
    /// <param name="id">A printed cell.</param>
    /// <exception cref="ArgumentException">No printed cell has that name.</exception>
    public CellState this[CellId id] => Find(id).State;

    /// <summary>The printed cells, in the order they were added to the report.</summary>
    public IEnumerable<(PublishedCell Cell, CellState State)> Cells => byId.Values;

    /// <summary>The number to print, or null when the cell is hidden.</summary>
    /// <param name="id">A printed cell.</param>
    /// <exception cref="ArgumentException">No printed cell has that name.</exception>
    public int? Number(CellId id) => Find(id) is (var cell, CellState.Shown) ? cell.Value : null;

    /// <summary>What a reader may conclude from the cell's own label.</summary>
    /// <param name="id">A printed cell.</param>
    /// <exception cref="ArgumentException">No printed cell has that name.</exception>
    public PublicRange ReadAs(CellId id)
    {
        var (cell, state) = Find(id);
        return state switch
        {
            CellState.Shown => new PublicRange(cell.Value, cell.Value),
            CellState.Small => new PublicRange(1, Rule.SmallestShown - 1),
            CellState.Withheld => new PublicRange(cell.Subject ? LeastWithheld : 1, null),
            _ => throw new InvalidOperationException($"{id} has the unknown state {state}."),
        };
    }

    private (PublishedCell Cell, CellState State) Find(CellId id) =>
        byId.TryGetValue(id, out var entry)
            ? entry
            : throw new ArgumentException($"No printed cell is named {id}.", nameof(id));

    private bool IsSmall(PublishedCell cell) => cell.Subject && Rule.IsSmall(cell.Value);
}
