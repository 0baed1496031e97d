using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearth.X12.Reading;

/// <summary>What else than plain elements is in a stretch of bytes.</summary>
[Flags]
internal enum Unusual : byte
{
    None = 0,

    /// <summary>Component separators.</summary>
    Parts = 1,

    /// <summary>Repetition separators.</summary>
    Repetitions = 2,

    /// <summary>Control characters, or bytes beyond ASCII.</summary>
    Strange = 4,
}

/// <summary>Looks a segment over in one or two steps, so that what most segments do not have is not looked for in each element.</summary>
internal static class Contents
{
    private const byte First = 0x20;
    private const byte Printable = 0x7E - First;
    private const int Piece = 32;
    public const int Word = 64; // bytes that a word of the map is about

    /// <summary>What is in a stretch of bytes.</summary>
    public static Unusual Of(ReadOnlySpan<byte> bytes, Delimiters by) => Of(bytes, 0, bytes.Length, by);

    /// <summary>What is in a stretch of a longer one, whose bytes may be loaded beyond the stretch.</summary>
    public static Unusual Of(ReadOnlySpan<byte> whole, int from, int to, Delimiters by)
    {
        var found = Unusual.None;
        for (; Vector256.IsHardwareAccelerated && from < to && whole.Length - from >= Piece; from += Piece)
        {
            found |= OfPiece(
                ref Unsafe.Add(ref MemoryMarshal.GetReference(whole), from),
                Math.Min(Piece, to - from),
                by
            );
        }
        return from < to ? found | OfScalar(whole[from..to], by) : found;
    }

    private static Unusual OfPiece(ref byte start, int length, Delimiters by)
    {
        var here = Vector256.LoadUnsafe(ref start);
        var isPart = Vector256.Equals(here, Vector256.Create(by.Component));
        var isRepetition = Vector256.Equals(here, Vector256.Create(by.Repetition == 0 ? by.Element : by.Repetition));
        var isDelimiter = isPart | isRepetition | Vector256.Equals(here, Vector256.Create(by.Element));
        var isStrange = Vector256.AndNot(
            Vector256.GreaterThan(here - Vector256.Create(First), Vector256.Create(Printable)),
            isDelimiter
        );
        var within = (uint)((1UL << length) - 1);
        var parts = isPart.ExtractMostSignificantBits() & within;
        var strange = isStrange.ExtractMostSignificantBits() & within;
        return Told(by, parts != 0, (isRepetition.ExtractMostSignificantBits() & within) != 0, strange != 0);
    }

    /// <summary>Marks every byte that is a separator of parts or repetitions, or nothing that an element may hold.</summary>
    /// <param name="data">The bytes.</param>
    /// <param name="by">The separators.</param>
    /// <param name="map">Takes a bit for each byte.</param>
    public static void Map(ReadOnlySpan<byte> data, Delimiters by, Span<ulong> map)
    {
        var at =
            Vector512.IsHardwareAccelerated ? Map512(data, by, map)
            : Vector128.IsHardwareAccelerated ? Map128(data, by, map)
            : 0;
        MapScalar(data, by, map, at);
    }

    /// <summary>Marks all whole words of the map.</summary>
    /// <returns>How many bytes were marked.</returns>
    internal static int Map512(ReadOnlySpan<byte> data, Delimiters by, Span<ulong> map)
    {
        var (c, r) = (Vector512.Create(by.Component), Vector512.Create(by.Repetition));
        var (first, printable) = (Vector512.Create(First), Vector512.Create(Printable));
        ref var start = ref MemoryMarshal.GetReference(data);
        var at = 0;
        for (; at <= data.Length - Word; at += Word)
        {
            var b = Vector512.LoadUnsafe(ref start, (nuint)at);
            // Each comparison gives its bits; joined as vectors they would have to be made into bytes first.
            map[at / Word] =
                Vector512.Equals(b, c).ExtractMostSignificantBits()
                | Vector512.Equals(b, r).ExtractMostSignificantBits()
                | Vector512.GreaterThan(b - first, printable).ExtractMostSignificantBits();
        }
        return at;
    }

    /// <inheritdoc cref="Map512"/>
    internal static int Map128(ReadOnlySpan<byte> data, Delimiters by, Span<ulong> map)
    {
        var (c, r) = (Vector128.Create(by.Component), Vector128.Create(by.Repetition));
        var (first, printable) = (Vector128.Create(First), Vector128.Create(Printable));
        ref var start = ref MemoryMarshal.GetReference(data);
        var at = 0;
        for (; at <= data.Length - Word; at += Word)
        {
            ulong bits = 0;
            for (var part = 0; part < Word; part += Vector128<byte>.Count)
            {
                var b = Vector128.LoadUnsafe(ref start, (nuint)(at + part));
                var isUnusual = Vector128.Equals(b, c) | Vector128.Equals(b, r);
                isUnusual |= Vector128.GreaterThan(b - first, printable);
                bits |= (ulong)isUnusual.ExtractMostSignificantBits() << part;
            }
            map[at / Word] = bits;
        }
        return at;
    }

    /// <summary>Whether no bit is set from one place to another.</summary>
    public static bool IsPlain(ReadOnlySpan<ulong> map, int from, int to)
    {
        if (from >= to)
        {
            return true;
        }
        var (word, last) = (from >> 6, (to - 1) >> 6);
        var bits = map[word] & (ulong.MaxValue << (from & 63));
        for (; word < last; bits = map[++word])
        {
            if (bits != 0)
            {
                return false;
            }
        }
        return (bits & (ulong.MaxValue >> (63 - ((to - 1) & 63)))) == 0;
    }

    /// <summary>The bits of a stretch of at most 64 bytes, its first byte's lowest.</summary>
    public static ulong Bits(ReadOnlySpan<ulong> map, int from, int length)
    {
        if (length <= 0)
        {
            return 0;
        }
        var (word, shift) = (from >> 6, from & 63);
        var bits = (map[word] >> shift) | (map[word + 1] << 1 << (63 - shift));
        return bits & (ulong.MaxValue >> (Word - length));
    }

    /// <summary>Marks from a whole word of the map on.</summary>
    internal static void MapScalar(ReadOnlySpan<byte> data, Delimiters by, Span<ulong> map, int at)
    {
        for (; at < data.Length; at += Word)
        {
            ulong bits = 0;
            for (var i = at; i < Math.Min(data.Length, at + Word); i++)
            {
                var b = data[i];
                var isUnusual = b == by.Component || b == by.Repetition || (byte)(b - First) > Printable;
                bits |= isUnusual ? 1UL << (i % Word) : 0;
            }
            map[at / Word] = bits;
        }
    }

    internal static Unusual OfScalar(ReadOnlySpan<byte> bytes, Delimiters by)
    {
        var (parts, repetitions, strange) = (false, false, false);
        foreach (var b in bytes)
        {
            parts |= b == by.Component;
            repetitions |= b == by.Repetition && b != 0;
            // Delimiters may be control characters themselves, and are then nothing strange.
            strange |=
                (byte)(b - First) > Printable && b != by.Component && b != by.Element && (b != by.Repetition || b == 0);
        }
        return Told(by, parts, repetitions, strange);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Unusual Told(Delimiters by, bool parts, bool repetitions, bool strange) =>
        (parts ? Unusual.Parts : 0)
        | (repetitions && by.Repetition != 0 ? Unusual.Repetitions : 0)
        | (strange ? Unusual.Strange : 0);
}
