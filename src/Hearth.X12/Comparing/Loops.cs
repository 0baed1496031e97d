using Hearth.X12.Reading;

namespace Hearth.X12.Comparing;

/// <summary>
/// Transactions that are no remittances, as items of segments: one for the header, one for each level of the hierarchy, and
/// one for each claim with its lines. Nothing is known of a guide but the segments that begin a loop.
/// </summary>
internal sealed class Loops(Action<Item> take, Sums sums) : ITransactions
{
    private const int DeepestLevel = 24; // the guides go to five; each item names all levels around it
    private readonly List<Level> levels = []; // from the outermost in
    private string kind = "";
    private Loop? loop;
    private Loop? line; // of the claim that is open

    public void Begin(in Segment st, Origin origin)
    {
        kind = st.Text(1);
        levels.Clear();
        sums.Count($"Transactions {kind}");
        loop = new(LoopKind.Header, st);
    }

    public void Take(in Segment segment)
    {
        switch (segment.Text(0).TrimEnd(' '))
        {
            case "HL":
                Finish();
                Descend(segment);
                loop = new(LoopKind.Level, segment);
                break;
            case "CLM":
                Finish();
                loop = new(LoopKind.Claim, segment);
                loop.Add(segment);
                sums.Count("Claims");
                Add("Charged", segment, 2);
                break;
            case "LX" when loop?.Kind == LoopKind.Claim:
                FinishLine();
                line = new(LoopKind.Line, segment);
                break;
            case "INS" or "ENT" or "AK2" or "AK9":
                Finish();
                loop = new(LoopKind.Other, segment);
                loop.Add(segment);
                break;
            default:
                (line ?? loop)?.Add(segment);
                Count(segment);
                break;
        }
    }

    public void End()
    {
        Finish();
        loop = null;
    }

    private void Descend(in Segment hl)
    {
        var parent = hl.Text(2);
        var kept = levels.FindIndex(level => level.Number == parent) + 1;
        kept = Math.Min(kept, DeepestLevel - 1);
        levels.RemoveRange(kept, levels.Count - kept);
        levels.Add(new(hl.Text(1), kind, hl.Text(3)));
    }

    private void FinishLine()
    {
        if (line is not null)
        {
            loop!.Add(line.AsLine());
        }
        line = null;
    }

    private void Finish()
    {
        FinishLine();
        if (loop is null)
        {
            return;
        }
        if (loop.Kind == LoopKind.Level)
        {
            levels[^1].Identity = loop.Identity;
        }
        var chain = string.Join('|', levels.Select(level => $"{level.Code}={level.Identity}"));
        var around = levels.Select(level => level.Label).ToArray();
        take(
            loop.Kind switch
            {
                LoopKind.Claim => loop.AsClaim($"{kind}|{chain}", around),
                LoopKind.Level => loop.As(around[^1], $"L|{kind}|{chain}", around[..^1], isContext: kind == "837"),
                LoopKind.Header => loop.As($"Header of {kind}", $"H|{kind}", [], isContext: true),
                _ => loop.As(loop.Begun, $"O|{kind}|{chain}|{loop.Begun}", around, isContext: false),
            }
        );
        loop = null;
    }

    private void Count(in Segment segment)
    {
        var charge = segment.Code switch
        {
            Tags.Sv1 or Tags.Sv3 => 2,
            Tags.Sv2 => 3,
            _ => 0,
        };
        if (charge > 0 && kind == "837")
        {
            sums.Count("Lines");
            Add("Charged on lines", segment, charge);
        }
    }

    private void Add(string name, in Segment segment, int element) =>
        sums.Add(name, Cents.TryParse(segment[element], out var cents) ? cents : 0);

    private sealed class Level(string number, string kind, string code)
    {
        public string Number { get; } = number;
        public string Code { get; } = code;
        public string Identity { get; set; } = "";
        public string Label => $"{SegmentNames.Level(kind, Code)} {Identity}".TrimEnd();
    }
}
