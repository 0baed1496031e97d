using Hearth.X12.Guides;

namespace Hearth.X12.Checking;

/// <content>Goes back where a guess proves wrong.</content>
internal sealed partial class GuideWalk
{
    /// <summary>Where the walk supposed that the beginning of a loop is missing, to go back to if what follows knows nothing of it.</summary>
    private sealed class Turn
    {
        private readonly ulong[] seen = new ulong[DeepestLoop];
        private readonly ulong[] passed = new ulong[DeepestLoop];
        private readonly Hierarchy.Memory levels = new(DeepestLoop);
        private int[] counts = [];
        private LoopRule loop = null!;

        /// <summary>The segment before.</summary>
        public SegmentRule At { get; private set; } = null!;

        /// <summary>The ordinal of the segment that something was supposed for.</summary>
        public long Ordinal { get; private set; }

        public void Remember(GuideWalk walk, long ordinal)
        {
            (Ordinal, At, loop) = (ordinal, walk.Last, walk.loop);
            counts = counts.Length == walk.counts.Length ? counts : new int[walk.counts.Length];
            walk.counts.CopyTo(counts, 0);
            walk.seen.CopyTo(seen, 0);
            walk.passed.CopyTo(passed, 0);
            levels.Remember(walk.hierarchy);
        }

        public void Return(GuideWalk walk)
        {
            (walk.after, walk.loop) = (At.Steps, loop);
            counts.CopyTo(walk.counts, 0);
            seen.CopyTo(walk.seen, 0);
            passed.CopyTo(walk.passed, 0);
            levels.Return(walk.hierarchy);
        }
    }
}
