using System.Runtime.InteropServices;

namespace Hearth.X12.Guides;

/// <summary>A way on from one segment to another.</summary>
/// <param name="To">The segment.</param>
/// <param name="Stay">The innermost loop that goes on; all loops inside it end.</param>
/// <param name="Enters">A repetition of the segment's loop begins with it.</param>
/// <param name="Known">Elements that need not be looked at where the step was found by its code, as bits.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Step(SegmentRule To, LoopRule Stay, bool Enters, uint Known);

/// <summary>
/// All that may follow a segment, by tag: first what comes later in its loop, then a repetition of the loop and what comes
/// after it in the loop around, and so on outward. The nearest that fits is meant.
/// </summary>
/// <remarks>
/// One look-up finds the tag, and with it the step where only one can be meant; else the codes that tell namesakes apart lie
/// one behind the other. Which step is meant depends on nothing but the segment before, the tag and the code.
/// </remarks>
internal sealed class StepTable
{
    private readonly Step[] steps;
    private readonly Keyed[] keys;
    private readonly Slot[] slots;
    private readonly int shift;

    private StepTable(List<Step> found)
    {
        var byTag = found.GroupBy(step => step.To.Tag).Select(group => group.ToArray()).ToList();
        var bits = 3;
        while (1 << bits < byTag.Count * 2)
        {
            bits++;
        }
        (slots, shift) = (new Slot[1 << bits], 32 - bits);
        steps = [.. byTag.SelectMany(group => group)];
        var allKeys = new List<Keyed>();
        var from = 0;
        foreach (var group in byTag)
        {
            var (place, own) = KeysOf(group, from);
            ref var slot = ref slots[Free(group[0].To.Tag)];
            slot = new(group[0].To.Tag, from, group.Length, place, allKeys.Count, own.Count);
            allKeys.AddRange(own);
            from += group.Length;
        }
        keys = [.. allKeys];
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
                found.Add(new(child.First, loop, child is LoopRule, child.First.Keyed));
            }
        }
        return new(found);
    }

    /// <summary>The step that a segment makes.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="tag">Its tag.</param>
    /// <param name="step">An index for <see cref="At"/>.</param>
    /// <returns>False where nothing of the tag, or nothing with its code, may follow.</returns>
    public bool TryFind(in Segment segment, uint tag, out int step)
    {
        step = -1;
        for (var at = Start(tag); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            if (slot.Tag == tag)
            {
                if (slot.Place == KeyPlace.None)
                {
                    step = slot.From;
                    return tag != 0; // what is no tag at all meets a slot that is empty
                }
                var key = SegmentRule.Key(slot.Place, segment);
                foreach (ref readonly var keyed in keys.AsSpan(slot.FirstKey, slot.KeyCount))
                {
                    if (keyed.Key == key || keyed.Key == Keyed.Any)
                    {
                        step = keyed.Step;
                        return true;
                    }
                }
                return false;
            }
            if (slot.Tag == 0)
            {
                return false;
            }
        }
    }

    public ref readonly Step At(int step) => ref steps[step];

    /// <summary>The steps to segments of a tag, nearest first, whatever their codes.</summary>
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

    // Beyond a step that takes any code no other is ever meant.
    private static (KeyPlace Place, List<Keyed> Keys) KeysOf(Step[] group, int from)
    {
        var place = KeyPlace.None;
        var own = new List<Keyed>();
        for (var i = 0; i < group.Length; i++)
        {
            if (group[i].To.Keys is not { } codes)
            {
                own.Add(new(Keyed.Any, from + i));
                break;
            }
            if (place != KeyPlace.None && place != group[i].To.KeyPlace)
            {
                throw new FormatException(
                    $"{group[i].To.Definition.Tag} is told from its namesakes by different elements."
                );
            }
            place = group[i].To.KeyPlace;
            own.AddRange(codes.Codes.Select(code => new Keyed(CodeSet.Pack(code), from + i)));
        }
        return (place, own);
    }

    private int Free(uint tag)
    {
        var at = Start(tag);
        while (slots[at].Tag != 0)
        {
            at = (at + 1) & (slots.Length - 1);
        }
        return at;
    }

    private int Start(uint tag) => (int)((tag * 0x9E3779B1u) >> shift);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(uint Tag, int From, int Count, KeyPlace Place, int FirstKey, int KeyCount);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Keyed(ulong Key, int Step)
    {
        public const ulong Any = ulong.MaxValue;
    }
}
