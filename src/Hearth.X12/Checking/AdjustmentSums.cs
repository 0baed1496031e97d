using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Hearth.X12.Guides;

namespace Hearth.X12.Checking;

/// <summary>Sums of adjustments by group and reason (elements 1033 and 1034), added up without making text of either.</summary>
internal sealed class AdjustmentSums
{
    private const int MostKinds = 4096; // a hostile file may make up as many as it likes
    private const int NearBits = 6;

    private readonly Dictionary<Kind, long> sums = [];

    // Of the kinds whose place it is, the one that came last: a file has few, and nearly always the same.
    private readonly Sum[] near = new Sum[1 << NearBits];

    /// <summary>Adds an adjustment of a CAS segment.</summary>
    /// <param name="cas">The segment; its first element is the group.</param>
    /// <param name="reason">The element that holds the reason.</param>
    /// <param name="cents">How much it is.</param>
    public void Add(in Segment cas, int reason, long cents)
    {
        var kind = new Kind(First(cas, 1), First(cas, reason));
        ref var sum = ref near[kind.Place];
        if (sum.Kind != kind || !sum.IsBegun)
        {
            Keep(sum);
            sum = new(kind, 0, IsBegun: true);
        }
        sum.Cents += cents;
    }

    /// <summary>The sums so far, each under a name such as CO-45.</summary>
    public SortedDictionary<string, long> Show()
    {
        foreach (ref var sum in near.AsSpan())
        {
            Keep(sum);
            sum = default;
        }
        var shown = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (kind, cents) in sums)
        {
            shown[kind.ToString()] = cents;
        }
        return shown;
    }

    private void Keep(Sum sum)
    {
        if (sum.IsBegun)
        {
            var kind = sums.Count < MostKinds || sums.ContainsKey(sum.Kind) ? sum.Kind : default;
            CollectionsMarshal.GetValueRefOrAddDefault(sums, kind, out _) += sum.Cents;
        }
    }

    // Codes are of up to five bytes; of what is longer than eight the first eight count.
    private static ulong First(in Segment cas, int element)
    {
        var value = cas[element];
        return value.Length > sizeof(ulong) ? CodeSet.Pack(value[..sizeof(ulong)]) : cas.Packed(element);
    }

    [StructLayout(LayoutKind.Auto)]
    private record struct Sum(Kind Kind, long Cents, bool IsBegun);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Kind(ulong Group, ulong Reason)
    {
        public int Place => (int)((((Group << 32) ^ Reason) * 0x9E3779B97F4A7C15) >> (64 - NearBits));

        public override string ToString() => $"{Text(Group)}-{Text(Reason)}";

        private static string Text(ulong packed)
        {
            Span<byte> code = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(code, packed);
            return Segment.ToText(code.TrimEnd((byte)0));
        }
    }
}
