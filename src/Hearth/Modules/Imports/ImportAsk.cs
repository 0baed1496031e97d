using Hearth.Modules.Imports.Rules;

namespace Hearth.Modules.Imports;

/// <summary>A sheet to check or bring in, and how.</summary>
public sealed record ImportAsk(Guid ImportId, ContactMap Map, SheetFile File)
{
    /// <summary>Does all but keep it.</summary>
    public bool DryRun { get; init; }

    /// <summary>The consent to bring in the good rows without the bad ones.</summary>
    public bool SkipBad { get; init; }

    /// <summary>Rows that say exactly what an earlier row says are moments of their own.</summary>
    public bool KeepDuplicates { get; init; }

    /// <summary>How people said yes to being known by their code; null for the column's own question.</summary>
    public string? YesWords { get; init; }
    public string YesLanguage { get; init; } = "en";

    /// <summary>Rows mended here, in place of the file's own.</summary>
    public IReadOnlyList<MendedRow> Mended { get; init; } = [];
}

/// <summary>A file's name, SHA-256 and length.</summary>
public sealed record SheetFile(string Name, byte[] Sha256, long Size);

/// <summary>A bad row as somebody mended it.</summary>
/// <param name="Ordinal">Which of the row's bad outcomes it stands for: a tally row can have one for each day.</param>
public sealed record MendedRow(int Number, int Ordinal, IReadOnlyList<string> Cells);

/// <summary>How far a run has come.</summary>
/// <param name="Fraction">0 to 1 of the file's bytes; 1 while the rows are being recorded.</param>
public readonly record struct ImportProgress(bool IsRecording, int Rows, double Fraction);
