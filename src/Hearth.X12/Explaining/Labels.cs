using System.Globalization;
using Hearth.X12.Guides;

namespace Hearth.X12.Explaining;

/// <summary>How segments are read aloud, as Guides/labels.txt holds it.</summary>
internal sealed class Labels
{
    private static readonly Lazy<Labels> Read = new(() => new());
    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Tag, int Place), Saying> sayings = [];
    private readonly Dictionary<(string Element, string Code), string> codes = [];
    private readonly Dictionary<string, CodeList> lists = new(StringComparer.Ordinal);

    private Labels()
    {
        foreach (var line in GuideText.Lines("labels.txt"))
        {
            Add(line);
        }
    }

    public static Labels All => Read.Value;

    /// <summary>What a segment is called where no guide names it; null where the standard's name serves.</summary>
    public string? Title(string tag) => titles.GetValueOrDefault(tag);

    /// <summary>How an element of a segment, or a part of a composite, is said; null where nothing is written about it.</summary>
    public Saying? Of(string tag, int place) => sayings.GetValueOrDefault((tag, place));

    /// <summary>What a qualifier is called beside its value; null where nobody wrote down what it means.</summary>
    public string? Qualifier(string element, string code) =>
        codes.GetValueOrDefault((element, code)) ?? Dictionary.Meaning(element, code);

    /// <summary>The list of an element's codes where no guide names one.</summary>
    public CodeList? List(string element) => lists.GetValueOrDefault(element);

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private void Add(GuideLine line)
    {
        var (place, rest) = line.Pair();
        var clauses = rest.Split(';', StringSplitOptions.TrimEntries);
        var isNew =
            place.Split('*') is [var element, var code] ? codes.TryAdd((element, code), clauses[0])
            : char.IsAsciiDigit(place[0]) ? lists.TryAdd(place, CodeList.Read(List(line, clauses)))
            : Dictionary.IsSegment(place) ? titles.TryAdd(place, clauses[0])
            : sayings.TryAdd(PlaceOf(line, place), SayingOf(line, clauses));
        if (!isNew)
        {
            throw line.Wrong("it is there already");
        }
    }

    private static string List(GuideLine line, string[] clauses) =>
        clauses is ["", var clause] && clause.Split(' ') is ["list", var name]
            ? name
            : throw line.Wrong("an element takes a list and nothing else");

    // CLP04 is an element, C003-2 a part.
    private static (string Tag, int Place) PlaceOf(GuideLine line, string text)
    {
        var at = text.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash ? dash : text.Length - 2;
        var tag = at > 0 ? text[..at] : "";
        if (
            Dictionary.Segment(tag) is not { } segment
            || !int.TryParse(text[at..].TrimStart('-'), CultureInfo.InvariantCulture, out var place)
            || place < 1
            || place > segment.Elements.Length
        )
        {
            throw line.Wrong("there is no such element");
        }
        return (tag, place);
    }

    private static Saying SayingOf(GuideLine line, string[] clauses)
    {
        var saying = new Saying { Label = clauses[0] == "-" ? "" : clauses[0], IsHidden = clauses[0] == "-" };
        foreach (var clause in clauses.Skip(1))
        {
            var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            saying = words switch
            {
                ["leads"] => saying with { Leads = true },
                ["words"] => saying with { IsInWords = true },
                ["hides", var value] => saying with { Hides = value },
                ["drops", var word] => saying with { Drops = word },
                ["by", var by] => saying with { By = ElementId.Parse(by) },
                ["coded", .. var codes] => saying with { Codes = [.. codes.Select(ElementId.Parse)] },
                ["joins", .. var joins] => saying with { Joins = [.. joins.Select((_, i) => Join(joins, i))] },
                ["note", var note] => saying with { Note = ElementId.Parse(note) },
                ["note", var note, "by", var by] => saying with
                {
                    Note = ElementId.Parse(note),
                    NoteBy = ElementId.Parse(by),
                },
                _ => throw line.Wrong($"\"{clause}\" means nothing here"),
            };
        }
        return saying;
    }

    // "01, 02 03": a comma stands before 02, a blank before 03.
    private static Joined Join(string[] joins, int at) =>
        new(ElementId.Parse(joins[at].TrimEnd(',')), at > 0 && joins[at - 1].EndsWith(',') ? ", " : " ");
}
