using System.Globalization;
using Hearth.Foundation.Access;

namespace Hearth.Modules.Reports;

public enum CellShows
{
    Value,

    /// <summary>From 1 to just below the smallest number that may be shown.</summary>
    Under,

    /// <summary>Hidden so that another number cannot be worked out.</summary>
    Withheld,

    /// <summary>Nobody asked or wrote it down.</summary>
    NotKnown,

    /// <summary>Cannot occur.</summary>
    NotUsed,
}

/// <summary>What a report prints in one place, after small numbers are hidden. The true number is not in it.</summary>
/// <param name="Number">The count, hours or percent shown; null unless <see cref="Shows"/> is a value.</param>
/// <param name="Part">For a share, the part and the whole it is made of.</param>
/// <param name="Contacts">The query of the contacts behind it, where a page can list them.</param>
public sealed record ReportCell(
    CellShows Shows,
    decimal? Number = null,
    (long Part, long Whole)? Part = null,
    string? Contacts = null
)
{
    public string Words(Measure measure, int smallestShown) =>
        Shows switch
        {
            CellShows.Value => Written(measure),
            CellShows.Under => $"under {smallestShown}",
            CellShows.Withheld => "withheld",
            CellShows.NotKnown => "not known",
            CellShows.NotUsed => "not used",
        };

    /// <summary>A share without the counts it is made of, where those stand beside it.</summary>
    public string Alone(Measure measure, int smallestShown) =>
        measure == Measure.CodeShare && Shows == CellShows.Value
            ? string.Create(CultureInfo.InvariantCulture, $"{Number:0.#}%")
            : Words(measure, smallestShown);

    private string Written(Measure measure) =>
        measure switch
        {
            Measure.Hours => Number!.Value.ToString("N1", CultureInfo.InvariantCulture),
            Measure.CodeShare => string.Create(
                CultureInfo.InvariantCulture,
                $"{Number:0.#}% ({Part!.Value.Part:N0} of {Part.Value.Whole:N0})"
            ),
            _ => Number!.Value.ToString("N0", CultureInfo.InvariantCulture),
        };
}

/// <summary>A report as it leaves the organization.</summary>
public sealed record ReportResult(
    ReportDefinition Definition,
    OrganizationContext Organization,
    bool IsSynthetic,
    ReportPeriod Period,
    DateTimeOffset DrawnAt,
    IReadOnlyList<DrawnSection> Sections,
    IReadOnlyList<string> Missing,
    int LeastWithheld
)
{
    public int SmallestShown => Definition.SmallCells.SmallestShown;

    public string Words(Measure measure, ReportCell cell) => cell.Words(measure, SmallestShown);

    /// <summary>What the words in place of numbers mean here.</summary>
    public string Legend =>
        $"under {SmallestShown}: too few to show without pointing at someone. "
        + (
            LeastWithheld >= SmallestShown
                ? $"withheld: at least {LeastWithheld}, but hidden so that a small one cannot be worked out. "
                : "withheld: hidden so that a small one cannot be worked out. "
        )
        + "not known: nobody asked or wrote it down. not used: cannot occur.";
}

public abstract record DrawnSection(string? Title);

public sealed record DrawnFigures(string? Title, string? Text, IReadOnlyList<DrawnFigure> Figures)
    : DrawnSection(Title);

/// <param name="OutOf">What the number is out of, small cells hidden here too.</param>
public sealed record DrawnFigure(
    string Name,
    string Label,
    Measure Measure,
    ReportCell Cell,
    string OutOf,
    string? Missing
);

/// <param name="Within">The conditions that narrow the whole table, as "how=phone".</param>
public record DrawnTable(
    string? Title,
    string RowTitle,
    IReadOnlyList<Dimension> By,
    IReadOnlyList<string> Within,
    IReadOnlyList<DrawnColumn> Columns,
    IReadOnlyList<DrawnRow> Rows,
    DrawnRow Total,
    IReadOnlyList<string> Notes
) : DrawnSection(Title);

/// <summary>A column: a measure, or one value of a second dimension.</summary>
public sealed record DrawnColumn(string Label, string Code, Measure Measure);

public sealed record DrawnRow(string Label, string Code, IReadOnlyList<ReportCell> Cells, bool IsUnknown = false);

/// <summary>Bars with the table they are drawn from.</summary>
public sealed record DrawnChart(
    string Sentence,
    string RowTitle,
    IReadOnlyList<Dimension> By,
    IReadOnlyList<string> Within,
    IReadOnlyList<DrawnColumn> Columns,
    IReadOnlyList<DrawnRow> Rows,
    DrawnRow Total,
    IReadOnlyList<string> Notes
) : DrawnTable(Sentence, RowTitle, By, Within, Columns, Rows, Total, Notes);

public sealed record DrawnText(string? Title, string Text) : DrawnSection(Title);

public sealed record DrawnNotHeld(string? Title, IReadOnlyList<NotHeld> Rows) : DrawnSection(Title);
