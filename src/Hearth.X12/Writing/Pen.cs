using System.Globalization;
using System.Runtime.CompilerServices;

namespace Hearth.X12.Writing;

/// <summary>
/// Writes a segment of values that were checked before. All of it is inlined but what takes no reference to the pen, so that
/// where it stands is in a register: one byte waits for the place of the one before.
/// </summary>
/// <example><code>
/// var pen = to.Start("REF"u8);
/// pen.Known("G1"u8);
/// pen.Text(number);
/// pen.End();
/// </code></example>
internal ref struct Pen
{
    // Before each text, and where a segment begins, there is room for all that comes until the next text.
    private const int Room = 512;

    private readonly SegmentWriter to;
    private Span<byte> bytes;
    private int at;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Pen(SegmentWriter to, ReadOnlySpan<byte> tag)
    {
        this.to = to;
        bytes = to.Open(Room, out at);
        tag.CopyTo(bytes[at..]);
        at += tag.Length;
    }

    /// <summary>Text as an element, folded where it needs to be; an empty element where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Text(string? text) => Put(to.ElementSeparator, text);

    /// <summary>Text as another part of the element before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Part(string? text) => Put(to.ComponentSeparator, text);

    /// <summary>A code that the writer chooses itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Known(ReadOnlySpan<byte> code)
    {
        Skip();
        code.CopyTo(bytes[at..]);
        at += code.Length;
    }

    /// <summary>A code of one letter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Known(char code)
    {
        Skip();
        bytes[at++] = (byte)code;
    }

    /// <summary>The code as another part of the element before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Part(char code)
    {
        bytes[at++] = to.ComponentSeparator;
        bytes[at++] = (byte)code;
    }

    /// <summary>The code, or an empty element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Yes(bool isTrue, char code)
    {
        Skip();
        if (isTrue)
        {
            bytes[at++] = (byte)code;
        }
    }

    /// <summary>An element that stays empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip() => bytes[at++] = to.ElementSeparator;

    /// <summary>Elements that stay empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip(int count) => at = Fill(to.ElementSeparator, count, bytes, at);

    /// <summary>Parts that stay empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SkipParts(int count) => at = Fill(to.ComponentSeparator, count, bytes, at);

    /// <summary>A whole number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Number(int number)
    {
        Skip();
        at = Digits.Put(number, bytes, at);
    }

    /// <summary>A whole number as another part of the element before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Part(int number)
    {
        bytes[at++] = to.ComponentSeparator;
        at = Digits.Put(number, bytes, at);
    }

    /// <summary>A number without more digits than it needs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Quantity(decimal quantity)
    {
        Skip();
        at = Decimals(quantity, bytes, at);
    }

    /// <summary>An amount in whole cents.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Amount(long cents)
    {
        Skip();
        at = Digits.PutCents(cents, bytes, at);
    }

    /// <summary>A day, CCYYMMDD.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Day(DateOnly date)
    {
        Skip();
        at = Digits.PutDay(date, bytes, at);
    }

    /// <summary>The time of day, HHMM.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Time(TimeOnly time)
    {
        Skip();
        at = Digits.PutTime(time, bytes, at);
    }

    /// <summary>A day or a stretch of days, with the format before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Days(DateOnly from, DateOnly? through)
    {
        if (through is { } last)
        {
            Known("RD8"u8);
            Day(from);
            bytes[at++] = (byte)'-';
            at = Digits.PutDay(last, bytes, at);
        }
        else
        {
            Known("D8"u8);
            Day(from);
        }
    }

    /// <summary>Ends the segment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void End() => to.Close(at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(byte separator, string? text)
    {
        bytes[at++] = separator;
        if (string.IsNullOrEmpty(text))
        {
            return;
        }
        var room = (Narrow.MostFolded * text.Length) + Narrow.Slack + Room;
        if (bytes.Length - at < room)
        {
            bytes = to.Grown(at, room);
        }
        at += Narrow.Put(text, ref bytes[at]);
    }

    private static int Decimals(decimal quantity, Span<byte> bytes, int at)
    {
        if (quantity.Scale == 0 || decimal.IsInteger(quantity))
        {
            return Digits.Put((long)quantity, bytes, at);
        }
        quantity.TryFormat(bytes[at..], out var length, "0.####", CultureInfo.InvariantCulture);
        return at + length;
    }

    private static int Fill(byte separator, int count, Span<byte> bytes, int at)
    {
        bytes.Slice(at, count).Fill(separator);
        return at + count;
    }
}
