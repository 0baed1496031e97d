using System.Buffers.Binary;

namespace Hearth.X12.Remittances;

/// <summary>
/// What bytes were made into before. A payer says the same days, procedures, remarks and providers over and over; a newcomer
/// takes the place of what has its slot.
/// </summary>
internal sealed class Memo<T>
    where T : class
{
    private const int SlotBits = 9;
    private const int Longest = 256; // what is longer hardly comes again, and would be held
    private readonly (byte[] Bytes, T Made)[] slots = new (byte[], T)[1 << SlotBits];
    private Delimiters delimiters;

    /// <summary>What was made of the same bytes, or null. Other delimiters may make something else of them.</summary>
    public T? Find(ReadOnlySpan<byte> bytes, Delimiters by)
    {
        if (by != delimiters)
        {
            Array.Clear(slots);
            delimiters = by;
        }
        var (known, made) = slots[Slot(bytes)];
        return made is not null && bytes.SequenceEqual(known) ? made : null;
    }

    /// <summary>Keeps what was made, after <see cref="Find"/> had nothing.</summary>
    public T Keep(ReadOnlySpan<byte> bytes, T made)
    {
        if (bytes.Length <= Longest)
        {
            slots[Slot(bytes)] = (bytes.ToArray(), made);
        }
        return made;
    }

    // What tells them apart stands at the beginning or at the end.
    private static int Slot(ReadOnlySpan<byte> bytes)
    {
        ulong hash = (uint)bytes.Length;
        if (bytes.Length >= sizeof(ulong))
        {
            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(bytes) * 0x9E3779B97F4A7C15;
            hash ^= BinaryPrimitives.ReadUInt64LittleEndian(bytes[^sizeof(ulong)..]);
        }
        else
        {
            foreach (var b in bytes)
            {
                hash = (hash << 8) | b;
            }
        }
        return (int)((hash * 0xC2B2AE3D27D4EB4F) >> (64 - SlotBits));
    }
}
