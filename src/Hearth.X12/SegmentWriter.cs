using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Hearth.X12.Writing;

namespace Hearth.X12;

/// <summary>
/// Writes segments into a buffer that is handed to the stream as it fills. Separators after which nothing comes are taken
/// back, so that no segment and no composite ends in one.
/// </summary>
/// <example><code>
/// writer.Begin("REF"u8);
/// writer.Element("G1"u8);
/// writer.Element("PA-0001");
/// writer.End();
/// </code></example>
public sealed class SegmentWriter
{
    private const int FlushAt = 64 * 1024;
    private const int FirstBuffer = 4 * 1024;

    private readonly Stream stream;
    private readonly byte[] ending;
    private readonly SearchValues<char> forbidden;
    private readonly SearchValues<byte> forbiddenBytes;
    private readonly byte element;
    private readonly byte component;
    private byte[] buffer = new byte[FirstBuffer]; // grows to what a large file needs; many files are small
    private int at;
    private byte separator; // written before what comes next
    private int step; // 0 before the first part of a composite, which nothing separates; else 1

    /// <summary>Writes to a stream with delimiters that stay the same.</summary>
    /// <param name="stream">Takes the bytes; the caller closes it.</param>
    /// <param name="delimiters">How parts are told from each other; see <see cref="Usual"/>.</param>
    /// <param name="lineEnd">Written after each terminator: nothing, or "\n" for people's eyes.</param>
    public SegmentWriter(Stream stream, Delimiters delimiters, string lineEnd = "")
    {
        this.stream = stream;
        Delimiters = delimiters;
        (element, component) = (delimiters.Element, delimiters.Component);
        LineEnd = lineEnd;
        ending = [delimiters.Segment, .. lineEnd.Select(c => (byte)c)];
        ReadOnlySpan<byte> own =
        [
            delimiters.Element,
            delimiters.Component,
            delimiters.Segment,
            delimiters.Repetition == 0 ? delimiters.Element : delimiters.Repetition,
        ];
        Span<char> chars = stackalloc char[256];
        Span<byte> bytes = stackalloc byte[256];
        var count = 0;
        for (var b = 0; b < 256; b++)
        {
            // Beyond ASCII nothing is in the basic or the extended character set of X12.
            if (b is < 0x20 or > 0x7E || own.Contains((byte)b))
            {
                (chars[count], bytes[count]) = ((char)b, (byte)b);
                count++;
            }
        }
        forbidden = SearchValues.Create(chars[..count]);
        forbiddenBytes = SearchValues.Create(bytes[..count]);
    }

    /// <summary>What most payers and clearinghouses ask for: * : ^ ~.</summary>
    public static Delimiters Usual { get; } = new((byte)'*', (byte)':', (byte)'^', (byte)'~');

    /// <summary>How parts are told from each other.</summary>
    public Delimiters Delimiters { get; }

    /// <summary>Written after each terminator.</summary>
    public string LineEnd { get; }

    internal byte ElementSeparator => element;

    internal byte ComponentSeparator => component;

    /// <summary>Segments ended so far. Set it to 0 at ST to count a transaction's.</summary>
    public int Segments { get; set; }

    /// <summary>Bytes written so far, whether the stream has them yet or not.</summary>
    public long Bytes => flushed + at;

    private long flushed;

    /// <summary>Text that an element can hold: printable ASCII without a delimiter, with no blank at its end.</summary>
    public bool CanWrite(ReadOnlySpan<char> text) =>
        text.IndexOfAny(forbidden) < 0 && !text.ContainsAnyExceptInRange('\0', '\xFF') && text is not [.., ' '];

    /// <summary>Begins a segment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(ReadOnlySpan<byte> tag)
    {
        Room(tag.Length);
        Append(tag);
        (separator, step) = (element, 1);
    }

    /// <summary>The next element, or the next part inside a composite. Nothing where it is null or empty.</summary>
    /// <exception cref="ArgumentException">It cannot be written; see <see cref="CanWrite"/>.</exception>
    public void Element(ReadOnlySpan<char> text)
    {
        if (!CanWrite(text))
        {
            throw new ArgumentException($"\"{text}\" cannot stand in an element.", nameof(text));
        }
        Separate(text.Length);
        Ascii.FromUtf16(text, buffer.AsSpan(at), out var written);
        at += written;
    }

    /// <inheritdoc cref="Element(ReadOnlySpan{char})"/>
    public void Element(string? text) => Element(text.AsSpan());

