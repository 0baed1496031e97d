using System.Globalization;
using System.Xml;

namespace Hearth.Modules.Imports.Files;

/// <summary>Text of a cell as it is put together from its pieces, cut where a spreadsheet would cut it.</summary>
internal sealed class CellText
{
    public const int Longest = 32_767;

    private readonly char[] chars = new char[Longest];
    private readonly char[] next = new char[1];
    private int length;

    public ReadOnlySpan<char> Text => chars.AsSpan(0, length);

    /// <summary>There was more than fits.</summary>
    public bool IsCut { get; private set; }

    public void Clear()
    {
        length = 0;
        IsCut = false;
    }

    /// <summary>The text inside the element the reader stands on.</summary>
    public void ReadPlain(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            if (IsText(xml))
                Take(xml);
        }
    }

    /// <summary>The pieces of a text with formats in it, without the readings that stand above East Asian words.</summary>
    public void ReadRich(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        var reading = int.MaxValue;
        var inText = false;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.Depth <= reading)
                reading = int.MaxValue;
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
                reading = xml.Depth;
            if (xml.NodeType == XmlNodeType.Element)
                inText = xml.LocalName == "t" && !xml.IsEmptyElement;
            else if (xml.NodeType == XmlNodeType.EndElement)
                inText = false;
            else if (inText && reading == int.MaxValue && IsText(xml))
                Take(xml);
        }
        Unescape();
    }

    private static bool IsText(XmlReader xml) =>
        xml.NodeType
            is XmlNodeType.Text
                or XmlNodeType.CDATA
                or XmlNodeType.SignificantWhitespace
                or XmlNodeType.Whitespace;

    // In chunks: the reader would make one string of a text of any length.
    private void Take(XmlReader xml)
    {
        while (length < Longest)
        {
            var read = xml.ReadValueChunk(chars, length, Longest - length);
            if (read == 0)
                return;
            length += read;
        }
        IsCut |= xml.ReadValueChunk(next, 0, 1) > 0;
    }

    // _x000D_ stands for a character that XML cannot hold as it is.
    private void Unescape()
    {
        var at = Text.IndexOf("_x");
        if (at < 0)
            return;
        var to = at;
        while (at < length)
        {
            if (
                at + 7 <= length
                && chars[at] == '_'
                && chars[at + 1] == 'x'
                && chars[at + 6] == '_'
                && ushort.TryParse(
                    chars.AsSpan(at + 2, 4),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var code
                )
            )
            {
                if (code != 0)
                    chars[to++] = (char)code;
                at += 7;
                continue;
            }
            chars[to++] = chars[at++];
        }
        length = to;
    }
}
