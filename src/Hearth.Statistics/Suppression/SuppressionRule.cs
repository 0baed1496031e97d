namespace Hearth.Statistics.Suppression;

/// <summary>Which counts are too small to leave the organization.</summary>
/// <remarks>
/// A count from 1 to <c>SmallestShown - 1</c> is small. Zero is not: it is shown as 0. The default of 11 is the
/// cell size suppression policy of the Centers for Medicare &amp; Medicaid Services as published by ResDAC
/// (1 to 10 may not be shown, 0 may, nor anything from which 1 to 10 can be derived).
/// </remarks>
public sealed record SuppressionRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="smallestShown">The smallest count above zero that may be shown, in whole units; at least 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Below 3: "under 2" would say that the count is 1.
    /// </exception>
    public SuppressionRule(int smallestShown = 11)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(smallestShown, 3);
        SmallestShown = smallestShown;
    }

    /// <summary>The smallest count above zero that may be shown.</summary>
    public int SmallestShown { get; }

    /// <summary>Whether a count is above zero and below <see cref="SmallestShown"/>.</summary>
    /// <param name="count">A count, zero or more.</param>
    public bool IsSmall(int count) => count > 0 && count < SmallestShown;
}
