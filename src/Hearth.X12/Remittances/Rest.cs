using Hearth.X12.Reading;

namespace Hearth.X12.Remittances;

/// <summary>Collects what no member of the types carries.</summary>
internal sealed class Rest
{
    private readonly List<NotCarried> segments = [];

    public int Count => segments.Count;

    /// <summary>A whole segment.</summary>
    public void Add(in Segment segment) => segments.Add(NotCarried.Whole(segment.Place, segment.ToString()));

    /// <summary>Elements after the last one that a member carries.</summary>
    public void After(int last, in Segment segment)
    {
        List<int>? left = null;
        for (var element = last + 1; element <= segment.Count; element++)
        {
            if (!segment[element].IsEmpty)
            {
                (left ??= []).Add(element);
            }
        }
        if (left is not null)
        {
            Add(segment, left);
        }
    }

    /// <summary>An element between others that are carried.</summary>
    public void Unless(bool isCarried, in Segment segment, int element)
    {
        if (!isCarried)
        {
            Add(segment, [element]);
        }
    }

    /// <summary>Parts of a composite after the last one that a member carries.</summary>
    public void AfterPart(int last, in Segment segment, int element)
    {
        var by = segment.Delimiters.Component;
        var rest = segment[element];
        for (var part = 0; part < last; part++)
        {
            var at = rest.IndexOf(by);
            if (at < 0)
            {
                return;
            }
            rest = rest[(at + 1)..];
        }
        Unless(rest.Trim(by).IsEmpty, segment, element);
    }

    public void Clear() => segments.Clear();

    public void MoveTo(Rest other)
    {
        other.segments.AddRange(segments);
        segments.Clear();
    }

    public IReadOnlyList<NotCarried> Take() => segments.Taken();

    private void Add(in Segment segment, IReadOnlyList<int> elements) =>
        segments.Add(NotCarried.Elements(segment.Place, segment.ToString(), elements));
}
