using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Hearth.X12.Writing;

/// <summary>
/// Writes text as bytes. Most of it is short, and how long changes from one to the next: a choice by the length, which the
/// processor guesses wrong, takes longer than the copy.
/// </summary>
internal static class Narrow
{
    /// <summary>For each character there have to be so many bytes: folded, a letter becomes three at most.</summary>
    public const int MostFolded = 3;

    /// <summary>So many bytes more may be written over.</summary>
    public const int Slack = 32;

    private const ushort BeyondAscii = 0xFF80;

    // The first of the two characters in each lane of 32 bits.
    private static readonly Vector256<int> Lanes = Vector256.Create(0, 2, 4, 6, 8, 10, 12, 14);

    /// <summary>Writes the text, a byte for each character where it needs no folding.</summary>
    /// <param name="text">Text that was checked, and not empty.</param>
    /// <param name="to">Room for it; see <see cref="MostFolded"/> and <see cref="Slack"/>.</param>
    /// <returns>How many bytes it has.</returns>
    /// <exception cref="ArgumentException">There is something beyond ASCII in it.</exception>
    public static unsafe int Put(string text, ref byte to)
    {
        if (!Avx2.IsSupported || text.Length > 4 * Vector256<int>.Count || text[^1] == ' ')
        {
            return PutAny(text, ref to);
        }
        Vector256<ushort> all;
        fixed (char* from = text)
        {
            // Lanes behind the end are not read; where the length is odd, the last one has the zero that stands behind every
            // string.
            var left = Vector256.Create(text.Length) - Lanes;
            var first = Avx2.MaskLoad((int*)from, Vector256.GreaterThan(left, Vector256<int>.Zero)).AsUInt16();
            var second = Avx2.MaskLoad(
                    (int*)from + Vector256<int>.Count,
                    Vector256.GreaterThan(left, Vector256.Create(2 * Vector256<int>.Count))
                )
                .AsUInt16();
            Vector256.Narrow(first, second).StoreUnsafe(ref to);
            all = first | second;
        }
        return (all & Vector256.Create(BeyondAscii)) == Vector256<ushort>.Zero ? text.Length : PutAny(text, ref to);
    }

    // Text of any length on any processor.
    private static int PutAny(string text, ref byte to)
    {
        if (text[^1] != ' ' && TryPut(text, ref to))
        {
            return text.Length;
        }
        var folded = PlainText.Fold(text);
        if (!TryPut(folded, ref to))
        {
            throw new ArgumentException($"\"{text}\" cannot stand in an element.", nameof(text));
        }
        return folded.Length;
    }

    private static bool TryPut(string text, ref byte to)
    {
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan()));
        var seen = Vector128<ushort>.Zero;
        var i = 0;
        for (; i <= text.Length - Vector128<ushort>.Count; i += Vector128<ushort>.Count)
        {
            var eight = Vector128.LoadUnsafe(ref from, (nuint)i);
            seen |= eight;
            Vector128.Narrow(eight, eight).GetLower().StoreUnsafe(ref to, (nuint)i);
        }
        var isAscii = (seen & Vector128.Create(BeyondAscii)) == Vector128<ushort>.Zero;
        for (; i < text.Length; i++)
        {
            isAscii &= text[i] < 0x80;
            Unsafe.Add(ref to, i) = (byte)text[i];
        }
        return isAscii;
    }
}
