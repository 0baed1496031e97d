namespace Hearth.X12.Comparing;

/// <summary>What a loop is of.</summary>
internal enum LoopKind
{
    /// <summary>What comes before the first loop.</summary>
    Header,

    /// <summary>An HL and what follows it.</summary>
    Level,

    /// <summary>A CLM and what follows it.</summary>
    Claim,

    /// <summary>An LX of a claim and what follows it.</summary>
    Line,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Segments of one loop as they come; an item once all are there, for what identifies it may come late.</summary>
internal sealed class Loop(LoopKind kind, in Segment first)
{
    private readonly List<Field> fields = [];
    private readonly List<Item> lines = [];
    private readonly string number = Value(first, 1);
    private readonly string frequency = Segment.ToText(first.Component(5, 3));
    private readonly string gist = Value(first, 2);
    private readonly Place place = first.Place;
    private string outer = ""; // the payer or adjudication that segments are about
    private string entity = ""; // the party that they are about
    private string service = "";
    private string charge = "";
    private string date = "";
    private string control = "";

    public LoopKind Kind { get; } = kind;

    /// <summary>The first party's number or name, and the trace number after it.</summary>
    public string Identity { get; private set; } = "";

    /// <summary>The first segment.</summary>
    public string Begun { get; } = Normal.Text(first);

    public void Add(Item line) => lines.Add(line);

    public void Add(in Segment segment)
    {
        var tag = segment.Text(0).TrimEnd(' ');
        Enter(tag, segment);
        Identify(tag, segment);
        var about = outer + entity;
        var name = about.Length == 0 ? SegmentNames.Of(tag, segment) : $"{about}: {SegmentNames.Of(tag, segment)}";
        // A header's own number, day and time.
        fields.Add(new(name, tag == "BHT" ? Normal.Text(segment, 3, 4, 5) : Normal.Text(segment), IsSegment: true));
    }

    public Item As(string label, string key, IReadOnlyList<string> around, bool isContext) =>
        Filled(new(label, place, key) { Around = around, IsContext = isContext });

    public Item AsClaim(string chain, IReadOnlyList<string> around) =>
        Filled(
            new($"Claim {number}", place, $"C|{chain}|{number}|{frequency}", $"C|{chain}|{number}", $"C|{number}")
            {
                Around = around,
                Claim = number,
                Gist = $"charged {gist}",
            }
        );

    public Item AsLine()
    {
        var looks = $"{service}|{date}|{charge}";
        return Filled(
            new(
                $"Line {service}{(date.Length > 0 ? " of " + date : "")}{(control.Length > 0 ? $" ({control})" : "")}",
                place,
                control.Length > 0 ? "6R|" + control : looks,
                looks,
                $"{service}|{date}",
                service
            )
            {
                Gist = $"charged {charge}",
            }
        );
    }

    private Item Filled(Item item)
    {
        foreach (var field in fields)
        {
            item.Add(field);
        }
        foreach (var line in lines)
        {
            item.Add(line);
        }
        return item;
    }

    private void Enter(string tag, in Segment segment)
    {
        switch (tag)
        {
            case "NM1" or "N1":
                entity = (outer.Length > 0 ? ", " : "") + SegmentNames.Entity(segment.Text(1));
                break;
            case "SBR" when Kind == LoopKind.Claim:
                (outer, entity) = ($"Other payer {segment.Text(1)}", "");
                break;
            case "SVD":
                (outer, entity) = ($"Other payer {segment.Text(1)}", "");
                break;
            case "CLM" or "SV1" or "SV2" or "SV3":
                (outer, entity) = ("", "");
                break;
        }
    }

    private void Identify(string tag, in Segment segment)
    {
        switch (tag)
        {
            case "NM1" when Identity.Length == 0:
                Identity = segment[9].IsEmpty ? $"{Value(segment, 3)} {Value(segment, 4)}".Trim() : Value(segment, 9);
                break;
            case "TRN" when Kind == LoopKind.Level:
                Identity = $"{Identity} {segment.Text(2)}".Trim();
                break;
            case "SV1" or "SV3":
                (service, charge) = (Value(segment, 1), Value(segment, 2));
                break;
            case "SV2":
                (service, charge) = (Value(segment, segment[2].IsEmpty ? 1 : 2), Value(segment, 3));
                break;
            case "DTP" when segment[1].SequenceEqual("472"u8):
                date = segment.Text(3);
                break;
            case "REF" when outer.Length == 0 && segment[1].SequenceEqual("6R"u8):
                control = Value(segment, 2);
                break;
        }
    }

    private static string Value(in Segment segment, int element) => Normal.Value(segment[element], segment.Delimiters);
}
