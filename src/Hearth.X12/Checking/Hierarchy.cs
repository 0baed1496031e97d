using System.Buffers.Text;
using System.Runtime.InteropServices;
using Hearth.X12.Guides;
using Hearth.X12.Reading;

namespace Hearth.X12.Checking;

/// <summary>
/// The levels of a transaction that its HL segments make: HL01 counts them from 1, HL02 names the level around, HL04 says
/// whether others stand under it.
/// </summary>
internal sealed class Hierarchy(GuideFindings findings, int deepest)
{
    private readonly Level[] levels = new Level[deepest]; // the HL of each open loop that begins with one
    private long count;
    private long last;

    /// <summary>A transaction begins.</summary>
    public void Begin() => (count, last) = (0, 0);

    /// <summary>A level begins, with its HL.</summary>
    public void Take(LoopRule loop, in Segment hl)
    {
        count++;
        var isNumber = Number(hl[1], out var id);
        if (isNumber ? id != count && id != last + 1 : !hl[1].IsEmpty && hl.Unusual == Unusual.None)
        {
            findings.Level(loop.First, findings.Here, hl[1], 1, $"{last + 1}");
        }
        last = isNumber ? id : last + 1; // one gap is one finding
        levels[loop.Depth] = new(isNumber ? id : 0, count, hl[4] is [var child] ? child : default, findings.Here);
        if (Around(loop) is not { } around)
        {
            return;
        }
        ref var parent = ref levels[around.Depth];
        parent.HasChild = true;
        if (parent.Id > 0 && !hl[2].IsEmpty && !IsNamed(parent, hl) && hl.Unusual == Unusual.None)
        {
            findings.Level(loop.First, findings.Here, hl[2], 2, $"{parent.Id}");
        }
    }

    /// <summary>A level begins whose HL is missing.</summary>
    public void Miss(LoopRule loop)
    {
        count++;
        levels[loop.Depth] = default;
        if (Around(loop) is { } around)
        {
            levels[around.Depth].HasChild = true;
        }
    }

    /// <summary>A level ends.</summary>
    public void Leave(LoopRule loop)
    {
        ref readonly var level = ref levels[loop.Depth];
        if (
            level.Child is (byte)'0' or (byte)'1'
            && level.HasChild != (level.Child == (byte)'1')
            && loop.First.Elements[4].Codes?.Contains(level.Child) != false // else that was said of it
        )
        {
            findings.Level(loop.First, level.Where, [level.Child], 4, level.HasChild ? "1" : "0");
        }
    }

    /// <summary>Whether an open loop is a level that others should stand under, and none came.</summary>
    public bool LacksChild(LoopRule loop) =>
        loop.IsLevel && levels[loop.Depth] is { Child: (byte)'1', HasChild: false };

    /// <summary>Whether HL02 names the open level that a loop would stand under.</summary>
    public bool IsUnderNamed(LoopRule loop, in Segment hl) =>
        Around(loop) is { } around ? IsNamed(levels[around.Depth], hl) : hl[2].IsEmpty;

    private static bool IsNamed(Level level, in Segment hl) =>
        Number(hl[2], out var named) && (named == level.Id || named == level.Count);

    private static LoopRule? Around(LoopRule loop)
    {
        var around = loop.Loop;
        while (around is { Depth: > 0 } && around.First.Tag != Tags.Hl)
        {
            around = around.Loop;
        }
        return around is { Depth: > 0 } ? around : null;
    }

    private static bool Number(ReadOnlySpan<byte> text, out long number) =>
        Utf8Parser.TryParse(text, out number, out var used) && used == text.Length;

    /// <summary>The levels as they were.</summary>
    public sealed class Memory(int deepest)
    {
        private readonly Level[] levels = new Level[deepest];
        private long count;
        private long last;

        public void Remember(Hierarchy hierarchy)
        {
            (count, last) = (hierarchy.count, hierarchy.last);
            hierarchy.levels.CopyTo(levels, 0);
        }

        public void Return(Hierarchy hierarchy)
        {
            (hierarchy.count, hierarchy.last) = (count, last);
            levels.CopyTo(hierarchy.levels, 0);
        }
    }

    /// <summary>A level that is open.</summary>
    /// <param name="Id">Its HL01; 0 where that is no number, or the HL is missing.</param>
    /// <param name="Count">Which it is, counted.</param>
    /// <param name="Child">Its HL04.</param>
    /// <param name="Where">Where its HL stands.</param>
    [StructLayout(LayoutKind.Auto)]
    private record struct Level(long Id, long Count, byte Child, (Place Place, int Position) Where)
    {
        /// <summary>Another came under it.</summary>
        public bool HasChild { get; set; }
    }
}
