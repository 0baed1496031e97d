using System.Numerics;
using System.Runtime.CompilerServices;
using Hearth.X12.Guides;

namespace Hearth.X12.Checking;

/// <content>
/// What a segment means that may not follow the one before: it comes too late, the segment that begins its loop is missing,
/// its qualifier is wrong, or it belongs nowhere. One thing that is wrong should be one finding, so the reading that supposes
/// the least is taken, and a single segment too many does not make all others strays.
/// </content>
internal sealed partial class GuideWalk
{
    private long lost; // the ordinal of the last segment that belongs to one that could not be placed
    private Turn? turn;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Misplaced(in Segment segment)
    {
        var code = segment.Code;
        if (turn?.Ordinal == segment.Place.Ordinal - 1 && turn.At.Steps.Find(segment, code) is { } step)
        {
            // What was said to be missing is not; the segment before was a stray.
            turn.Return(this);
            Go(step, segment);
            return;
        }
        var nearest = after.To(code);
        if (code == Tags.Hl && nearest.Length > 0)
        {
            TakeMisplacedLevel(nearest, segment);
            return;
        }
        var isInside = lost == segment.Place.Ordinal - 1;
        var late = isInside ? null : Late(nearest, code, segment);
        if (late is { BeginsLoop: false } && !IsSpent(late) && Suits(late, segment))
        {
            TakeLate(late, segment);
        }
        else if (Begun(code, segment, isInside, late) is { } reading)
        {
            (turn ??= new()).Remember(this, segment.Place.Ordinal);
            Jump(reading, segment);
        }
        else if (late is { BeginsLoop: true })
        {
            TakeLate(late, segment);
        }
        else if (isInside)
        {
            lost = segment.Place.Ordinal;
            TakeByStandard(segment);
        }
        else if (nearest.Length > 0)
        {
            TakeByWrongCode(nearest, segment);
        }
        else if (late is not null)
        {
            TakeLate(late, segment);
        }
        else
        {
            findings.Unexpected(loop, segment, isKnown: guide!.Has(code));
            TakeByStandard(segment);
            Lose(segment, guide!.Segments(code).Any(rule => rule.BeginsLoop));
        }
    }

    // What follows it and fits nowhere is part of it.
    private void Lose(in Segment segment, bool beginsLoop) => lost = beginsLoop ? segment.Place.Ordinal : lost;

    // A level that stands deeper than it may: the ones between are missing. One of no kind is taken for what HL02 says.
    private void TakeMisplacedLevel(ReadOnlySpan<Step> nearest, in Segment hl)
    {
        for (var stay = loop; stay is not null; stay = stay.Loop)
        {
            foreach (var rule in guide!.Segments(Tags.Hl))
            {
                if (rule.Fits(hl) && ChildTowards(rule, stay) is not null)
                {
                    Jump(new(rule, stay, 0, IsNeeded: true), hl);
                    return;
                }
            }
        }
        foreach (var step in nearest)
        {
            if (hierarchy.IsUnderNamed(step.To.Loop!, hl))
            {
                Go(step, hl);
                return;
            }
        }
        TakeByWrongCode(nearest, hl);
    }

    // With a qualifier that nothing here has, it is taken for what has to come here and has not, or for all there is.
    private void TakeByWrongCode(ReadOnlySpan<Step> nearest, in Segment segment)
    {
        foreach (var step in nearest)
        {
            Rule rule = step.Enters ? step.To.Loop! : step.To;
            if (nearest.Length == 1 || (step.Stay.Required & ~seen[step.Stay.Depth] & rule.Bit) != 0UL)
            {
                Go(step, segment);
                counts[rule.Id] = 0; // the right one may still come
                return;
            }
        }
        findings.WrongQualifier(nearest, segment);
        Lose(segment, nearest[^1].Enters);
    }

    // Its place was before, in this loop or in one around it. Where there is room for it is meant before where there is none.
    private SegmentRule? Late(ReadOnlySpan<Step> nearest, uint code, in Segment segment)
    {
        // What any code fits is no better than a wrong code nearer by.
        var nearby = nearest is [{ Enters: false } first, ..] ? first.Stay.Depth : 0;
        SegmentRule? spent = null;
        for (var around = loop; around is not null; around = around.Loop)
        {
            foreach (var child in around.Children)
            {
                var rule = child.First;
                if (
                    child.Child == 0
                    || rule.Tag != code
                    || !rule.Fits(segment)
                    || (rule.Keys is null && around.Depth < nearby)
                )
                {
                    continue;
                }
                if (!IsThere(rule) || (child is SegmentRule && !IsSpent(rule)))
                {
                    return rule;
                }
                spent ??= child is SegmentRule ? rule : null;
            }
        }
        return spent;
    }

    // The walk stays where it is, so that one stray segment does not make all others stray.
    private void TakeLate(SegmentRule late, in Segment segment)
    {
        findings.OutOfOrder(late, Last);
        Rule rule = late.BeginsLoop ? late.Loop! : late;
        counts[rule.Id] = IsThere(late) ? counts[rule.Id] + 1 : 1;
        seen[rule.Loop!.Depth] |= rule.Bit;
        elements.Check(late, segment, counts[rule.Id]);
        Lose(segment, late.BeginsLoop);
    }

    private bool IsThere(SegmentRule late)
    {
        Rule rule = late.BeginsLoop ? late.Loop! : late;
        return (seen[rule.Loop!.Depth] & rule.Bit) != 0UL;
    }

    private bool IsSpent(SegmentRule late) => IsThere(late) && counts[late.Id] >= late.Most;

    private void Jump(in Reading reading, in Segment segment)
    {
        var (place, stay, inner) = (reading.Place, reading.Stay, reading.Place.Loop!);
        while (loop != stay)
        {
            Leave();
        }
        foreach (var between in inner.Path().Where(l => l.Depth > stay.Depth))
        {
            Enter(between, segment);
            if (between.First != place)
            {
                EnterUnbegun(between, place);
            }
        }
        Count(place);
        for (var between = inner; between != stay; between = between.Loop!)
        {
            if (between != inner || (!between.IsRequired && between.First != place))
            {
                Forgive(between);
            }
        }
        after = place.Steps;
        if (place.Tag == Tags.Hl)
        {
            hierarchy.Take(inner, segment);
        }
        elements.Check(place, segment, counts[place.BeginsLoop ? inner.Id : place.Id]);
    }

    private void EnterUnbegun(LoopRule between, SegmentRule place)
    {
        findings.NotBegun(between, place);
        Count(between.First);
        if (between.Most == 1)
        {
            counts[between.Id] = 0; // it may still begin
        }
        if (between.IsLevel)
        {
            hierarchy.Miss(between);
        }
    }

    // That it is missing has been said; what it should have held need not be.
    private void Forgive(LoopRule unbegun)
    {
        var missing = unbegun.Required & ~seen[unbegun.Depth];
        seen[unbegun.Depth] |= missing;
        for (; missing != 0UL; missing &= missing - 1)
        {
            counts[unbegun.Children[BitOperations.TrailingZeroCount(missing)].Id] = 0; // it may still come
        }
    }
}
