using System.Buffers;
using System.Runtime.InteropServices;
using Hearth.X12.Guides;

namespace Hearth.X12.Checking;

/// <summary>
/// Follows a transaction through its guide: which loop each segment stands in, what is missing when a loop ends, what comes
/// too often, too late or not at all. What is misplaced is said, and the walk goes on with the next segment that fits.
/// </summary>
internal sealed class GuideWalk
{
    private const int DeepestLoop = 32;

    private readonly GuideFindings findings;
    private readonly ElementCheck elements;
    private readonly UInt128[] seen = new UInt128[DeepestLoop]; // children of each open loop that were there
    private readonly UInt128[] passed = new UInt128[DeepestLoop]; // and those that should have been there and were not
    private (Place Place, int Position)[] passedAt = [];
    private int[] counts = [];
    private readonly Level[] levels = new Level[DeepestLoop]; // the HL of each open loop that begins with one
    private Guide? guide;
    private LoopRule loop = null!;
    private SegmentRule at = null!;
    private long lastLevel;

    public GuideWalk(GuideFindings findings) => (this.findings, elements) = (findings, new ElementCheck(findings));

    /// <summary>The guide that is followed; null between transactions and where there is none.</summary>
    public Guide? Guide => guide;

    /// <summary>The segment last placed, and so the loop the walk is in; null where it follows no guide.</summary>
    public SegmentRule? Position => guide is null ? null : at;

    /// <summary>A transaction begins: its ST segment is taken as the next.</summary>
    /// <param name="by">The guide to follow; null checks elements against the standard alone.</param>
    /// <param name="on">The day the file was made, as CCYYMMDD, for codes that have ended; 0 where unknown.</param>
    public void Begin(Guide? by, int on)
    {
        (guide, elements.On, lastLevel) = (by, on, 0);
        if (by is null)
        {
            return;
        }
        if (counts.Length < by.Rules)
        {
            (counts, passedAt) = (new int[by.Rules], new (Place, int)[by.Rules]);
        }
        (loop, at) = (by.Root, by.Root.First);
        (seen[0], passed[0]) = (UInt128.Zero, UInt128.Zero);
    }

    /// <summary>The transaction is over; what comes before the next ST belongs to none.</summary>
    public void End() => guide = null;

    /// <summary>Takes the next segment of the transaction.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="isPlain">It is known to hold nothing but plain elements.</param>
    public void Take(in Segment segment, bool isPlain)
    {
        elements.IsPlain = isPlain;
        if (guide is null)
        {
            TakeByStandard(segment);
            return;
        }
        var steps = at.Steps;
        if (steps.TryFind(segment, segment.Code, out var step))
        {
            Go(in steps.At(step), segment);
        }
        else
        {
            Misplaced(segment);
        }
    }

    private void Go(in Step step, in Segment segment)
    {
        var to = step.To;
        while (loop != step.Stay)
        {
            Leave();
        }
        if (step.Enters)
        {
            Enter(to.Loop!);
        }
        Count(to);
        at = to;
        if (to.Tag == Tags.Hl)
        {
            TakeLevel(segment);
        }
        elements.Check(to, segment, step.Enters ? counts[to.Loop!.Id] : counts[to.Id]);
        if (to.Tag == Tags.Se)
        {
            Leave();
        }
    }

    private void Enter(LoopRule inner)
    {
        Count(inner);
        loop = inner;
        (seen[inner.Depth], passed[inner.Depth]) = (UInt128.Zero, UInt128.Zero);
    }

    private void Count(Rule rule)
    {
        ref var there = ref seen[rule.Loop!.Depth];
        if ((there & rule.Bit) == UInt128.Zero)
        {
            there |= rule.Bit;
            counts[rule.Id] = 1;
        }
        else if (++counts[rule.Id] > rule.Most)
        {
            findings.TooMany(rule, counts[rule.Id]);
        }
        var skipped = rule.RequiredBefore & ~there;
        if (skipped != UInt128.Zero)
        {
            Pass(rule.Loop, skipped);
        }
    }

