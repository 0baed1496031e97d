using System.Runtime.InteropServices;

namespace Hearth.X12.Guides;

/// <summary>A way on from one segment to another.</summary>
/// <param name="To">The segment.</param>
/// <param name="Stay">The innermost loop that goes on; all loops inside it end.</param>
/// <param name="Enters">A repetition of the segment's loop begins with it.</param>
/// <param name="Known">Elements that need not be looked at where the step was found by its code, as bits.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Step(SegmentRule To, LoopRule Stay, bool Enters, uint Known)
{
    /// <summary>How deep the segment stands.</summary>
    public int Depth { get; } = To.Loop!.Depth;

    /// <summary>The segment among the children of its loop.</summary>
    public ulong Bit { get; } = To.Bit;

    /// <summary>The loop's children that must have been there before it.</summary>
    public ulong RequiredBefore { get; } = To.RequiredBefore;
}

/// <summary>
/// All that may follow a segment, by tag: first what comes later in its loop, then a repetition of the loop and what comes
/// after it in the loop around, and so on outward. The nearest that fits is meant.
/// </summary>
/// <remarks>
/// One look-up finds the tag, and with it the step where only one can be meant; else another finds the code that tells
/// namesakes apart. Which step is meant depends on nothing but the segment before, the tag and the code.
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
        var bits = Bits(byTag.Count, 3);
        (slots, shift) = (new Slot[1 << bits], 32 - bits);
        steps = [.. byTag.SelectMany(group => group)];
        var allKeys = new List<Keyed>();
        var from = 0;
        foreach (var group in byTag)
        {
            var (place, own, other) = KeysOf(group, from);
            var tag = group[0].To.Tag;
            var keyBits = Bits(own.Count, 1);
            slots[Free(tag)] = new(tag, from, group.Length, place, allKeys.Count, keyBits, other);
            if (place != KeyPlace.None)
            {
                allKeys.AddRange(Spread(own, keyBits));
            }
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
        var all = slots;
        for (var at = Start(tag); (uint)at < (uint)all.Length; at = (at + 1) & (all.Length - 1))
        {
            ref readonly var slot = ref all[at];
            if (slot.Tag == tag)
            {
                step = slot.Place == KeyPlace.None ? slot.From : FindKeyed(segment, in slot);
                return step >= 0 && tag != 0; // what is no tag at all meets a slot that is empty
            }
            if (slot.Tag == 0)
            {
                break;
            }
        }
        step = -1;
        return false;
    }

    private int FindKeyed(in Segment segment, in Slot slot)
    {
        var key = slot.Place == KeyPlace.First ? segment.Packed(1) : SegmentRule.Key(slot.Place, segment);
        var own = keys.AsSpan(slot.FirstKey, 1 << slot.KeyBits);
        for (var at = Start(key, slot.KeyBits); (uint)at < (uint)own.Length; at = (at + 1) & (own.Length - 1))
        {
            ref readonly var keyed = ref own[at];
            if (keyed.Key == key && key != 0)
            {
                return keyed.Step;
            }
            if (keyed.Key == 0)
            {
                break;
            }
        }
        return slot.Other;
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

    // Each code with the nearest step that takes it, and the step that takes any. Beyond that no other is ever meant.
    private static (KeyPlace Place, Dictionary<ulong, int> Keys, int Other) KeysOf(Step[] group, int from)
    {
        var place = KeyPlace.None;
        var own = new Dictionary<ulong, int>();
        for (var i = 0; i < group.Length; i++)
        {
            if (group[i].To.Keys is not { } codes)
            {
                return (place, own, from + i);
            }
            if (place != KeyPlace.None && place != group[i].To.KeyPlace)
            {
                throw new FormatException(
                    $"{group[i].To.Definition.Tag} is told from its namesakes by different elements."
                );
            }
            place = group[i].To.KeyPlace;
            foreach (var code in codes.Codes)
            {
                own.TryAdd(CodeSet.Pack(code), from + i);
            }
        }
        return (place, own, -1);
    }

    private static Keyed[] Spread(Dictionary<ulong, int> keys, int bits)
    {
        var spread = new Keyed[1 << bits];
        foreach (var (key, step) in keys)
        {
            var at = Start(key, bits);
            while (spread[at].Key != 0)
            {
                at = (at + 1) & (spread.Length - 1);
            }
            spread[at] = new(key, step);
        }
        return spread;
    }

    // Of a table that is at most half full.
    private static int Bits(int count, int least)
    {
        var bits = least;
        while (1 << bits < count * 2)
        {
            bits++;
        }
        return bits;
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

    private static int Start(ulong key, int bits) => (int)((key * 0x9E3779B97F4A7C15) >> (64 - bits));

    /// <summary>What may follow under a tag.</summary>
    /// <param name="Tag">The tag; 0 where the slot is empty.</param>
    /// <param name="From">The nearest step.</param>
    /// <param name="Count">How many steps.</param>
    /// <param name="Place">Where the code is that tells them apart.</param>
    /// <param name="FirstKey">Where the table of codes begins.</param>
    /// <param name="KeyBits">How long that table is: 2 to the power of this.</param>
    /// <param name="Other">The step that takes any other code; -1 where none does.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(
        uint Tag,
        int From,
        int Count,
        KeyPlace Place,
        int FirstKey,
        int KeyBits,
        int Other
    );

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Keyed(ulong Key, int Step);
}
