using Hearth.Statistics.Suppression;

namespace Hearth.Tests.Statistics;

/// <summary>
/// Reads a printed report as an outsider: knows labels and sums, tries every whole number. Shares no code with the
/// protection. <see cref="Known"/> gives the counts that have one possible value only.
/// </summary>
internal sealed class Attacker
{
    private readonly List<string> names = [];
    private readonly List<(int Low, int High)> ranges = [];
    private readonly List<(int Total, int[] Parts)> sums = [];

    /// <summary>A count with no upper label is tried up to here.</summary>
    public int Ceiling { get; init; } = 200;

    /// <summary>Searches that were cut short, which prove nothing either way.</summary>
    public int CutShort { get; private set; }

    public Attacker Sees(string name, int low, int? high)
    {
        names.Add(name);
        ranges.Add((low, high ?? Ceiling));
        return this;
    }

    public Attacker Sum(string total, params string[] parts)
    {
        sums.Add((names.IndexOf(total), [.. parts.Select(part => names.IndexOf(part))]));
        return this;
    }

    public static Attacker Reading(PublishedCells report, ProtectedCells printed)
    {
        var attacker = new Attacker { Ceiling = 4 * (20 + report.Cells.Max(cell => cell.Value)) };
        foreach (var cell in report.Cells)
        {
            var (low, high) = !cell.Printed
                ? (0, null)
                : printed[cell.Id] switch
                {
                    CellState.Shown => (cell.Value, cell.Value),
                    CellState.Small => (1, printed.Rule.SmallestShown - 1),
                    _ => (cell.Subject ? printed.LeastWithheld : 1, (int?)null),
                };
            attacker.Sees(cell.Id.Name, low, high);
        }

        foreach (var sum in report.Relations)
        {
            attacker.Sum(sum.Total.Name, [.. sum.Parts.Select(part => part.Name)]);
        }

        return attacker;
    }

    /// <summary>The count's only possible value; null when there is another.</summary>
    public int? Known(string name)
    {
        var cell = names.IndexOf(name);
        var box = ranges.ToArray();
        if (Solve(box) is not { } first)
        {
            throw new InvalidOperationException("What is printed contradicts itself.");
        }

        var value = first[cell].Low;
        return
            Solve(With(box, cell, box[cell].Low, value - 1)) is null
            && Solve(With(box, cell, value + 1, box[cell].High)) is null
            ? value
            : null;
    }

    private static (int Low, int High)[] With((int Low, int High)[] box, int cell, int low, int high)
    {
        var copy = ((int Low, int High)[])box.Clone();
        copy[cell] = (low, high);
        return copy;
    }

    private (int Low, int High)[]? Solve((int Low, int High)[] box)
    {
        var steps = 200_000;
        return Solve(box, ref steps);
    }

    private (int Low, int High)[]? Solve((int Low, int High)[] box, ref int steps)
    {
        if (steps-- == 0)
        {
            CutShort++;
        }

        box = ((int Low, int High)[])box.Clone();
        if (steps < 0 || !Narrow(box))
        {
            return null;
        }

        var open = Enumerable.Range(0, box.Length).Where(cell => box[cell].Low < box[cell].High).ToArray();
        if (open.Length == 0)
        {
            return box;
        }

        var next = open.MinBy(cell => box[cell].High - box[cell].Low);
        var middle = (box[next].Low + box[next].High) / 2;
        return Solve(With(box, next, box[next].Low, middle), ref steps)
            ?? Solve(With(box, next, middle + 1, box[next].High), ref steps);
    }

    private bool Narrow((int Low, int High)[] box)
    {
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var (total, parts) in sums)
            {
                var low = parts.Sum(part => box[part].Low);
                var high = parts.Sum(part => box[part].High);
                changed |= Clip(box, total, low, high);
                foreach (var part in parts)
                {
                    changed |= Clip(
                        box,
                        part,
                        box[total].Low - (high - box[part].High),
                        box[total].High - (low - box[part].Low)
                    );
                    low = parts.Sum(other => box[other].Low);
                    high = parts.Sum(other => box[other].High);
                }
            }

            if (Array.Exists(box, range => range.Low > range.High))
            {
                return false;
            }
        }

        return Array.TrueForAll(box, range => range.Low <= range.High);
    }

    private static bool Clip((int Low, int High)[] box, int cell, int low, int high)
    {
        var (oldLow, oldHigh) = box[cell];
        box[cell] = (Math.Max(oldLow, low), Math.Min(oldHigh, high));
        return box[cell] != (oldLow, oldHigh);
    }
}