    // Whether it is missing or only comes late is known when the loop ends; where it should have stood is known now.
    private void Pass(LoopRule around, UInt128 skipped)
    {
        skipped &= ~passed[around.Depth];
        passed[around.Depth] |= skipped;
        for (; skipped != UInt128.Zero; skipped &= skipped - 1)
        {
            passedAt[around.Children[(int)UInt128.TrailingZeroCount(skipped)].Id] = findings.Here;
        }
    }

    private void Leave()
    {
        var missing = loop.Required & ~seen[loop.Depth];
        for (; missing != UInt128.Zero; missing &= missing - 1)
        {
            var child = loop.Children[(int)UInt128.TrailingZeroCount(missing)];
            var wasPassed = (passed[loop.Depth] & child.Bit) != UInt128.Zero;
            findings.Missing(child, wasPassed ? passedAt[child.Id] : findings.Here);
        }
        if (loop is { Depth: > 0, First.Tag: Tags.Hl } && (seen[loop.Depth] & UInt128.One) != UInt128.Zero)
        {
            LeaveLevel(in levels[loop.Depth]);
        }
        loop = loop.Loop ?? loop;
    }

    // HL01 counts from 1 through the transaction; HL02 is the level around it.
    private void TakeLevel(in Segment hl)
    {
        lastLevel++;
        if (Number(hl[1], out var id) && id != lastLevel)
        {
            findings.Level(at, findings.Here, hl[1], 1, $"{lastLevel}");
            lastLevel = id; // one gap is one finding
        }
        levels[loop.Depth] = new(id, hl[4] is [var child] ? child : default, findings.Here, HasChild: false);
        var around = loop.Loop;
        while (around is { Depth: > 0 } && around.First.Tag != Tags.Hl)
        {
            around = around.Loop;
        }
        if (around is not { Depth: > 0 })
        {
            return;
        }
        ref var parent = ref levels[around.Depth];
        parent = parent with { HasChild = true };
        if (parent.Id > 0 && Number(hl[2], out var named) && named != parent.Id)
        {
            findings.Level(at, findings.Here, hl[2], 2, $"{parent.Id}");
        }
    }

    // HL04 says whether another level stands under it.
    private void LeaveLevel(in Level level)
    {
        if (level.Child is (byte)'0' or (byte)'1' && level.HasChild != (level.Child == (byte)'1'))
        {
            findings.Level(loop.First, level.Where, [level.Child], 4, level.HasChild ? "1" : "0");
        }
    }

    private static bool Number(ReadOnlySpan<byte> text, out long number) =>
        System.Buffers.Text.Utf8Parser.TryParse(text, out number, out var used) && used == text.Length;

    private void Misplaced(in Segment segment)
    {
        var code = segment.Code;
        if (Late(code, segment) is { } late)
        {
            findings.OutOfOrder(late, at);
            // The walk stays where it is, so that one stray segment does not make all others stray.
            seen[late.Loop!.Depth] |= late.Bit;
            elements.Check(late, segment, counts[late.Id]);
            return;
        }
        if (code == Tags.Hl && Deeper(segment) is { } level)
        {
            Jump(level, segment);
            return;
        }
        var nearest = at.Steps.To(code);
        if (nearest.Length > 0)
        {
            if (Meant(nearest) is { } meant)
            {
                Go(meant, segment);
                // The right one may still come.
                counts[meant.Enters ? meant.To.Loop!.Id : meant.To.Id] = 0;
            }
            else
            {
                findings.WrongQualifier(nearest, segment);
            }
            return;
        }
        if (Unbegun(code, segment) is { } place)
        {
            Jump(place, segment);
            return;
        }
        findings.Unexpected(loop, segment, isKnown: guide!.Has(code));
        TakeByStandard(segment);
    }

