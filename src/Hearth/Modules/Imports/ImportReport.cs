using Hearth.Modules.Imports.Rules;
using Hearth.Modules.Support;

namespace Hearth.Modules.Imports;

/// <summary>What a run found and, unless it was a dry run, kept.</summary>
public sealed record ImportReport(ImportCounts Counts)
{
    /// <summary>True when the contacts are recorded.</summary>
    public bool Landed { get; init; }

    /// <summary>Why the sheet cannot be brought in at all, with what to do; null when its rows were read.</summary>
    public string? Refusal { get; init; }

    /// <summary>The first rows that have problems.</summary>
    public IReadOnlyList<ProblemRow> Problems { get; init; } = [];

    /// <summary>The first rows that repeat an earlier one.</summary>
    public IReadOnlyList<RepeatedRow> Repeats { get; init; } = [];
}

/// <summary>A row that has problems, with its own cells under the names of the columns a person can mend.</summary>
public sealed record ProblemRow(
    int Number,
    int Ordinal,
    IReadOnlyList<ImportProblem> Problems,
    IReadOnlyList<string> Cells
);

/// <summary>The numbers of a run.</summary>
/// <param name="SheetRows">Rows of the sheet, all of them.</param>
/// <param name="Good">Contacts that were read well (a tally row holds several).</param>
/// <param name="Bad">Rows, or cells of a tally, that have problems.</param>
/// <param name="Skipped">Rows that are neither: blank, titles, totals, nothing counted.</param>
/// <param name="Contacts">Contacts that are new.</param>
/// <param name="People">People counted in them.</param>
/// <param name="Coded">Those of them that carry a code.</param>
public sealed record ImportCounts(
    int SheetRows,
    int Good,
    int Bad,
    int Skipped,
    int Duplicates,
    int AlreadyThere,
    int Contacts,
    long People,
    long Minutes,
    int Coded,
    int NewPeople,
    int NewSupporters
);
