using System.Runtime.InteropServices;

namespace Hearth.Statistics.Suppression;

/// <summary>What a report prints in a cell.</summary>
public enum CellState
{
    /// <summary>The number itself. Zero is always shown.</summary>
    Shown,

    /// <summary>"under 11": the reader knows that it is from 1 to <c>SmallestShown - 1</c> and nothing more exact.</summary>
    Small,

    /// <summary>
    /// "withheld": hidden so that another number cannot be worked out. Never a zero. What else a reader may
    /// conclude is <see cref="ProtectedCells.LeastWithheld"/>.
    /// </summary>
    Withheld,
}

/// <summary>What a reader may conclude about a count from its own label alone.</summary>
/// <param name="AtLeast">The least it can be.</param>
/// <param name="AtMost">The most it can be; null when nothing limits it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PublicRange(int AtLeast, int? AtMost);
