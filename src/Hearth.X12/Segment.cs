using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Hearth.X12.Guides;
using Hearth.X12.Reading;

namespace Hearth.X12;

/// <summary>
/// One segment as it stands in the file: a view of the reader's buffer, good until the next one is read. Nothing is
/// copied until text is asked for.
/// </summary>
public readonly ref struct Segment
{
    /// <summary>Elements whose lengths are taken at a glance: the reader keeps room for so many marks behind the last.</summary>
    internal const int Lanes = 16;

    // Sixteen bytes that are kept, and sixteen that are not: read from the n-th on, it keeps all but n.
    private static ReadOnlySpan<ulong> Masks => [ulong.MaxValue, ulong.MaxValue, 0, 0];

    private readonly ReadOnlySpan<byte> bytes;
    private readonly ReadOnlySpan<int> marks;
    private readonly int start;
    private readonly Delimiters delimiters;
    private readonly long ordinal;
    private readonly long offset;

    internal Segment(
        ReadOnlySpan<byte> bytes,
        int start,
        ReadOnlySpan<int> marks,
        Delimiters delimiters,
        long ordinal,
        long offset
    )
    {
        this.bytes = bytes;
        this.start = start;
        this.marks = marks;
        this.delimiters = delimiters;
        this.ordinal = ordinal;
        this.offset = offset;
    }

    /// <summary>Where it stands.</summary>
    public Place Place => new(ordinal, offset);

    /// <summary>How the interchange around it tells its parts apart.</summary>
    public Delimiters Delimiters => delimiters;

    /// <summary>The segment's id, such as CLP.</summary>
    public ReadOnlySpan<byte> Tag => this[0];

    /// <summary>The number of elements after the id.</summary>
    public int Count => marks.Length - 1;

    /// <summary>The id as a number, to branch on; see <see cref="Tags"/>. 0 where it has no or more than four bytes.</summary>
    internal uint Code
    {
        get
        {
            var length = marks[0] - start;
            return length is 2 or 3 && bytes.Length - start >= sizeof(uint) && At(start + length - 1) != 0
                ? Unsafe.ReadUnaligned<uint>(ref At(start)) & (uint.MaxValue >> (32 - (8 * length)))
                : Tags.Of(Tag);
        }
    }

    /// <summary>The bytes between two marks as <see cref="CodeSet.Pack(ReadOnlySpan{byte})"/> packs them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ulong Packed(int from, int to)
    {
        var length = to - from;
        return length is >= 1 and <= sizeof(ulong) && bytes.Length - from >= sizeof(ulong)
            ? Unsafe.ReadUnaligned<ulong>(ref At(from)) & (ulong.MaxValue >> (64 - (8 * length)))
            : CodeSet.Pack(Slice(from, to));
    }

    /// <inheritdoc cref="Packed(int, int)"/>
    internal ulong Packed(int element) =>
        element > 0 && element < marks.Length ? Packed(marks[element - 1] + 1, marks[element]) : 0;

    /// <summary>The lengths of eight elements after one; those it does not have are any number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<int> LengthsAfter(int element)
    {
        ref var mark = ref Unsafe.Add(ref MemoryMarshal.GetReference(marks), element);
        return Vector256.LoadUnsafe(ref mark, 1) - Vector256.LoadUnsafe(ref mark) - Vector256<int>.One;
    }

    /// <summary>Where an element begins and ends that is there, as places of what <see cref="Slice"/> slices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (int From, int To) Bounds(int element)
    {
        ref var mark = ref Unsafe.Add(ref MemoryMarshal.GetReference(marks), element);
        return (Unsafe.Subtract(ref mark, 1) + 1, mark);
    }

    /// <summary>
    /// The bytes between two marks as two numbers, the first byte lowest, where there are at most sixteen and as many again
    /// may be looked at.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryPack(int from, int to, out UInt128 packed)
    {
        var length = to - from;
        if (length is < 1 or > 16 || bytes.Length - from < 16)
        {
            packed = default;
            return false;
        }
        ref var first = ref At(from);
        ref var masks = ref Unsafe.As<ulong, byte>(ref MemoryMarshal.GetReference(Masks));
        ref var mask = ref Unsafe.Add(ref masks, 16 - length);
        packed = new(
            Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, sizeof(ulong)))
                & Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref mask, sizeof(ulong))),
            Unsafe.ReadUnaligned<ulong>(ref first) & Unsafe.ReadUnaligned<ulong>(ref mask)
        );
        return true;
    }

    /// <summary>Whether the bytes between two marks are a decimal number, where that can be seen at once.</summary>
    internal bool IsDecimal(int from, int to) => Glance.IsDecimal(bytes, from, to);

    /// <summary>An element as an amount of money in whole cents; see <see cref="Cents.TryParse"/>.</summary>
    internal bool TryCents(int element, out long cents)
    {
        cents = 0;
        return (uint)element < (uint)marks.Length
            && element > 0
            && (
                Glance.TryCents(bytes, marks[element - 1] + 1, marks[element], out cents)
                || Cents.TryParse(this[element], out cents)
            );
    }

    /// <summary>An element by its number in the standard: 1 is the first after the id. Empty where there is none.</summary>
    public ReadOnlySpan<byte> this[int element]
    {
        get
        {
            if ((uint)element >= (uint)marks.Length)
            {
                return default;
            }
            ref var mark = ref Unsafe.Add(ref MemoryMarshal.GetReference(marks), element);
            var from = element == 0 ? start : Unsafe.Subtract(ref mark, 1) + 1;
            return Slice(from, mark);
        }
    }

    /// <summary>A part of a composite element, counted from 1. Empty where there is none.</summary>
    public ReadOnlySpan<byte> Component(int element, int component)
    {
        var rest = this[element];
        for (; component > 1; component--)
        {
            var at = rest.IndexOf(delimiters.Component);
            if (at < 0)
            {
                return default;
            }
            rest = rest[(at + 1)..];
        }
        var end = rest.IndexOf(delimiters.Component);
        return end < 0 ? rest : rest[..end];
    }

    /// <summary>All of it without its terminator.</summary>
    internal ReadOnlySpan<byte> Whole => Slice(start, marks[^1]);

    /// <summary>What is among its elements besides plain ones.</summary>
    internal Unusual Unusual =>
        marks.Length > 1 ? Contents.Of(bytes, marks[0] + 1, marks[^1], delimiters) : Unusual.None;

    /// <summary>The ends of the id and of each element, as places of what <see cref="Slice"/> slices.</summary>
    internal ReadOnlySpan<int> Marks => marks;

    // Marks were found in these very bytes, each after the one before, so that nothing is checked again.
    internal ReadOnlySpan<byte> Slice(int from, int to) => MemoryMarshal.CreateReadOnlySpan(ref At(from), to - from);

    internal byte ByteAt(int place) => At(place);

    private ref byte At(int place) => ref Unsafe.Add(ref MemoryMarshal.GetReference(bytes), place);

    /// <summary>An element as text. Bytes that are not UTF-8 are read as Windows-1252's first half, ISO 8859-1.</summary>
    public string Text(int element) => ToText(this[element]);

    internal static string ToText(ReadOnlySpan<byte> bytes) =>
        Ascii.IsValid(bytes) || !System.Text.Unicode.Utf8.IsValid(bytes)
            ? Encoding.Latin1.GetString(bytes)
            : Encoding.UTF8.GetString(bytes);

    /// <summary>The whole segment without its terminator.</summary>
    public override string ToString() => ToText(Whole);
}

/// <summary>Where a segment stands.</summary>
/// <param name="Ordinal">Counted from 1 over the whole file.</param>
/// <param name="Offset">Bytes from the beginning of the file to the segment's first byte.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Place(long Ordinal, long Offset);