    // Its place was before, in this loop or in one around it.
    private SegmentRule? Late(uint code, in Segment segment)
    {
        for (var around = loop; around is not null; around = around.Loop)
        {
            foreach (var child in around.Children)
            {
                if (child is SegmentRule { BeginsLoop: false } rule && rule.Tag == code && rule.Fits(segment))
                {
                    return rule;
                }
            }
        }
        return null;
    }

    // With a qualifier that nothing here has, it is taken for what has to come here and has not, or for all there is.
    private Step? Meant(ReadOnlySpan<Step> nearest)
    {
        foreach (ref readonly var step in nearest)
        {
            Rule rule = step.Enters ? step.To.Loop! : step.To;
            if ((step.Stay.Required & ~seen[step.Stay.Depth] & rule.Bit) != UInt128.Zero)
            {
                return step;
            }
        }
        return nearest.Length == 1 ? nearest[0] : null;
    }

    // A level that stands deeper than it may: the ones between are missing.
    private SegmentRule? Deeper(in Segment hl)
    {
        foreach (var rule in guide!.Segments(Tags.Hl))
        {
            if (rule.Fits(hl) && rule.Loop!.Path().Skip(1).Any(around => around != rule.Loop && IsOpen(around)))
            {
                return rule;
            }
        }
        return null;
    }

    // The segment that begins its loop is missing. Only where no other loop can be meant: the rest of it is read as if it
    // had begun.
    private SegmentRule? Unbegun(uint code, in Segment segment)
    {
        SegmentRule? found = null;
        var places = 0;
        foreach (var rule in guide!.Segments(code))
        {
            if (rule.BeginsLoop || !rule.Fits(segment))
            {
                continue;
            }
            var around = rule.Loop!;
            places += found is null || found.Loop!.LoopId != around.LoopId ? 1 : 0;
            if (around.Loop is not { } outer || Shared(around) != outer || !IsOpen(outer))
            {
                found ??= rule;
                continue;
            }
            if ((outer.Required & ~seen[outer.Depth] & around.Bit) != UInt128.Zero)
            {
                return rule;
            }
            found = rule;
        }
        return places == 1 && found!.Loop!.Loop is { } parent && IsOpen(parent) ? found : null;
    }

    private bool IsOpen(LoopRule asked)
    {
        var open = loop;
        while (open.Depth > asked.Depth)
        {
            open = open.Loop!;
        }
        return open == asked;
    }

    private LoopRule Shared(LoopRule with)
    {
        var (a, b) = (loop, with);
        while (a != b)
        {
            (a, b) = a.Depth >= b.Depth ? (a.Loop!, b) : (a, b.Loop!);
        }
        return a;
    }

    private void Jump(SegmentRule place, in Segment segment)
    {
        var inner = place.Loop!;
        var shared = Shared(inner);
        while (loop != shared)
        {
            Leave();
        }
        foreach (var between in inner.Path().Where(l => l.Depth > shared.Depth))
        {
            Enter(between);
            if (between.First == place)
            {
                continue;
            }
            findings.NotBegun(between, place);
            Count(between.First);
            counts[between.Id] = 0; // it may still begin
            levels[between.Depth] = default;
            if (between != inner)
            {
                // That it is missing has been said; what it should have held need not be.
                seen[between.Depth] = between.Required;
            }
        }
        Count(place);
        at = place;
        if (place.Tag == Tags.Hl)
        {
            TakeLevel(segment);
        }
        elements.Check(place, segment, counts[place.Id]);
    }

    private void TakeByStandard(in Segment segment)
    {
        if (StandardRules.Of(segment.Code) is { } rule)
        {
            elements.Check(rule, segment, 0);
        }
    }
}

/// <summary>A level that is open: its HL01 and HL04, where it stands, and whether another came under it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Level(long Id, byte Child, (Place Place, int Position) Where, bool HasChild);
