namespace Hearth.X12;

/// <summary>A segment that holds something the types do not carry, so that writing would leave it out.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Text">The segment as it stands, without its terminator.</param>
/// <param name="Reason">What of it is not carried.</param>
public sealed record NotCarried(Place Place, string Text, string Reason)
{
    private const int MostListed = 20;

    /// <summary>Nothing of the segment is carried.</summary>
    internal static NotCarried Whole(Place place, string text) => new(place, text, "No member carries this segment.");

    /// <summary>Some elements are not carried.</summary>
    internal static NotCarried Elements(Place place, string text, IReadOnlyList<int> elements)
    {
        var listed = string.Join(", ", elements.Take(MostListed).Select(e => $"{e:00}"));
        var others = elements.Count > MostListed ? " and others" : "";
        return new(place, text, $"No member carries {listed}{others}, or it is not what should stand there.");
    }
}
