using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Hearth.Modules.Imports.Rules;

/// <summary>Makes content keys: SHA-256 over the organization's secret and what the row says, cut to 128 bits.</summary>
internal sealed class ContentKeys(ReadOnlyMemory<byte> secret)
{
    private const char CellEnd = '\u001E';
    private const char NameEnd = '\u001F';

    private char[] text = new char[1024];
    private byte[] bytes = new byte[4096];
    private int length;

    public void Start(DateOnly date, int? startSeconds, int? minutes, int headcount)
    {
        length = 0;
        Number(date.DayNumber);
        Number(startSeconds ?? -1);
        Number(minutes ?? -1);
        Number(headcount);
    }

    /// <summary>Adds a cell under its column's name; blank cells add nothing, so that added empty columns change no key.</summary>
    public void Add(string name, ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        if (cell.IsEmpty)
            return;
        Room(name.Length + cell.Length + 2);
        Put(name);
        text[length++] = NameEnd;
        Collapse(cell);
        text[length++] = CellEnd;
    }

    public ContentKey Finish()
    {
        var said = MemoryMarshal.AsBytes(text.AsSpan(0, length));
        var whole = secret.Length + said.Length;
        if (bytes.Length < whole)
            bytes = new byte[whole * 2];
        secret.Span.CopyTo(bytes);
        said.CopyTo(bytes.AsSpan(secret.Length));
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes.AsSpan(0, whole), hash);
        return new ContentKey(System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash));
    }

    private void Collapse(ReadOnlySpan<char> cell)
    {
        var space = false;
        foreach (var c in cell)
        {
            if (char.IsWhiteSpace(c))
            {
                space = true;
                continue;
            }
            if (space)
                text[length++] = ' ';
            space = false;
            text[length++] = c;
        }
    }

    private void Number(int value)
    {
        Room(16);
        value.TryFormat(
            text.AsSpan(length),
            out var written,
            default,
            System.Globalization.CultureInfo.InvariantCulture
        );
        length += written;
        text[length++] = CellEnd;
    }

    private void Put(ReadOnlySpan<char> part)
    {
        part.CopyTo(text.AsSpan(length));
        length += part.Length;
    }

    private void Room(int more)
    {
        if (length + more > text.Length)
            Array.Resize(ref text, (length + more) * 2);
    }
}
