namespace Hearth.Statistics.Suppression;

/// <summary>
/// Every count of one report and every sum among them, so that all linked tables are protected at once.
/// </summary>
/// <remarks>
/// Leave out no sum that a reader can know: a row, a column, months of a quarter, the same total in two tables,
/// "with a code" plus "without" equals visits. Counts of people, which do not add up over months, get no relation.
/// The guarantee covers this report alone: protect together what is published together, and keep an earlier report's
/// cells and states in mind when it is issued again.
/// </remarks>
public sealed class PublishedCells
{
    private readonly List<PublishedCell> cells = [];
    private readonly List<AdditiveRelation> relations = [];
    private readonly Dictionary<CellId, int> places = [];

    /// <summary>The cells in the order they were added.</summary>
    public IReadOnlyList<PublishedCell> Cells => cells;

    /// <summary>The sums in the order they were added.</summary>
    public IReadOnlyList<AdditiveRelation> Relations => relations;

    /// <summary>Adds a cell. Adding the very same cell again does nothing, so linked tables may each add theirs.</summary>
    /// <param name="cell">The cell.</param>
    /// <returns>This, to chain.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is below zero.</exception>
    /// <exception cref="ArgumentException">A different cell already has this name.</exception>
    public PublishedCells Add(PublishedCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        if (cell.Value < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(cell), cell.Value, $"The count {cell.Id} is below zero.");
        }

        if (!places.TryAdd(cell.Id, cells.Count))
        {
            var known = cells[places[cell.Id]];
            return known == cell
                ? this
                : throw new ArgumentException($"Two cells share a name: {known} and {cell}.", nameof(cell));
        }

        cells.Add(cell);
        return this;
    }

    /// <summary>Adds a printed cell.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="value">The true count, zero or more.</param>
    /// <param name="subject">Whether the rule protects it.</param>
    /// <returns>The name, to use in relations.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is below zero.</exception>
    /// <exception cref="ArgumentException">A different cell already has this name.</exception>
    public CellId Add(string id, int value, bool subject = true)
    {
        var cell = new PublishedCell(new CellId(id), value, subject);
        Add(cell);
        return cell.Id;
    }

    /// <summary>States that a total is the sum of its parts. All cells must have been added.</summary>
    /// <param name="total">The total.</param>
    /// <param name="parts">Its parts, each once, one or more.</param>
    /// <returns>This, to chain.</returns>
    /// <exception cref="ArgumentException">
    /// A cell is unknown or named twice, there are no parts, or the true counts do not add up.
    /// </exception>
    public PublishedCells AddSum(CellId total, params IReadOnlyList<CellId> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0 || parts.Append(total).Distinct().Count() != parts.Count + 1)
        {
            throw new ArgumentException($"The sum {total} needs one or more parts, each once.", nameof(parts));
        }

        var sum = parts.Sum(part => (long)Find(part).Value);
        if (sum != Find(total).Value)
        {
            throw new ArgumentException(
                $"{total} is {Find(total).Value}, but its parts add up to {sum}.",
                nameof(parts)
            );
        }

        relations.Add(new AdditiveRelation(total, [.. parts]));
        return this;
    }

    /// <summary>
    /// States that one count is contained in another, so that a reader can work out the rest by subtraction. The rest
    /// is added as an unprinted cell and protected like any other.
    /// </summary>
    /// <param name="part">The contained count (visits with a code).</param>
    /// <param name="whole">The containing count (visits).</param>
    /// <returns>This, to chain.</returns>
    /// <exception cref="ArgumentException">A cell is unknown, or the part is larger than the whole.</exception>
    public PublishedCells AddPartOf(CellId part, CellId whole)
    {
        var rest = Find(whole).Value - Find(part).Value;
        if (rest < 0)
        {
            throw new ArgumentException($"{part} is larger than {whole}, which should contain it.", nameof(part));
        }

        var restId = new CellId($"{whole} without {part}");
        Add(new PublishedCell(restId, rest, Find(whole).Subject, Printed: false));
        return AddSum(whole, part, restId);
    }

    /// <summary>The cell of that name.</summary>
    /// <param name="id">Its name.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public PublishedCell Find(CellId id) =>
        places.TryGetValue(id, out var place)
            ? cells[place]
            : throw new ArgumentException($"No cell is named {id}.", nameof(id));

    /// <summary>
    /// Decides what each cell prints. Deterministic: the same cells and sums in the same order give the same states.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The result is proved, not estimated: for each hidden cell a second set of whole numbers is constructed which
    /// differs in that cell and agrees with all that is printed (shown numbers, labels, sums). The search for such a
    /// second reading is also what picks further cells to withhold: it is a cheapest-path search over moves of +1 and
    /// -1 in which moving a hidden cell is free and moving a shown one costs its value. Withholding more later only
    /// adds readings, so a proof once found stays good. The reader's knowledge is modelled as the linear system with
    /// bounds of Fischetti and Salazar, "Solving the Cell Suppression Problem on Tabular Data with Linear Constraints".
    /// </para>
    /// <para>
    /// Beyond single cells: when two or more small parts of one sum together are still small, their joint count is
    /// protected too.
    /// </para>
    /// <para>
    /// Work grows with the number of hidden cells times the number of sums times their length.
    /// </para>
    /// <para>
    /// Limits. Each cell is protected as cheaply as possible given what is already hidden; the whole is not claimed to
    /// be the least possible. Where cells lie in three or more sums the search is bounded, first for the cheapest
    /// answer, then for any; if both give up, every non-zero cell linked to the one in question is withheld, which is
    /// always safe because doubling all of them is a second reading. A cell is safe from being known exactly; a narrow
    /// range can remain. A reader who knows one of the hidden counts (a program its own) is not modelled.
    /// </para>
    /// </remarks>
    /// <param name="rule">The rule; null for the default of 11.</param>
    public ProtectedCells Protect(SuppressionRule? rule = null) => Protection.Of(this, rule ?? new SuppressionRule());
}
