using Hearth.X12.Checking;
using Hearth.X12.Guides;

namespace Hearth.X12.Explaining;

/// <summary>
/// The repetitions of loops that a segment stands in: as the guide has them, or where none is followed by the levels (HL)
/// that name the one around them, and by claims and their lines.
/// </summary>
internal sealed class LoopTrail
{
    private const int Deepest = 24; // of levels without a guide, so that a hostile file cannot go on for ever
    private static readonly uint[] Claims = [Tags.Clm, Tags.Clp];
    private static readonly uint[] Lines = [Tags.Lx, Tags.Svc];
    private readonly List<Open> open = [];
    private IReadOnlyList<ExplainedLoop>? path;

    public IReadOnlyList<ExplainedLoop> Path => path ??= [.. open.Select(o => o.Loop)];

    public void Clear() => Keep(0);

    /// <summary>The segment stands where the guide says.</summary>
    public void Place(SegmentRule at)
    {
        var loop = at.Loop!;
        Keep(Math.Min(open.Count, at.BeginsLoop ? loop.Depth - 1 : loop.Depth));
        foreach (var rule in loop.Path().Where(r => r.Depth > 0))
        {
            if (rule.Depth <= open.Count && open[rule.Depth - 1].Rule == rule)
            {
                continue;
            }
            Keep(rule.Depth - 1);
            Enter(new(new(rule.LoopId, rule.Name), rule, "", 0));
        }
    }

    /// <summary>The segment stands in a transaction that has no guide here.</summary>
    public void Place(in Segment segment)
    {
        var code = segment.Code;
        if (code == Tags.Hl)
        {
            Level(segment);
        }
        else if (Claims.Contains(code))
        {
            KeepBelow(1);
            EnterNamed(segment, 1);
        }
        else if (Lines.Contains(code) && open.Exists(o => o.Rank == 1))
        {
            KeepBelow(2);
            EnterNamed(segment, 2);
        }
        else if (code == Tags.Plb)
        {
            Keep(0);
        }
    }

    private void Level(in Segment hl)
    {
        var around = hl.Text(2);
        var parent = around.Length == 0 ? -1 : open.FindLastIndex(o => o.Rank == 0 && o.Level == around);
        Keep(parent + 1);
        if (open.Count < Deepest)
        {
            var code = hl.Text(3);
            Enter(new(new("", Dictionary.Meaning("735", code) ?? $"Level {code}"), null, hl.Text(1), 0));
        }
    }

    private void EnterNamed(in Segment segment, int rank) =>
        Enter(new(new("", Labels.All.Title(segment.Text(0).Trim()) ?? segment.Text(0)), null, "", rank));

    private void KeepBelow(int rank)
    {
        var at = open.FindIndex(o => o.Rank >= rank);
        Keep(at < 0 ? open.Count : at);
    }

    private void Enter(Open loop)
    {
        open.Add(loop);
        path = null;
    }

    private void Keep(int count)
    {
        if (count < open.Count)
        {
            open.RemoveRange(count, open.Count - count);
            path = null;
        }
    }

    /// <summary>A loop the segment stands in.</summary>
    /// <param name="Loop">What is shown.</param>
    /// <param name="Rule">The guide's loop; null without a guide.</param>
    /// <param name="Level">HL01, without a guide.</param>
    /// <param name="Rank">Without a guide: 0 for a level, 1 for a claim, 2 for a line of it.</param>
    private sealed record Open(ExplainedLoop Loop, LoopRule? Rule, string Level, int Rank);
}
