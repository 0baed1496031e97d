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
            uint all = 0;
            for (var i = 0; i < text.Length; i++)
            {
                uint c = text[i];
                all |= c;
                Unsafe.Add(ref to, i) = (byte)c;
            }
            return all < 0x80;
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

    private static void Copy(Vector128<ushort> eight, ref byte to, int at) =>
        Vector128.Narrow(eight, eight).GetLower().StoreUnsafe(ref to, (nuint)at);
}
