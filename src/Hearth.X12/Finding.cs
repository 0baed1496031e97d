namespace Hearth.X12;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Taken as it is, worth a look.</summary>
    Warning,

    /// <summary>A receiver may reject the file or a part of it, or the money does not add up.</summary>
    Error,
}

/// <summary>Something that is not as the standard or the sums say, in words a biller can act on.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Sentence">What is wrong.</param>
/// <param name="Next">What to do about it.</param>
public sealed record Finding(Severity Severity, string Sentence, string Next)
{
    /// <summary>The transaction, counted from 1 over the file; 0 outside of any.</summary>
    public int Transaction { get; init; }

    /// <summary>The segment and where it begins.</summary>
    public Place Place { get; init; }

    /// <summary>The segment's number in its transaction, ST being 1; 0 outside of any.</summary>
    public int Position { get; init; }

    /// <summary>The loop as the guide names it, such as 2010AA; empty where there is none.</summary>
    public string Loop { get; init; } = "";

    /// <summary>The segment's id, such as CLP.</summary>
    public string Segment { get; init; } = "";

    /// <summary>The element's number in the segment; 0 for the segment as a whole.</summary>
    public int Element { get; init; }

    /// <summary>The part of a composite element, counted from 1; 0 for the element as a whole.</summary>
    public int Part { get; init; }

    /// <summary>Which repetition of the element, counted from 1; 0 where it does not repeat.</summary>
    public int Repetition { get; init; }

    /// <summary>The element's number in the data dictionary, such as 67; empty where it is about no element.</summary>
    public string DataElement { get; init; } = "";

    /// <summary>The claim it is about, by the number the provider gave it; empty where it is about none.</summary>
    public string Claim { get; init; } = "";

    /// <summary>What stands there.</summary>
    public string? Found { get; init; }

    /// <summary>What should stand there.</summary>
    public string? Expected { get; init; }

    /// <summary>
    /// What an acknowledgement calls it: the element that says so and its code, as "TA105=021", "AK905=5", "IK502=4",
    /// "IK304=3" or "IK403=7"; null where it has no code.
    /// </summary>
    public string? Acknowledgement { get; init; }
}

/// <summary>Collects findings, and counts those beyond what anybody would read.</summary>
internal sealed class Findings
{
    private const int Most = 1000;
    private const int LongestText = 1000; // an element may be as long as the file
    private readonly List<Finding> errors = [];
    private readonly List<Finding> warnings = [];

    public IReadOnlyList<Finding> Errors => errors;
    public IReadOnlyList<Finding> Warnings => warnings;

    /// <summary>Findings that were counted and not kept.</summary>
    public long Beyond { get; private set; }

    /// <summary>Told of every finding, those beyond what is kept as well.</summary>
    public Action<Finding>? Added { get; set; }

    public void Add(Finding finding)
    {
        finding = Short(finding);
        Added?.Invoke(finding);
        var list = finding.Severity == Severity.Error ? errors : warnings;
        if (list.Count < Most)
        {
            list.Add(finding);
        }
        else
        {
            Beyond++;
        }
    }

    private static Finding Short(Finding finding) =>
        IsShort(finding.Sentence)
        && IsShort(finding.Found)
        && IsShort(finding.Expected)
        && IsShort(finding.Segment)
        && IsShort(finding.Claim)
            ? finding
            : finding with
            {
                Sentence = Cut(finding.Sentence)!,
                Found = Cut(finding.Found),
                Expected = Cut(finding.Expected),
                Segment = Cut(finding.Segment)!,
                Claim = Cut(finding.Claim)!,
            };

    private static bool IsShort(string? text) => text is null || text.Length <= LongestText;

    private static string? Cut(string? text) => IsShort(text) ? text : text![..LongestText];
}
