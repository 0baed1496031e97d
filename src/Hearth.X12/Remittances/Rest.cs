namespace Hearth.X12.Remittances;

/// <summary>Collects what no member of the types carries.</summary>
internal sealed class Rest
{
    private readonly List<NotCarried> segments = [];

    public void Add(in Segment segment, int element = 0) =>
        segments.Add(
            new(
                segment.Place,
                segment.ToString(),
                element == 0 ? "No member carries the segment." : $"No member carries {segment.Text(0)}{element:00}."
            )
        );

    /// <summary>Elements after the last one that a member carries.</summary>
    public void After(int last, in Segment segment)
    {
        for (var element = last + 1; element <= segment.Count; element++)
        {
            Unless(segment[element].IsEmpty, segment, element);
        }
    }

    /// <summary>An element between others that are carried.</summary>
    public void Unless(bool isCarried, in Segment segment, int element)
    {
        if (!isCarried)
        {
            Add(segment, element);
        }
    }

    /// <summary>Parts of a composite after the last one that a member carries.</summary>
    public void AfterPart(int last, in Segment segment, int element)
    {
        var parts = segment[element].Count(segment.Delimiters.Component) + 1;
        var isCarried = true;
        for (var part = last + 1; part <= parts; part++)
        {
            isCarried &= segment.Component(element, part).IsEmpty;
        }
        Unless(isCarried, segment, element);
    }

    public int Count => segments.Count;

    public void Clear() => segments.Clear();

    public void MoveTo(Rest other)
    {
        other.segments.AddRange(segments);
        segments.Clear();
    }

    public IReadOnlyList<NotCarried> Take() => segments.Taken();
}

/// <summary>Lists that are filled again and again.</summary>
internal static class Lists
{
    extension<T>(List<T> list)
    {
        /// <summary>What is in it, which leaves it empty.</summary>
        public IReadOnlyList<T> Taken()
        {
            if (list.Count == 0)
            {
                return [];
            }
            T[] taken = [.. list];
            list.Clear();
            return taken;
        }
    }
}
