using Hearth.Statistics.Suppression;

namespace Hearth.Modules.Reports.Rules;

/// <summary>
/// Tells the suppression rule everything a reader can add up or subtract in one report: rows and totals, the same total
/// in several tables, months and their quarters, programs and their models, counts that contain each other.
/// </summary>
internal sealed class ReportProtection
{
    private readonly PublishedCells cells = new();
    private readonly ReportPlan layout;
    private readonly ReportSpace space;
    private readonly Tally tally;

    private ReportProtection(ReportPlan layout, ReportSpace space, Tally tally) =>
        (this.layout, this.space, this.tally) = (layout, space, tally);

    public static ProtectedCells Of(ReportPlan layout, ReportSpace space, Tally tally, SmallCells rule)
    {
        var report = new ReportProtection(layout, space, tally);
        foreach (var key in layout.Printed)
        {
            report.cells.Add(key.Name, report.Count(key));
        }
        report.AddLines();
        report.AddSets();
        foreach (var key in layout.Printed)
        {
            report.AddContained(key);
        }
        return report.cells.Protect(new SuppressionRule(rule.SmallestShown));
    }

    private int Count(CellKey key) => checked((int)tally[key]);

    private static CellId Id(CellKey key) => new(key.Name);

    /// <summary>Parts along a dimension under the total or the coarser value that holds them.</summary>
    private void AddLines()
    {
        var lines = new Dictionary<Line, List<CellKey>>();
        foreach (var key in layout.Printed)
        {
            foreach (var coordinate in key.Coordinates.Where(c => !c.IsSet))
            {
                var without = key.Without(coordinate.Dimension);
                var totals = space
                    .Coarser(coordinate)
                    .Select(c => Replace(without, c))
                    .OfType<CellKey>()
                    .Prepend(without);
                foreach (
                    var line in totals
                        .Where(layout.Printed.Contains)
                        .Select(t => new Line(t, coordinate.Dimension, without))
                )
                {
                    (lines.TryGetValue(line, out var parts) ? parts : lines[line] = []).Add(key);
                }
            }
        }
        foreach (var (line, parts) in lines)
        {
            AddLine(line, parts);
        }
    }

    /// <summary>The parts of a total along a dimension. A coarser value holds some of the parts that <see cref="Over"/> has.</summary>
    private readonly record struct Line(CellKey Total, Dimension Along, CellKey Over);

    /// <summary>A month's quarter stands beside other dimensions, never beside a quarter that is there already.</summary>
    private static CellKey? Replace(CellKey without, Coordinate coarser) =>
        without.Coordinates.Any(c => c.Dimension == coarser.Dimension) ? null : without.With(coarser);

    private void AddLine(Line line, List<CellKey> parts)
    {
        var complete = layout.Complete.Contains((line.Over, line.Along));
        if (DimensionFacts.Of(line.Along).Partitions(line.Total.Measure))
        {
            AddSum(line.Total, parts, complete);
            return;
        }
        foreach (var part in parts)
        {
            cells.AddPartOf(Id(part), Id(line.Total));
        }
        if (complete)
        {
            AddOverlap($"{line.Total} along {DimensionFacts.Of(line.Along).Code} of {line.Over}", line.Total, parts);
        }
    }

    /// <summary>What is not printed of a total is a number too: a reader who subtracts finds it.</summary>
    private void AddSum(CellKey total, List<CellKey> parts, bool complete)
    {
        var rest = Count(total) - parts.Sum(Count);
        List<CellId> all = [.. parts.Select(Id)];
        if (rest != 0 || !complete)
        {
            var hidden = new CellId($"{total} other than {string.Join(", ", parts)}");
            cells.Add(new PublishedCell(hidden, rest, Subject: true, Printed: false));
            all.Add(hidden);
        }
        cells.AddSum(Id(total), [.. all]);
    }

    /// <summary>Rows that share people or contacts: together at least the total, by an unknown overlap.</summary>
    private void AddOverlap(string name, CellKey total, List<CellKey> parts)
    {
        var mentions = parts.Sum(Count);
        var all = Slack(name + " together", mentions);
        var overlap = Slack(name + " overlap", mentions - Count(total));
        cells.AddSum(all, [.. parts.Select(Id)]);
        cells.AddSum(all, Id(total), overlap);
    }

