using System.Runtime.InteropServices;

namespace Hearth.X12.Guides;

/// <summary>A way on from one segment to another.</summary>
/// <param name="To">The segment.</param>
/// <param name="Stay">The innermost loop that goes on; all loops inside it end.</param>
/// <param name="Enters">A repetition of the segment's loop begins with it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Step(SegmentRule To, LoopRule Stay, bool Enters);

/// <summary>
/// All that may follow a segment, by tag: first what comes later in its loop, then a repetition of the loop and what comes
/// after it in the loop around, and so on outward. The nearest that fits is meant.
/// </summary>
internal sealed class StepTable
{
    private readonly Step[] steps;
    private readonly Slot[] slots;
    private readonly int shift;

    private StepTable(List<Step> found)
    {
        var byTag = found.GroupBy(step => step.To.Tag).ToList();
        var bits = 3;
        while (1 << bits < byTag.Count * 2)
        {
            bits++;
        }
        (slots, shift) = (new Slot[1 << bits], 32 - bits);
        steps = [.. byTag.SelectMany(group => group)];
        var from = 0;
        foreach (var group in byTag)
        {
            var at = Start(group.Key);
            while (slots[at].Tag != 0)
            {
                at = (at + 1) & (slots.Length - 1);
            }
            slots[at] = new(group.Key, from, group.Count());
            from += group.Count();
        }
    }

    public static StepTable After(SegmentRule from)
    {
        var found = new List<Step>();
        Rule at = from;
        for (var loop = from.Loop; loop is not null; (at, loop) = (loop, loop.Loop))
        {
            foreach (var child in loop.Children)
            {
                // The segment that begins a loop comes again only with the next repetition of it, which the loop around
                // offers.
                if (child.Position < at.Position || (child == at && child is SegmentRule { BeginsLoop: true, Most: 1 }))
                {
                    continue;
                }
                found.Add(new(child.First, loop, child is LoopRule));
            }
        }
        return new(found);
    }

    /// <summary>The steps to segments of a tag, nearest first.</summary>
    public ReadOnlySpan<Step> To(uint tag)
    {
        for (var at = Start(tag); slots[at].Tag != 0; at = (at + 1) & (slots.Length - 1))
        {
            if (slots[at].Tag == tag)
            {
                return steps.AsSpan(slots[at].From, slots[at].Count);
            }
        }
        return [];
    }

    private int Start(uint tag) => (int)((tag * 0x9E3779B1u) >> shift);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(uint Tag, int From, int Count);
}
