namespace Hearth.Statistics.Suppression;

/// <summary>The caller's name of a cell. The same number printed in two tables is one cell with one name.</summary>
/// <param name="Name">Any text that is unique within one <see cref="PublishedCells"/>; compared exactly.</param>
public readonly record struct CellId(string Name)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>One count that a reader sees or could work out.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Value">The true count, zero or more, in whole units.</param>
/// <param name="Subject">
/// Whether the rule protects it. A count that says nothing about people (open days, rooms) is not subject: it is never
/// small, but may be withheld to protect another.
/// </param>
/// <param name="Printed">
/// Whether the report prints it. An unprinted cell carries no label; when it is small, it must not be possible to
/// work it out (95 of 100 printed: the other 5 are an unprinted cell).
/// </param>
public sealed record PublishedCell(CellId Id, int Value, bool Subject = true, bool Printed = true);

/// <summary>A sum that every reader knows: <c>Total = sum(Parts)</c>.</summary>
/// <param name="Total">The total.</param>
/// <param name="Parts">Its parts, each once, one or more.</param>
public sealed record AdditiveRelation(CellId Total, IReadOnlyList<CellId> Parts);
