namespace Hearth.Modules.Imports.Files;

/// <summary>What was wrong with a row's text before anyone looked at its meaning.</summary>
public enum RowFlaw
{
    None = 0,

    /// <summary>A quotation mark opened and never closed; it was read as an ordinary character.</summary>
    UnbalancedQuote,

    /// <summary>A cell, or the row, is longer than a spreadsheet can hold; the rest was left out.</summary>
    TooLong,
}

/// <summary>One row of a sheet, on loan from its reader until the next row is read.</summary>
public sealed class SheetRow
{
    private char[] text = new char[1024];
    private int[] ends = new int[64];
    private int length;

    /// <summary>1-based count of rows in the file, blank and title lines included.</summary>
    public int Number { get; internal set; }

    /// <summary>1-based line of the file on which the row begins (a quoted cell can span lines).</summary>
    public long Line { get; internal set; }

    /// <summary>How many cells the row has; rows may be ragged.</summary>
    public int Count { get; private set; }

    public RowFlaw Flaw { get; internal set; }

    /// <summary>The cell's text, unquoted, as written; empty beyond the row's end.</summary>
    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            if ((uint)column >= (uint)Count)
                return default;
            var start = column == 0 ? 0 : ends[column - 1];
            return text.AsSpan(start, ends[column] - start);
        }
    }

    /// <summary>The cell without surrounding space.</summary>
    public ReadOnlySpan<char> Trimmed(int column) => this[column].Trim();

    /// <summary>True when no cell holds anything but space.</summary>
    public bool IsBlank => text.AsSpan(0, length).IsWhiteSpace();

    /// <summary>A copy of the cells.</summary>
    public string[] ToArray()
    {
        var cells = new string[Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = this[i].ToString();
        return cells;
    }

    /// <summary>A copy that stays as it is when the reader moves on.</summary>
    public SheetRow Copy()
    {
        var copy = new SheetRow
        {
            Number = Number,
            Line = Line,
            Flaw = Flaw,
        };
        copy.text = text.AsSpan(0, Math.Max(1, length)).ToArray();
        copy.ends = ends.AsSpan(0, Math.Max(1, Count)).ToArray();
        copy.length = length;
        copy.Count = Count;
        return copy;
    }

    internal void Clear()
    {
        length = 0;
        Count = 0;
        Flaw = RowFlaw.None;
    }

    internal void Append(ReadOnlySpan<char> part)
    {
        if (length + part.Length > text.Length)
            Array.Resize(ref text, Math.Max(text.Length * 2, length + part.Length));
        part.CopyTo(text.AsSpan(length));
        length += part.Length;
    }

    internal int Mark => length;

    internal void BackTo(int mark) => length = mark;

    internal void EndCell()
    {
        Unguard(Count == 0 ? 0 : ends[Count - 1]);
        if (Count == ends.Length)
            Array.Resize(ref ends, ends.Length * 2);
        ends[Count++] = length;
    }

    // ="0930" is how programs keep a spreadsheet from making a number of a text.
    private void Unguard(int from)
    {
        if (length - from < 3 || text[from] != '=' || text[from + 1] != '"' || text[length - 1] != '"')
            return;
        var inner = text.AsSpan(from + 2, length - from - 3);
        if (inner.Contains('"'))
            return;
        inner.CopyTo(text.AsSpan(from));
        length -= 3;
    }
}
