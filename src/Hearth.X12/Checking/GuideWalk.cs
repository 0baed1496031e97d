using System.Numerics;
using System.Runtime.CompilerServices;
using Hearth.X12.Guides;
using Oddities = Hearth.X12.Reading.Oddities;

namespace Hearth.X12.Checking;

/// <summary>
/// Follows a transaction through its guide: which loop each segment stands in, what is missing when a loop ends, what comes
/// too often, too late or not at all. What is misplaced is said, and the walk goes on with the next segment that fits.
/// </summary>
internal sealed partial class GuideWalk
{
    private const int DeepestLoop = 32;

    private readonly GuideFindings findings;
    private readonly ElementCheck elements;
    private readonly ulong[] seen = new ulong[DeepestLoop]; // children of each open loop that were there
    private readonly ulong[] passed = new ulong[DeepestLoop]; // and those that should have been there and were not
    private (Place Place, int Position)[] passedAt = [];
    private int[] counts = [];
    private readonly Hierarchy hierarchy;
    private Guide? guide;
    private LoopRule loop = null!;
    private StepTable after = null!; // what may come after the segment last placed

    public GuideWalk(GuideFindings findings) =>
        (this.findings, elements, hierarchy) = (findings, new(findings), new(findings, DeepestLoop));

    /// <summary>The guide that is followed; null between transactions and where there is none.</summary>
    public Guide? Guide => guide;

    /// <summary>The segment last placed, and so the loop the walk is in; null where it follows no guide.</summary>
    public SegmentRule? Position => guide is null ? null : Last;

    private SegmentRule Last => after.From;

    /// <summary>A transaction begins: its ST segment is taken as the next.</summary>
    /// <param name="by">The guide to follow; null checks elements against the standard alone.</param>
    /// <param name="on">The day the file was made, as CCYYMMDD, for codes that have ended; 0 where unknown.</param>
    public void Begin(Guide? by, int on)
    {
        guide = by;
        elements.Begin(by?.Rules ?? 0, on);
        hierarchy.Begin();
        if (by is null)
        {
            return;
        }
        if (counts.Length < by.Rules)
        {
            (counts, passedAt) = (new int[by.Rules], new (Place, int)[by.Rules]);
        }
        (loop, after) = (by.Root, by.Root.First.Steps);
        (seen[0], passed[0]) = (0UL, 0UL);
    }

    /// <summary>The transaction is over; what comes before the next ST belongs to none.</summary>
    public void End() => guide = null;

    /// <summary>Takes the next segment of the transaction.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="code">Its tag.</param>
    /// <param name="odd">What is in it besides plain elements.</param>
    /// <param name="numbers">Elements that are known to be decimal numbers, as bits.</param>
    public void Take(in Segment segment, uint code, Oddities odd, uint numbers)
    {
        elements.Odd = odd;
        if (guide is null)
        {
            TakeByStandard(segment);
            return;
        }
        if (after.Find(segment, code) is { } step)
        {
            GoOn(step, segment, step.Known | numbers);
        }
        else
        {
            Misplaced(segment);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Go(Step step, in Segment segment) => GoOn(step, segment, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void GoOn(Step step, in Segment segment, uint known)
    {
        after = step.Next;
        var to = step.To;
        while (loop != step.Stay)
        {
            Leave();
        }
        if (step.Enters)
        {
            Enter(to.Loop!, segment);
        }
        ref var there = ref seen[step.Depth];
        if ((there & step.Bit) == 0UL)
        {
            there |= step.Bit;
            counts[to.Id] = 1;
        }
        else
        {
            CountMore(to);
        }
        if ((step.RequiredBefore & ~there) != 0UL)
        {
            Pass(to.Loop!, step.RequiredBefore & ~there);
        }
        if (to.Tag == Tags.Hl)
        {
            hierarchy.Take(loop, segment);
        }
        elements.Check(to, segment, to.Counts ? counts[step.Enters ? to.Loop!.Id : to.Id] : 0, known);
        if (to.Tag == Tags.Se)
        {
            Leave();
        }
    }

    private void Enter(LoopRule inner, in Segment segment)
    {
        if (inner.IsClaim)
        {
            findings.Claim.Begin(inner.First.Tag == segment.Code ? segment[1] : default);
        }
        Count(inner);
        loop = inner;
        (seen[inner.Depth], passed[inner.Depth]) = (0UL, 0UL);
    }

    private void Count(Rule rule)
    {
        ref var there = ref seen[rule.Loop!.Depth];
        if ((there & rule.Bit) == 0UL)
        {
            there |= rule.Bit;
            counts[rule.Id] = 1;
        }
        else
        {
            CountMore(rule);
        }
        var skipped = rule.RequiredBefore & ~there;
        if (skipped != 0UL)
        {
            Pass(rule.Loop, skipped);
        }
    }

    private void CountMore(Rule rule)
    {
        if (++counts[rule.Id] > rule.Most)
        {
            findings.TooMany(rule, counts[rule.Id]);
        }
    }

    // Whether it is missing or only comes late is known when the loop ends; where it should have stood is known now.
    private void Pass(LoopRule around, ulong skipped)
    {
        skipped &= ~passed[around.Depth];
        passed[around.Depth] |= skipped;
        for (; skipped != 0UL; skipped &= skipped - 1)
        {
            passedAt[around.Children[BitOperations.TrailingZeroCount(skipped)].Id] = findings.Here;
        }
    }

    private void Leave()
    {
        var missing = loop.Required & ~seen[loop.Depth];
        for (; missing != 0UL; missing &= missing - 1)
        {
            var child = loop.Children[BitOperations.TrailingZeroCount(missing)];
            var wasPassed = (passed[loop.Depth] & child.Bit) != 0UL;
            findings.Missing(child, wasPassed ? passedAt[child.Id] : findings.Here);
        }
        if (loop is { Depth: > 0, IsLevel: true } && (seen[loop.Depth] & 1UL) != 0UL)
        {
            hierarchy.Leave(loop);
        }
        loop = loop.Loop ?? loop;
    }

    private void TakeByStandard(in Segment segment)
    {
        if (StandardRules.Of(segment.Code) is { } rule)
        {
            elements.Check(rule, segment, 0);
        }
    }
}
