using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hearth.X12.Writing;

/// <summary>Copies ASCII text to bytes. Most of it is short: what the framework's own does first takes longer than the copy.</summary>
internal static class Narrow
{
    private const ushort BeyondAscii = 0xFF80;

    /// <summary>Copies the text, a byte for each character.</summary>
    /// <returns>False where there is something beyond ASCII; what is in the bytes then is nothing.</returns>
    public static bool TryCopy(string text, Span<byte> bytes)
    {
        if (text.Length > bytes.Length)
        {
            return false;
        }
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan()));
        ref var to = ref MemoryMarshal.GetReference(bytes);
        if (text.Length < Vector128<ushort>.Count)
        {
            return TryCopyShort(ref Unsafe.As<ushort, byte>(ref from), ref to, text.Length);
        }
        // Eight at a time; the last eight overlap what was copied before them.
        var last = text.Length - Vector128<ushort>.Count;
        var seen = Vector128.LoadUnsafe(ref from, (nuint)last);
        Copy(seen, ref to, last);
        for (var i = 0; i < last; i += Vector128<ushort>.Count)
        {
            var eight = Vector128.LoadUnsafe(ref from, (nuint)i);
            seen |= eight;
            Copy(eight, ref to, i);
        }
        return (seen & Vector128.Create(BeyondAscii)) == Vector128<ushort>.Zero;
    }

    // In two halves that overlap: how long a text is changes from one to the next, so that counting it down would cost more.
    private static bool TryCopyShort(ref byte from, ref byte to, int length)
    {
        if (length >= 4)
        {
            var (first, last) = (Four(ref from), Four(ref Unsafe.Add(ref from, (length - 4) * 2)));
            Unsafe.WriteUnaligned(ref to, Packed(first));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref to, length - 4), Packed(last));
            return ((first | last) & 0xFF80FF80FF80FF80) == 0;
        }
        if (length == 0)
        {
            return true;
        }
        // One to three: the first, the middle or the last one again, and the last.
        var (a, b, c) = (
            Unsafe.ReadUnaligned<ushort>(ref from),
            Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref from, (length >> 1) * 2)),
            Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref from, (length - 1) * 2))
        );
        to = (byte)a;
        Unsafe.Add(ref to, length >> 1) = (byte)b;
        Unsafe.Add(ref to, length - 1) = (byte)c;
        return ((a | b | c) & BeyondAscii) == 0;
    }

    private static ulong Four(ref byte from) => Unsafe.ReadUnaligned<ulong>(ref from);

    private static uint Packed(ulong four)
    {
        four = (four | (four >> 8)) & 0x0000FFFF0000FFFF;
        return (uint)(four | (four >> 16));
    }

    private static void Copy(Vector128<ushort> eight, ref byte to, int at) =>
        Vector128.Narrow(eight, eight).GetLower().StoreUnsafe(ref to, (nuint)at);
}
