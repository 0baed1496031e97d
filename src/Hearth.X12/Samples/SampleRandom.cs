using System.Runtime.InteropServices;

namespace Hearth.X12.Samples;

/// <summary>Numbers that look random and are the same for the same seed on every machine (SplitMix64).</summary>
[StructLayout(LayoutKind.Auto)]
internal struct SampleRandom(int seed, long place)
{
    private ulong state = ((ulong)(uint)seed << 40) ^ ((ulong)place * 0xD1342543DE82EF95);

    /// <summary>From 0 up to, and without, the limit.</summary>
    public int Below(int limit)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)(((mixed ^ (mixed >> 31)) >> 32) * (ulong)limit >> 32);
    }

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Of<T>(T[] from) => from[Below(from.Length)];
}
