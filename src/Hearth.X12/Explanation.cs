using Hearth.X12.Checking;
using Hearth.X12.Explaining;

namespace Hearth.X12;

/// <summary>
/// Reads a file aloud: every segment with the name its guide gives it, its elements under the names billers use, codes with
/// what they mean, and what the check found. Memory does not grow with the file.
/// </summary>
/// <param name="stream">Read to its end; the caller closes it. Nothing in it makes reading throw.</param>
/// <param name="claim">
/// Only the claims of this number (CLM01 or CLP01) and the headers they stand under; null for all there is.
/// </param>
public sealed class Explanation(Stream stream, string? claim = null)
{
    // What is found when a loop or a claim ends is shown with the segment it is about, unless that is longer ago than this.
    private const int MostHeld = 64;
    private const int MostHeldOfClaim = 512;
    private readonly List<Finding> found = [];

    /// <summary>What is in the file, added up; null before it is read to its end.</summary>
    public Summary? Summary { get; private set; }

    /// <summary>The segments in order, as the file is read. To be enumerated once.</summary>
    public IEnumerable<ExplainedSegment> Read()
    {
        var pass = new Pass<ByGuide>(new SegmentReader(stream));
        pass.Findings.Added = found.Add;
        var explainer = new Explainer(pass, claim);
        var held = new Queue<ExplainedSegment>();
        while (pass.Read())
        {
            var before = held.Count;
            explainer.Take(held);
            Attach(held);
            var ready =
                explainer.BeginsClaim ? before // the one before it is whole
                : explainer.IsInClaim ? held.Count - MostHeldOfClaim
                : held.Count - MostHeld;
            for (; ready > 0; ready--)
            {
                yield return held.Dequeue();
            }
        }
        Attach(held);
        Summary = pass.Summarize();
        foreach (var last in held)
        {
            yield return last;
        }
    }

    // Under the segment it is about, or where that was given away already under the last that is still here.
    private void Attach(Queue<ExplainedSegment> held)
    {
        foreach (var finding in found)
        {
            var about = held.FirstOrDefault(s => s.Place.Ordinal == finding.Place.Ordinal);
            if (about is null && (claim is null || finding.Claim == claim))
            {
                about = held.LastOrDefault();
            }
            about?.Found.Add(finding);
        }
        found.Clear();
    }
}
