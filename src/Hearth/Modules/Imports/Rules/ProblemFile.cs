using Hearth.Modules.Imports.Files;

namespace Hearth.Modules.Imports.Rules;

/// <summary>
/// Writes the rows that could not be read as a CSV that a person mends and imports again: what is wrong and how to mend
/// it, then the row's own cells under their own headers. Safe to open in a spreadsheet program: a cell that would run as
/// a formula is kept as text with a leading apostrophe, which the next import takes off again.
/// </summary>
public sealed class ProblemFile : IDisposable
{
    /// <summary>Starts the file: title lines that carry a year, then the header.</summary>
    public ProblemFile(TextWriter writer, SheetSource source, ContactMap map) => throw new NotImplementedException();

    /// <summary>How many rows have been written.</summary>
    public int Rows { get; private set; }

    /// <summary>Adds a row that has problems; other rows are passed over.</summary>
    public void Add(ImportRow row) => throw new NotImplementedException();

    /// <summary>Flushes; the writer stays the caller's.</summary>
    public void Dispose() { }
}
