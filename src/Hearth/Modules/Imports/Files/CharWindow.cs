using System.Text;

namespace Hearth.Modules.Imports.Files;

/// <summary>Decoded text of a stream, seen through a window that starts at the row being read.</summary>
internal sealed class CharWindow(Stream stream, Encoding encoding)
{
    private readonly Decoder decoder = encoding.GetDecoder();
    private readonly byte[] bytes = new byte[1 << 15];
    private char[] chars = new char[1 << 16];
    private int start;
    private int end;

    /// <summary>All of the file's text is in the window or behind it.</summary>
    public bool AtEnd { get; private set; }

    public ReadOnlySpan<char> Text => chars.AsSpan(start, end - start);

    public void Pass(int count) => start += count;

    /// <summary>Brings in more text behind what is there, until the window is full or the file ends.</summary>
    public void Fill()
    {
        if (start > 0)
        {
            Text.CopyTo(chars);
            end -= start;
            start = 0;
        }
        if (chars.Length - end < bytes.Length + 2)
            Array.Resize(ref chars, chars.Length * 2);
        while (!AtEnd && chars.Length - end >= bytes.Length + 2)
            Decode();
    }

    private void Decode()
    {
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        AtEnd = read < bytes.Length;
        var from = end;
        end += decoder.GetChars(bytes.AsSpan(0, read), chars.AsSpan(end), flush: AtEnd);
        DropNulls(from);
    }

    // No database text can hold a NUL, and exports from old phone systems pad with them.
    private void DropNulls(int from)
    {
        var first = chars.AsSpan(from, end - from).IndexOf('\0');
        if (first < 0)
            return;
        var to = from + first;
        for (var i = to; i < end; i++)
        {
            if (chars[i] != '\0')
                chars[to++] = chars[i];
        }
        end = to;
    }
}
