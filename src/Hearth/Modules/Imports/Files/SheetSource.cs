using System.Text;

namespace Hearth.Modules.Imports.Files;

/// <summary>
/// A spreadsheet as it arrived: a workbook, or text with any delimiter, encoding and line end. Opening looks at the bytes
/// once to find out which; <see cref="Rows"/> reads from the beginning each time, in constant memory.
/// A file that cannot be read as rows says why in <see cref="Refusal"/> and has no rows; nothing here throws on content.
/// A workbook that turns out to be damaged further down says so too, when its rows have been read that far.
/// One reading at a time: two cannot share the stream.
/// </summary>
public sealed class SheetSource : IDisposable
{
    private const int SampleChars = 1 << 16;
    private const int MostNamed = 10;

    private readonly Stream stream;
    private long textFrom;
    private Workbook? book;
    private WorkbookSheet? sheet;
    private readonly bool isOwn;
    private int errors;
    private int notWorkedOut;

    private SheetSource(Stream stream, bool isOwn) => (this.stream, this.isOwn) = (stream, isOwn);

    /// <summary>The text encoding found (UTF-8, UTF-16, UTF-32 or Windows-1252).</summary>
    public Encoding Encoding { get; private set; } = Encoding.UTF8;

    /// <summary>The character between cells.</summary>
    public char Delimiter { get; private set; } = ',';

    /// <summary>Why this file cannot be read and what to do instead, or null.</summary>
    public string? Refusal { get; private set; }

    /// <summary>The sheet of a workbook whose rows these are; null for text.</summary>
    public string? Sheet => sheet?.Name;

    /// <summary>A workbook's sheets that are shown and hold rows, in the order of their tabs.</summary>
    public IReadOnlyList<string> Sheets { get; private set; } = [];

    /// <summary>The file's name, with that of the sheet where it holds several.</summary>
    public string NameOf(string file) => Sheets.Count > 1 ? $"{file} ({Sheet})" : file;

    /// <summary>The length of the file in bytes, for progress beside <see cref="BytesRead"/>.</summary>
    public long Length => stream.Length;

    /// <summary>How far the rows being read have come, in bytes (approximate: whole buffers).</summary>
    public long BytesRead => stream.Position;

    /// <summary>What a person should know of the file, as sentences: which sheet is read, and errors that it shows.</summary>
    public IEnumerable<string> Notes()
    {
        if (Sheets.Count > 1)
        {
            var others = Sheets.Where(name => name != Sheet).ToList();
            yield return $"This workbook holds {Sheets.Count} sheets with rows. “{Sheet}” is read; not read: {Quoted(others)}.";
        }
        if (errors > 0)
            yield return $"{errors:N0} {(errors == 1 ? "cell shows" : "cells show")} a spreadsheet's error such as #N/A. "
                + "Where a date, a time or a number is wanted, the row is one to mend; elsewhere it is read as blank.";
        if (notWorkedOut > 0)
            yield return $"{notWorkedOut:N0} {(notWorkedOut == 1 ? "cell holds" : "cells hold")} a formula that was never worked out. "
                + "Open the workbook in your spreadsheet program, save it, and bring it again.";
    }

    /// <summary>Opens a seekable stream, which stays the caller's to dispose and must outlive the source.</summary>
    /// <param name="delimiter">The delimiter when the person has said it; found from the text otherwise.</param>
    /// <param name="sheet">The sheet of a workbook; the first that holds rows otherwise. Text has none to choose from.</param>
    public static SheetSource Open(Stream seekable, char? delimiter = null, string? sheet = null) =>
        Open(new SheetSource(seekable, isOwn: false), delimiter, sheet);

    /// <summary>Opens a stream that goes with the source.</summary>
    public static SheetSource Own(Stream seekable, string? sheet) =>
        Open(new SheetSource(seekable, isOwn: true), null, sheet);

    private static SheetSource Open(SheetSource source, char? delimiter, string? sheet)
    {
        source.Refusal = FileKinds.WhyNot(source.stream, out var isWorkbook);
        if (isWorkbook)
            source.Refusing(() => source.OpenBook(sheet));
        else if (source.Refusal is null)
            source.OpenText(delimiter);
        return source;
    }

    /// <summary>All rows from the beginning. A row is on loan until the next is read: copy what is kept.</summary>
    public IEnumerable<SheetRow> Rows() =>
        Refusal is not null ? []
        : sheet is not null ? BookRows(sheet)
        : TextRows.Read(stream, Encoding, textFrom, Delimiter);

    /// <summary>Copies of the first rows, for a preview.</summary>
    public IReadOnlyList<string[]> First(int count) => [.. Rows().Take(count).Select(row => row.ToArray())];

    public void Dispose()
    {
        book?.Dispose();
        if (isOwn)
            stream.Dispose();
    }

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

    private void OpenBook(string? asked)
    {
        book = Workbook.Open(stream);
        var filled = book.Sheets.Where(s => !s.IsHidden && HoldsRows(s)).ToList();
        Sheets = [.. filled.Select(s => s.Name)];
        // A hidden sheet is read where somebody asks for it by name.
        sheet = asked is null ? filled.FirstOrDefault() : book.Sheets.FirstOrDefault(s => Named(s, asked));
        if (sheet is not null)
            return;
        var hidden = book.Sheets.Where(s => s.IsHidden).Select(s => s.Name).ToList();
        throw new UnreadableWorkbookException(
            asked is not null
                ? $"This workbook holds no sheet called “{asked}”. Its sheets: {Quoted(Sheets)}. Nothing was read. Name one of them."
            : hidden.Count > 0
                ? $"This workbook shows no sheet that holds rows. Hidden: {Quoted(hidden)}. Nothing was read. Unhide the sheet you mean, save the workbook, and bring it again."
            : "No sheet of this workbook holds rows. Nothing was read. Bring the file that the rows are in."
        );
    }

    private static bool Named(WorkbookSheet sheet, string asked) =>
        sheet.Name.Trim().Equals(asked.Trim(), StringComparison.OrdinalIgnoreCase);

    private bool HoldsRows(WorkbookSheet sheet)
    {
        using var rows = new WorkbookRows(book!, sheet);
        return rows.Next() is not null;
    }

    private IEnumerable<SheetRow> BookRows(WorkbookSheet sheet)
    {
        WorkbookRows? rows = null;
        try
        {
            Refusing(() => rows = new WorkbookRows(book!, sheet));
            SheetRow? row = null;
            while (rows is not null && Refusing(() => row = rows.Next()) && row is not null)
                yield return row;
            errors = Math.Max(errors, rows?.Errors ?? 0);
            notWorkedOut = Math.Max(notWorkedOut, rows?.NotWorkedOut ?? 0);
        }
        finally
        {
            rows?.Dispose();
        }
    }

    private bool Refusing(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (UnreadableWorkbookException unreadable)
        {
            Refusal = unreadable.Message;
        }
        catch (Exception failure) when (Workbook.IsDamage(failure))
        {
            Refusal = UnreadableWorkbookException.Damaged;
        }
        return false;
    }

    private static string Quoted(IReadOnlyList<string> names)
    {
        var first = string.Join(
            ", ",
            names.Take(MostNamed).Select(name => $"“{(name.Length <= 40 ? name : name[..40] + "…")}”")
        );
        return names.Count > MostNamed ? $"{first} and {names.Count - MostNamed:N0} more" : first;
    }
}
