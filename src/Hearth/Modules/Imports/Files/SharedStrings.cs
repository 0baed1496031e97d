using System.Buffers.Binary;
using System.Text;
using System.Xml;

namespace Hearth.Modules.Imports.Files;

/// <summary>A workbook's table of texts, to which its cells point. Past a few megabytes it waits outside of memory.</summary>
internal sealed class SharedStrings : IDisposable
{
    public const long MostBytes = 512L << 20;
    private const int InMemory = 4 << 20;

    private readonly Spill texts = new(InMemory);
    private readonly Spill ends = new(InMemory);
    private char[] text = new char[256];

    public int Count { get; private set; }

    public static SharedStrings Read(XmlReader xml)
    {
        var strings = new SharedStrings();
        var one = new CellText();
        Span<byte> end = stackalloc byte[8];
        var bytes = new byte[1024];
        while (xml.Next())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
                continue;
            one.Clear();
            one.ReadRich(xml);
            var most = Encoding.UTF8.GetMaxByteCount(one.Text.Length);
            if (bytes.Length < most)
                bytes = new byte[most];
            strings.texts.Append(bytes.AsSpan(0, Encoding.UTF8.GetBytes(one.Text, bytes)));
            BinaryPrimitives.WriteInt64LittleEndian(end, strings.texts.Length);
            strings.ends.Append(end);
            strings.Count++;
        }
        return strings;
    }

    /// <summary>One text, on loan until the next is asked for.</summary>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Count)
                throw new UnreadableWorkbookException(UnreadableWorkbookException.Damaged);
            var from = index == 0 ? 0 : BinaryPrimitives.ReadInt64LittleEndian(ends.Read(((long)index - 1) * 8, 8));
            var to = BinaryPrimitives.ReadInt64LittleEndian(ends.Read((long)index * 8, 8));
            var bytes = texts.Read(from, (int)(to - from));
            if (text.Length < bytes.Length)
                text = new char[bytes.Length];
            return text.AsSpan(0, Encoding.UTF8.GetChars(bytes, text));
        }
    }

    public void Dispose()
    {
        texts.Dispose();
        ends.Dispose();
    }
}
