using System.Text;

namespace Hearth.Modules.Imports.Files;

/// <summary>
/// A spreadsheet as it arrived: text with any delimiter, encoding and line end. Opening looks at the bytes once to
/// find out which; <see cref="Rows"/> reads from the beginning each time, in constant memory.
/// A file that cannot be read as rows says why in <see cref="Refusal"/> and has no rows; nothing here throws on content.
/// One reading at a time: two cannot share the stream.
/// </summary>
public sealed class SheetSource
{
    private const int SampleChars = 1 << 16;

    private readonly Stream stream;
    private long textFrom;

    private SheetSource(Stream stream) => this.stream = stream;

    /// <summary>The text encoding found (UTF-8, UTF-16, UTF-32 or Windows-1252).</summary>
    public Encoding Encoding { get; private set; } = Encoding.UTF8;

    /// <summary>The character between cells.</summary>
    public char Delimiter { get; private set; } = ',';

    /// <summary>Why this file cannot be read and what to do instead, or null.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The length of the file in bytes, for progress beside <see cref="BytesRead"/>.</summary>
    public long Length => stream.Length;

    /// <summary>How far the rows being read have come, in bytes (approximate: whole buffers).</summary>
    public long BytesRead => stream.Position;

    /// <summary>Opens a seekable stream, which stays the caller's to dispose and must outlive the source.</summary>
    /// <param name="delimiter">The delimiter when the person has said it; found from the text otherwise.</param>
    public static SheetSource Open(Stream seekable, char? delimiter = null)
    {
        ArgumentNullException.ThrowIfNull(seekable);
        var source = new SheetSource(seekable);
        source.Refusal = FileKinds.WhyNot(seekable);
        if (source.Refusal is null)
            source.OpenText(delimiter);
        return source;
    }

    /// <summary>All rows from the beginning. A row is on loan until the next is read: copy what is kept.</summary>
    public IEnumerable<SheetRow> Rows() => Refusal is null ? TextRows.Read(stream, Encoding, textFrom, Delimiter) : [];

    /// <summary>Copies of the first rows, for a preview.</summary>
    public IReadOnlyList<string[]> First(int count) => [.. Rows().Take(count).Select(row => row.ToArray())];

    private void OpenText(char? delimiter)
    {
        (Encoding, var mark) = TextEncodings.Find(stream);
        textFrom = mark;
        stream.Position = mark;
        var window = new CharWindow(stream, Encoding);
        window.Fill();
        var sample = window.Text;
        Refusal = FileKinds.WhyNotText(sample);
        if (Refusal is not null)
            return;
        if (Delimiters.Declared(sample) is { } declared)
        {
            Delimiter = delimiter ?? declared;
            textFrom += Encoding.GetByteCount(sample[..(sample.StartsWith("sep=" + declared + "\r\n") ? 7 : 6)]);
            return;
        }
        if (sample.Length > SampleChars)
            sample = sample[..SampleChars];
        Delimiter = delimiter ?? Delimiters.Find(sample, whole: window.AtEnd && sample.Length == window.Text.Length);
    }
}
