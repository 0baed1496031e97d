using FsCheck;
using FsCheck.Fluent;
using Hearth.Statistics.Suppression;

namespace Hearth.Tests.Statistics;

/// <summary>Small linked reports with many zeros, ones and counts at the edges of the rule.</summary>
internal static class RandomReports
{
    private static Gen<int> Count { get; } =
        Gen.Frequency(
            (2, Gen.Constant(0)),
            (4, Gen.Choose(1, 10)),
            (1, Gen.Elements(1, 10, 11, 12)),
            (3, Gen.Choose(11, 30))
        );

    public static Arbitrary<PublishedCells> Any { get; } =
        Gen.OneOf(TwoWay(), GenderAndAge(), Quarters(), Overlapping(), Complements(), ThreeWay()).ToArbitrary();

    private static Gen<PublishedCells> TwoWay() =>
        from rows in Gen.Choose(1, 3)
        from columns in Gen.Choose(1, 4)
        from counts in Count.ArrayOf(rows * columns)
        select Table(new PublishedCells(), "t", rows, columns, counts);

    /// <summary>Two one-way tables of the same people under one total.</summary>
    private static Gen<PublishedCells> GenderAndAge() =>
        from genders in Gen.Choose(1, 4)
        from ages in Gen.Choose(1, 4)
        from counts in Count.ArrayOf(genders * ages)
        select Margins(genders, ages, counts);

    /// <summary>Programs by month, months in quarters, a period total for each and for all.</summary>
    private static Gen<PublishedCells> Quarters() =>
        from programs in Gen.Choose(1, 2)
        from counts in Count.ArrayOf(programs * 4)
        select Hierarchy(programs, counts);

    /// <summary>Sums over arbitrary subsets: no table has them, which is why they are tried.</summary>
    private static Gen<PublishedCells> Overlapping() =>
        from counts in Count.ArrayOf(6)
        from subsets in Gen.Choose(1, 63).ArrayOf(4)
        select Subsets(counts, subsets);

    private static Gen<PublishedCells> Complements() =>
        from parts in Count.ArrayOf(3)
        from wholes in Count.ArrayOf(3)
        from free in Gen.Elements(true, false)
        select PartsOf(parts, wholes, free);

    private static Gen<PublishedCells> ThreeWay() => from counts in Count.ArrayOf(8) select Cube(counts);

    private static PublishedCells Table(PublishedCells report, string name, int rows, int columns, int[] counts)
    {
        var table = new int[rows, columns];
        Buffer.BlockCopy(counts, 0, table, 0, counts.Length * sizeof(int));
        new TwoWayTable(name, table).AddTo(report);
        return report;
    }

    private static PublishedCells Margins(int genders, int ages, int[] counts)
    {
        var report = new PublishedCells();
        var all = report.Add("all", counts.Sum());
        report.AddSum(
            all,
            [
                .. Enumerable
                    .Range(0, genders)
                    .Select(g => report.Add($"gender{g}", counts.Skip(g * ages).Take(ages).Sum())),
            ]
        );
        report.AddSum(
            all,
            [
                .. Enumerable
                    .Range(0, ages)
                    .Select(a => report.Add($"age{a}", counts.Where((_, i) => i % ages == a).Sum())),
            ]
        );
        return report;
    }

    private static PublishedCells Hierarchy(int programs, int[] counts)
    {
        var report = new PublishedCells();
        var periods = new List<CellId>();
        for (var p = 0; p < programs; p++)
        {
            var months = counts.Skip(p * 4).Take(4).Select((count, m) => report.Add($"p{p}m{m}", count)).ToArray();
            var quarters = months.Chunk(2).Select((q, i) => Total(report, $"p{p}q{i}", q)).ToArray();
            periods.Add(Total(report, $"p{p}", quarters));
            report.AddSum(periods[p], months);
        }

        var all = Total(report, "all", [.. periods]);
        var allMonths = Enumerable
            .Range(0, 4)
            .Select(m =>
                Total(report, $"m{m}", [.. Enumerable.Range(0, programs).Select(p => new CellId($"p{p}m{m}"))])
            )
            .ToArray();
        report.AddSum(all, allMonths);
        return report;
    }

    private static PublishedCells Subsets(int[] counts, int[] subsets)
    {
        var report = new PublishedCells();
        var cells = counts.Select((count, i) => report.Add($"c{i}", count, subject: i != 5)).ToArray();
        for (var s = 0; s < subsets.Length; s++)
        {
            Total(report, $"s{s}", [.. cells.Where((_, i) => (subsets[s] >> i & 1) == 1)]);
        }

        return report;
    }

    private static PublishedCells PartsOf(int[] parts, int[] rests, bool free)
    {
        var report = new PublishedCells();
        var withCode = parts.Select((count, i) => report.Add($"with{i}", count)).ToArray();
        var visits = parts
            .Zip(rests)
            .Select((pair, i) => report.Add($"visits{i}", pair.First + pair.Second, subject: !free))
            .ToArray();
        foreach (var (part, whole) in withCode.Zip(visits))
        {
            report.AddPartOf(part, whole);
        }

        Total(report, "with", withCode);
        Total(report, "visits", visits);
        return report.AddPartOf(new CellId("with"), new CellId("visits"));
    }

    private static PublishedCells Cube(int[] counts)
    {
        var report = new PublishedCells();
        int Sum(int mask, int at) => counts.Where((_, i) => (i & mask) == at).Sum();
        for (var mask = 7; mask >= 0; mask--)
        {
            foreach (var at in Enumerable.Range(0, 8).Where(at => (at & ~mask) == 0))
            {
                var total = report.Add($"{mask}:{at}", Sum(mask, at));
                foreach (var axis in (int[])[1, 2, 4])
                {
                    _ =
                        (mask & axis) != 0
                            ? report
                            : report.AddSum(
                                total,
                                new CellId($"{mask | axis}:{at}"),
                                new CellId($"{mask | axis}:{at | axis}")
                            );
                }
            }
        }

        return report;
    }

    private static CellId Total(PublishedCells report, string name, CellId[] parts)
    {
        var total = report.Add(name, parts.Sum(part => report.Find(part).Value));
        report.AddSum(total, parts);
        return total;
    }
}