    /// <summary>"Phone or video" lies in the total and holds phone and video, where those are printed.</summary>
    private void AddSets()
    {
        foreach (var key in layout.Printed.Where(k => k.Coordinates.Any(c => c.IsSet)))
        {
            foreach (var set in key.Coordinates.Where(c => c.IsSet))
            {
                var without = key.Without(set.Dimension);
                var parts = set
                    .Values.Select(v => without.With(new Coordinate(set.Dimension, v)))
                    .Where(layout.Printed.Contains)
                    .ToList();
                if (parts.Count > 0 && DimensionFacts.Of(set.Dimension).Partitions(key.Measure))
                {
                    AddSum(key, parts, complete: parts.Count == set.Values.Count);
                }
                else
                {
                    parts.ForEach(part => cells.AddPartOf(Id(part), Id(key)));
                }
            }
        }
        foreach (var key in layout.Printed)
        {
            foreach (var whole in key.Ancestors().Where(a => layout.Printed.Contains(a) && !IsLinked(key, a)))
            {
                cells.AddPartOf(Id(key), Id(whole));
            }
        }
    }

    /// <summary>Linked by a line already, itself or through printed cells between.</summary>
    private bool IsLinked(CellKey key, CellKey whole) =>
        key.Coordinates.Any(c =>
            !c.IsSet
            && !whole.Coordinates.Contains(c)
            && key.Without(c.Dimension) is var between
            && (between.Equals(whole) || layout.Printed.Contains(between))
        );

    /// <summary>Counts of different measures at one place that contain each other.</summary>
    private void AddContained(CellKey key)
    {
        switch (key.Measure)
        {
            case Measure.ContactsWithCode
            or Measure.ContactsWithoutMinutes when Has(key, Measure.Contacts, out var contacts):
                cells.AddPartOf(Id(key), Id(contacts));
                break;
            case Measure.Contacts when Has(key, Measure.Visits, out var visits):
                AddWithin(key, visits);
                break;
            case Measure.People
            or Measure.PeopleWithCode
            or Measure.PeopleByName when Has(key, Measure.Visits, out var visits):
                AddWithin(key, visits);
                break;
            case Measure.FirstTime
            or Measure.NotFirstTime
            or Measure.FirstTimeNotAsked when Has(key, Measure.Visits, out var visits):
                AddFirstTime(key, visits);
                break;
            default:
                break;
        }
        if (key.Measure == Measure.People)
        {
            AddKnown(key);
        }
    }

    private static readonly Measure[] FirstTimes = [Measure.FirstTime, Measure.NotFirstTime, Measure.FirstTimeNotAsked];

    private void AddFirstTime(CellKey key, CellKey visits)
    {
        var answers = FirstTimes.Select(key.Of).Where(layout.Printed.Contains).ToList();
        if (answers.Count < FirstTimes.Length)
        {
            cells.AddPartOf(Id(key), Id(visits));
        }
        else if (key.Measure == Measure.FirstTime)
        {
            cells.AddSum(Id(visits), [.. answers.Select(Id)]);
        }
    }

    /// <summary>Known by a code, by a name, or both: each within all known people, together at least all.</summary>
    private void AddKnown(CellKey people)
    {
        var known = new[] { Measure.PeopleWithCode, Measure.PeopleByName }
            .Select(people.Of)
            .Where(layout.Printed.Contains)
            .ToList();
        known.ForEach(part => cells.AddPartOf(Id(part), Id(people)));
        if (known.Count == 2)
        {
            AddOverlap(people.Name + " known both ways", people, known);
        }
    }

    /// <summary>One count never exceeds another, but the difference is about nobody.</summary>
    private void AddWithin(CellKey part, CellKey whole) =>
        cells.AddSum(Id(whole), Id(part), Slack($"{whole} beyond {part}", Count(whole) - Count(part)));

    private CellId Slack(string name, int value)
    {
        var id = new CellId(name);
        cells.Add(new PublishedCell(id, value, Subject: false, Printed: false));
        return id;
    }

    private bool Has(CellKey key, Measure measure, out CellKey other)
    {
        other = key.Of(measure);
        return layout.Printed.Contains(other);
    }
}
