namespace Hearth.Statistics.Suppression;

/// <summary>What a report prints for a share.</summary>
public enum ShareState
{
    /// <summary>The share.</summary>
    Shown,

    /// <summary>Withheld, because a count could be worked out from it.</summary>
    Withheld,

    /// <summary>There is no share: nobody is in the denominator.</summary>
    Undefined,
}

/// <summary>Whether a share (numerator over denominator) may be printed beside the counts it is made of.</summary>
public static class Rates
{
    /// <summary>A share of two printed cells: withheld when either count is hidden, since one gives the other away.</summary>
    /// <remarks>
    /// When both are shown, a reader can compute the share and the rest; if the rest counts people too, declare it with
    /// <see cref="PublishedCells.AddPartOf"/> before protecting, and the cells themselves will be hidden as needed.
    /// </remarks>
    /// <param name="cells">The protected report.</param>
    /// <param name="numerator">A printed cell.</param>
    /// <param name="denominator">A printed cell.</param>
    /// <exception cref="ArgumentException">A name is not a printed cell.</exception>
    public static ShareState Share(ProtectedCells cells, CellId numerator, CellId denominator)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var bothShown = cells[numerator] == CellState.Shown && cells[denominator] == CellState.Shown;
        return !bothShown ? ShareState.Withheld
            : cells.Number(denominator) == 0 ? ShareState.Undefined
            : ShareState.Shown;
    }

    /// <summary>
    /// A share whose counts are not printed as cells, such as a percentage with its base in the text. The base is taken
    /// as known, so the numerator and the rest can both be worked out: withheld when any of the three is small.
    /// </summary>
    /// <param name="numerator">A count, zero or more, contained in the denominator.</param>
    /// <param name="denominator">A count, at least the numerator.</param>
    /// <param name="rule">The rule; null for the default of 11.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The numerator is below zero or above the denominator.
    /// </exception>
    public static ShareState Share(int numerator, int denominator, SuppressionRule? rule = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(numerator);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numerator, denominator);
        rule ??= new SuppressionRule();
        if (denominator == 0)
        {
            return ShareState.Undefined;
        }

        var small = rule.IsSmall(numerator) || rule.IsSmall(denominator) || rule.IsSmall(denominator - numerator);
        return small ? ShareState.Withheld : ShareState.Shown;
    }
}
