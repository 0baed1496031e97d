using Hearth.X12.Checking;
using Hearth.X12.Guides;

namespace Hearth.X12.Explaining;

/// <summary>Follows a file segment by segment and puts each into words, or only those of one claim with what it stands under.</summary>
/// <param name="pass">Read by the caller.</param>
/// <param name="claim">The claim's number; null for the whole file.</param>
internal sealed class Explainer(Pass<ByGuide> pass, string? claim)
{
    private const int MostHeaders = 1000; // a file without loops would fill the memory
    private readonly LoopTrail trail = new();
    private readonly List<ExplainedSegment> headers = []; // of a claim that may still come
    private ExplainedLoop? claimLoop;
    private bool isInClaim;
    private bool isWanted;

    /// <summary>The segment last read is one of a claim, so that what is found about the claim's sums comes later.</summary>
    public bool IsInClaim => isInClaim;

    /// <summary>The segment last read begins a claim.</summary>
    public bool BeginsClaim { get; private set; }

    /// <summary>Takes the segment last read.</summary>
    /// <param name="to">Gets what is to be shown.</param>
    public void Take(Queue<ExplainedSegment> to)
    {
        var segment = pass.Current;
        var rule = Follow(segment, out var depth);
        FollowClaim(segment);
        if (claim is null || isWanted)
        {
            foreach (var header in headers)
            {
                to.Enqueue(header);
            }
            headers.Clear();
            to.Enqueue(Explain(segment, rule, depth));
        }
        else if (!isInClaim)
        {
            Forget(segment, depth);
            if (headers.Count < MostHeaders)
            {
                headers.Add(Explain(segment, rule, depth));
            }
        }
    }

    // Moves along the loops; gives the segment's rule and how deep it stands.
    private SegmentRule? Follow(in Segment segment, out int depth)
    {
        var code = segment.Code;
        SegmentRule? placed = null;
        if (pass.IsContent)
        {
            if (pass.Walk?.Position is { } at)
            {
                if (at.Tag == code && at.Fits(segment))
                {
                    trail.Place(at);
                    placed = at;
                }
            }
            else
            {
                trail.Place(segment);
            }
            depth = 3 + trail.Path.Count;
        }
        else
        {
            trail.Clear();
            depth =
                code is Tags.Isa or Tags.Iea ? 0
                : code is Tags.St or Tags.Se ? 2
                : 1;
        }
        return placed ?? StandardRules.Of(code);
    }

    private void FollowClaim(in Segment segment)
    {
        var code = segment.Code;
        BeginsClaim = pass.IsContent && code is Tags.Clm or Tags.Clp;
        if (BeginsClaim)
        {
            claimLoop = trail.Path.Count > 0 ? trail.Path[^1] : null;
            isInClaim = true;
            isWanted = claim is not null && segment.Text(1).Trim() == claim;
        }
        else if (isInClaim && (!pass.IsContent || claimLoop is null || !trail.Path.Contains(claimLoop)))
        {
            (isInClaim, isWanted, claimLoop) = (false, false, null);
        }
    }

    // A header is over when another of its kind begins; all there is below it is over as well.
    private void Forget(in Segment segment, int depth)
    {
        var path = trail.Path;
        if (segment.Code is Tags.Isa or Tags.Gs or Tags.St)
        {
            headers.RemoveAll(h => h.Depth >= depth);
        }
        else if (path.Count > 0)
        {
            var (at, last) = (path.Count - 1, path[^1]);
            headers.RemoveAll(h =>
                h.Loops.Count > at && h.Loops[at] != last && h.Loops[at].Id == last.Id && h.Loops[at].Name == last.Name
            );
        }
    }

    private ExplainedSegment Explain(in Segment segment, SegmentRule? rule, int depth)
    {
        var (title, fields) = rule is null ? SegmentWords.Unknown(segment) : SegmentWords.Of(rule).Say(segment);
        if (segment.Code == Tags.St && segment[3].IsEmpty && pass.Walk?.Guide is { } guide)
        {
            fields = [.. fields, new("Guide", [new("GS08", guide.Version, guide.Name)])];
        }
        return new()
        {
            Place = segment.Place,
            Tag = segment.Text(0).TrimEnd(),
            Title = title,
            Depth = depth,
            Loops = trail.Path,
            Guide = pass.Walk?.Guide,
            Fields = fields,
            Raw = segment.ToString(),
        };
    }
}
