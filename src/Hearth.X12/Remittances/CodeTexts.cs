using System.Text;
using Hearth.X12.Guides;

namespace Hearth.X12.Remittances;

/// <summary>One string for each short code, however often it comes. A newcomer takes the place of the code that has its slot.</summary>
internal sealed class CodeTexts
{
    private const int SlotBits = 10;
    private readonly ulong[] keys = new ulong[1 << SlotBits];
    private readonly string[] texts = new string[1 << SlotBits];

    public string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "";
        }
        if (bytes.Length > sizeof(ulong))
        {
            return Segment.ToText(bytes);
        }
        var key = CodeSet.Pack(bytes);
        var slot = (int)((key * 0x9E3779B97F4A7C15) >> (64 - SlotBits));
        if (keys[slot] == key && texts[slot] is { } text && text.Length == bytes.Length)
        {
            return text;
        }
        text = Segment.ToText(bytes);
        if (Ascii.IsValid(bytes))
        {
            (keys[slot], texts[slot]) = (key, text);
        }
        return text;
    }
}
