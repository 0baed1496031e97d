using System.Text;

namespace Hearth.Modules.Imports.Files;

/// <summary>
/// A spreadsheet as it arrived: text with any delimiter, encoding and line end, or .xlsx. Opening looks at the bytes
/// once to find out which; <see cref="Rows"/> reads from the beginning each time, in constant memory.
/// A file that cannot be read as rows says why in <see cref="Refusal"/> and has no rows; nothing here throws on content.
/// </summary>
public sealed class SheetSource
{
    private readonly Stream stream;

    private SheetSource(Stream stream) => this.stream = stream;

    /// <summary>The text encoding found (UTF-8, UTF-16 or Windows-1252); UTF-8 for .xlsx.</summary>
    public Encoding Encoding { get; private init; } = Encoding.UTF8;

    /// <summary>The character between cells; a tab for .xlsx.</summary>
    public char Delimiter { get; private init; } = ',';

    /// <summary>Why this file cannot be read and what to do instead, or null.</summary>
    public string? Refusal { get; private init; }

    /// <summary>The length of the file in bytes, for progress beside <see cref="BytesRead"/>.</summary>
    public long Length => stream.Length;

    /// <summary>How far the rows being read have come, in bytes (approximate: whole buffers).</summary>
    public long BytesRead => stream.Position;

    /// <summary>Opens a seekable stream, which stays the caller's to dispose and must outlive the source.</summary>
    /// <param name="delimiter">The delimiter when the person has said it; found from the text otherwise.</param>
    public static SheetSource Open(Stream seekable, char? delimiter = null) => throw new NotImplementedException();

    /// <summary>All rows from the beginning. A row is on loan until the next is read: copy what is kept.</summary>
    public IEnumerable<SheetRow> Rows() => throw new NotImplementedException();

    /// <summary>Copies of the first rows, for a preview.</summary>
    public IReadOnlyList<string[]> First(int count) => [.. Rows().Take(count).Select(row => row.ToArray())];
}
