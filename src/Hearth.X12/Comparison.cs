using Hearth.X12.Comparing;

namespace Hearth.X12;

/// <summary>
/// How two files differ in what they mean. Delimiters, line ends, the order of claims and lines, control numbers, envelope
/// dates, hierarchy and line counters, zeros after a point and empty elements at the end mean nothing; money, statuses,
/// days, codes, numbers and names do. Remittances are compared by their types, other transactions by their segments.
/// </summary>
/// <remarks>
/// The claims of the first file are held in memory, the second is read past them; of it only what differs is held.
/// </remarks>
public sealed record Comparison
{
    /// <summary>What differs: first in the order of the first file, then what is only in the second.</summary>
    public required IReadOnlyList<Difference> Differences { get; init; }

    /// <summary>Sums over the whole files that differ.</summary>
    public required IReadOnlyList<SumDifference> Sums { get; init; }

    /// <summary>Transactions of the first file; 0 where it is no X12.</summary>
    public required int BeforeTransactions { get; init; }

    /// <summary>Transactions of the second file.</summary>
    public required int AfterTransactions { get; init; }

    /// <summary>What is not right in the first file, whatever the second one says.</summary>
    public required IReadOnlyList<Finding> BeforeFindings { get; init; }

    /// <summary>What is not right in the second file.</summary>
    public required IReadOnlyList<Finding> AfterFindings { get; init; }

    /// <summary>Both files say the same.</summary>
    public bool IsSame => Differences.Count == 0;

    /// <summary>Compares two streams, which are read to their ends. Nothing in them makes it throw.</summary>
    /// <param name="before">Any number of interchanges; the caller closes it.</param>
    /// <param name="after">Likewise.</param>
    public static Comparison Of(Stream before, Stream after)
    {
        var matching = new Matching();
        var first = new Items(new SegmentReader(before), matching.Hold);
        first.Read();
        var second = new Items(new SegmentReader(after), matching.Meet);
        second.Read();
        return new()
        {
            Differences = matching.Differences(),
            Sums = first.Sums.Against(second.Sums),
            BeforeTransactions = first.Transactions,
            AfterTransactions = second.Transactions,
            BeforeFindings = first.Findings,
            AfterFindings = second.Findings,
        };
    }
}

/// <summary>What happened to something between two files.</summary>
public enum Change
{
    /// <summary>Only the second file has it.</summary>
    Added,

    /// <summary>Only the first file has it.</summary>
    Removed,

    /// <summary>Both have it and say something else.</summary>
    Changed,
}

/// <summary>One difference between two files.</summary>
public sealed record Difference
{
    /// <summary>What happened.</summary>
    public required Change Change { get; init; }

    /// <summary>What it is about, from the outside in, such as "Payment 12345 of 1512345678", "Claim A-1", "Line H0038".</summary>
    public required IReadOnlyList<string> Where { get; init; }

    /// <summary>The field's name, such as "Paid" or "Adjustment CO-45"; empty where a whole payment, claim or line came or went.</summary>
    public string Field { get; init; } = "";

    /// <summary>What the first file says; null where it says nothing.</summary>
    public string? Before { get; init; }

    /// <summary>What the second file says; null where it says nothing.</summary>
    public string? After { get; init; }

    /// <summary>The number of the claim that it is about; empty where it is about none.</summary>
    public string Claim { get; init; } = "";

    /// <summary>Where that stands in the first file; null where it does not.</summary>
    public Place? BeforePlace { get; init; }

    /// <summary>Where that stands in the second file; null where it does not.</summary>
    public Place? AfterPlace { get; init; }
}

/// <summary>A sum that differs.</summary>
/// <param name="Name">Such as "Paid on claims" or "Adjusted CO-45".</param>
/// <param name="IsMoney">Whole cents rather than a count.</param>
/// <param name="Before">In the first file.</param>
/// <param name="After">In the second file.</param>
public sealed record SumDifference(string Name, bool IsMoney, long Before, long After);
