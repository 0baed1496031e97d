using System.Runtime.InteropServices;
using Hearth.X12.Guides;

namespace Hearth.X12.Checking;

/// <content>Weighs what a segment may mean where the one that should begin its loop is missing.</content>
internal sealed partial class GuideWalk
{
    private const int MostMissing = 1; // supposed for the sake of one segment

    // The segment that begins its loop is missing: the loop that asks for the fewest others to be missing as well, the
    // innermost of them, one that has to come. Where several are as good, it could be any of them; but what was there
    // already in this loop is the inside of the next.
    private Reading? Begun(uint code, in Segment segment, bool onlyBeginnings, SegmentRule? late)
    {
        Reading? best = null;
        var isSure = true;
        var isOnly = late is null && after.To(code).IsEmpty && HasOnePlace(code, segment);
        Rule current = Last;
        for (var stay = loop; stay is not null; (current, stay) = (stay, stay.Loop))
        {
            foreach (var rule in guide!.Segments(code))
            {
                if (
                    (onlyBeginnings && !rule.BeginsLoop)
                    || !rule.Fits(segment)
                    || ChildTowards(rule, stay) is not { } next
                    || next.Position < current.Position
                )
                {
                    continue;
                }
                var isThere = (seen[stay.Depth] & next.Bit) != 0UL;
                var missing = Missing(rule, stay, next) + (Suits(rule, segment) ? 0 : 1);
                var most = late is null && rule.BeginsLoop && !isThere ? MostMissing + 1 : MostMissing;
                if (
                    (isThere && counts[next.Id] >= next.Most)
                    || (missing > most && !(isOnly && rule.Loop == next))
                    || missing > best?.Missing
                )
                {
                    continue;
                }
                var reading = new Reading(rule, stay, missing, !isThere && next.IsRequired);
                if (
                    best is not { } other
                    || missing < other.Missing
                    || (other.Stay == stay && reading.IsNeeded && !other.IsNeeded)
                )
                {
                    (best, isSure) = (reading, true);
                }
                else if (other.Stay == stay && !other.IsNeeded)
                {
                    isSure &= other.Place.Loop!.LoopId == rule.Loop!.LoopId;
                }
            }
        }
        return isSure || late is { BeginsLoop: false } ? best : null;
    }

    private bool HasOnePlace(uint code, in Segment segment)
    {
        string? id = null;
        foreach (var rule in guide!.Segments(code))
        {
            if (rule.Fits(segment) && (id ??= rule.Loop!.LoopId) != rule.Loop!.LoopId)
            {
                return false;
            }
        }
        return true;
    }

    // What it must hold is there, nothing stands where nothing may, and no code that may not: a namesake elsewhere may allow it.
    private static bool Suits(SegmentRule rule, in Segment segment)
    {
        for (var i = 1; i < rule.Elements.Length; i++)
        {
            ref readonly var element = ref rule.Elements[i];
            var value = segment[i];
            var wrong = value.IsEmpty ? rule.Required : rule.NotUsed;
            if (
                (wrong & (1u << i)) != 0
                || (
                    element is { IsClosed: true, Codes: { } codes }
                    && !value.IsEmpty
                    && !codes.Contains(CodeSet.Pack(value))
                )
            )
            {
                return false;
            }
        }
        return true;
    }

    // The child of an open loop that a segment is in, however deep; null where it is not within the loop, or is a child of it.
    private static LoopRule? ChildTowards(SegmentRule rule, LoopRule stay)
    {
        var next = rule.Loop;
        while (next is not null && next.Loop != stay)
        {
            next = next.Loop;
        }
        return next;
    }

    // How many segments and loops would have to be missing.
    private int Missing(SegmentRule rule, LoopRule stay, LoopRule next)
    {
        var missing = Count(next.RequiredBefore & ~seen[stay.Depth] & ~passed[stay.Depth]);
        for (var left = loop; left != stay; left = left.Loop!)
        {
            missing += Count(left.Required & ~seen[left.Depth]) + (hierarchy.LacksChild(left) ? 1 : 0);
        }
        Rule inner = rule;
        for (var around = rule.Loop!; around != stay; (inner, around) = (around, around.Loop!))
        {
            missing += around.First == rule ? 0 : 1 + Count(inner.RequiredBefore & ~around.First.Bit);
        }
        return missing;

        static int Count(ulong bits) => (int)ulong.PopCount(bits);
    }

    /// <summary>What a segment may mean.</summary>
    /// <param name="Place">The segment.</param>
    /// <param name="Stay">The innermost loop that goes on; all inside of it down to the segment's begin.</param>
    /// <param name="Missing">How much else would have to be missing.</param>
    /// <param name="IsNeeded">It stands in a loop that has to come and has not.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Reading(SegmentRule Place, LoopRule Stay, int Missing, bool IsNeeded);
}
