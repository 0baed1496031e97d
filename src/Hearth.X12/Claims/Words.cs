using System.Runtime.InteropServices;
using System.Text;

namespace Hearth.X12.Claims;

/// <summary>Short text that comes again and again, such as codes and names of providers, is made into a string once.</summary>
internal sealed class Words
{
    private const int Longest = 32;
    private readonly string?[] known = new string?[2048];

    public string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Longest)
        {
            return New(bytes);
        }
        ref var word = ref known[Hash(bytes) % (uint)known.Length];
        if (word is null || word.Length != bytes.Length || !Ascii.Equals(bytes, word))
        {
            word = New(bytes);
        }
        return word;
    }

    /// <summary>Text that does not come again, such as a claim's number.</summary>
    public static string New(ReadOnlySpan<byte> bytes) =>
        Ascii.IsValid(bytes) ? Encoding.Latin1.GetString(bytes) : Segment.ToText(bytes);

    // From the first and the last bytes, which may be the same ones.
    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var ends = bytes.Length switch
        {
            >= sizeof(ulong) => MemoryMarshal.Read<ulong>(bytes)
                ^ ulong.RotateLeft(MemoryMarshal.Read<ulong>(bytes[^sizeof(ulong)..]), 29),
            >= sizeof(uint) => MemoryMarshal.Read<uint>(bytes)
                | ((ulong)MemoryMarshal.Read<uint>(bytes[^sizeof(uint)..]) << 32),
            > 0 => bytes[0] | ((uint)bytes[bytes.Length / 2] << 8) | ((uint)bytes[^1] << 16),
            _ => 0UL,
        };
        return (uint)(((ends + (uint)bytes.Length) * 0x9E3779B97F4A7C15) >> 40);
    }
}
