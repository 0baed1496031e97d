using Hearth.X12.Guides;

namespace Hearth.X12;

/// <summary>
/// What an implementation guide asks of a transaction: its loops, segments, elements and codes, read from the texts that
/// are built into the library.
/// </summary>
public sealed class Guide
{
    private readonly Lazy<ILookup<uint, SegmentRule>> byTag;
    private static readonly Lazy<IReadOnlyList<Guide>> Every = new(() =>
        [.. GuideText.Guides.Select(GuideReader.Read)]
    );

    internal Guide(IReadOnlyDictionary<string, string> head, IReadOnlyList<string> also, LoopRule root, int rules)
    {
        Version = head["guide"];
        Also = also;
        Transaction = head["transaction"];
        Group = head["group"];
        Name = head["name"];
        Source = head["source"];
        Checked = DateOnly.ParseExact(head["checked"], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (Root, Rules) = (root, rules);
        byTag = new(() => Under(root).ToLookup(segment => segment.Tag));
    }

    /// <summary>All guides there are.</summary>
    public static IReadOnlyList<Guide> All => Every.Value;

    /// <summary>The guide's version, such as 005010X222A1, as GS08 and ST03 name it.</summary>
    public string Version { get; }

    /// <summary>Other versions that are read by it.</summary>
    public IReadOnlyList<string> Also { get; }

    /// <summary>The transaction it is for, such as 837 (ST01).</summary>
    public string Transaction { get; }

    /// <summary>The functional group such transactions stand in, such as HC (GS01).</summary>
    public string Group { get; }

    /// <summary>In words.</summary>
    public string Name { get; }

    /// <summary>Where its facts were read.</summary>
    public string Source { get; }

    /// <summary>The day they were.</summary>
    public DateOnly Checked { get; }

    /// <summary>The transaction as a loop.</summary>
    internal LoopRule Root { get; }

    /// <summary>How many loops and segments there are.</summary>
    internal int Rules { get; }

    /// <summary>The guide for a transaction.</summary>
    /// <param name="version">As ST03 or GS08 names it.</param>
    /// <param name="transaction">As ST01 names it.</param>
    /// <returns>Null where there is none.</returns>
    public static Guide? Find(string version, string transaction) =>
        All.FirstOrDefault(g => g.Transaction == transaction && (g.Version == version || g.Also.Contains(version)));

    /// <summary>Whether such a segment stands anywhere in it.</summary>
    internal bool Has(uint tag) => byTag.Value.Contains(tag);

    /// <summary>All places of a segment, in order.</summary>
    internal IEnumerable<SegmentRule> Segments(uint tag) => byTag.Value[tag];

    private static IEnumerable<SegmentRule> Under(LoopRule loop) =>
        loop.Children.SelectMany(child => child is LoopRule inner ? Under(inner) : [child.First]);
}
