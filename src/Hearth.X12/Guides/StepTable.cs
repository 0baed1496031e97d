using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Hearth.X12.Guides;

/// <summary>A way on from one segment to another.</summary>
/// <param name="to">The segment.</param>
/// <param name="stay">The innermost loop that goes on; all loops inside it end.</param>
/// <param name="enters">A repetition of the segment's loop begins with it.</param>
internal sealed class Step(SegmentRule to, LoopRule stay, bool enters)
{
    private StepTable? next;

    /// <summary>The segment.</summary>
    public SegmentRule To { get; } = to;

    /// <summary>The innermost loop that goes on; all loops inside it end.</summary>
    public LoopRule Stay { get; } = stay;

    /// <summary>A repetition of the segment's loop begins with it.</summary>
    public bool Enters { get; } = enters;

    /// <summary>Elements that need not be looked at where the step was found by its code, as bits.</summary>
    public uint Known { get; } = to.Keyed;

    /// <summary>How deep the segment stands.</summary>
    public int Depth { get; } = to.Loop!.Depth;

    /// <summary>The segment among the children of its loop.</summary>
    public ulong Bit { get; } = to.Bit;

    /// <summary>The loop's children that must have been there before it.</summary>
    public ulong RequiredBefore { get; } = to.RequiredBefore;

    /// <summary>What may come after the segment.</summary>
    public StepTable Next => next ??= To.Steps;
}

/// <summary>
/// All that may follow a segment, by tag: first what comes later in its loop, then a repetition of the loop and what comes
/// after it in the loop around, and so on outward. The nearest that fits is meant.
/// </summary>
/// <remarks>
/// One look-up finds the tag, and with it the step where only one can be meant; else another finds the code that tells
/// namesakes apart. Which step is meant depends on nothing but the segment before, the tag and the code. Each segment has to
/// wait for the step of the one before, so there is as little as can be from one table to the next: its slots lie in the
/// table itself.
/// </remarks>
internal sealed class StepTable
{
    private const int SlotBits = 6;
    private const int SlotCount = 1 << SlotBits;

    private readonly Dictionary<uint, Step[]> byTag;
    private Slots slots;

    private StepTable(SegmentRule from, List<Step> found)
    {
        From = from;
        byTag = found.GroupBy(step => step.To.Tag).ToDictionary(group => group.Key, group => group.ToArray());
        if (byTag.Count >= SlotCount)
        {
            throw new FormatException(
                $"{byTag.Count} different segments may follow one; {SlotCount - 1} are the most."
            );
        }
        foreach (var (tag, group) in byTag)
        {
            var at = Start(tag);
            while (slots[at].Tag != 0)
            {
                at = (at + 1) % SlotCount;
            }
            slots[at] = SlotOf(tag, group);
        }
    }

    /// <summary>The segment that they follow.</summary>
    public SegmentRule From { get; }

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
        return new(from, found);
    }

    /// <summary>The step that a segment makes.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="tag">Its tag.</param>
    /// <returns>Null where nothing of the tag, or nothing with its code, may follow.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Step? Find(in Segment segment, uint tag)
    {
        ref var first = ref Unsafe.As<Slots, Slot>(ref slots);
        for (var at = Start(tag); ; at = (at + 1) % SlotCount)
        {
            ref readonly var slot = ref Unsafe.Add(ref first, at);
            // What is no tag at all meets a slot that is empty, and no step in it.
            if (slot.Tag == tag)
            {
                return slot.Keys is null ? slot.Step : FindKeyed(segment, in slot);
            }
            if (slot.Tag == 0)
            {
                return null;
            }
        }
    }

    /// <summary>The steps to segments of a tag, nearest first, whatever their codes.</summary>
    public ReadOnlySpan<Step> To(uint tag) => byTag.GetValueOrDefault(tag);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Step? FindKeyed(in Segment segment, in Slot slot)
    {
        var key = slot.Place == KeyPlace.First ? segment.Packed(1) : SegmentRule.Key(slot.Place, segment);
        var keys = slot.Keys!;
        for (var at = Start(key, slot.KeyBits); (uint)at < (uint)keys.Length; at = (at + 1) & (keys.Length - 1))
        {
            ref readonly var keyed = ref keys[at];
            if (keyed.Key == key && key != 0)
            {
                return keyed.Step;
            }
            if (keyed.Key == 0)
            {
                break;
            }
        }
        return slot.Step;
    }

    // Each code with the nearest step that takes it, and the step that takes any. Beyond that no other is ever meant.
    private static Slot SlotOf(uint tag, Step[] group)
    {
        var place = KeyPlace.None;
        var own = new Dictionary<ulong, Step>();
        foreach (var step in group)
        {
            if (step.To.Keys is not { } codes)
            {
                return Keyed(tag, place, own, step);
            }
            if (place != KeyPlace.None && place != step.To.KeyPlace)
            {
                throw new FormatException(
                    $"{step.To.Definition.Tag} is told from its namesakes by different elements."
                );
            }
            place = step.To.KeyPlace;
            foreach (var code in codes.Codes)
            {
                own.TryAdd(CodeSet.Pack(code), step);
            }
        }
        return Keyed(tag, place, own, null);
    }

    // The table of codes is at most half full.
    private static Slot Keyed(uint tag, KeyPlace place, Dictionary<ulong, Step> own, Step? other)
    {
        if (place == KeyPlace.None)
        {
            return new(tag, place, 0, null, other);
        }
        var bits = 1;
        while (1 << bits < own.Count * 2)
        {
            bits++;
        }
        var keys = new KeyedStep[1 << bits];
        foreach (var (key, step) in own)
        {
            var at = Start(key, bits);
            while (keys[at].Key != 0)
            {
                at = (at + 1) & (keys.Length - 1);
            }
            keys[at] = new(key, step);
        }
        return new(tag, place, bits, keys, other);
    }

    private static int Start(uint tag) => (int)((tag * 0x9E3779B1u) >> (32 - SlotBits));

    private static int Start(ulong key, int bits) => (int)((key * 0x9E3779B97F4A7C15) >> (64 - bits));

    /// <summary>What may follow under a tag.</summary>
    /// <param name="Tag">The tag; 0 where the slot is empty.</param>
    /// <param name="Place">Where the code is that tells namesakes apart.</param>
    /// <param name="KeyBits">How long the table of codes is: 2 to the power of this.</param>
    /// <param name="Keys">The codes; null where none is asked for.</param>
    /// <param name="Step">The step that takes any other code; null where none does.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(uint Tag, KeyPlace Place, int KeyBits, KeyedStep[]? Keys, Step? Step);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct KeyedStep(ulong Key, Step Step);

    [InlineArray(SlotCount)]
    private struct Slots
    {
        private Slot first;
    }
}
