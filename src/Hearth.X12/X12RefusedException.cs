namespace Hearth.X12;

/// <summary>A writer was asked for a file that a receiver would reject. Nothing was written.</summary>
/// <param name="findings">What is wrong, with at least one error.</param>
public sealed class X12RefusedException(IReadOnlyList<Finding> findings) : Exception(Sentences(findings))
{
    /// <summary>What is wrong, in the order of the file that was asked for.</summary>
    public IReadOnlyList<Finding> Findings { get; } = findings;

    private static string Sentences(IReadOnlyList<Finding> findings)
    {
        const int most = 3;
        var first = string.Join(' ', findings.Take(most).Select(f => f.Sentence));
        return findings.Count > most ? $"{first} And {findings.Count - most} more." : first;
    }
}