    /// <summary>The next element, or the next part inside a composite, as bytes.</summary>
    /// <exception cref="ArgumentException">It cannot be written.</exception>
    public void Element(ReadOnlySpan<byte> text)
    {
        if (text.ContainsAny(forbiddenBytes))
        {
            throw new ArgumentException("A delimiter or control character cannot stand in an element.", nameof(text));
        }
        Separate(text.Length);
        Append(text);
    }

    /// <summary>A code that a writer chooses itself, or bytes that were looked at before: nothing is checked.</summary>
    // Inlined, so that a code's length is known where it is written.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Known(ReadOnlySpan<byte> code)
    {
        Separate(code.Length);
        Append(code);
    }

    /// <summary>A whole number.</summary>
    public void Element(long number)
    {
        Separate(Digits.Longest);
        at = Digits.Put(number, buffer, at);
    }

    /// <summary>
    /// An amount as element type R: no more digits than it needs (12, 12.5, 12.05, -3), as the guides ask. Zero is "0".
    /// </summary>
    /// <param name="cents">Whole cents.</param>
    public void Amount(long cents)
    {
        Separate(Digits.Longest);
        at = Digits.PutCents(cents, buffer, at);
    }

    /// <summary>An amount that may be absent.</summary>
    public void Amount(long? cents)
    {
        if (cents is { } there)
        {
            Amount(there);
        }
        else
        {
            Skip();
        }
    }

    /// <summary>A date as CCYYMMDD.</summary>
    public void Date(DateOnly date)
    {
        Separate(8);
        at = Digits.PutDay(date, buffer, at);
    }

    /// <summary>A time as HHMM.</summary>
    public void Time(TimeOnly time)
    {
        Separate(4);
        at = Digits.PutTime(time, buffer, at);
    }

    /// <summary>An element that stays empty.</summary>
    public void Skip(int count = 1)
    {
        Room(count);
        for (; count > 0; count--)
        {
            Separate();
        }
    }

    /// <summary>What is written until <see cref="EndComposite"/> are parts of one element.</summary>
    public void BeginComposite()
    {
        Separate(0);
        (separator, step) = (component, 0);
    }

    /// <summary>The composite is whole.</summary>
    public void EndComposite()
    {
        at = Trimmed(component, buffer, at);
        (separator, step) = (element, 1);
    }

    /// <summary>Ends the segment.</summary>
    public void End() => Close(at);

    /// <summary>A segment is written from here on, with so much room at least.</summary>
    /// <param name="room">Bytes.</param>
    /// <param name="place">Where it begins.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Span<byte> Open(int room, out int place)
    {
        Room(room);
        place = at;
        return buffer;
    }

    /// <summary>The same with more room behind the place that was come to.</summary>
    internal Span<byte> Grown(int place, int room)
    {
        at = place; // what is before it is kept
        Room(room);
        return buffer;
    }

    /// <summary>The segment ends before this place, or before the separators there after which nothing came.</summary>
    internal void Close(int place)
    {
        at = Trimmed(element, buffer, place);
        Room(ending.Length);
        foreach (var b in ending)
        {
            buffer[at++] = b;
        }
        Segments++;
        if (at >= FlushAt)
        {
            Flush();
        }
    }

    /// <summary>Where separators begin after which nothing came. No value ends with one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Trimmed(byte separator, ReadOnlySpan<byte> bytes, int place)
    {
        while (place > 0 && bytes[place - 1] == separator)
        {
            place--;
        }
        return place;
    }

    /// <summary>Writes bytes as they are: the ISA segment, whose elements have fixed widths and keep their blanks.</summary>
    internal void Raw(ReadOnlySpan<byte> bytes)
    {
        Room(bytes.Length);
        Append(bytes);
    }

    /// <summary>Hands what is in the buffer to the stream.</summary>
    public void Flush()
    {
        stream.Write(buffer, 0, at);
        flushed += at;
        at = 0;
    }

    // Makes room for a value as well.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Separate(int length)
    {
        Room(length + 1);
        Separate();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Separate()
    {
        buffer[at] = separator;
        at += step;
        step = 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(buffer.AsSpan(at));
        at += bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Room(int bytes)
    {
        if (buffer.Length - at < bytes)
        {
            Grow(bytes);
        }
    }

    private void Grow(int bytes) => Array.Resize(ref buffer, Math.Max(buffer.Length * 2, at + bytes));
}
